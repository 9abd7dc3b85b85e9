"""What speaks for a name being a person's, a body's or a place's."""

from __future__ import annotations

from collections import Counter

from ...model import ActorKind
from ..english.kinds import is_firm, known_body
from ..english.referring import tables as body_words
from ..english.tables import words
from ..language import word_key
from .candidates import Candidate
from .tables import tables

# What one title before a name weighs in the evidence below.
TITLED = 5


def looks_like_person(one: Candidate) -> bool:
    words = [word_key(w) for w in one.name.split()]
    names = tables()
    return (
        not any(w in names.organization or w in names.place_words for w in words)
        and not any(place in names.places for place in (one.name, *one.name.split()))
        and not any(w in names.adjectives for w in one.name.split())
        and not any(w in names.things for w in words)
        and one.before != "the"
        and len(words) <= 5
    )


_SUFFIX_KEYS = frozenset(suffix.lower() for suffix in words("names.suffixes"))


READ = 8
"""What a mention of which the Reader is wholly sure weighs: more than any one rule, less than two that agree."""


def evidence_of(one: Candidate) -> dict[ActorKind, int]:
    """Return what speaks for which kind at one mention, by rules and by the Reader."""
    found = Counter(_by_rules(one))
    if one.kind is not None:
        found[one.kind] += round(READ * one.sure)
    return dict(found)


KNOWN = 2
"""Evidence by rules from which a name's kind is known: two or three words that look like a person's are enough."""


_PERSON_VERBS = words("actors.person_verbs")
_BODY_FIRST = words("actors.body_first")


def rule_kind(one: Candidate) -> ActorKind | None:
    """Return the kind that the rules know from this mention alone; None where they only see capitals."""
    found = Counter(_by_rules(one))
    kind = kind_of(found)
    return None if kind is ActorKind.OTHER or found[kind] < KNOWN or kind is ActorKind.GROUP else kind


def _by_rules(one: Candidate) -> dict[ActorKind, int]:
    names = tables()
    words = [word_key(w) for w in one.name.split()]
    if one.name in names.places:
        return {ActorKind.PLACE: 6}
    if words[-1] in names.organization or (len(words) > 1 and any(w in names.organization for w in words)):
        return {ActorKind.ORGANIZATION: 6}
    if not one.titled and is_firm(one.name) and words[0].capitalize() not in names.first_names:
        return {ActorKind.ORGANIZATION: CALLED_A_BODY}
    if not one.titled and known_body(one.name) is not None:
        return {ActorKind.ORGANIZATION: 4}
    if len(words) > 1 and words[0] in _BODY_FIRST and not one.titled:
        return {ActorKind.ORGANIZATION: 6}
    if words[-1] in names.place_words:
        return {ActorKind.PLACE: 6}
    if words[-1] in names.things and not one.titled and one.name.split()[0] not in names.first_names:
        return {ActorKind.OTHER: 6}
    found: dict[ActorKind, int] = {}
    if one.titled:
        found[ActorKind.PERSON] = TITLED
    elif len([w for w in words if w.rstrip(".") not in _SUFFIX_KEYS]) in (2, 3, 4) and looks_like_person(one):
        found[ActorKind.PERSON] = 2
    if one.before in names.titles and found.get(ActorKind.PERSON):
        found[ActorKind.PERSON] += 2
    if one.name.replace(".", "").isupper() and len(words) == 1:
        found[ActorKind.ORGANIZATION] = 3
    if one.before in names.place_cues and not one.titled:
        found[ActorKind.PLACE] = 2
    if one.before in names.organization and not one.titled:
        found[ActorKind.ORGANIZATION] = found.get(ActorKind.ORGANIZATION, 0) + 4
    if one.before in body_words().before_names and not one.titled:
        found[ActorKind.ORGANIZATION] = max(found.get(ActorKind.ORGANIZATION, 0), CALLED_A_BODY)
    if one.before == "the" and len(words) > 1:
        found[ActorKind.ORGANIZATION] = found.get(ActorKind.ORGANIZATION, 0) + 2
    if len(words) == 1 and one.name[:-1] in names.adjectives and one.name.endswith("s"):
        found[ActorKind.GROUP] = 4
    if len(words) == 1 and words[0].endswith(names.group_endings) and words[0].endswith("s") and len(words[0]) > 5:
        found[ActorKind.GROUP] = 2
    if word_key(one.after) in _PERSON_VERBS:
        found[ActorKind.PERSON] = found.get(ActorKind.PERSON, 0) + 1
    return found


CALLED_A_BODY = 10
"""What "the ferry company Orrline" weighs: more than the Reader's word for it."""


def kind_of(evidence: Counter[ActorKind]) -> ActorKind:
    """Return the kind that most speaks for."""
    if not evidence:
        return ActorKind.OTHER
    return max(sorted(evidence), key=lambda kind: evidence[kind])
