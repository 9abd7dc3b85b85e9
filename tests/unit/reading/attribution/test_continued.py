"""Quotations that go on after the sentence that named their speaker."""

from __future__ import annotations

from analysis.messages import message
from analysis.model import Article, CueStance, Span
from analysis.reading.attribution.continued import carry_on
from analysis.reading.attribution.found import Found
from analysis.reading.pipeline import read_document

WHY = message("attribution.why.post")


def test_words_without_a_cue_stand_beside_others_in_one_sentence() -> None:
    text = "“We shall rebuild,” she wrote. “No stall will be lost.”"
    document = read_document(Article("a", "Outlet", "Title", text, (), "test", "", ""))
    post = Found(0, [], [Span(0, 18)], [], CueStance.NEUTRAL, WHY)
    said = Found(0, [Span(24, 29)], [Span(0, 19)], [Span(20, 23)], CueStance.NEUTRAL, WHY, {0})
    carry_on(document, [said, post])
    assert said.quotations == {0, 1}
