"""Quotations that go on after the sentence that named their speaker, and contents that run too far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ...model import Document, QuotationKind, Span
from ...progress import checked
from .found import Found
from .quoted import around, held


def keep_in_paragraph(document: Document, found: list[Found]) -> None:
    """Cut contents where a paragraph ends, unless they go on as quotation and nobody else speaks. Changes `found`.

    A paragraph that names a source of its own is that source's: `"…," she said. ¶ Ann Orr said: "…"`.
    """
    named = sorted(_paragraph(document, one.cue[0].start) for one in found if one.cue and one.source)
    for one in checked(found):
        if not one.cue:
            continue
        home = _paragraph(document, one.cue[0].start)
        kept: list[Span] = []
        for part in one.content:
            for number in range(_paragraph(document, part.start), _paragraph(document, part.end - 1) + 1):
                paragraph = document.paragraphs[number]
                piece = Span(max(part.start, paragraph.start), min(part.end, paragraph.end))
                own = bisect_left(named, number)
                elsewhere = number != home and own < len(named) and named[own] == number
                if len(piece) and (number == home or (not elsewhere and _is_quotation(document, piece))):
                    kept.append(piece)
        if kept:
            one.content, one.quotations = kept, held(document, kept)


def _is_quotation(document: Document, piece: Span) -> bool:
    """Whether all that a piece says stands in one pair of quotation marks."""
    quotation = around(document, piece.start)
    return quotation is not None and quotation.outer.end >= piece.end - 1


def carry_on(document: Document, found: list[Found]) -> None:
    """Give quotations without a cue of their own to the attribution just before them. Changes `found`.

    `"One," she said. "Two."` – the second quotation opens the sentence after, and nothing of the narrator's stands
    between; a paragraph that is one quotation goes on likewise.
    """
    claimed = {number for one in found for number in one.quotations}
    last_in: dict[int, Found] = {}
    for one in found:
        kept = last_in.get(one.line)
        if kept is None or (one.start >= kept.start and (one.quotations or not kept.quotations)):
            last_in[one.line] = one
    current: Found | None = None
    paragraph = -1
    for number, sentence in enumerate(checked(document.sentences)):
        opening = quotation_at(document, sentence.span.start)
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            if opening is None or not _is_whole(document, paragraph, opening):
                current = None
        if opening is not None and opening not in claimed and current is not None and current.quotations:
            current.content.append(document.quotations[opening].outer)
            current.quotations.add(opening)
            claimed.add(opening)
        elif opening is None:
            current = None
        current = last_in.get(number, current)


def quotation_at(document: Document, offset: int) -> int | None:
    """Return the number of the quotation around an offset."""
    at = bisect_right(document.quotations, offset, key=lambda q: q.outer.start) - 1
    return at if at >= 0 and offset < document.quotations[at].outer.end else None


def _is_whole(document: Document, number: int, quotation_number: int) -> bool:
    """Whether a quotation of speech fills a paragraph."""
    quotation, paragraph = document.quotations[quotation_number], document.paragraphs[number]
    return (
        quotation.kind is QuotationKind.SPEECH
        and quotation.outer.start == paragraph.start
        and paragraph.end - quotation.outer.end <= 1
    )


def _paragraph(document: Document, at: int) -> int:
    return max(0, bisect_left(document.paragraphs, at + 1, key=lambda p: p.start) - 1)
