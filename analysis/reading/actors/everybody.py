"""Everybody whom a source may mean: the document's actors and the names that the Reader overlooked."""

from __future__ import annotations

from dataclasses import replace

from ...model import Actor, ActorKind, Document, Span
from ..overlaps import spans_taken
from .candidates import find_candidates
from .gather import actors_of, gather, with_nations


def everybody(document: Document) -> tuple[Actor, ...]:
    """Return the actors of `document` with the names by rules that the Reader overlooked, in text order.

    The Reader's list is kept short on purpose; who is meant by a short source can only be found among names.
    """
    if document.reading is None:
        return document.actors
    bare = replace(document, reading=None)
    by_rules = actors_of(with_nations(bare, gather(bare, find_candidates(bare))))
    taken = spans_taken(span for actor in document.actors for span in actor.mentions)
    found = {actor.name: actor for actor in document.actors}
    for actor in by_rules:
        free = tuple(m for m in actor.mentions if not taken.any(m))
        same = _same(actor, found)
        if same is not None and free:
            mentions = tuple(sorted((*same.mentions, *free)))
            found[same.name] = replace(same, mentions=mentions)
        elif same is None and free:
            found[actor.name] = replace(actor, mentions=free)
    return tuple(sorted((_whole(document, actor, by_rules) for actor in found.values()), key=lambda a: a.mentions[0]))


def _same(actor: Actor, found: dict[str, Actor]) -> Actor | None:
    """Return the actor that a name by rules is one with: it bears the name, or stands at the same place."""
    if actor.name in found:
        return found[actor.name]
    places = set(actor.mentions)
    return next((a for a in found.values() if actor.name in a.aliases or places & set(a.mentions)), None)


def _whole(document: Document, actor: Actor, by_rules: tuple[Actor, ...]) -> Actor:
    """Return a person whose name was cut ("Odd" of "Odd Orr") with the full name that its first mention is part of."""
    if actor.kind is not ActorKind.PERSON or " " in actor.name:
        return actor
    for other in by_rules:
        if other.kind is ActorKind.PERSON and " " in other.name and _within(actor.mentions[0], other):
            return replace(actor, name=other.name, aliases=(*actor.aliases, actor.name))
    return actor


def _within(span: Span, other: Actor) -> bool:
    return any(m.contains(span) and m != span for m in other.mentions)
