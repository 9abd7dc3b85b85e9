"""Figures of the outlets' own voice are about one kind of article; a stub is never said to leave something out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.comparison import compare_analyses
from analysis.comparison.kinds import main_kind
from analysis.messages import render
from analysis.model import ArticleAnalysis, ArticleKind, Comparison, CoverageState
from analysis.output.coverage import answers
from analysis.output.facts import quoted_shares, voiced, voiced_words
from analysis.settings import CompareSettings
from tests.builders import Said, built

NEWS, OPINION, LIVE = ArticleKind.NEWS, ArticleKind.OPINION, ArticleKind.LIVE
FREED = "They [[fall/free:freed]] the harbour. “It is over,” said Ada Marlow."
SEIZED = "They [[fall/seize:seized]] the harbour at night."


def told(text: str, outlet: str, kind: ArticleKind = NEWS, complete: bool = True, title: str = "") -> ArticleAnalysis:
    said = [Said("Ada Marlow", "said", "It is over")] if "Ada" in text else []
    analysis = built(text, outlet=outlet, said=said, title=title)
    article = replace(analysis.article, kind=kind, complete=complete)
    return replace(analysis, document=replace(analysis.document, article=article))


def kept_apart(comparison: Comparison) -> list[str]:
    return [comparison.analysis_of(article).article.outlet for article in comparison.apart]


def rate(comparison: Comparison, group: str) -> tuple[float | None, int] | None:
    """Return the framing terms per 1,000 own words of a group with their denominator."""
    wanted = {("group", group), ("voice", "narrator")}
    found = [m for m in comparison.measures if m.name == "framing_rate" and set(m.dimensions) == wanted]
    return (found[0].value, found[0].n) if found else None


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([NEWS, NEWS, OPINION], NEWS),
        ([OPINION, OPINION, NEWS], OPINION),
        ([NEWS, OPINION], NEWS),
        ([LIVE, OPINION, NEWS, OPINION], NEWS),
        ([], NEWS),
    ],
)
def test_the_main_kind_is_that_of_most_articles(kinds: list[ArticleKind], expected: ArticleKind) -> None:
    assert main_kind([told(SEIZED, "Post", kind).article for kind in kinds]) is expected


def test_figures_of_the_own_voice_leave_other_kinds_out() -> None:
    alone = compare_analyses([told(FREED, "Post"), told(SEIZED, "Herald")])
    mixed = [told(FREED, "Post"), told(f"{SEIZED} {SEIZED}", "Post", OPINION, title="We"), told(SEIZED, "Herald")]
    found = compare_analyses(mixed)

    assert kept_apart(found) == ["Post"]
    assert rate(found, "post") == rate(alone, "post")
    assert [(row.id, row.cells) for row in found.naming] == [(row.id, row.cells) for row in alone.naming]
    assert voiced_words(found) == voiced_words(alone)
    assert quoted_shares(found) == quoted_shares(alone)
    assert found.wording == alone.wording


def test_what_is_left_out_is_named_in_a_note() -> None:
    found = compare_analyses([told(FREED, "Post"), told(SEIZED, "Herald"), told(SEIZED, "Beacon", OPINION, title="We")])
    (note,) = [render(note) for note in found.notes if note.key == "comparison.note.kinds"]

    assert all(words in note for words in ("kind news", "opinion: Beacon (“We”)", "“mix kinds”"))


def test_a_group_without_an_article_of_the_main_kind_is_not_measured() -> None:
    found = compare_analyses([told(FREED, "Post"), told(SEIZED, "Herald"), told(SEIZED, "Beacon", OPINION)])

    assert rate(found, "beacon") is None
    assert voiced(found) == {"post", "herald"}
    assert [m.value for m in found.measures if m.name == "articles" and m.dimension("group") == "beacon"] == [1]
    assert quoted_shares(found)["beacon"] is None


def test_live_pages_count_as_news() -> None:
    assert compare_analyses([told(FREED, "Post"), told(SEIZED, "Herald", LIVE)]).apart == ()


def test_kinds_are_mixed_on_request_and_the_provenance_says_so() -> None:
    analyses = [told(FREED, "Post"), told(SEIZED, "Post", OPINION), told(SEIZED, "Herald")]
    found = compare_analyses(analyses, CompareSettings(mix_kinds=True))

    assert found.apart == ()
    assert rate(found, "post") != rate(compare_analyses(analyses), "post")
    assert ("mix_kinds", "True") in found.provenance.settings
    assert not any(note.key == "comparison.note.kinds" for note in found.notes)


def test_articles_can_be_grouped_by_kind() -> None:
    analyses = [told(FREED, "Post"), told(SEIZED, "Post", OPINION), told(SEIZED, "Herald")]
    found = compare_analyses(analyses, CompareSettings(group_by="kind"))

    assert [(group.label, len(group.articles)) for group in found.groups] == [("news", 2), ("opinion", 1)]
    assert found.apart == ()
    assert voiced(found) == {"news", "opinion"}


def test_the_sources_of_all_kinds_stand_in_the_ledger() -> None:
    found = compare_analyses([told(SEIZED, "Post"), told(SEIZED, "Herald"), told(FREED, "Beacon", OPINION)])

    assert [row.speaker for row in found.sources] == ["Ada Marlow"]


# --------------------------------------------------------------------------- stubs

LONE = "The mayor of Halden resigned over the bridge on Friday. Fishing crews asked for money at once."
STUB = "The northern ferry ran aground before dawn near the cannery."


def states(comparison: Comparison, outlet: str) -> set[CoverageState]:
    ids = {a.article.id for a in comparison.analyses if a.article.outlet == outlet}
    return {answer.state for answer in comparison.coverage if answer.article in ids}


def test_nothing_is_called_not_found_in_a_stub() -> None:
    whole = compare_analyses([told(LONE, "Post"), told(STUB, "Herald")])
    part = compare_analyses([told(LONE, "Post"), told(STUB, "Herald", complete=False)])

    assert CoverageState.NOT_FOUND in states(whole, "Herald")
    assert CoverageState.NOT_FOUND not in states(part, "Herald")
    assert CoverageState.NOT_FOUND in states(part, "Post")
    assert all(
        answer.state is not CoverageState.NOT_FOUND for (_, group), answer in answers(part).items() if group == "herald"
    )


def test_no_absence_of_an_outlet_rests_on_a_stub() -> None:
    analyses = [told(LONE, "Post"), told(STUB, "Herald"), told(f"{STUB} More.", "Herald", complete=False)]
    found = answers(compare_analyses(analyses))

    assert {a.state for (_, group), a in found.items() if group == "herald"} == {CoverageState.TOLD}


def test_stubs_are_named_in_a_note() -> None:
    found = compare_analyses([told(LONE, "Post"), told(STUB, "Herald", complete=False, title="Ferry aground")])
    (note,) = [render(note) for note in found.notes if note.key == "comparison.note.incomplete"]

    assert "Herald (“Ferry aground”)" in note
