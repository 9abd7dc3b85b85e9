"""Who said what: attributions by the Reader, where there is one, and by rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ...model import Attribution, Document, Form, QuotationKind, Span, Speaker
from ...progress import checked
from .continuation import carry_on
from .echoes import follow
from .fallback.line import lines
from .fallback.rules import find_in_line
from .fallback.sift import is_evidence, said
from .found import Found, keep_named_sources
from .labels import find_labels
from .merge import merged
from .relations import learned
from .voiced import voice

__all__ = ["attributions", "disjoint", "find"]


def find(document: Document) -> list[Found]:
    """Return the attributions of `document` before their speakers are known: first those with a source of their own."""
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
    return [one for one in checked(found) if disjoint(one) is not None]


def attributions(
    document: Document, found: Sequence[Found], speakers: Sequence[Speaker | None]
) -> tuple[Attribution, ...]:
    """Return what was found as attributions of the document, each with its speaker, in text order."""
    result = []
    for one, speaker in checked(zip(found, speakers, strict=True)):
        parts = disjoint(one)
        if parts is None or is_evidence(one, speaker, document.text):
            continue
        source, cue, content = parts
        form = Form.DIRECT if one.follows else _form(document, content)
        named, heard = tuple(sorted(one.named)), tuple(sorted(one.heard))
        result.append(Attribution(form, source, cue, content, one.stance, speaker, one.why, named, heard))
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
