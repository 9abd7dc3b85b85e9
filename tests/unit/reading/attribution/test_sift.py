"""What looks like an attribution and is none."""

from __future__ import annotations

import pytest

from analysis.model import Article
from analysis.reading.pipeline import read_document


def cues(text: str) -> list[str]:
    document = read_document(Article("a", "Outlet", "Title", text, (), "test", "", ""))
    return [span.of(text) for one in document.attributions for span in one.cue]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said that bakers want the ovens back.", ["said"]),
        ("The mayor said that bakers claim the ovens are theirs.", ["said", "claim"]),
        ("The mayor must announce a decision by Friday.", []),
        ("The mayor will not say when the ovens return.", ["will not say"]),
        ("The ferocity of the quarrel showed that nobody had slept.", []),
        ("A study showed that nobody had slept.", ["showed"]),
        ("FROST BITE Baker says ovens are cold WARM UP Mayor claims coal is near SHUT DOWN Why you need bread.", []),
    ],
)
def test_thoughts_in_words_plans_and_evidence_are_no_attributions(text: str, expected: list[str]) -> None:
    assert cues(text) == expected
