"""Whom a pronoun means as a source: who speaks around it, who alone is named before it, who stands out most."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from ...messages import message
from ...model import Actor, ActorKind, Span, Speaker
from ..attribution.found import Found
from ..english.tables import words
from .discourse import PLURAL, SINGULAR, Discourse, agrees
from .identified import by_pronoun, meant, several
from .prominence import OBLIQUE, weigh
from .relatives import antecedent

_RELATIVE = words("speakers.relatives")


def pronoun_speaker(d: Discourse, found: Found, pronoun: str) -> Speaker | None:
    """Return whom `pronoun`, the source of `found`, means."""
    source = found.source[0]
    if pronoun in _RELATIVE:
        return antecedent(d, source, pronoun)
    if pronoun not in SINGULAR | PLURAL | {"it"}:
        return None
    who = _same_sentence(d, source, pronoun) or _named_here(d, found, pronoun) or _salient(d, found, pronoun)
    d.learn_gender(who, pronoun)
    return who


def _same_sentence(d: Discourse, source: Span, pronoun: str) -> Speaker | None:
    """Who says the words in which the pronoun stands: "Ann Orr said she denied it"."""
    if pronoun not in SINGULAR | PLURAL:
        return None
    for outer, who, known in reversed(d.outer):
        if any(span.contains(source) for span in outer.content) and agrees(known, pronoun):
            why = message("speaker.why.pronoun.within", pronoun=pronoun, name=who.name)
            return Speaker(who.name, who.kind, who.named, (source, who.evidence[0]), why)
    return None


def _named_here(d: Discourse, found: Found, pronoun: str) -> Speaker | None:
    """The only person named before the pronoun in its sentence, outside anybody's words."""
    source = found.source[0]
    number = d.document.sentence_at(source.start)
    if number is None or pronoun not in SINGULAR | PLURAL:
        return None
    start = d.document.sentences[number].span.start
    words = [*found.content, *(span for outer, _, _ in d.outer for span in outer.content)]
    words += [q.outer for q in d.document.quotations if start <= q.outer.start < source.start]
    people: dict[str, tuple[Actor, Span]] = {}
    for at in d.starts[bisect_left(d.starts, start) : bisect_left(d.starts, source.start)]:
        actor, mention = d.by_mention[at]
        if actor.kind is not ActorKind.PERSON or any(span.contains(mention) for span in words):
            continue
        if weigh(d.document, d.grammar, mention) > OBLIQUE:
            people[actor.name] = (actor, mention)
    if pronoun in PLURAL:
        together = several(d, list(people.values()), source, "") if len(people) == 2 else None
        return None if together is None else replace(together, evidence=(source, *together.evidence))
    if len(people) != 1:
        return None
    ((actor, mention),) = people.values()
    return by_pronoun(d, actor, mention, source, pronoun, "only") if d.gender_fits(actor, pronoun) else None


def _salient(d: Discourse, found: Found, pronoun: str) -> Speaker | None:
    """Who is meant by a pronoun, by how prominently everybody stands before it."""
    source = found.source[0]
    own = [span for span in found.content if not span.contains(source)]
    answer = d.coreference.pronoun(source, pronoun, own)
    if answer is None:
        return None
    why = message(f"speaker.why.pronoun.{answer.way}", pronoun=pronoun, name=answer.who.name)
    speaker = meant(d, answer, source, why)
    d.coreference.heard(speaker.name, source, answer.who.person, answer.who.plural, "")
    return speaker
