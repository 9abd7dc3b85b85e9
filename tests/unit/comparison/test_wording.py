"""Words that set a group apart."""

from dataclasses import replace
from math import log, sqrt

import pytest

from analysis.comparison.groups import make_groups, order
from analysis.comparison.scope import Scope
from analysis.comparison.wording import PRIOR_WORDS, keywords, log_odds
from analysis.model import Actor, ActorKind, ArticleAnalysis, Keyword, Span
from tests.builders import built


def found(*analyses: ArticleAnalysis) -> list[Keyword]:
    ordered = order(analyses)
    return list(keywords(Scope(ordered, make_groups(ordered))))


def test_log_odds_follow_the_published_formula() -> None:
    a, prior = 0.01 * PRIOR_WORDS, PRIOR_WORDS
    delta = log((12 + a) / (400 + prior - 12 - a)) - log((3 + a) / (900 + prior - 3 - a))
    z = delta / sqrt(1 / (12 + a) + 1 / (3 + a))
    assert log_odds(12, 400, 3, 900, 0.01) == pytest.approx((delta, z))


def test_a_word_used_alike_sets_nobody_apart() -> None:
    assert log_odds(10, 500, 10, 500, 0.02) == pytest.approx((0, 0))


def test_forms_of_a_word_are_counted_as_one_and_open_their_places() -> None:
    one = built(
        "Militants fled. A militant hid. The militants' leader, a militant, spoke of rain and bread.", outlet="A"
    )
    two = built("Rain fell on bread. Rain fell on stone. Rain and bread and stone and rain.", outlet="B")
    first = found(one, two)[0]
    assert (first.word, first.group, first.count, first.rest) == ("militant", "a", 4, 0)
    assert [p.span.of(one.document.text).lower()[:8] for p in first.passages] == ["militant"] * 4


def test_british_and_american_spelling_are_one_word_shown_as_the_group_spells_it() -> None:
    british = "The centre of the harbour grew. The harbour centre closed. A centre, a harbour and a queue of barges."
    american = "The center of the harbor grew. The harbor center closed. A center, a harbor and a line of barges."
    one, two = built(british, outlet="A"), built(american, outlet="B")
    assert not {k.word for k in found(one, two)} & {"centre", "center", "harbour", "harbor"}
    twice = built(british + " Colours and colours and colours.", outlet="A")
    assert {k.word for k in found(twice, two)} >= {"colour"}


@pytest.mark.parametrize(
    "text",
    [
        "The of and to. The of and to. The of and to.",
        "Ada Marlow ran. Ada Marlow hid. Marlow slept.",
        "There were 40 and 40 and 40 and 40.",
        "Post here, Post there, Post Post.",
        "bridge bell",
    ],
    ids=["function words", "persons", "numbers", "the group's own name", "too few"],
)
def test_words_that_are_not_listed(text: str) -> None:
    other = built("Stone fell on bread and rain fell on stone for hours and days.", outlet="Herald")
    words = {k.word for k in found(built(text, outlet="Post", persons=["Ada Marlow"]), other) if k.group == "post"}
    assert not words & {"the", "ada", "marlow", "40", "post", "bridge"}


def test_a_person_is_known_from_the_other_articles() -> None:
    texts = ("Marlow ran. Marlow hid. Marlow slept in rain.", "Stone fell. Marlow saw rain and stone. Marlow wept.")
    one, two = built(texts[0], outlet="A"), built(texts[1], outlet="B", persons=["Marlow"])
    place = Actor("Marlow", ActorKind.PLACE, (), (Span(0, 6),))
    mistaken = replace(one, document=replace(one.document, actors=(place,)))
    assert "marlow" not in {k.word for k in found(mistaken, two)}


def test_one_group_alone_has_no_keywords() -> None:
    assert found(built("bridge bridge bridge bridge", outlet="A")) == []
