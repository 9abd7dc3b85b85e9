"""Passages that outlets share nearly word for word."""

from collections.abc import Sequence

import pytest

from analysis.comparison.agencies import credited, own_agency
from analysis.comparison.groups import make_groups, order
from analysis.comparison.scope import Scope
from analysis.comparison.wire import later_copies, overlaps, wire_passages
from analysis.model import ArticleAnalysis
from tests.builders import built, make_article

COPY = (
    "The ferry left the northern harbour shortly before dawn with some two hundred passengers on board, most of them "
    "workers on their way to the cannery, and ran aground on a sandbank an hour later."
)
EDITED = COPY.replace("shortly before dawn", "just before sunrise")
OWN = "Our reporter spoke to three of the rescued, who described how the lights went out and the deck began to tilt."


def scope(*analyses: ArticleAnalysis) -> Scope:
    ordered = order(analyses)
    return Scope(ordered, make_groups(ordered))


def shared(*analyses: ArticleAnalysis) -> list[list[str]]:
    held = scope(*analyses)
    return [[p.span.of(held.of(p.article).document.text) for p in w.members] for w in wire_passages(held)]


def test_a_small_edit_does_not_break_a_passage() -> None:
    (passages,) = shared(built(f"{COPY} {OWN}", outlet="A"), built(f"{EDITED} Nothing else.", outlet="B"))
    assert passages == [COPY[:-1], EDITED[:-1]] or passages == [EDITED[:-1], COPY[:-1]]


LONG = f"{COPY[:-1]}, while the harbour master watched from the pier with two of his men and did what he could."


@pytest.mark.parametrize(
    "edit",
    [("with some two hundred", "with some three hundred"), ("and ran aground", "and never ran aground")],
    ids=["another number", "a denial"],
)
def test_what_may_contradict_is_no_edit_within_a_passage(edit: tuple[str, str]) -> None:
    assert edit[0] in LONG
    for passages in shared(built(LONG, outlet="A"), built(LONG.replace(*edit), outlet="B")):
        assert not any(edit[0] in words or edit[1] in words for words in passages)


@pytest.mark.parametrize(
    "others",
    [
        [built("A woman among the rescued told us how dark it was when the lights went out on deck.", outlet="B")],
        [built(COPY, outlet="A", published="2020")],
        [built(COPY[:60], outlet="B")],
        [built("", outlet="B")],
    ],
    ids=["own words", "same outlet", "too short", "empty"],
)
def test_what_is_not_shared(others: Sequence[ArticleAnalysis]) -> None:
    assert shared(built(f"{COPY} {OWN}", outlet="A"), *others) == []


def test_two_outlets_that_quote_one_speech_have_not_copied_each_other() -> None:
    assert shared(built(f"He said: “{COPY}”", outlet="A"), built(f"She heard: “{COPY}”", outlet="B")) == []


def test_three_outlets_with_one_passage_are_one_passage() -> None:
    (passages,) = shared(*[built(f"{COPY} {OWN[i * 20 :]}"[: len(COPY) + 30], outlet=o) for i, o in enumerate("ABC")])
    assert len(passages) == 3


@pytest.mark.parametrize(
    ("opening", "dateline", "expected"),
    [
        ("LONDON (Reuters) - A ferry ran aground.", None, "Reuters"),
        ("A ferry ran aground.", "OSLO (AP)", "Associated Press"),
        ("A ferry ran aground.\n\nReporting by Ada Marlow, AFP", None, "Agence France-Presse"),
        ("A ferry ran aground. The AP of the wire was full.", None, None),
        ("He told Reuters (a news agency) that a ferry ran aground.", None, None),
    ],
)
def test_the_agency_that_a_text_credits(opening: str, dateline: str | None, expected: str | None) -> None:
    assert credited(make_article(opening, dateline=dateline)) == expected


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [
        ("AP", "Associated Press"),
        ("Reuters", "Reuters"),
        ("www.reuters.com", "Reuters"),
        ("uk.reuters.com", "Reuters"),
        ("apnews.com", "Associated Press"),
        ("tass.ru", "TASS"),
        ("The Apple Post", None),
        ("www.theapple.co.uk", None),
        ("", None),
    ],
)
def test_an_agencys_own_article_is_known_by_its_outlet(outlet: str, expected: str | None) -> None:
    assert own_agency(make_article("x", outlet=outlet)) == expected


def test_what_one_outlet_put_in_between_is_not_shared() -> None:
    first, second = COPY, COPY.replace("ferry", "ship").replace("harbour", "port").replace("cannery", "mill").upper()
    whole = f"{first} {second}"
    split = f"{first} {OWN} {second}"
    found = shared(built(whole, outlet="A"), built(whole, outlet="B"), built(split, outlet="C"))
    assert not any(OWN[:40] in passage for passages in found for passage in passages)


def test_the_agencys_own_article_counts_though_it_came_later() -> None:
    first = built(COPY, outlet="Daily", published="2020-01-01")
    agency = built(COPY, outlet="Reuters", published="2020-01-02")
    held = scope(first, agency)
    wire = wire_passages(held)
    assert wire[0].agency == "Reuters"
    assert list(later_copies(held, wire)) == [first.article.id]


def test_the_first_published_counts_where_no_agency_is_among_them() -> None:
    first = built(COPY, outlet="Zeta", published="2020-01-01")
    later = built(COPY, outlet="Alpha", published="2020-01-02")
    held = scope(first, later)
    assert list(later_copies(held, wire_passages(held))) == [later.article.id]


def test_an_outlet_that_another_one_credits_is_the_agency() -> None:
    reprint = built(COPY, outlet="Daily", published="2020-01-01", dateline="HAMMER (Valley Wire)")
    original = built(COPY, outlet="Valley Wire", published="2020-01-02")
    held = scope(reprint, original)
    wire = wire_passages(held)
    assert [w.agency for w in wire] == ["Valley Wire"]
    assert list(later_copies(held, wire)) == [reprint.article.id]


def test_overlap_is_a_share_of_each_articles_own_words() -> None:
    whole, half = built(COPY, outlet="A"), built(f"{COPY} {COPY.upper()[::-1]}", outlet="B")
    held = scope(whole, half)
    shares = {(a, b): round(s, 2) for a, b, s in overlaps(held, wire_passages(held))}
    assert shares == {(whole.article.id, half.article.id): 1.0, (half.article.id, whole.article.id): 0.5}
