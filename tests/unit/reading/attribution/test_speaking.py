"""What can be a source: somebody who speaks or thinks, or something written."""

from __future__ import annotations

import pytest

from analysis.model import Article
from analysis.reading.english.speaking import can_speak
from analysis.reading.pipeline import read_document


def sources(text: str) -> list[str]:
    document = read_document(Article("a", "Outlet", "Title", text, (), "test", "", ""))
    return [span.of(text) for one in document.attributions for span in one.source]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What cannot speak is no source.
        ("Bo Lund's stance underlines the quarrel over the quay.", []),
        ("The smell of the kippers said that supper was near.", []),
        ("The ferry, a boat built for a loan called Puffin, is old.", []),
        ("He tried to push back against early reports that the quay had sunk.", []),
        ("Fresh questions centre on the quay.", []),
        ("The mayor disputed Blue claims that the quay had sunk.", ["The mayor"]),
        ("She has a plan to hire porters to process ferry claims quickly.", []),
        ("The bill, which has passed, allows the mayor great latitude in denying that fares are due.", []),
        ("Fares rose by 0.2 percentage points on the quay.", []),
        ("He told of the loss of names from registration lists of the harbour.", []),
        # What is told of is no source, whoever tells of it is.
        ("They will close the inn, a move student porters say is unwise.", ["student porters"]),
        ("It fell, a condition Ms. Orr has said must end.", ["Ms. Orr"]),
        # A phrase that is not cut.
        ("Voters who left the hall and said it was late were cold.", ["Voters"]),
        ("Some argue that the quay is old.", ["Some"]),
        ("The porters' voting base hated the mayor's plan.", ["The porters' voting base"]),
        ("They likened it to theft, threatened prosecution and left.", ["They"]),
        # Documents have words, but no wishes.
        ("The inquiries hope to shed light on the quay.", []),
        ("The report said the quay had sunk.", ["The report"]),
        ("Forty percent said the quay had sunk.", ["Forty percent"]),
    ],
)
def test_a_source_is_somebody_who_can_speak(text: str, expected: list[str]) -> None:
    assert sources(text) == expected


@pytest.mark.parametrize(
    ("word", "speaks"),
    [
        ("glazier", True),
        ("glaziers", True),
        ("botanist", True),
        ("ferrywoman", True),
        ("co-pilot", True),
        ("children", True),
        ("leaflets", True),
        ("border", False),
        ("powers", False),
        ("stance", False),
        ("arrival", False),
        ("online", False),
    ],
)
def test_a_head_noun_speaks_or_does_not(word: str, speaks: bool) -> None:
    assert can_speak(word) is speaks
