"""What is no choice of the story's words: teasers, notes, titles of works, names."""

from __future__ import annotations

import pytest

from analysis.model import MarkKind
from analysis.reading.pipeline import analyze_article
from analysis.settings import ReadSettings
from analysis.sources import read_bytes, read_text
from tests.unit.sources.makers import page

BODY = "The harbour council met on Monday in the old market hall and talked for two hours about the price of bread."


def terms(text: str, keep: bool = False) -> list[str]:
    """Return the framing terms found in an article."""
    (article,) = read_text(f"Council meets in Vell\n\n{BODY}\n\n{text}", settings=ReadSettings(keep_text=keep)).articles
    return [m.span.of(article.text) for m in analyze_article(article).of_kind(MarkKind.FRAMING)]


@pytest.mark.parametrize(
    "text",
    [
        "The army left (RELATED: Militants flee the bridge at Orle).",
        "The army left. [Also read: Regime collapses in Orle]",
        "Read more: Terrorists storm the town of Nolm",
        "The Regime Watch Institute met in Orle.",
        "Members of the Freedom Fighters Party sang.",
        "The novel “The Regime” won a prize.",
        "She saw “The Terrorist”, a new thriller by Noor Vance.",
    ],
)
def test_a_word_of_another_story_a_work_or_a_name_is_no_term(text: str) -> None:
    assert terms(text, keep=True) == []


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The army left. Militants fled the bridge at Orle.", "Militants"),
        ("The militants (who fled at noon) left.", "militants"),
        ("“We will fight the regime,” said Noor Vance.", "regime"),
        ("More terrorists came to the town of Nolm.", "terrorists"),
    ],
)
def test_a_word_of_the_story_stays_a_term(text: str, term: str) -> None:
    assert terms(text, keep=True) == [term]


def test_a_paragraph_that_is_a_link_is_another_storys_teaser() -> None:
    link = "<p><strong><a href='/other'>Militants storm the town of Nolm at dawn</a></strong></p>"
    inline = "<p>The army said that <a href='/more'>militants</a> had fled over the hills in the night.</p>"
    prose = "".join(f"<p>{BODY} It was day {i}.</p>" for i in range(6))
    data = page(f"<article><h1>Council meets in Vell</h1>{prose}{link}{inline}</article>")
    (article,) = read_bytes(data, "page.html").articles
    found = [m.span.of(article.text) for m in analyze_article(article).of_kind(MarkKind.FRAMING)]
    assert found == ["militants"]
