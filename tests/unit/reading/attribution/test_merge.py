"""Rules and Reader put together: whose source stays, and which relations of the Reader's are left out."""

from __future__ import annotations

import pytest

from analysis.messages import message
from analysis.model import CueStance, Span
from analysis.reading.attribution.fallback.line import Line
from analysis.reading.attribution.found import Found
from analysis.reading.attribution.merge import merged
from analysis.reading.attribution.relations import Learned
from analysis.reading.english.cues import cue_forms

TEXT = "The old miller of Hane said the weir broke"


def found(source: str, cue: str = "said", content: str = "the weir broke") -> Found:
    def spans(words: str) -> list[Span]:
        return [Span(TEXT.index(words), TEXT.index(words) + len(words))] if words else []

    why = message("attribution.why.before", cue=cue)
    return Found(0, spans(cue), spans(content), spans(source), CueStance.NEUTRAL, why)


def learned(one: Found, known: bool = True, bare: bool = False) -> Learned:
    line = Line(0, Span(0, len(TEXT)), 0, [], [], [], [], [], [])
    return Learned(one, 0.9, cue_forms()["said"] if known else None, line, bare)


@pytest.mark.parametrize(
    ("rule", "read", "expected"),
    [
        ("The old miller", "", "The old miller"),
        ("The old miller", "The old", "The old miller"),
        ("The old miller", "The old miller of Hane", "The old miller of Hane"),
        ("", "The old miller", "The old miller"),
    ],
)
def test_a_source_is_never_replaced_by_a_shorter_one(rule: str, read: str, expected: str) -> None:
    [one] = merged([found(rule)], [learned(found(read))])
    assert one.source[0].of(TEXT) == expected


def test_a_rules_source_within_the_readers_content_is_not_taken_over() -> None:
    [one] = merged([found("the weir")], [learned(found("Hane"))])
    assert one.source[0].of(TEXT) == "Hane"


@pytest.mark.parametrize(
    ("known", "bare", "ruled", "kept"),
    [(False, True, False, 0), (True, True, False, 1), (False, False, False, 1), (False, True, True, 1)],
)
def test_an_unknown_cue_without_clause_or_quotation_is_left_out(
    known: bool, bare: bool, ruled: bool, kept: int
) -> None:
    rules = [found("The old miller")] if ruled else []
    assert len(merged(rules, [learned(found("The old miller"), known, bare)])) == kept


def test_a_rule_stands_beside_what_the_reader_heard_in_its_words_and_ends_before_that_source() -> None:
    text = "The miller bragged that the weir held and the mayor swore it leaked"

    def span(words: str) -> list[Span]:
        return [Span(text.index(words), text.index(words) + len(words))]

    def said(source: str, cue: str, content: str) -> Found:
        why = message("attribution.why.before", cue=cue)
        return Found(0, span(cue), span(content), span(source), CueStance.NEUTRAL, why)

    rule = said("The miller", "bragged", "that the weir held and the mayor swore it leaked")
    inner, outer = merged([rule], [learned(said("the mayor", "swore", "it leaked"))])
    assert inner.content[0].of(text) == "it leaked"
    assert outer.content[0].of(text).strip() == "that the weir held and"
