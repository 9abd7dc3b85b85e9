"""In whose voice every stretch of the text stands."""

from __future__ import annotations

from ..model import Document, QuotationKind, Span, Voice, VoiceRun


def assign_voices(document: Document) -> tuple[VoiceRun, ...]:
    """Return runs of one voice that are disjoint, ordered and cover the whole text.

    Words in marks are quoted where they are somebody's, scare quotes where they set off a term and nobody is named;
    attributed words outside marks are reported; the rest, sources and cues included, is the narrator's.
    """
    length = len(document.text)
    if not length:
        return ()
    voice: list[tuple[Voice, int | None]] = [(Voice.NARRATOR, None)] * length
    order = sorted(range(len(document.attributions)), key=lambda i: -_size(document, i))
    # The innermost attribution is painted last: its words are its own speaker's.
    for number in order:
        attribution = document.attributions[number]
        for span in attribution.content:
            voice[span.start : span.end] = [(Voice.REPORTED, number)] * len(span)
        for span in attribution.source + attribution.cue:
            outer = _outer(document, number, span, order)
            voice[span.start : span.end] = [outer] * len(span)
    for quotation in document.quotations:
        _paint_quotation(voice, quotation.outer, quotation.kind)
    return _runs(voice)


def _size(document: Document, number: int) -> int:
    return sum(len(span) for span in document.attributions[number].content)


def _outer(document: Document, number: int, span: Span, order: list[int]) -> tuple[Voice, int | None]:
    """Return whose words a source or cue is: the narrator's, or those of the attribution around it."""
    for other in reversed(order[: order.index(number)]):
        if any(content.contains(span) for content in document.attributions[other].content):
            return Voice.REPORTED, other
    return Voice.NARRATOR, None


def _paint_quotation(voice: list[tuple[Voice, int | None]], outer: Span, kind: QuotationKind) -> None:
    owners = {number for _, number in voice[outer.start : outer.end]}
    owned = owners - {None}
    if owned:
        largest = max(owned, key=lambda n: sum(v[1] == n for v in voice[outer.start : outer.end]))
        for i in range(outer.start, outer.end):
            voice[i] = (Voice.QUOTED, voice[i][1] if voice[i][1] is not None else largest)
    elif kind is QuotationKind.TERM:
        voice[outer.start : outer.end] = [(Voice.SCARE, None)] * len(outer)
    elif kind is QuotationKind.SPEECH:
        voice[outer.start : outer.end] = [(Voice.QUOTED, None)] * len(outer)


def _runs(voice: list[tuple[Voice, int | None]]) -> tuple[VoiceRun, ...]:
    runs: list[VoiceRun] = []
    start = 0
    for at in range(1, len(voice) + 1):
        if at == len(voice) or voice[at] != voice[start]:
            runs.append(VoiceRun(Span(start, at), *voice[start]))
            start = at
    return tuple(runs)
