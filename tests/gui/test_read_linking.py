"""What corresponds in two articles, and where that puts their columns."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.linking import Alignment, interpolate, rising

from .story import comparison

PAIRS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=12, unique_by=lambda p: p[0]).map(sorted)


@given(PAIRS)
def test_rising_keeps_a_part_in_order(pairs: list[tuple[int, int]]) -> None:
    kept = rising(pairs)
    assert [p for p in pairs if p in kept] == list(kept)
    assert all(one[1] < other[1] for one, other in pairwise(kept))
    assert bool(kept) == bool(pairs)


@given(PAIRS)
def test_rising_keeps_all_of_what_rises_already(pairs: list[tuple[int, int]]) -> None:
    ordered = [(first, number) for number, (first, _) in enumerate(pairs)]
    assert list(rising(ordered)) == ordered


def test_one_sentence_out_of_place_is_left_aside() -> None:
    assert rising([(0, 0), (10, 90), (20, 20), (30, 30)]) == ((0, 0), (20, 20), (30, 30))


def test_places_between_two_anchors_are_in_proportion() -> None:
    places = [(0.0, 0.0), (100.0, 50.0), (200.0, 250.0)]
    assert [interpolate(places, x) for x in (0, 50, 100, 150, 200)] == [0, 25, 50, 150, 250]


def test_counterparts_come_with_their_own_sentence_and_never_alone() -> None:
    story = comparison()
    alignment = Alignment(story)
    shared, alone = story.statements[0], next(s for s in story.statements if len(s.members) == 1)
    first = shared.members[0]
    assert set(alignment.counterparts(first.article, first.sentence)) == {m.article for m in shared.members}
    assert alignment.counterparts(alone.members[0].article, alone.members[0].sentence) == {}
    assert Alignment(None).counterparts(first.article, first.sentence) == {}
