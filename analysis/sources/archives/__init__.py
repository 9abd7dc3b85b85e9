"""Files of archives (Nexis, Factiva, ProQuest, RIS, libraries' services) → their documents, each an article of its own.

Stands between the readers, which give a text, and `build`. A text is cut only where its marks are those of an archive:
fields that no article has, several of them, and where the layout has one a line that begins or ends each document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...errors import SourceError
from ...messages import Message, message
from ..draft import Draft
from ..ledger import Ledger
from . import factiva, library, nexis, nexis_uni, proquest, ris
from .cut import Cut, Reader
from .lines import lines_of, lines_of_text
from .marks import words
from .markup import lines_of_page
from .record import Record, draft_of, is_page_number
from .values import is_rights

__all__ = ["archive_lines", "is_archive", "is_mark", "is_page_number", "split"]

MAX_NAMED = 50
"""Documents without text that are named one by one; of more only the number is said."""
MAX_SHOWN = 300
"""Characters of the lines that belong to no document, in a note: enough to see what they are."""
LAYOUTS: tuple[Reader, ...] = (ris.read, proquest.read, nexis.read, nexis_uni.read, factiva.read, library.read)
"""In the order in which they are tried; no file has the marks of two."""


def is_archive(text: str) -> bool:
    """Return whether a text is laid out as an archive's file."""
    return _cut(lines_of_text(text)) is not None


def is_mark(line: str) -> bool:
    """Return whether a line ends a document or names a field, so that it stands on many pages for a reason."""
    return ":" in line or is_rights(line) or line.casefold() in words("nexis", "ends")


def archive_lines(page: str) -> str:
    """Return the lines of an HTML page on which an archive shows its documents; "" for any other page."""
    lines = lines_of_page(page)
    return lines if lines and _cut(lines_of_text(lines)) else ""


def _cut(lines: Sequence[str]) -> Cut | None:
    """Return the documents in lines, None where no archive lays them out so."""
    return next((found for layout in LAYOUTS if (found := layout(lines))), None)


def split(draft: Draft, ledger: Ledger) -> list[Draft]:
    """Return the articles in a draft: one for each document of an archive's file, else the draft itself.

    Of a file of several, each is named by its number; what has no text goes to `ledger`, and how many there should be.
    """
    cut = _cut(lines_of(draft))
    if cut is None:
        return [draft]
    return list(_drafts(cut, draft, ledger))


def _drafts(cut: Cut, file: Draft, ledger: Ledger) -> Iterator[Draft]:
    places, stated = _places(cut.records)
    if cut.stated and places[-1] == (cut.records[-1].number or len(cut.records)):
        stated = cut.stated  # of several downloads in one file the first one's cover says it for that one only
    if stated:
        ledger.state(stated, file.source)
    several = len(cut.records) > 1 or stated > 1
    notes = _notes(cut, stated)
    removed, empty = file.removed, 0
    for place, record in zip(places, cut.records, strict=True):
        where = f"{file.source}#{place}" if several else file.source
        if not record.has_text:
            empty += 1
            if empty <= MAX_NAMED:
                ledger.add(SourceError(message("sources.archive.empty", title=record.values.get("title", "")), where))
            continue
        stem = f"{file.stem} {place}".strip() if several else file.stem
        found = draft_of(record, file, where, stem)
        # What is missing or was left out of the file as a whole is said with its first article.
        yield replace(found, notes=(*file.notes, *notes, *found.notes), removed=removed)
        notes, removed = (), ()
    if empty > MAX_NAMED:
        ledger.add(SourceError(message("sources.archive.more_empty", count=empty - MAX_NAMED), file.source))


def _notes(cut: Cut, stated: int) -> tuple[Message, ...]:
    """Return how the file's own counts differ from the documents found, and what lines belong to none of them."""
    found = len(cut.records)
    notes: list[Message] = []
    if stated and stated != found:
        notes.append(message("sources.archive.count", stated=stated, found=found))
    if cut.marks > found:
        notes.append(message("sources.archive.marks", marks=cut.marks, found=found))
    if cut.left_out:
        shown = " / ".join(cut.left_out)
        shown = shown if len(shown) <= MAX_SHOWN else f"{shown[:MAX_SHOWN]}…"
        notes.append(message("sources.archive.left_out", count=len(cut.left_out), lines=shown))
    return tuple(notes)


def _places(records: Sequence[Record]) -> tuple[list[int], int]:
    """Return the number of each document, as printed where the archive numbers them, and how many it announces.

    Where several downloads stand in one file, the numbers begin anew: each begins behind the last of the one before.
    One whose number is missing has the one behind the document above it; where that is taken, all are counted.
    """
    places: list[int] = []
    before = last = total = 0
    for record in records:
        if record.number:
            if record.number <= last or (last and record.total != total):
                before += total
            last, total = record.number, record.total
        else:
            last += 1
        places.append(before + last)
    if not total or any(a >= b for a, b in pairwise(places)):
        places = list(range(1, len(records) + 1))
    return places, before + total
