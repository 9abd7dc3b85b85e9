"""Word shares sum to the package's compound, whatever the sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import BOOSTER_DICT, NEGATE, SPECIAL_CASES, SentimentIntensityAnalyzer

from analysis.reading.analyzers.sentiment_words import score
from analysis.reading.language import straighten

PACKAGE = SentimentIntensityAnalyzer()
RATED = sorted(PACKAGE.lexicon)
RULED = sorted(
    {
        *BOOSTER_DICT,
        *NEGATE,
        *SPECIAL_CASES,
        "but",
        "least",
        "at",
        "very",
        "no",
        "nor",
        "or",
        "so",
        "this",
        "kind",
        "of",
    }
)
PLAIN = [
    "the",
    "plan",
    "of",
    "a",
    "town",
    "…",
    "—",
    "“",
    "”",
    "’s",
    "''",
    "?",
    "!",
    "!!",
    "???",
    "😁",
    "💔",
    ",",
    "Korva",
]

pieces = st.one_of(st.sampled_from(RATED), st.sampled_from(RULED), st.sampled_from(PLAIN))
shaped = st.tuples(pieces, st.sampled_from(("", ".", ",", "!", "?", "”", "'")), st.booleans()).map(
    lambda t: (t[0].upper() if t[2] else t[0]) + t[1]
)
sentences = st.lists(shaped, min_size=0, max_size=14).map(" ".join)


@given(st.one_of(sentences, st.text(max_size=60)))
def test_parts_sum_to_the_packages_compound(sentence: str) -> None:
    scored = score(sentence)
    assert scored.compound == PACKAGE.polarity_scores(straighten(sentence))["compound"]
    assert sum(part.weight for part in scored.parts) == pytest.approx(scored.compound, abs=1e-4)


@given(sentences)
def test_parts_stand_in_order_inside_the_sentence(sentence: str) -> None:
    parts = score(sentence).parts
    assert all(0 <= p.span.start < p.span.end <= len(sentence) for p in parts)
    assert [p.span for p in parts] == sorted(p.span for p in parts)
