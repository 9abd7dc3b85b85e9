"""Attributions as the document has them, of what was found and whose it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ...model import Attribution, Document, Form, QuotationKind, Span, Speaker
from ...progress import checked
from ..language.turns import TurnKind
from .found import Found
from .spans import disjoint


def attributions(
    document: Document, found: Sequence[Found], speakers: Sequence[Speaker | None]
) -> tuple[Attribution, ...]:
    """Return what was found as attributions of the document, each with its speaker, in text order."""
    result = []
    for one, speaker in checked(zip(found, speakers, strict=True)):
        parts = disjoint(one)
        if parts is None:
            continue
        source, cue, content = parts
        result.append(Attribution(_form(document, one, content), source, cue, content, one.stance, speaker, one.why))
    return tuple(sorted(result, key=lambda a: (a.span.start, a.span.end)))


def _form(document: Document, one: Found, content: tuple[Span, ...]) -> Form:
    """Direct: all words in marks or set apart; mixed: some; else indirect. Silent: nothing was said."""
    if one.silent:
        return Form.SILENT
    if one.follows or (one.turn and one.turn.kind is not TurnKind.HEADLINE):
        return Form.DIRECT
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
