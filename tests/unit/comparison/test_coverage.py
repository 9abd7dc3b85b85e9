"""Each article answers each statement: told, perhaps, not found."""

from collections.abc import Sequence

import pytest

from analysis.comparison.alignment import align
from analysis.comparison.groups import order
from analysis.model import ArticleAnalysis, CoverageState
from tests.builders import built

from .test_alignment import FERRY, FISH, MAYOR, Fixed

TOLD, PERHAPS, NOT_FOUND = CoverageState.TOLD, CoverageState.PERHAPS, CoverageState.NOT_FOUND
ALPHA = "Alpha stands here on its own."
BETA = "Beta stands here on its own."


def answered(
    analyses: Sequence[ArticleAnalysis], similarity: Fixed | None = None
) -> dict[tuple[str, str], CoverageState]:
    """Return the answers by the first word of a statement and the outlet."""
    found = align(analyses, similarity)
    outlets = {a.article.id: a for a in analyses}
    words = {
        s.id: s.members[0].span.of(outlets[s.members[0].article].document.text).split()[0] for s in found.statements
    }
    return {(words[c.statement], outlets[c.article].article.outlet): c.state for c in found.coverage}


@pytest.mark.parametrize(
    ("similarity", "state"), [(0.5, TOLD), (0.49, PERHAPS), (0.2, PERHAPS), (0.19, NOT_FOUND), (0.0, NOT_FOUND)]
)
def test_the_nearest_sentence_decides(similarity: float, state: CoverageState) -> None:
    found = answered([built(ALPHA, outlet="A"), built(BETA, outlet="B")], Fixed({("Alpha", "Beta"): similarity}))
    assert (found["Alpha", "A"], found["Alpha", "B"]) == (TOLD, state)


def test_every_statement_has_one_answer_of_every_article() -> None:
    analyses = order([built(f"{FERRY} {MAYOR}", outlet=o) for o in "ABC"] + [built(FISH, outlet="D")])
    found = align(analyses)
    asked = [(s.id, a.article.id) for s in found.statements for a in analyses]
    assert [(c.statement, c.article) for c in found.coverage] == asked


def test_the_nearest_passages_are_given_of_an_article_that_is_no_member() -> None:
    analyses = [built(ALPHA, outlet="A"), built(f"{FISH} {BETA}", outlet="B")]
    found = align(analyses, Fixed({("Alpha", "Beta"): 0.3, ("Alpha", "Prices"): 0.1}))
    answer = next(c for c in found.coverage if c.statement == found.statements[0].id and c.state is not TOLD)
    text = analyses[1].document.text
    assert [(n.span.of(text), n.probability) for n in answer.nearest] == [(BETA, 0.3), (FISH, 0.1)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Alpha counted twelve boats in the bay.", "Beta counted thirty boats in the bay."),
        ("Alpha opened the bridge on time.", "Beta denied that the bridge opened on time."),
    ],
)
def test_what_may_contradict_is_perhaps_told_never_told(one: str, two: str) -> None:
    # The better match elsewhere keeps both out of one statement.
    analyses = [built(f"{one} Gamma is a third.", outlet="A"), built(two, outlet="B")]
    given = Fixed({("Alpha", "Beta"): 0.6, ("Beta", "Gamma"): 0.9})
    assert answered(analyses, given)["Alpha", "B"] is PERHAPS


def test_a_sentence_too_short_to_be_compared_is_never_said_to_be_missing() -> None:
    found = answered([built("He left.", outlet="A"), built(FISH, outlet="B")])
    assert found["He", "B"] is PERHAPS


def test_equal_sentences_have_equal_answers() -> None:
    analyses = [built(f"{FERRY} {FISH} {FERRY}", outlet="A"), built(FERRY, outlet="B"), built(MAYOR, outlet="C")]
    found = align(analyses)
    (shared,) = (s for s in found.statements if len(s.members) == 3)
    states = {c.article: c.state for c in found.coverage if c.statement == shared.id}
    assert [states[a.article.id] for a in analyses][:2] == [TOLD, TOLD]
