"""The first rows of a table, and what its columns seem to hold: for whoever says which is which."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .columns import names_by_field, plain_name
from .dates import read_date

if TYPE_CHECKING:
    from . import Reading

FIELDS = ("text", "title", "outlet", "published", "byline")
"""What can be said of a table's columns."""
KEY = "sources.table_look"
SURE = 0.5
"""A column called like a text is one where its cells have this share of the words of the longest ones."""


@dataclass(frozen=True, slots=True)
class TableLook:
    """A table's columns with their first values."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()

    def guess(self) -> dict[str, str]:
        """Return the column that seems to hold each field, by its name and by what stands in it; only those found."""
        words = {name: sum(len(value.split()) for value in self._values(name)) for name in self.names}
        longest = max(words, key=lambda name: words[name], default="")
        found = {field: name for field in FIELDS if (name := self._called(field))}
        if longest and words[longest] and words.get(found.get("text", ""), 0) < SURE * words[longest]:
            found = {field: name for field, name in found.items() if name != longest} | {"text": longest}
        if "published" not in found and (dated := self._dated(found)):
            found["published"] = dated
        return found

    def _values(self, name: str) -> list[str]:
        at = self.names.index(name)
        return [row[at] for row in self.rows if row[at].strip()]

    def _called(self, field: str) -> str:
        plain = {plain_name(name): name for name in reversed(self.names)}
        return next((plain[known] for known in names_by_field()[field] if known in plain), "")

    def _dated(self, taken: Mapping[str, str]) -> str:
        for name in self.names:
            values = self._values(name)
            if values and name not in taken.values() and all(read_date(value) for value in values):
                return name
        return ""


def looked_at(reading: Reading) -> TableLook | None:
    """Return the table that was looked at (`ReadSettings.look`), None where it could not be."""
    said = next((dict(one.message.args)["rows"] for one in reading.skipped if one.message.key == KEY), None)
    rows: Sequence[Mapping[str, str]] = json.loads(str(said)) if said is not None else []
    names = tuple(dict.fromkeys(name for row in rows for name in row))
    return TableLook(names, tuple(tuple(row.get(name, "") for name in names) for row in rows)) if names else None
