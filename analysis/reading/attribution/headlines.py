"""Headlines that put somebody's words beside a name and a colon: "Orr: We must go", "'We must go': sailor Ann Orr"."""

from __future__ import annotations

import re

from ...model import ActorKind, Document, SectionKind, Span
from ..language.turns import Turn, TurnKind
from .quoted import around

_LABEL = re.compile(r"(?P<label>[^:\n]{1,60}?)(?P<marker>:)\s+(?P<words>\S.*)", re.DOTALL)
_HEARSAY = frozenset(("report", "reports"))
"""Labels of headlines that hand on what nobody named says: "Reports: Ferry Sinks"."""
_LEAD = 5
"""Words at most before the name behind a quotation: "solo sailor Ana Tomei"."""


def headline_turns(document: Document) -> list[Turn]:
    """Return the turns of the headline; at most one."""
    line = _headline(document)
    found = _LABEL.fullmatch(line.of(document.text)) if line is not None else None
    if line is None or found is None:
        return []
    label, marker, words = (
        Span(line.start + found.start(name), line.start + found.end(name)) for name in ("label", "marker", "words")
    )
    if label.of(document.text).casefold() in _HEARSAY or _is_actor(document, label, line.end):
        return [Turn(TurnKind.HEADLINE, (words,), label, marker)]
    quotation = around(document, label.start)
    if quotation is None or quotation.outer.end < label.end:
        return []
    speaker = _first_actor(document, words)
    return [Turn(TurnKind.HEADLINE, (quotation.outer,), speaker, marker)] if speaker is not None else []


def _headline(document: Document) -> Span | None:
    """Return the headline: the section, or a first sentence that is a paragraph of its own."""
    if not document.sentences:
        return None
    first = document.sentences[0]
    if first.section is SectionKind.HEADLINE:
        spans = [one.span for one in document.sentences if one.section is SectionKind.HEADLINE]
        return (
            Span(spans[0].start, spans[-1].end) if spans[-1].end <= document.paragraphs[first.paragraph].end else None
        )
    alone = document.text[first.span.end : document.paragraphs[first.paragraph].end].strip() == ""
    return first.span if alone and first.span.of(document.text)[-1:].isalnum() else None


def _is_actor(document: Document, label: Span, end: int) -> bool:
    """Whether a label names somebody who appears below it: "Orr: We must go", not "Exclusive: …"."""
    printed = label.of(document.text)
    last = printed.split()[-1]
    return any(
        actor.kind in (ActorKind.PERSON, ActorKind.ORGANIZATION)
        and (printed == actor.name or last in (actor.name.split()[-1], *actor.aliases))
        and any(mention.start >= end for mention in actor.mentions)
        for actor in document.actors
    )


def _first_actor(document: Document, words: Span) -> Span | None:
    """Return the person who is named first behind a quotation, with few words before the name."""
    people = [
        mention
        for actor in document.actors
        if actor.kind is ActorKind.PERSON
        for mention in actor.mentions
        if words.contains(mention)
    ]
    first = min(people, default=None)
    near = first is not None and len(document.text[words.start : first.start].split()) <= _LEAD
    return first if near else None
