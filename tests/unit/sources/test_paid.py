"""Paid content and press releases, by the label that they carry."""

from __future__ import annotations

import pytest

from analysis.model import Article
from analysis.sources import read_bytes

from . import makers

STORY = "\n\n".join(makers.PARAGRAPHS)


def article(text: str) -> Article:
    (found,) = read_bytes(text.encode(), "a.txt").articles
    return found


def is_paid(found: Article) -> bool:
    return "sources.paid" in {note.key for note in found.notes}


@pytest.mark.parametrize(
    "label",
    ["SPONSORED CONTENT", "Paid content by Lindmark Cranes Ltd", "Advertisement feature", "FOR IMMEDIATE RELEASE"],
)
def test_a_label_of_paid_content_is_said(label: str) -> None:
    assert is_paid(article(f"{label}\n\n{makers.TITLE}\n\n{STORY}\n"))
    assert is_paid(article(f"{makers.TITLE}\n\n{STORY}\n\n{label}\n"))


@pytest.mark.parametrize(
    "line",
    [
        "Sponsored content grows in Norland",
        "Press release rules change for ports",
        "The harbour paid for by the state is closed",
        "Paid content made up a third of what the paper earned last year, its owners said on Monday.",
    ],
)
def test_news_about_paid_content_is_news(line: str) -> None:
    assert not is_paid(article(f"{line}\n\n{STORY}\n"))
    assert not is_paid(article(f"{makers.TITLE}\n\n{STORY}\n\n{line}\n"))
