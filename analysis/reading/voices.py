"""In whose voice every stretch of the text stands."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..model import Attribution, Document, QuotationKind, Span, Voice, VoiceRun
from ..progress import checked
from .attribution.voiced import without

_Owner = tuple[Voice, int | None]


def assign_voices(document: Document) -> tuple[VoiceRun, ...]:
    """Return runs of one voice that are disjoint, ordered and cover the whole text.

    Words in marks are quoted where they are somebody's, scare quotes where they set off a term and nobody is named;
    attributed words outside marks are reported; the rest is the narrator's. A source or cue is the narrator's too,
    unless it stands within somebody else's words. What the author says as "I" is the narrator's.
    """
    if not document.text:
        return ()
    edges = _edges(document)
    voices: list[_Owner] = [(Voice.NARRATOR, None)] * (len(edges) - 1)
    # The longest first: where attributions are nested, words belong to the innermost speaker.
    order = sorted(
        (i for i, one in enumerate(document.attributions) if not _own(document, one)),
        key=lambda i: -sum(map(len, document.attributions[i].content)),
    )
    for number in checked(order):
        for span in _told(document, document.attributions[number]):
            first, last = _pieces(edges, span)
            voices[first:last] = [(Voice.REPORTED, number)] * (last - first)
    for quotation in checked(document.quotations):
        first, last = _pieces(edges, quotation.outer)
        voices[first:last] = _quoted(edges, voices[first:last], first, quotation.kind)
    return _runs(edges, voices)


def _own(document: Document, attribution: Attribution) -> bool:
    """Whether the outlet's author speaks: "I believe" outside quotation marks is the narrator's own voice."""
    return any(_WE.fullmatch(source.of(document.text)) for source in attribution.source)


_WE = re.compile(r"(i|we|you)([’']\w+)?", re.IGNORECASE)


def _told(document: Document, attribution: Attribution) -> list[Span]:
    """Return the content, and what was heard beyond it, less what the outlet names itself.

    That is "the villages" of "the villages are regarded as lost".

    What stands in quotation marks stays the speaker's: "condemned the 'cruel' raid".
    """
    told = [*attribution.content, *attribution.heard]
    for named in attribution.named:
        marked = [q.outer for q in document.quotations if q.outer.overlaps(named)]
        for own in without([named], marked):
            told = without(told, [own])
    return told


def _edges(document: Document) -> list[int]:
    """Return every offset at which the voice can change, the text's ends included."""
    found = {0, len(document.text)}
    for attribution in document.attributions:
        found.update(
            edge
            for span in attribution.content + attribution.named + attribution.heard
            for edge in (span.start, span.end)
        )
    found.update(edge for quotation in document.quotations for edge in (quotation.outer.start, quotation.outer.end))
    return sorted(found)


def _pieces(edges: list[int], span: Span) -> tuple[int, int]:
    """Return the range of pieces between edges that `span` covers."""
    return bisect_left(edges, span.start), bisect_left(edges, span.end)


def _quoted(edges: list[int], pieces: list[_Owner], first: int, kind: QuotationKind) -> list[_Owner]:
    """Return the voices of the pieces of one quotation."""
    sizes: dict[int, int] = {}
    for i, (_, owner) in enumerate(pieces):
        if owner is not None:
            sizes[owner] = sizes.get(owner, 0) + edges[first + i + 1] - edges[first + i]
    if sizes:
        most = max(sorted(sizes), key=lambda owner: sizes[owner])
        return [(Voice.QUOTED, owner if owner is not None else most) for _, owner in pieces]
    if kind is QuotationKind.TERM:
        return [(Voice.SCARE, None)] * len(pieces)
    if kind is QuotationKind.SPEECH:
        return [(Voice.QUOTED, None)] * len(pieces)
    return pieces


def _runs(edges: list[int], voices: list[_Owner]) -> tuple[VoiceRun, ...]:
    runs: list[VoiceRun] = []
    start = 0
    for at in range(1, len(voices) + 1):
        if at == len(voices) or voices[at] != voices[start]:
            runs.append(VoiceRun(Span(edges[start], edges[at]), *voices[start]))
            start = at
    return tuple(runs)
