"""Quotations that go on after the sentence that named their speaker."""

from __future__ import annotations

from ...model import Document, QuotationKind
from .found import Found
from .line import Line


def carry_on(document: Document, ready: list[Line], found: list[Found]) -> None:
    """Give quotations without a cue of their own to the attribution just before them in their paragraph.

    `"One," she said. "Two."` – the second quotation opens the sentence after, and nothing of the narrator's stands
    between. Changes `found` in place.
    """
    claimed = {number for one in found for number in one.quotations}
    last_in_line: dict[int, Found] = {}
    for one in found:
        kept = last_in_line.get(one.line)
        if kept is None or one.cue[0].start >= kept.cue[0].start:
            last_in_line[one.line] = one
    current: Found | None = None
    paragraph = -1
    for line in ready:
        if line.paragraph != paragraph:
            current, paragraph = None, line.paragraph
        opening = line.quoted[0]
        if opening >= 0 and opening not in claimed and current is not None and _speech(document, opening, current):
            current.content.append(document.quotations[opening].outer)
            current.quotations.add(opening)
            claimed.add(opening)
        elif opening < 0:
            current = None
        current = last_in_line.get(line.number, current)


def _speech(document: Document, number: int, current: Found) -> bool:
    """Whether a quotation can go on with what `current` quotes."""
    return document.quotations[number].kind is QuotationKind.SPEECH or bool(current.quotations)
