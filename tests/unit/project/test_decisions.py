"""What a person rejected is gone, and found again after the text around it changed."""

from dataclasses import replace

import pytest

from analysis.comparison import compare_analyses
from analysis.comparison.per_article import article_measures
from analysis.model import ArticleAnalysis, Decision, Mark, MarkKind, Verdict
from analysis.project.decisions import apply, target
from tests.builders import built

TEXT = (
    "Before dawn the troops [[fall/free:freed]] the town. At noon they [[fall/free:freed]] the bridge, [[fall/x:too]]."
)


def reject(analysis: ArticleAnalysis, mark: Mark, verdict: Verdict = Verdict.REJECT) -> Decision:
    return Decision(verdict, analysis.article.text_sha256, mark.id, mark.anchor(analysis.document.text))


def words(analysis: ArticleAnalysis) -> list[tuple[int, str]]:
    return [(m.span.start, m.span.of(analysis.document.text)) for m in analysis.of_kind(MarkKind.FRAMING)]


def test_a_rejected_mark_is_gone_and_the_figures_follow() -> None:
    before = built(TEXT, outlet="A")
    after = apply(before, [reject(before, before.marks[0])])
    assert words(after) == words(before)[1:]
    counts = [
        [m.value for m in article_measures(one) if m.name == "framing.count" and not m.dimensions]
        for one in (before, after)
    ]
    assert counts == [[3], [2]]


def test_the_analysis_itself_is_never_changed() -> None:
    analysis = built(TEXT, outlet="A")
    apply(analysis, [reject(analysis, analysis.marks[0])])
    assert len(analysis.marks) == 3


@pytest.mark.parametrize("verdict", [Verdict.NOTE])
def test_a_note_rejects_nothing(verdict: Verdict) -> None:
    analysis = built(TEXT, outlet="A")
    assert apply(analysis, [reject(analysis, analysis.marks[0], verdict)]) is analysis


def test_applying_twice_is_applying_once() -> None:
    analysis = built(TEXT, outlet="A")
    decisions = [reject(analysis, analysis.marks[0])]
    once = apply(analysis, decisions)
    assert apply(once, decisions) == once


@pytest.mark.parametrize("which", [0, 1])
def test_an_anchor_finds_the_mark_after_the_text_before_it_grew(which: int) -> None:
    old, new = built(TEXT, outlet="A"), built("A new first sentence. " + TEXT, outlet="A")
    found = target(new, reject(old, old.marks[which]))
    assert found == new.marks[which]


@pytest.mark.parametrize(
    "changed",
    [
        "Before dawn the troops [[fall/seize:seized]] the town.",
        "Nothing of it is left, and nobody [[fall/free:freed]] a thing in any way.",
        "Before dawn the troops freed the town.",
    ],
    ids=["another word", "other surroundings", "no mark any more"],
)
def test_a_decision_that_finds_nothing_changes_nothing(changed: str) -> None:
    old, new = built(TEXT, outlet="A"), built(changed, outlet="A")
    decision = reject(old, old.marks[0])
    assert target(new, decision) is None
    assert apply(new, [decision]) is new


def test_applying_twice_spares_a_twin_of_the_rejected_mark() -> None:
    twice = built("They [[fall/free:freed]] it. They [[fall/free:freed]] it.", outlet="A")
    decisions = [reject(twice, twice.marks[0])]
    assert len(apply(apply(twice, decisions), decisions).marks) == 1


@pytest.mark.parametrize("mark", ["", "framing", "framing:0-1", "framing:0-1:test/fall/free"])
def test_an_id_that_is_not_there_finds_nothing_in_the_same_text(mark: str) -> None:
    analysis = built(TEXT, outlet="A")
    assert target(analysis, replace(reject(analysis, analysis.marks[1]), mark=mark)) is None


def test_a_comparison_counts_without_what_was_rejected_and_lists_the_decision() -> None:
    one, two = built(TEXT, outlet="A"), built("They [[fall/seize:seized]] it.", outlet="B")
    decision = reject(one, one.marks[0])
    comparison = compare_analyses([one, two], decisions=[decision])
    assert sum(cell.opportunities for row in comparison.naming for cell in row.cells) == 3
    assert comparison.provenance.decisions == (decision,)


def test_a_decision_about_another_text_is_ignored() -> None:
    one = built(TEXT, outlet="A")
    other = replace(reject(one, one.marks[0]), text_sha256="of another text")
    comparison = compare_analyses([one], decisions=[other])
    assert comparison.provenance.decisions == ()
    assert sum(cell.opportunities for row in comparison.naming for cell in row.cells) == 3
