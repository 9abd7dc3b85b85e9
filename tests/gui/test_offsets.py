"""Code points and UTF-16 positions translate into each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import Span
from gui.offsets import Offsets

TEXTS = st.text(alphabet=st.sampled_from("a é\n—😀𝒳字"), max_size=40)


@given(TEXTS)
def test_every_offset_comes_back(text: str) -> None:
    offsets = Offsets(text)
    for i in range(len(text) + 1):
        position = len(text[:i].encode("utf-16-le")) // 2
        assert offsets.to_qt(i) == position
        assert offsets.from_qt(position) == i


@pytest.mark.parametrize(
    ("text", "span", "qt"),
    [
        ("He slammed it", Span(3, 10), (3, 7)),
        ("😀 slammed", Span(2, 9), (3, 7)),
        ("a😀b😀c", Span(1, 4), (1, 5)),
        ("", Span(0, 0), (0, 0)),
    ],
)
def test_spans_are_start_and_length_in_qt(text: str, span: Span, qt: tuple[int, int]) -> None:
    offsets = Offsets(text)
    assert offsets.span_to_qt(span) == qt
    assert Span(offsets.from_qt(qt[0]), offsets.from_qt(sum(qt))) == span


def test_the_middle_of_a_pair_belongs_to_its_character() -> None:
    assert Offsets("a😀b").from_qt(2) == 1
