"""Patterns over the parse as data: what must and must not hold of a word in its sentence, for lexicons and acts alike.

A `not_` key that is met rules the word out. The other keys say when it is meant: where all of them hold, `meant`
answers YES; where a phrase that is asked about is not there at all, OPEN, and whoever asks decides; else NO.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Protocol

from .phrase import first_joined
from .tree import Tree


class Pos(StrEnum):
    """Parts of speech as an author of patterns names them."""

    NOUN = "noun"
    NAME = "name"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"


class Relation(StrEnum):
    """How a word stands in its sentence, as far as senses turn on it."""

    SUBJECT = "subject"
    OBJECT = "object"
    MODIFIER = "modifier"
    """Before the noun that it belongs to: "[government] officials", "the [captured] town"."""
    PREDICATE = "predicate"
    """What is said of a subject: "the step is [welcome]"."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What must and must not hold of a word in the parse; words in lower case, groups with an @."""

    pos: tuple[Pos, ...] = ()
    not_pos: tuple[Pos, ...] = ()
    relation: tuple[Relation, ...] = ()
    not_relation: tuple[Relation, ...] = ()
    head: tuple[str, ...] = ()
    """One of these is what the word modifies or is said of."""
    not_head: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    modifier: tuple[str, ...] = ()
    """One of these stands in the word's own phrase."""
    not_modifier: tuple[str, ...] = ()


PLACES = ("head", "subject", "object", "modifier")
"""What a pattern asks about beside the word itself."""
CHOICES: Mapping[str, type[Pos] | type[Relation]] = {
    "pos": Pos,
    "not_pos": Pos,
    "relation": Relation,
    "not_relation": Relation,
}
"""Keys whose values are out of a fixed set."""
WORDS = tuple(name for name in Pattern.__dataclass_fields__ if name not in CHOICES)
"""Keys whose values are words and groups."""


class Answer(Enum):
    YES = "yes"
    NO = "no"
    OPEN = "open"
    """A phrase that is asked about is not there."""


class Standing(Protocol):
    """A word as it stands in its sentence."""

    @property
    def pos(self) -> Pos | None: ...

    @property
    def relation(self) -> Relation | None: ...

    def heads(self, place: str) -> Sequence[int]:
        """Return the heads of the phrases in one of PLACES; none where there is no such phrase."""

    def parts(self, place: str) -> Sequence[int]:
        """Return the heads with the words that may speak for them: "[tax] evasion"."""


Holds = Callable[[str, int], bool]
"""Whether a word or group of a pattern stands at a place of the tree."""


def ruled_out(pattern: Pattern, standing: Standing, holds: Holds) -> bool:
    """Return whether a `not_` key of the pattern is met; they look at heads alone."""
    if standing.pos in pattern.not_pos or standing.relation in pattern.not_relation:
        return True
    return any(_some(getattr(pattern, f"not_{place}"), standing.heads, place, holds) for place in PLACES)


def meant(pattern: Pattern, standing: Standing, holds: Holds) -> Answer:
    """Return whether everything holds that the pattern asks for."""
    asked = [place for place in PLACES if getattr(pattern, place)]
    fits = (not pattern.pos or standing.pos in pattern.pos) and (
        not pattern.relation or standing.relation in pattern.relation
    )
    if fits and all(_some(getattr(pattern, place), standing.parts, place, holds) for place in asked):
        return Answer.YES
    return Answer.NO if all(standing.heads(place) for place in asked) else Answer.OPEN


def _some(items: Sequence[str], words_of: Callable[[str], Sequence[int]], place: str, holds: Holds) -> bool:
    return bool(items) and any(holds(item, word) for word in words_of(place) for item in items)


def pattern_of(row: Mapping[str, object]) -> Pattern:
    """Return the pattern that a table of TOML writes. ValueError at a key or value that there is none of."""
    found: dict[str, tuple[str, ...]] = {}
    for key, value in row.items():
        if key not in Pattern.__dataclass_fields__:
            raise ValueError(f"{key!r} is no key of a pattern")
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ValueError(f"{key!r} must be a list of texts")
        found[key] = tuple(CHOICES[key](item) for item in value) if key in CHOICES else tuple(value)
    return Pattern(**found)  # type: ignore[arg-type]  # choices are texts too


# ---------------------------------------------------------------------------- how a word stands


_POS = {
    "NOUN": Pos.NOUN,
    "PROPN": Pos.NAME,
    "VERB": Pos.VERB,
    "AUX": Pos.VERB,
    "ADJ": Pos.ADJECTIVE,
    "ADV": Pos.ADVERB,
}


def pos_of(tree: Tree, word: int) -> Pos | None:
    """Return a word's part of speech; None for one that no pattern names."""
    return _POS.get(tree.tag(word))


def relation_of(tree: Tree, word: int) -> Relation | None:
    """Return how a word stands, also as one of several joined words; None for what no pattern names."""
    first = first_joined(tree, word)
    found, head = tree.relation(first), tree.head(first)
    if found.startswith(("nsubj", "csubj")):
        return Relation.SUBJECT
    if found in ("obj", "iobj"):
        return Relation.OBJECT
    if found in ("amod", "compound") and head is not None and head > first:
        return Relation.MODIFIER
    return Relation.PREDICATE if is_predicate(tree, first) else None


def is_predicate(tree: Tree, word: int) -> bool:
    """Return whether something other than an act is said of a subject here: "the step is [welcome]"."""
    if tree.tag(word) in ("VERB", "AUX"):
        return False
    return tree.child(word, "cop", "nsubj", "nsubj:outer", "csubj") is not None or tree.relation(word) in (
        "xcomp",
        "root",
    )
