"""Sets of spans: joined, cut from each other, shared; and the parts of an attribution without overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...model import Document, Span
from .found import Found

Parts = tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]
"""Source, cue and content, each in text order, disjoint from each other."""


def disjoint(found: Found) -> Parts | None:
    """Return source, cue and content of `found` without overlap; None where no words are left that were said."""
    taken: list[Span] = []
    roles = []
    for spans in (found.cue, found.source, found.content):
        kept = without(joined(spans), taken)
        taken.extend(kept)
        roles.append(tuple(sorted(kept)))
    cue, source, content = roles
    return (source, cue, content) if content or found.silent else None


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return `spans` in text order, those that overlap made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start < result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result


def without(spans: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """Return what is left of `spans` outside `taken`."""
    rest = list(spans)
    for other in taken:
        rest = [
            Span(start, end)
            for span in rest
            for start, end in ((span.start, min(span.end, other.start)), (max(span.start, other.end), span.end))
            if start < end
        ]
    return rest


def share(a: Sequence[Span], b: Sequence[Span]) -> float:
    """Return the characters in both over the characters in either (Jaccard); 0 where either is empty."""
    both = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    return both / (sum(map(len, a)) + sum(map(len, b)) - both) if both else 0.0


def has_words(document: Document, span: Span) -> bool:
    """Return whether a letter or digit stands in `span`."""
    return any(c.isalnum() for c in span.of(document.text))
