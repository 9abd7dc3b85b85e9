"""From colour roles to colours: `resources/themes/palette.toml`, light and dark."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

THEMES = Path(__file__).resolve().parents[3] / "resources" / "themes"
OUTLETS = 8
"""How many outlets have a colour of their own; more than eight hues cannot be told apart, so they repeat."""


@dataclass(frozen=True, slots=True)
class Palette:
    """A colour (`#rrggbb`) for every role."""

    name: str
    colours: Mapping[str, str]

    def __getitem__(self, role: str) -> str:
        return self.colours[role]


def outlet_role(index: int) -> str:
    """Return the role of the outlet at `index` of the comparison's groups."""
    return f"outlet.{index % OUTLETS}"


@cache
def palette(name: str = "light") -> Palette:
    """Return the palette `light` or `dark`."""
    with (THEMES / "palette.toml").open("rb") as file:
        return Palette(name, tomllib.load(file)[name])
