"""Patterns over the parse: what they rule out, what they mean, and what is no pattern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from analysis.reading.analyzers.agency_words import words
from analysis.reading.syntax.match import Answer, Pattern, Pos, Relation, meant, pattern_of, ruled_out


@dataclass
class Word:
    """A word that stands as it is told to; its phrases are numbers of words."""

    pos: Pos | None = Pos.VERB
    relation: Relation | None = None
    named: dict[str, list[int]] = field(default_factory=dict)

    def heads(self, place: str) -> Sequence[int]:
        return self.named.get(place, [])

    def parts(self, place: str) -> Sequence[int]:
        return [word + extra for word in self.heads(place) for extra in (0, 10)]


TOKENS = {1: "town", 2: "record", 11: "river"}


def holds(item: str, word: int) -> bool:
    return TOKENS.get(word) == item


SEIZED = Word(named={"object": [1]})


@pytest.mark.parametrize(
    ("pattern", "answer"),
    [
        (Pattern(object=("town",)), Answer.YES),
        (Pattern(object=("river",)), Answer.YES),
        (Pattern(object=("record",)), Answer.NO),
        (Pattern(subject=("army",)), Answer.OPEN),
        (Pattern(object=("town",), subject=("army",)), Answer.OPEN),
        (Pattern(pos=(Pos.VERB,)), Answer.YES),
        (Pattern(pos=(Pos.NOUN,)), Answer.NO),
        (Pattern(relation=(Relation.OBJECT,)), Answer.NO),
        (Pattern(), Answer.YES),
    ],
)
def test_a_word_is_meant_where_all_that_is_asked_for_holds(pattern: Pattern, answer: Answer) -> None:
    assert meant(pattern, SEIZED, holds) is answer


@pytest.mark.parametrize(
    ("pattern", "out"),
    [
        (Pattern(not_object=("town",)), True),
        (Pattern(not_object=("river",)), False),
        (Pattern(not_subject=("town",)), False),
        (Pattern(not_pos=(Pos.VERB,)), True),
        (Pattern(not_relation=(Relation.OBJECT,)), False),
    ],
)
def test_what_a_pattern_forbids_is_asked_of_heads_alone(pattern: Pattern, out: bool) -> None:
    assert ruled_out(pattern, SEIZED, holds) is out


def test_a_table_writes_a_pattern() -> None:
    written = {"pos": ["verb"], "not_relation": ["modifier"], "object": ["@place"]}
    assert pattern_of(written) == Pattern(pos=(Pos.VERB,), not_relation=(Relation.MODIFIER,), object=("@place",))


@pytest.mark.parametrize("row", [{"obj": ["x"]}, {"object": "x"}, {"object": [1]}, {"pos": ["vreb"]}])
def test_what_is_no_pattern_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"obj|object|vreb"):
        pattern_of(row)


def test_every_set_that_a_guard_of_acts_names_is_there() -> None:
    known = words()
    guards = [guard for word in (*known.verbs.values(), *known.nouns.values()) for guard in word.guards]
    named = {
        item
        for guard in guards
        for key in Pattern.__dataclass_fields__
        for item in getattr(guard.pattern, key)
        if item.startswith("@")
    }
    assert named
    assert {item[1:] for item in named} - {"name", "people"} <= set(known.sets)
