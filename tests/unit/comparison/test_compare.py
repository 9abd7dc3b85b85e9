"""The whole comparison."""

from dataclasses import replace

import pytest

from analysis.comparison import compare_analyses
from analysis.messages import Message, render
from analysis.model import Article
from analysis.progress import Cancelled
from analysis.settings import CompareSettings
from tests.builders import Said, built

COPY = (
    "The ferry left the northern harbour shortly before dawn with some two hundred passengers on board, most of them "
    "workers on their way to the cannery, and ran aground on a sandbank an hour later."
)
ONE = built(
    f"{COPY} They [[fall/free:freed]] it. “The bridge will open before the winter,” said Ada Marlow.",
    outlet="Post",
    published="2020-01-01",
    said=[Said("Ada Marlow", "said", "The bridge will open before the winter")],
)
TWO = built(f"{COPY} Troops [[fall/seize:seized]] it.", outlet="Herald", published="2020-01-02")
OTHER = built("Trois quatre cinq.", outlet="Journal", language="fr", published="2020-01-03")


def rendered(notes: tuple[Message, ...]) -> str:
    return " ".join(render(note) for note in notes)


def test_articles_stand_by_date_and_groups_by_label() -> None:
    comparison = compare_analyses([TWO, OTHER, ONE], CompareSettings(title="A ferry"))
    assert [a.article.outlet for a in comparison.analyses] == ["Post", "Herald", "Journal"]
    assert [g.label for g in comparison.groups] == ["Herald", "Journal", "Post"]
    assert comparison.title == "A ferry"


def test_notes_say_what_limits_the_comparison() -> None:
    notes = rendered(compare_analyses([TWO, OTHER, ONE]).notes)
    assert "interval" in notes
    assert "not counted: Journal" in notes
    assert "% of the words of Herald stand word for word in Post too" in notes


def test_what_stands_wholly_in_another_article_is_said_to_be_all_of_it() -> None:
    same = [built(f"{COPY} It has more to tell.", outlet=f"Paper {n}") for n in range(2)]
    notes = rendered(compare_analyses(same).notes)
    assert "All words of Paper 1 stand word for word in Paper 0 too." in notes


def test_one_group_alone_is_said_to_be_alone() -> None:
    assert "one group" in rendered(compare_analyses([ONE]).notes)


def test_wire_copy_can_count_once() -> None:
    whole = compare_analyses([ONE, TWO])
    once = compare_analyses([ONE, TWO], CompareSettings(exclude_wire=True))
    words = [{m.dimension("group"): m.value for m in c.measures if m.name == "words"} for c in (whole, once)]
    assert words[0]["post"] == words[1]["post"]
    assert words[1]["herald"] == 3
    assert whole.statements == once.statements


def test_cancelling_stops_the_work() -> None:
    def stop(fraction: float, doing: Message | None = None) -> None:
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        compare_analyses([ONE, TWO], report=stop)


def test_progress_only_grows_and_ends_at_one() -> None:
    seen: list[float] = []

    def report(fraction: float, doing: Message | None = None) -> None:
        seen.append(fraction)

    compare_analyses([ONE, TWO], report=report)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_nothing_to_compare_is_an_empty_comparison() -> None:
    comparison = compare_analyses([])
    assert (comparison.groups, comparison.statements, comparison.measures) == ((), (), ())


def test_too_many_sentences_are_not_aligned_and_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.comparison.MAX_SENTENCES", 3)
    comparison = compare_analyses([ONE, TWO])
    assert comparison.statements == ()
    assert "aligned up to 3" in rendered(comparison.notes)


def test_articles_of_one_outlet_are_told_apart_by_their_titles() -> None:
    again = built(f"{COPY} And more.", outlet="Post", title="Aground", published="2020-01-04")
    assert "Post (“Aground”)" in rendered(compare_analyses([ONE, TWO, again]).notes)


def test_provenance_says_what_a_rerun_needs() -> None:
    provenance = compare_analyses([ONE, TWO], CompareSettings(exclude_wire=True)).provenance
    assert dict(provenance.settings)["exclude_wire"] == "True"
    assert {"scikit-learn", "vaderSentiment"} <= {name for name, _ in provenance.packages}


def test_an_article_is_found_in_its_group() -> None:
    comparison = compare_analyses([ONE, TWO])
    assert comparison.group_of(ONE.article.id).label == "Post"
    assert comparison.analysis_of(TWO.article.id).article == TWO.article


def test_a_text_of_marks_and_spaces_only_is_compared_without_failing() -> None:
    odd = [built(text, outlet=f"O{i}") for i, text in enumerate(["", "…", "“”", "\n\n", "1 2 3", "the of and"])]
    article: Article = replace(odd[0].article, sections=())
    comparison = compare_analyses([*odd, replace(odd[0], document=replace(odd[0].document, article=article))])
    assert len(comparison.groups) == 6


def test_each_pair_of_articles_is_noted_once_and_many_are_counted() -> None:
    same = [built(f"{COPY} Number {n} has more to tell about it all.", outlet=f"Paper {n}") for n in range(6)]
    notes = [n for n in compare_analyses(same).notes if n.key.startswith("comparison.note.wire")]
    assert [n.key for n in notes][:-1] == ["comparison.note.wire"] * 3
    pairs = [frozenset((dict(n.args)["article"], dict(n.args)["other"])) for n in notes[:-1]]
    assert len(set(pairs)) == 3
    assert "more pairs of articles share at least 5 % of the words" in render(notes[-1])


def test_one_article_alone_has_no_statements_found_here_only() -> None:
    assert compare_analyses([ONE]).statements == ()
    assert compare_analyses([ONE, OTHER]).statements == ()
    assert compare_analyses([ONE, TWO]).statements


def test_articles_without_an_outlet_stand_in_the_order_of_their_files() -> None:
    texts = ("It rained.", "It snowed.", "The sun shone.", "A storm came up.")
    some = [built(text, source=f"{letter}.txt") for letter, text in zip("dbca", texts, strict=True)]
    assert [a.article.label for a in compare_analyses(some).analyses] == ["a", "b", "c", "d"]
