"""What a story is called that nobody named."""

from __future__ import annotations

import random

import pytest

from analysis.comparison.story import WORDS, story_name
from analysis.model import Article

TEXT = "The dam at Kalvora was hit by a strike. The army said that the Supreme Court and the Supreme Council met."


def articles(*titles: str, text: str = TEXT, language: str = "en") -> list[Article]:
    return [Article(str(i), f"Outlet {i}", t, text, (), "", "", "", language) for i, t in enumerate(titles)]


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (("Kalvora dam strike kills nine", "Nine dead in strike on Kalvora dam"), "Kalvora dam strike"),
        (("KALVORA DAM HIT BY STRIKE", "Strikes hit the Kalvora dam"), "Kalvora dam hit strike"),
        (("Orr’s Vallin falls", "Vallin and Orr", "The end of Orr and Vallin"), "Orr Vallin"),
        (("Supreme Court bans it", "What the supreme court said"), "Supreme Court"),
        (("One bridge", "Another road"), ""),
        (("Only one headline",), ""),
        (("", ""), ""),
        ((), ""),
        (("The talks in Arven", "Mayor quits", "Rain again", "A long night", "Arven waits", "Snow"), "Arven"),
        (("The talks in Arven", "Mayor quits", "Rain talks", "A long night", "Orr waits", "Snow"), ""),
    ],
)
def test_a_story_goes_by_the_words_that_its_headlines_share(titles: tuple[str, ...], name: str) -> None:
    text = TEXT + " Orr and Vallin went to Arven. Talks went on, and the talks failed. Nine of them hit it."
    assert story_name(articles(*titles, text=text)) == name


def test_a_name_stays_short_and_whole() -> None:
    title = "Army says Mira Doll hit the Old Kalvora Dam in Arven on the Night of the Long Rain"
    name = story_name(articles(title, title))
    assert len(name.split()) <= WORDS
    assert ("Mira" in name) == ("Doll" in name)


def test_headlines_in_other_languages_are_not_read() -> None:
    assert story_name(articles("Kalvora dam", "Kalvora dam", language="fr")) == ""


def test_the_order_of_words_does_not_hang_on_chance() -> None:
    titles = ["Kalvora dam strike", "Strike on Kalvora dam", "Dam in Kalvora is hit by a strike"]
    names = set()
    for seed in range(5):
        mixed = articles(*titles)
        random.Random(seed).shuffle(mixed)
        names.add(frozenset(story_name(mixed).casefold().split()))
    assert names == {frozenset({"kalvora", "dam", "strike"})}
