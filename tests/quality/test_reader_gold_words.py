"""The gold for names, loaded words, agency and targets: it reads, it says what its rules allow, nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from analysis.model import Span

from . import reader_gold_words as gold
from .reader_gold_words import Act, GoldError, Marked

COUNTS = {
    "name passages": 75,
    "names: person": 43,
    "names: organization": 72,
    "names: place": 71,
    "names: group": 11,
    "groupings": 25,
    "mentions to group": 118,
    "actors": 54,
    "loaded sentences": 44,
    "plain sentences": 28,
    "loaded stretches": 77,
    "sentences with acts": 71,
    "sentences without act": 18,
    "acts: active": 31,
    "acts: passive": 16,
    "acts: agentless": 20,
    "acts: nominal": 18,
    "target sentences": 52,
    "targets: negative": 26,
    "targets: neutral": 20,
    "targets: positive": 20,
}

MONTHS = {"May"}
"""Names that are also an unmarked word of their passage."""


def test_the_files_hold_as_much_as_was_written() -> None:
    assert gold.counts() == COUNTS


def test_a_name_is_marked_wherever_its_passage_has_it() -> None:
    for passage in gold.names():
        for name in passage.names:
            words = name.span.of(passage.text)
            for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", passage.text):
                inside = any(other.span.contains(Span(*match.span())) for other in passage.names)
                assert inside or words in MONTHS, (words, passage.text)


def test_no_mark_takes_in_an_article_at_the_head_of_a_name() -> None:
    marks = {name.span.of(passage.text) for passage in gold.names() for name in passage.names}
    assert {mark for mark in marks if mark.lower().startswith(("the ", "president ", "mr. "))} == {"The Hague"}


def test_no_name_is_left_outside_its_alias_group_by_the_same_full_words() -> None:
    for grouping in gold.groupings():
        keys: dict[str, set[str]] = {}
        for mention, actor in zip(grouping.mentions, grouping.actors, strict=True):
            keys.setdefault(mention.of(grouping.text), set()).add(actor)
        assert all(len(actors) == 1 for actors in keys.values()), grouping.text


def test_marks_are_taken_out_and_their_places_kept() -> None:
    text, marks = gold.unmark("[[Lena Aho|person]] left [[Korva|place]]'s court.")
    assert text == "Lena Aho left Korva's court."
    assert marks == (Marked(Span(0, 8), "person"), Marked(Span(14, 19), "place"))


def test_a_stretch_can_play_in_two_acts() -> None:
    sentence = gold.read_agency(
        "[[He|actor 1; affected 2]] [[hit|act 1 active]] [[a man|affected 1]], was [[shot|act 2 agentless]] in a raid",
        ("raid",),
    )
    assert sentence.acts == (
        Act(Span(3, 6), "active", Span(0, 2), Span(7, 12)),
        Act(Span(18, 22), "agentless", None, Span(0, 2)),
    )
    assert [span.of(sentence.text) for span in sentence.optional] == ["raid"]


@pytest.mark.parametrize(
    ("read", "why"),
    [
        (lambda: gold.unmark("[[Lena Aho|person left"), "not closed"),
        (lambda: gold.unmark("[[Lena [[Aho|person]]|person]] left"), "not closed"),
        (lambda: gold.unmark("[[Lena |person]]left"), "space"),
        (lambda: gold.read_names("[[Lena|human]] left"), "none of"),
        (lambda: gold.read_names("[[Lena]] left"), "none of"),
        (lambda: gold.read_grouping("[[Lena|1]] left"), "two mentions"),
        (lambda: gold.read_grouping("[[Lena|1]] left [[Aho]]"), "key"),
        (lambda: gold.read_loaded("A [[brazen]] lie", False), "do not agree"),
        (lambda: gold.read_loaded("A brazen lie", True), "do not agree"),
        (lambda: gold.read_loaded("A [[most brazen lie indeed]]", True), "more than 3"),
        (lambda: gold.read_agency("[[He|actor 1]] left"), "no act"),
        (lambda: gold.read_agency("He [[hit|act 1 hard]] me"), "cannot be read"),
        (lambda: gold.read_agency("He [[hit|act 1 active]] me"), "form and actor"),
        (lambda: gold.read_agency("[[I|actor 1]] was [[hit|act 1 agentless]]"), "form and actor"),
        (lambda: gold.read_agency("[[I|actor 1]] [[hit|act 1 active]] [[him|actor 1]]"), "cannot be read"),
        (lambda: gold.read_agency("I was [[hit|act 1 agentless]]", ("raid",)), "not in the text"),
        (lambda: gold.read_agency("I was [[hit|act 1 agentless]]", ("hit",)), "is an act"),
        (lambda: gold.read_targets("[[He|good]] left"), "none of"),
        (lambda: gold.read_targets("He left"), "no target"),
    ],
)
def test_a_slip_of_the_coder_is_refused(read: Callable[[], object], why: str) -> None:
    with pytest.raises(GoldError, match=why):
        read()
