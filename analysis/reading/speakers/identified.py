"""A speaker made of somebody the article names: with kind, evidence and how it was found."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ...messages import Message, message
from ...model import Actor, ActorKind, Span, Speaker, SpeakerKind
from ..english.kinds import (
    kind_by_deed,
    kind_of,
    kind_of_name,
    kind_of_parts,
    seat_kind,
    serves_a_body,
    speaks_for_somebody,
    without_clause,
)
from ..english.role_words import head_word
from ..language import word_key
from .coreference import Answer
from .discourse import PRONOUNS, Discourse

_OF_PEOPLE = frozenset(SpeakerKind) - {SpeakerKind.DOCUMENT, SpeakerKind.UNNAMED}


def of_actor(d: Discourse, actor: Actor, source: Span, printed: str) -> Speaker:
    """Return the speaker that an actor is where the source says `printed`."""
    text = d.document.text
    first = actor.mentions[0]
    kind = seat_kind(actor.name) or (kind_of_name(actor.name) if actor.kind in d.bodies else None)
    nameless = d.roles.nameless(actor, without_clause(printed))
    kind = kind or kind_of_owner(d, source, nameless) or kind_of_parts(nameless) or d.roles.kind_of_actor(actor)
    if kind is None:
        kind = d.roles.kinds.get(actor.name)
    if kind is None and actor.kind is not ActorKind.PLACE:
        kind = kind_by_deed(printed) if actor.kind is ActorKind.PERSON else None
        called = (kind_of(role) for role in d.coreference.described(actor.name))
        kind = kind or next((one for one in called if one in _OF_PEOPLE), None)
    if kind is None and actor.kind is ActorKind.PLACE:
        kind = SpeakerKind.GOVERNMENT  # A state or a town speaks through its government.
    if kind is SpeakerKind.DOCUMENT and actor.kind is ActorKind.PERSON:
        kind = None  # Words about a letter or poll beside a name say nothing of the person.
    if kind is None or kind is SpeakerKind.UNNAMED:
        kind = SpeakerKind.OTHER
    else:
        d.roles.kinds[actor.name] = kind
    evidence: tuple[Span, ...] = (source,)
    why = message("speaker.why.printed")
    if word_key(actor.name) not in word_key(printed):
        longest = next((m for m in actor.mentions if m.of(text) == actor.name), first)
        evidence = (source, longest)
        why = message("speaker.why.short_name", short=printed, name=actor.name)
    return Speaker(actor.name, kind, True, evidence, why)


def kind_of_owner(d: Discourse, source: Span, printed: str) -> SpeakerKind | None:
    """Return the kind of whoever somebody serves who is introduced by a pronoun: "its director", "her spokesman"."""
    parts = [(re.match(r"\s*(its|his|her|their)\s", part, re.IGNORECASE), part) for part in printed.split(",")]
    owned, role = next((pair for pair in parts if pair[0] is not None), (None, ""))
    head = head_word(role)
    if owned is None:
        return None
    owner = owned.group(1).casefold()
    if not (serves_a_body(head) if owner in ("its", "their") else speaks_for_somebody(head)):
        return None
    answer = d.coreference.pronoun(source, _OWNERS[owner])
    kind = meant(d, answer, source, message("speaker.why.printed")).kind if answer is not None else None
    if kind not in _SERVED and owner in ("its", "their"):
        kind = next((k.speaker.kind for k in reversed(d.known) if not k.person), None)
    return kind if kind in _SERVED else None


_OWNERS = {"its": "it", "their": "they", "his": "he", "her": "she"}
_SERVED = frozenset(SpeakerKind) - {
    SpeakerKind.DOCUMENT,
    SpeakerKind.UNNAMED,
    SpeakerKind.OTHER,
    SpeakerKind.RESIDENT,
    SpeakerKind.FAMILY,
}


def meant(d: Discourse, answer: Answer, source: Span, why: Message) -> Speaker:
    """Return the speaker that a short source goes back to."""
    who, evidence = answer.who, answer.place
    known = next((k.speaker for k in reversed(d.known) if k.speaker.name == who.name), None)
    if known is not None and known.kind is not SpeakerKind.OTHER:
        return replace(known, evidence=(source, evidence), why=why)
    if who.actor is not None:
        speaker = of_actor(d, who.actor, evidence, evidence.of(d.document.text))
    else:
        kind = d.roles.kind_described(evidence, evidence.of(d.document.text))
        speaker = Speaker(who.name, kind or SpeakerKind.OTHER, False, (evidence,), why)
    if speaker.kind is SpeakerKind.OTHER:
        called = (source.of(d.document.text), *(role for _, role in who.called))
        kinds = (kind_of(role) for role in called if role not in PRONOUNS)
        speaker = replace(speaker, kind=next((kind for kind in kinds if kind in _OF_PEOPLE), speaker.kind))
    return replace(speaker, evidence=(source, evidence), why=why)


def several(d: Discourse, inside: list[tuple[Actor, Span]], source: Span, printed: str) -> Speaker | None:
    """Return two people who speak together: "Senators Ann Orr and Bo Lund"."""
    text = d.document.text
    people = [(a, m) for a, m in inside if a.kind is ActorKind.PERSON and d.roles.is_head(source, m)]
    for (one, here), (other, there) in pairwise(people):
        if text[here.end : there.start].split()[:1] == ["and"] and len(text[here.end : there.start].split()) < 5:
            kind = kind_of(printed) or d.roles.kind_of_actor(one) or SpeakerKind.OTHER
            name = f"{one.name} and {other.name}"
            return Speaker(name, kind, True, (source,), message("speaker.why.printed"))
    return None


def by_pronoun(d: Discourse, actor: Actor, mention: Span, source: Span, pronoun: str, way: str) -> Speaker:
    """Return the speaker that an actor is where `pronoun` goes back to `mention`, and remember whom."""
    speaker = of_actor(d, actor, mention, mention.of(d.document.text))
    d.remember(speaker, speaker.name)
    why = message(f"speaker.why.pronoun.{way}", pronoun=pronoun, name=speaker.name)
    return Speaker(speaker.name, speaker.kind, speaker.named, (source, mention), why)
