"""Lines that name a field: "BYLINE: Ada Brandt"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from .values import date_of

_LABEL = re.compile(r"([^\W\d_][\w’' /()-]{1,30}?)\s?[:：]\s*(.*)")


class Named(NamedTuple):
    """A line that opens with the label of a field."""

    field: str
    """What the label holds; "" for a label that the table lacks."""
    label: str
    value: str


def named(line: str, table: Mapping[str, str], capitals: bool = False) -> Named | None:
    """Return the label and value of a line; None where no label of the table opens it.

    With `capitals` labels are in capitals only.
    """
    found = label_of(line, capitals)
    if found is None or (field := table.get(found.label.casefold())) is None:
        return None
    return found._replace(field=field)


def named_below(line: str, table: Mapping[str, str], capitals: bool = False) -> Named | None:
    """Return the label and value of a line below a text; a date of loading is a date, "UPDATE: …" may be prose."""
    found = named(line, table, capitals)
    if found is not None and found.field == "load date" and not date_of(found.value):
        return None
    return found


def label_of(line: str, capitals: bool = False) -> Named | None:
    """Return what looks like a label, and the value behind it, whatever it may hold."""
    m = _LABEL.match(line)
    if m is None or (capitals and not m[1].isupper()):
        return None
    return Named("", m[1], m[2])
