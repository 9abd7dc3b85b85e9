"""Quotations that go on after the sentence that named their speaker, and contents that run too far."""

from __future__ import annotations

from ...model import Document, QuotationKind, Span
from ...progress import checked
from .found import Found
from .quoted import around, fills, held, number_around, paragraph_at


def keep_in_paragraph(document: Document, found: list[Found]) -> list[Found]:
    """Return `found`, contents cut where a paragraph ends, unless they go on as quotation and nobody else speaks there.

    A paragraph that names a source of its own is that source's: `"…," she said. ¶ Ann Orr said: "…"`. What has no words
    left is left out.
    """
    named = {paragraph_at(document, one.cue[0].start) for one in found if one.source}
    result = []
    for one in checked(found):
        home = paragraph_at(document, one.cue[0].start)
        kept: list[Span] = []
        for part in one.content:
            for number in range(paragraph_at(document, part.start), paragraph_at(document, part.end - 1) + 1):
                paragraph = document.paragraphs[number]
                piece = Span(max(part.start, paragraph.start), min(part.end, paragraph.end))
                goes_on = number == home or (number not in named and _is_quotation(document, piece))
                if len(piece) and goes_on:
                    kept.append(piece)
        if kept:
            one.content, one.quotations = kept, held(document, kept)
            result.append(one)
    return result


def _is_quotation(document: Document, piece: Span) -> bool:
    """Whether all that a piece says stands in one pair of quotation marks."""
    quotation = around(document, piece.start)
    return quotation is not None and quotation.outer.end >= piece.end - 1


def carry_on(document: Document, found: list[Found]) -> None:
    """Give quotations without a cue of their own to the attribution just before them. Changes `found`.

    `"One," she said. "Two."` – the second quotation opens the sentence after, and nothing of the narrator's stands
    between; a paragraph that is one quotation goes on likewise. So does speech behind what is reported without marks in
    one paragraph: `She said she was against it. "The bay will die."`
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
        opening = number_around(document, sentence.span.start)
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            if opening is None or not fills(document, document.quotations[opening], paragraph):
                current = None
        if (
            opening is not None
            and opening not in claimed
            and current is not None
            and _goes_on(document, current, opening)
        ):
            current.content.append(document.quotations[opening].outer)
            current.quotations.add(opening)
            claimed.add(opening)
        elif opening is None:
            current = None
        current = last_in.get(number, current)


def _goes_on(document: Document, current: Found, opening: int) -> bool:
    """Whether a quotation that opens a sentence can be whose words stand before it."""
    if current.silent:
        return False
    quotation = document.quotations[opening]
    together = paragraph_at(document, quotation.outer.start) == paragraph_at(document, current.start)
    speech = quotation.kind is QuotationKind.SPEECH
    return bool(current.quotations) or (together and speech and bool(current.source))
