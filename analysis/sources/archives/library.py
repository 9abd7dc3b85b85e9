"""Texts of one article as libraries' services give them (Gale, EBSCO, NewsBank): fields above and below the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..dates import MONTH
from .cut import Cut
from .labels import Named, named
from .marks import fields, table
from .record import Record
from .values import date_of, is_rights

PROSE_WORDS = 12
"""Of a paragraph that is a story's; values of fields are shorter or end otherwise."""
ENDING = 14
"""Lines of the end of a file among which the fields below the text stand."""

_DAY = rf"{MONTH}\.?\s\d{{1,2}},\s\d{{4}}|\d{{1,2}}\s{MONTH}\.?\s\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}}"
_SOURCE = re.compile(
    rf"(?P<outlet>[^();:]{{2,100}}?)(?: \((?P<place>[^()\d]+)\))?(?:[.,]| [-–—])? \(?(?P<day>{_DAY})\)?"
    r"(?P<rest>[^\n]{0,80})",
    re.I,
)
_PAGE = re.compile(r"\bpp?\.? ?([A-Z]?\d{1,3}[A-Z]?)\b")
_CITATION = re.compile(r"source citation\b", re.I)
_RIGHTS = re.compile(r"copyright of\b", re.I)


def read(lines: Sequence[str]) -> Cut | None:
    """Return the document in the lines of a file in this layout."""
    labels = fields("library", "labels")
    service = _service([found for line in lines if ":" in line[:40] and (found := named(line, labels))])
    if not service:
        return None
    record = Record(service, turn_names=True)
    start = _text_at(lines)
    end = _end_of_text(lines, start)
    _read_fields(lines[:start], record)
    record.body = list(lines[start:end])
    _read_fields(lines[end:], record)
    _complete(record)
    return Cut((record,), marks=1) if record.has_text and record.values.get("title") else None


def _service(found: Sequence[Named]) -> str:
    """Return whose text it is by its labels, "" where that is not certain or it holds several documents."""
    ids = fields("library", "ids")
    numbers = [ids[label.label.casefold()] for label in found if label.label.casefold() in ids]
    if len(numbers) != 1:
        return ""
    own = {label.label.casefold() for label in found}
    return numbers[0] if len(own & set(table("library")["own"][numbers[0]])) > 1 else ""


def _text_at(lines: Sequence[str]) -> int:
    """Return the line at which the text begins: below its heading, else below the fields above the first paragraph."""
    labels = fields("library", "labels")
    for at, line in enumerate(lines):
        if line.rstrip(" :").casefold() == "full text":
            return at + 1
    first = next((at for at, line in enumerate(lines) if _is_prose(line)), len(lines))
    return next((at + 1 for at in range(first - 1, -1, -1) if named(lines[at], labels)), first)


def _end_of_text(lines: Sequence[str], start: int) -> int:
    """Return the line at which the fields below the text begin."""
    printed = [at for at in range(start, len(lines)) if lines[at]][-ENDING:]
    for i, at in enumerate(printed):
        if _ends(lines[at]) and not any(_is_prose(lines[below]) for below in _unclaimed(lines, printed[i:])):
            return at
    return len(lines)


def _unclaimed(lines: Sequence[str], places: Sequence[int]) -> list[int]:
    """Return the places of the lines that are neither a citation's nor a claim of copyright."""
    cited = {below for at, below in pairwise(places) if _CITATION.match(lines[at])}
    return [at for at in places if at not in cited and not _RIGHTS.match(lines[at]) and not is_rights(lines[at])]


def _ends(line: str) -> bool:
    return bool(_CITATION.match(line) or _RIGHTS.match(line) or named(line, fields("library", "labels")))


def _is_prose(line: str) -> bool:
    """Return whether a line is a paragraph of a story: long, ending like a sentence, without a label."""
    told = len(line.split()) > PROSE_WORDS and line.rstrip("\"'”’)").endswith((".", "!", "?"))
    return told and named(line, fields("library", "labels")) is None


def _read_fields(lines: Sequence[str], record: Record) -> None:
    """Read the fields above or below the text; a value may stand below its label."""
    labels = fields("library", "labels")
    last: Named | None = None
    for line in lines:
        if found := named(line, labels):
            last = found
            record.add(found.field, found.value, found.label)
        elif line.casefold() == "full text":
            last = None
        elif _CITATION.match(line):
            last = Named("citation", line, "")
        elif _RIGHTS.match(line):
            record.add("copyright", line)
        elif line and last is not None:
            record.more(last.field, line, last.label)
        elif line and not record.body and "title" not in record.values:
            record.add("title", line)
        elif line and not record.body:
            record.add("source", line)
    record.settle()


def _complete(record: Record) -> None:
    """Fill outlet, date and page from the line that holds them."""
    values = record.values
    values.pop("text", None)
    if record.archive == "EBSCO":
        values["title"] = values.get("title", "").removesuffix(".")
    if "length" in values and values["length"].isdigit():
        values["length"] += " words"
    if (m := _SOURCE.match(values.get("source", ""))) and date_of(m["day"]):
        label = record.labels.get("source", "")
        record.add("outlet", m["outlet"].rstrip(" ."), label)
        record.add("published", m["day"], label)
        record.add("place", m["place"] or "")
        if page := _PAGE.search(m["rest"]):
            record.add("page", page[1])
        values.pop("source")
