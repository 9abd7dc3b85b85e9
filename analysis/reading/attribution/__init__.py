"""Who said what: attributions by the Reader, where there is one, and by rules, with their speakers."""

from __future__ import annotations

from bisect import bisect_right

from ...model import Attribution, Document, Form, QuotationKind, Span
from ...progress import checked, counted
from .continuation import carry_on
from .echoes import follow
from .found import Found, keep_named_sources
from .labels import find_labels
from .learned import learned
from .line import lines
from .merge import merged
from .roles import one_kind_each
from .rules import find_in_line
from .sift import is_evidence, said
from .speakers import Speakers
from .voiced import voice

__all__ = ["attribute", "disjoint"]


def attribute(document: Document) -> tuple[Attribution, ...]:
    """Return the attributions of `document`, in text order."""
    ready = list(lines(document))
    found: list[Found] = find_labels(document, ready)
    for line in checked(ready):
        found.extend(find_in_line(document, line))
    if document.reading is not None:
        read = learned(document, ready)
        rules = found
        found = merged(rules, read)
        voice(document, rules, found, read)
    carry_on(document, ready, found)
    keep_named_sources(found, document.text)
    found = sorted(said(found, document.text), key=lambda one: one.start)
    found = sorted(found + follow(document, found), key=lambda one: (one.follows is not None, one.start))
    resolver = Speakers(document, ready)
    kept = [(one, parts) for one in checked(found) if (parts := disjoint(one)) is not None]
    speakers = one_kind_each([resolver.resolve(one) for one, _ in counted(kept)])
    result = [
        Attribution(
            Form.DIRECT if one.follows else _form(document, content),
            source,
            cue,
            content,
            one.stance,
            speaker,
            one.why,
            tuple(sorted(one.named)),
            tuple(sorted(one.heard)),
        )
        for (one, (source, cue, content)), speaker in checked(zip(kept, speakers, strict=True))
        if not is_evidence(one, speaker, document.text)
    ]
    return tuple(sorted(result, key=lambda a: (a.span.start, a.span.end)))


def disjoint(found: Found) -> tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]] | None:
    """Return source, cue and content in text order with no overlap between them; None when nothing is left."""
    taken: list[Span] = []
    roles = []
    for spans in (found.cue, found.source, found.content):
        kept: list[Span] = []
        for span in _joined(spans):
            kept.extend(_minus(span, taken))
        taken.extend(kept)
        roles.append(tuple(sorted(kept)))
    cue, source, content = roles
    return (source, cue, content) if content else None


def _joined(spans: list[Span]) -> list[Span]:
    """Return `spans` in order, those that overlap made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start < result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result


def _minus(span: Span, taken: list[Span]) -> list[Span]:
    pieces = [span]
    for other in taken:
        pieces = [
            part
            for piece in pieces
            for part in (Span(piece.start, min(piece.end, other.start)), Span(max(piece.start, other.end), piece.end))
            if (not piece.overlaps(other) and part == piece) or (piece.overlaps(other) and part.start < part.end)
        ]
    return sorted(set(pieces))


def _form(document: Document, content: tuple[Span, ...]) -> Form:
    """Direct when all words stand in marks, mixed when some do, else indirect."""
    text = document.text
    quoted = bare = 0
    for span in content:
        inside = 0
        first = bisect_right(document.quotations, span.start, key=lambda q: q.outer.end)
        for number in range(first, len(document.quotations)):
            quotation = document.quotations[number]
            if quotation.outer.start >= span.end:
                break
            if quotation.kind is QuotationKind.TITLE:
                continue
            start, end = max(span.start, quotation.outer.start), min(span.end, quotation.outer.end)
            if start < end:
                inside += sum(c.isalnum() for c in text[start:end])
        quoted += inside
        bare += sum(c.isalnum() for c in span.of(text)) - inside
    if not quoted:
        return Form.INDIRECT
    return Form.MIXED if bare else Form.DIRECT
