"""Values of a field as a source states them in several places, and which of them is taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from ...messages import Message, message
from ..canonical import one_line
from ..dates import read_date
from ..draft import Meta
from .bylines import read_byline
from .days import because_of_date
from .outlets import address_as_name, outlet_name, same_outlet

SHOWN = 80
"""How much of a line its evidence shows."""


def line_evidence(line: str) -> Message:
    """Return that a value comes from a printed line."""
    return message("sources.evidence.line", line=line if len(line) <= SHOWN else line[: SHOWN - 1] + "…")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What one place of a source states as the value of a field."""

    field: str
    """A text field of `Meta`."""
    value: str
    """As it stands there."""
    why: Message
    """Where it stands."""


def decided(candidates: Iterable[Candidate], meta: Meta, host: str = "") -> Meta:
    """Return `meta` with the first candidate of each field that is a value of it; the outlet is decided first.

    An agency in a byline becomes the column `agency`. `host` is the address of the source, if known.
    """
    ordered = list(candidates)
    meta = _with_outlet(meta, [c for c in ordered if c.field == "outlet"], host)
    for candidate in ordered:
        if candidate.field == "byline":
            meta = with_byline(meta, candidate.value, candidate.why)
        elif candidate.field == "published":
            if not meta.published and (found := read_date(candidate.value) or _of_clock(candidate.value)):
                meta = meta.stating("published", found, because_of_date(candidate.value, candidate.why))
        elif candidate.field != "outlet":
            meta = meta.stating(candidate.field, one_line(candidate.value), candidate.why)
    return meta


def _with_outlet(meta: Meta, candidates: Sequence[Candidate], host: str) -> Meta:
    """Return `meta` with the first name among `candidates`, in its best spelling: "The Hill" before "TheHill"."""
    for name_of in (lambda value: outlet_name(value, host), address_as_name):
        names = [(name, c.why) for c in candidates if (name := name_of(c.value))]
        if names:
            first = names[0][0]
            same = [pair for pair in names if same_outlet(pair[0], first)]
            return meta.stating("outlet", *max(same, key=lambda pair: _spelled(pair[0])))
    return meta


def _spelled(name: str) -> tuple[bool, int]:
    """Return how well a name is spelled: with capitals, and in how many words."""
    return any(c.isupper() for c in name), len(name.split())


def _of_clock(value: str) -> str | None:
    """Return the time that a number of seconds or milliseconds since 1970 is, as programs write it."""
    if not re.fullmatch(r"1\d{9}(?:\d{3})?", value.strip()):
        return None
    return datetime.fromtimestamp(int(value.strip()[:10]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def with_byline(meta: Meta, printed: str, why: Message) -> Meta:
    """Return `meta` with the people that a byline names, and the agency whose copy it says it is."""
    byline = read_byline(printed, meta.outlet)
    meta = meta.stating("byline", byline.people, why)
    return with_agency(meta, byline.agency, why)


def with_agency(meta: Meta, agency: str, why: Message) -> Meta:
    """Return `meta` with the agency whose copy it is, unless it has one."""
    if not agency or any(name == "agency" for name, _ in meta.columns):
        return meta
    return meta.with_column("agency", agency).because("agency", why)
