"""The words of `resources/agency`: which verbs and nouns tell of force or harm, and when they mean something else."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..english.inflection import FormName, noun_forms, verb_forms
from ..english.nations import nations
from ..english.spelling import spellings
from ..english.tables import words as word_list
from ..english.text import singular
from ..syntax import Tree

ACTS = Path(__file__).resolve().parents[3] / "resources" / "agency" / "acts.toml"
PARTICIPLES = (FormName.PAST, FormName.PARTICIPLE)


@dataclass(frozen=True, slots=True)
class Guard:
    """What must and must not stand beside a word; sets are named with @."""

    needs_object: tuple[str, ...] = ()
    needs_subject: tuple[str, ...] = ()
    needs_modifier: tuple[str, ...] = ()
    any_object: tuple[str, ...] = ()
    """Where an object is named, it must be one of these."""
    not_object: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    not_modifier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word of force or harm in its dictionary form."""

    lemma: str
    kind: str
    guards: tuple[Guard, ...]
    particles: frozenset[str]
    """One of which must follow; empty where the word stands alone."""
    not_particles: frozenset[str]
    """Particles that make another verb of it: "kick off"."""
    oblique: tuple[str, ...]
    """Prepositions behind which the affected stands."""
    transitive: bool
    """Whether it always has an object, so that without one it is a passive."""


@dataclass(frozen=True, slots=True)
class Words:
    verbs: Mapping[str, Word]
    """By every inflected form."""
    nouns: Mapping[str, Word]
    """By every inflected form."""
    participles: frozenset[str]
    sets: Mapping[str, frozenset[str]]
    unreal: Mapping[str, frozenset[str]]
    unreal_behind: Mapping[str, frozenset[str]]
    """Prepositions by every form of the verb."""
    stops: tuple[tuple[str, ...], ...]
    """Fixed phrases that tell of no force, as lower-case words."""
    real: frozenset[str]
    real_nouns: frozenset[str]
    carrying: frozenset[str]
    suffering: frozenset[str]
    stopping: frozenset[str]
    charging: frozenset[str]
    affected_owner: frozenset[str]

    def in_set(self, name: str, word: str) -> bool:
        """Return whether a lower-case word, or its singular, is in the set."""
        return word in self.sets[name] or singular(word) in self.sets[name]


@cache
def words() -> Words:
    """Return the words of force, read once."""
    data = tomllib.loads(ACTS.read_text(encoding="utf-8"))
    verbs: dict[str, Word] = {}
    nouns: dict[str, Word] = {}
    participles: set[str] = set()
    for kind, lists in data["kind"].items():
        for lemma in lists["verbs"]:
            word = _word(data, lemma, kind, "verb")
            for name, form in verb_forms(lemma):
                for spelled in spellings((form,)):
                    verbs.setdefault(spelled, word)
                    if name in PARTICIPLES:
                        participles.add(spelled)
        for lemma in lists["nouns"]:
            word = _word(data, lemma, kind, "noun")
            for _, form in noun_forms(lemma):
                nouns.setdefault(form, word)
    listed = {**data["sets"], "people": data["people"]["words"]}
    sets = {name: frozenset(form for one in held for _, form in noun_forms(one)) for name, held in listed.items()}
    return Words(
        verbs,
        nouns,
        frozenset(participles),
        sets,
        {name: frozenset(held) for name, held in data["unreal"].items()} | {"verbs": _forms(data["unreal"]["verbs"])},
        {form: frozenset(cases) for verb, cases in data["unreal_behind"].items() for form in _forms((verb,))},
        tuple(tuple(phrase.split()) for phrase in data["stop"]["phrases"]),
        _forms(data["real"]["verbs"]),
        frozenset(data["real"]["nouns"]),
        _forms(data["carrying"]["verbs"]),
        _forms(data["suffering"]["verbs"]),
        _forms(data["unreal"]["stopping"]),
        _forms(data["unreal"]["charging"]),
        frozenset(data["affected_owner"]["nouns"]),
    )


