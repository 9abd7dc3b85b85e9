"""The words of `resources/agency`: which verbs and nouns tell of force or harm, and when they mean something else."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from ..english.inflection import FormName, noun_forms, verb_forms
from ..english.nations import nations
from ..english.spelling import spellings
from ..english.tables import words as word_list
from ..english.text import singular
from ..syntax import Tree
from ..syntax.match import Answer, Pattern, Pos, Relation, meant, pattern_of, pos_of, relation_of, ruled_out

ACTS = Path(__file__).resolve().parents[3] / "resources" / "agency" / "acts.toml"
PARTICIPLES = (FormName.PAST, FormName.PARTICIPLE)


@dataclass(frozen=True, slots=True)
class Guard:
    """What must and must not stand beside a word for it to be one of force."""

    pattern: Pattern
    unnamed: bool
    """Whether it also is one where a phrase that the pattern asks about is not there."""


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
    mishaps: Mapping[str, frozenset[str]]
    """What opens and tells an accident: prepositions, openings of clauses, verbs in every form."""

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
        {name: frozenset(held) for name, held in data["mishaps"].items()} | {"verbs": _forms(data["mishaps"]["verbs"])},
    )


def _word(data: Mapping[str, Any], lemma: str, kind: str, role: str) -> Word:
    guards = tuple(_guard(one) for one in data["guard"] if one["word"] == lemma and one["as"] == role)
    verb = role == "verb"
    particles = frozenset(data["phrasal"].get(lemma, ())) if verb else frozenset()
    oblique = tuple(data["oblique"].get(lemma, ())) if verb else ()
    others = frozenset(data["other_verb"].get(lemma, ())) if verb else frozenset()
    return Word(lemma, kind, guards, particles, others, oblique, verb and lemma in data["transitive"]["verbs"])


def _guard(row: Mapping[str, Any]) -> Guard:
    asked = {key: value for key, value in row.items() if key not in ("word", "as", "unnamed")}
    return Guard(pattern_of(asked), row.get("unnamed", False))


def _forms(lemmas: Iterable[str]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for _, form in verb_forms(lemma))


@dataclass(frozen=True, slots=True)
class Around:
    """A word of force as patterns ask for it: heads of phrases beside it, as tokens of the tree."""

    tree: Tree
    word: int
    subject: tuple[int, ...] = ()
    object: tuple[int, ...] = ()
    modifier: tuple[int, ...] = ()
    prepositions: tuple[int, ...] = ()
    """Of what hangs on it: they may speak for a noun as its modifiers do, "a strike [on] the port"."""

    @property
    def pos(self) -> Pos | None:
        return pos_of(self.tree, self.word)

    @property
    def relation(self) -> Relation | None:
        return relation_of(self.tree, self.word)

    def heads(self, place: str) -> Sequence[int]:
        if place == "head":
            head = self.tree.head(self.word)
            return () if head is None else (head,)
        found: tuple[int, ...] = getattr(self, place)
        return found

    def parts(self, place: str) -> Sequence[int]:
        return (*self.heads(place), *(self.prepositions if place == "modifier" else ()))

    def holds(self, item: str, word: int) -> bool:
        return matches(self.tree, word, (item,))


def allowed(word: Word, around: Around) -> bool:
    """Return whether every guard of `word` holds."""
    return all(_holds(guard, around) for guard in word.guards)


def _holds(guard: Guard, around: Around) -> bool:
    pattern = guard.pattern
    if ruled_out(pattern, around, around.holds):
        return False
    if any(around.tree.low(at) in _STANDS_FOR for at in around.object):
        pattern = replace(pattern, object=())  # "them" speaks for no figure of speech
    answer = meant(pattern, around, around.holds)
    return answer is Answer.YES or (guard.unnamed and answer is Answer.OPEN)


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
