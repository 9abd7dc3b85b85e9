"""Countries, blocs and the capitals that stand for them: `resources/lexicons/shared/nations.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .places import SHARED
from .text import fold


@dataclass(frozen=True, slots=True)
class Nations:
    """Countries, blocs and the capitals that stand for them, by every form that a compound may begin with."""

    canonical: Mapping[str, str]
    """Form as printed → form to count it under ("US" → "U.S.")."""
    folded: frozenset[str]

    def find(self, printed: str) -> str | None:
        """Return the form that `printed` counts as; None where it is no nation."""
        return self.canonical.get(printed)


@cache
def nations() -> Nations:
    """Return the shared table of nations."""
    data = tomllib.loads((SHARED / "nations.toml").read_text("utf-8"))
    forms = {form: form for row in data["nations"] for form in row}
    forms |= {alias: form for form, aliases in data["same"].items() for alias in aliases}
    return Nations(forms, frozenset(fold(form) for form in forms))
