"""Which column of a table holds what: by the names that programs give them, or as the user says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import SourceError
from ..messages import Message, message
from ..settings import ReadSettings
from .canonical import one_line

MAX_COLUMNS = 1_000
"""Columns of a table. Exports of databases have 10 to 60, of surveys some hundred; each costs time in every row."""
LISTED, LISTED_CHARACTERS = 20, 60
"""How many column names a message lists, and how much of each."""
TEXTS = ("text", "page", "teaser")
"""Fields of which one must be there, in order of preference."""

_NAMES = Path(__file__).resolve().parents[2] / "resources" / "sources" / "columns.toml"
_ALIASES = {"date": "published", "author": "byline", "body": "text", "source": "outlet", "headline": "title"}


@cache
def names_by_field() -> Mapping[str, tuple[str, ...]]:
    """Return the names that columns go by, by field, in order of preference."""
    return {field: tuple(names) for field, names in tomllib.loads(_NAMES.read_text("utf-8")).items()}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns may hold which field, in order of preference."""

    by_field: Mapping[str, tuple[str, ...]]
    look: bool = False
    """Whether the table is only looked at."""

    def of(self, field: str) -> tuple[str, ...]:
        """Return the names of the columns that may hold a field."""
        return self.by_field.get(field, ())

    def first(
        self,
        row: Mapping[str, object],
        field: str,
        text_of: Callable[[object], str],
        good: Callable[[str], bool] = bool,
    ) -> tuple[str, str]:
        """Return the first value of a field in `row` that is `good`, and the column that it stands in; else "", ""."""
        for name in self.of(field):
            value = text_of(row.get(name))
            if value.strip() and good(value):
                return value, name
        return "", ""


def find_columns(names: Sequence[str], settings: ReadSettings, source: str) -> Columns:
    """Return which of the columns `names` holds which field; SourceError where none holds the texts."""
    if len(names) > MAX_COLUMNS and any(names[MAX_COLUMNS:]):
        raise SourceError(message("sources.too_many_columns", limit=MAX_COLUMNS), source)
    plain = {plain_name(name): name for name in reversed(names) if name}
    if settings.look and len(plain) > 1:  # one alone is a title above the table
        return Columns({}, look=True)
    said: dict[str, str] = {}
    for field, name in settings.columns:
        field = _ALIASES.get(field.lower(), field.lower())
        if name and plain_name(name) not in plain:
            raise SourceError(message("sources.no_such_column", column=name, columns=listed(names)), source)
        said[field] = name if name in names or not name else plain[plain_name(name)]
    found: dict[str, tuple[str, ...]] = {field: (name,) if name else () for field, name in said.items()}
    for field, candidates in names_by_field().items():
        if field not in found:
            free = [plain[c] for c in candidates if c in plain and plain[c] not in said.values()]
            found[field] = tuple(dict.fromkeys(free))
    if not any(found.get(field) for field in TEXTS):
        raise SourceError(_no_text(found, names), source)
    return Columns(found)


def _no_text(found: Mapping[str, tuple[str, ...]], names: Sequence[str]) -> Message:
    """Return what is said of a table without texts: a list of articles, as archives hand it out, or another table."""
    if found["title"] and (found["url"] or found["domain"]):
        return message("sources.titles_only", columns=listed(names))
    return message("sources.no_text_column", columns=listed(names))


def plain_name(name: str) -> str:
    """Return a column's name in small letters, its signs as spaces."""
    return " ".join(re.sub(r"[_\W]+", " ", name.casefold()).split())


def listed(names: Sequence[str]) -> str:
    """Return the names of columns as a message lists them."""
    shown = ", ".join(shortened(one_line(name)) for name in names[:LISTED] if name) or "none"
    return shown + (" …" if len(names) > LISTED else "")


def shortened(name: str) -> str:
    """Return a column's name, cut where it is long."""
    return name if len(name) <= LISTED_CHARACTERS else name[: LISTED_CHARACTERS - 1] + "…"
