"""Contents and quotation marks: a content holds a quotation whole or not at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from ...model import Document, Quotation, QuotationKind, Span


def snapped(document: Document, content: Iterable[Span]) -> list[Span]:
    """Return spans of content that hold a quotation whole or not at all, joined where they then meet.

    A quotation of which a span holds most is taken in with its marks; of one that is touched otherwise, the span keeps
    what it has where it lies inside, and lets go of it where it only runs into it.
    """
    result: list[Span] = []
    for span in sorted(_snapped(document, span) for span in content):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        elif len(span):
            result.append(span)
    return result


def _snapped(document: Document, span: Span) -> Span:
    start, end = span.start, span.end
    at_start, at_end = around(document, start), around(document, max(start, end - 1))
    if at_start is not None and at_start.outer.start < start:
        start = _edge(at_start, span, at_start.outer.start, at_start.outer.end)
    if at_end is not None and end < at_end.outer.end:
        end = _edge(at_end, span, at_end.outer.end, at_end.outer.start)
    return Span(start, end) if start < end else span


def _edge(quotation: Quotation, span: Span, whole: int, none: int) -> int:
    """Return where a span that cuts `quotation` goes: with all of it, without it, or as it is, within it."""
    outer = quotation.outer
    shared = min(span.end, outer.end) - max(span.start, outer.start)
    if 2 * shared >= len(quotation.inner):
        return whole
    within = outer.contains(span)
    return (span.start if whole == outer.start else span.end) if within else none


def around(document: Document, offset: int) -> Quotation | None:
    """Return the quotation around an offset."""
    at = number_around(document, offset)
    return document.quotations[at] if at is not None else None


def number_around(document: Document, offset: int) -> int | None:
    """Return the number of the quotation around an offset."""
    at = bisect_right(document.quotations, offset, key=lambda q: q.outer.start) - 1
    return at if at >= 0 and offset < document.quotations[at].outer.end else None


def fills(document: Document, quotation: Quotation, paragraph: int) -> bool:
    """Return whether a quotation of speech is all that a paragraph has."""
    here = document.paragraphs[paragraph]
    whole = quotation.outer.start == here.start and here.end - quotation.outer.end <= 1
    return whole and quotation.kind is QuotationKind.SPEECH


def paragraph_at(document: Document, offset: int) -> int:
    """Return the number of the paragraph that an offset stands in or behind."""
    return max(0, bisect_right(document.paragraphs, offset, key=lambda p: p.start) - 1)


def held(document: Document, content: Iterable[Span]) -> set[int]:
    """Return the numbers of the quotations that a content has words of; titles of works are none."""
    found: set[int] = set()
    for span in content:
        first = bisect_right(document.quotations, span.start, key=lambda q: q.inner.end)
        for number in range(first, len(document.quotations)):
            if document.quotations[number].inner.start >= span.end:
                break
            if document.quotations[number].kind is not QuotationKind.TITLE:
                found.add(number)
    return found
