"""In whose voice every stretch of the text stands: whose wording it is, which is another question than who says it."""

from __future__ import annotations

import re
from bisect import bisect_left

from ...model import Document, Form, QuotationKind, Span, Voice, VoiceRun
from ...progress import checked
from ..attribution.fallback import Rules
from .heard import Told, reported

_Owner = tuple[Voice, int | None]


def assign_voices(document: Document, rules: Rules) -> tuple[VoiceRun, ...]:
    """Return runs of one voice that are disjoint, ordered and cover the whole text; `rules` are what the rules found.

    Words in marks, and what the page sets apart as somebody's, are quoted where they are somebody's; marks around a
    term of nobody's are scare quotes; attributed words outside marks are reported; the rest is the narrator's. A source
    or cue is the narrator's too, unless it stands within somebody else's words. What the author says as "I" is the
    narrator's, and so is what the outlet itself names in somebody's words ("condemned [the raid]").
    """
    if not document.text:
        return ()
    told = [one for one in reported(document, rules) if not _is_authors(document, one)]
    set_apart = _set_apart(document)
    edges = _edges(document, told, set_apart)
    voices: list[_Owner] = [(Voice.NARRATOR, None)] * (len(edges) - 1)
    for span, number in checked(told):
        first, last = _pieces(edges, span)
        voices[first:last] = [(Voice.REPORTED, number)] * (last - first)
    for span, number in set_apart:
        first, last = _pieces(edges, span)
        voices[first:last] = [
            (Voice.QUOTED, owner if voice is Voice.REPORTED and owner is not None else number)
            for voice, owner in voices[first:last]
        ]
    owners = _owners(document)
    for at, quotation in enumerate(checked(document.quotations)):
        first, last = _pieces(edges, quotation.outer)
        voices[first:last] = _quoted(edges, voices[first:last], first, quotation.kind, owners.get(at))
    return _runs(edges, voices)


def _is_authors(document: Document, told: Told) -> bool:
    """Whether the outlet's author speaks: "I believe" outside quotation marks is the narrator's own voice."""
    if told[1] is None:
        return False
    return any(_WE.fullmatch(source.of(document.text)) for source in document.attributions[told[1]].source)


_WE = re.compile(r"(i|we|you)([’']\w+)?", re.IGNORECASE)


def _set_apart(document: Document) -> list[tuple[Span, int]]:
    """Return the words of labelled turns, block quotations, posts and letters, with their attributions."""
    return [
        (span, number)
        for number, one in enumerate(document.attributions)
        if one.form is Form.DIRECT
        for span in one.content
    ]


def _owners(document: Document) -> dict[int, int]:
    """Return whose words each quotation holds, by number: of several attributions the one with the shortest content."""
    found: dict[int, tuple[int, int]] = {}
    for number, one in enumerate(document.attributions):
        size = sum(map(len, one.content))
        for span in one.content:
            first = bisect_left(document.quotations, span.start, key=lambda q: q.inner.end)
            for at in range(first, len(document.quotations)):
                quotation = document.quotations[at]
                if quotation.outer.start >= span.end:
                    break
                if span.overlaps(quotation.inner):
                    found[at] = min(found.get(at, (size, number)), (size, number))
    return {at: number for at, (_, number) in found.items()}


def _edges(document: Document, told: list[Told], set_apart: list[tuple[Span, int]]) -> list[int]:
    """Return every offset at which the voice can change, the text's ends included."""
    found = {0, len(document.text)}
    found.update(edge for span, _ in (*told, *set_apart) for edge in (span.start, span.end))
    found.update(edge for quotation in document.quotations for edge in (quotation.outer.start, quotation.outer.end))
    return sorted(found)


def _pieces(edges: list[int], span: Span) -> tuple[int, int]:
    """Return the range of pieces between edges that `span` covers."""
    return bisect_left(edges, span.start), bisect_left(edges, span.end)


def _quoted(
    edges: list[int], pieces: list[_Owner], first: int, kind: QuotationKind, holder: int | None
) -> list[_Owner]:
    """Return the voices of the pieces of one quotation; `holder` is the attribution that has its words, if one has."""
    sizes: dict[int, int] = {}
    for i, (_, owner) in enumerate(pieces):
        if owner is not None:
            sizes[owner] = sizes.get(owner, 0) + edges[first + i + 1] - edges[first + i]
    whose = max(sorted(sizes), key=lambda owner: sizes[owner]) if sizes else holder
    if whose is not None:
        return [(Voice.QUOTED, owner if owner is not None else whose) for _, owner in pieces]
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