def _word(data: Mapping[str, Any], lemma: str, kind: str, role: str) -> Word:
    fields = tuple(Guard.__dataclass_fields__)
    guards = tuple(
        Guard(**{name: tuple(one.get(name, ())) for name in fields})
        for one in data["guard"]
        if one["word"] == lemma and one["as"] == role
    )
    verb = role == "verb"
    particles = frozenset(data["phrasal"].get(lemma, ())) if verb else frozenset()
    oblique = tuple(data["oblique"].get(lemma, ())) if verb else ()
    others = frozenset(data["other_verb"].get(lemma, ())) if verb else frozenset()
    return Word(lemma, kind, guards, particles, others, oblique, verb and lemma in data["transitive"]["verbs"])


def _forms(lemmas: Iterable[str]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for _, form in verb_forms(lemma))


@dataclass(frozen=True, slots=True)
class Around:
    """What stands beside a word of force, as far as guards ask: heads of phrases, as tokens of the tree."""

    subject: tuple[int, ...] = ()
    object: tuple[int, ...] = ()
    modifiers: tuple[int, ...] = ()
    prepositions: frozenset[str] = frozenset()


def allowed(tree: Tree, word: Word, around: Around) -> bool:
    """Return whether every guard of `word` holds."""
    return all(_holds(tree, guard, around) for guard in word.guards)


def _holds(tree: Tree, guard: Guard, around: Around) -> bool:
    def some(listed: tuple[str, ...], places: tuple[int, ...]) -> bool:
        return any(matches(tree, at, listed) for at in places)

    if some(guard.not_object, around.object) or some(guard.not_subject, around.subject):
        return False
    if some(guard.not_modifier, around.modifiers):
        return False
    if guard.any_object and around.object and not some((*guard.any_object, *_STANDS_FOR), around.object):
        return False
    stands_for = any(tree.low(at) in _STANDS_FOR for at in around.object)
    if guard.needs_object and not stands_for and not some(guard.needs_object, around.object):
        return False
    if guard.needs_subject and not some(guard.needs_subject, around.subject):
        return False
    return not guard.needs_modifier or (
        some(guard.needs_modifier, around.modifiers) or bool(around.prepositions & set(guard.needs_modifier))
    )


def stopped(tree: Tree, at: int) -> bool:
    """Return whether the word at `at` stands in a fixed phrase that tells of no force."""
    return any(
        all(at - i + k in tree.words and tree.low(at - i + k) == one for k, one in enumerate(phrase))
        for phrase in words().stops
        for i in range(len(phrase))
    )


def matches(tree: Tree, at: int, listed: tuple[str, ...]) -> bool:
    """Return whether the word at `at` is one of those listed, or in a set listed with @."""
    low = tree.low(at)
    for item in listed:
        if item == "@name":
            if is_name(tree, at):
                return True
        elif item == "@people":
            if is_person(tree, at):
                return True
        elif item.startswith("@"):
            if words().in_set(item[1:], low):
                return True
        elif low == item or singular(low) == item:
            return True
    return False


def is_name(tree: Tree, at: int) -> bool:
    """Return whether a proper name or a nation's adjective stands there."""
    printed = tree.printed(at)
    return (tree.tag(at) == "PROPN" and printed[:1].isupper()) or nations().find(printed) is not None


def is_person(tree: Tree, at: int) -> bool:
    """Return whether somebody stands there: a pronoun, a named person, a word for people, a counted few."""
    low = tree.low(at)
    if low in _PRONOUNS or words().in_set("people", low):
        return True
    if tree.tag(at) == "NUM" or low.endswith("ists") or (low.endswith("ans") and low != tree.printed(at)):
        return True
    named = tree.tag(at) == "PROPN"
    return named and not any(n.kind == "place" and n.range[0] <= at < n.range[1] for n in tree.reading.names)


_STANDS_FOR = word_list("analyzers.stand_for_anything")
"""Pronouns that may stand for anything: they speak for no figure of speech."""
_PRONOUNS = word_list("analyzers.pronouns")
