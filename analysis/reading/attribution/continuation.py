"""Quotations that go on after the sentence that named their speaker."""

from __future__ import annotations

from ...model import Document, QuotationKind
from ...progress import checked
from .fallback.line import Line
from .found import Found


def carry_on(document: Document, ready: list[Line], found: list[Found]) -> None:
    """Give quotations without a cue of their own to the attribution just before them.

    `"One," she said. "Two."` – the second quotation opens the sentence after, and nothing of the narrator's stands
    between; a paragraph that is one quotation goes on likewise. Changes `found` in place.
    """
    claimed = {number for one in found for number in one.quotations}
    last_in_line: dict[int, Found] = {}
    for one in found:
        kept = last_in_line.get(one.line)
        if kept is None or (one.cue[0].start >= kept.cue[0].start and (one.quotations or not kept.quotations)):
            last_in_line[one.line] = one
    current: Found | None = None
    paragraph = -1
    for line in checked(ready):
        opening = line.quoted[0]
        if line.paragraph != paragraph:
            paragraph = line.paragraph
            if opening < 0 or not _is_whole(document, line, opening):
                current = None
        if opening >= 0 and opening not in claimed and current is not None and current.quotations:
            current.content.append(document.quotations[opening].outer)
            current.quotations.add(opening)
            claimed.add(opening)
        elif opening < 0:
            current = None
        current = last_in_line.get(line.number, current)


def _is_whole(document: Document, line: Line, number: int) -> bool:
    """Whether a quotation of speech fills the paragraph of `line`."""
    quotation, paragraph = document.quotations[number], document.paragraphs[line.paragraph]
    return (
        quotation.kind is QuotationKind.SPEECH
        and quotation.outer.start == paragraph.start
        and paragraph.end - quotation.outer.end <= 1
    )
