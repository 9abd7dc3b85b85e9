"""Whatever the order of the articles, the comparison is the same, and its parts fit together."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.comparison import compare_analyses
from analysis.comparison.runs import joined, shared_runs, widened
from analysis.comparison.speakers import Known, clusters
from analysis.model import ArticleAnalysis, CoverageState, CueStance, Form, Speaker, SpeakerKind
from tests.builders import WHY, Said, built

SENTENCES = [
    "Troops [[fall/free:freed]] the northern harbour on Monday after two weeks.",
    "Troops [[fall/seize:seized]] the northern harbour on Monday after three weeks.",
    "Prices of herring have doubled within a year, and the cannery has closed.",
    "The ferry left the harbour before dawn with workers on board, ran aground on a sandbank an hour later, and sank.",
    "Nobody was hurt.",
    "The mayor spoke of [[rule/regime@quoted:a regime]] that would not last.",
]
QUOTES = ["“The bridge will open before the winter,” said Ada Marlow.", "“The bridge will open,” claimed Marlow."]


@st.composite
def stories(draw: st.DrawFn) -> list[ArticleAnalysis]:
    """Return two to five articles made of a few sentences, several of them the same."""
    found = []
    for i in range(draw(st.integers(2, 5))):
        body = " ".join(draw(st.lists(st.sampled_from(SENTENCES), max_size=4, unique=True)))
        quote = draw(st.sampled_from([None, 0, 1]))
        said = []
        if quote is not None:
            body += " " + QUOTES[quote]
            words = QUOTES[quote][1 : QUOTES[quote].index(",")]
            cue, source = ("said", "Ada Marlow") if quote == 0 else ("claimed", "Marlow")
            said = [Said(source, cue, words, Form.DIRECT, CueStance.NEUTRAL)]
        outlet = draw(st.sampled_from(["Post", "Herald", "", "Journal"]))
        date = draw(st.sampled_from([None, "2020-01-01", "2020-01-02"]))
        found.append(built(body, outlet, said, compounds=[0.1 * i], published=date, source=f"{i}.txt"))
    return found


@settings(max_examples=40)
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(story: list[ArticleAnalysis], random: object) -> None:
    shuffled = list(story)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert compare_analyses(story) == compare_analyses(shuffled)


@settings(max_examples=40)
@given(stories())
def test_the_parts_of_a_comparison_fit_together(story: list[ArticleAnalysis]) -> None:
    comparison = compare_analyses(story)
    groups = [group.key for group in comparison.groups]
    articles = [analysis.article.id for analysis in comparison.analyses]
    assert sorted(article for group in comparison.groups for article in group.articles) == sorted(articles)
    for row in (*comparison.naming, *comparison.sources):
        assert [cell.group for cell in row.cells] == groups
    for naming in comparison.naming:
        for cell in naming.cells:
            assert cell.opportunities == sum(len(use.passages) for use in cell.uses)
    said = sum(cell.attributions for row in comparison.sources for cell in row.cells)
    assert said == sum(len(analysis.document.attributions) for analysis in comparison.analyses)
    members = [(member.article, member.sentence) for s in comparison.statements for member in s.members]
    assert len(members) == len(set(members))
    for measure in comparison.measures:
        assert measure.dimension("group") in groups
        assert (measure.value is None) <= (measure.n == 0)


NAMES = st.sampled_from(["Ada Marlow", "Marlow", "A. Marlow", "Bert Marlow", "the Ministry", "Ministry", "Vane", "Ada"])


@given(st.lists(NAMES, max_size=8), st.randoms(use_true_random=False))
def test_speakers_fall_into_the_same_rows_in_any_order(names: list[str], random: object) -> None:
    known = [Known(Speaker(name, SpeakerKind.OTHER, True, (), WHY), 1) for name in names]
    shuffled = list(known)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    def rows(of: list[Known]) -> list[list[str]]:
        return sorted(sorted(of[i].speaker.name for i in cluster) for cluster in clusters(of))

    assert rows(known) == rows(shuffled)


WORDS = st.lists(st.sampled_from("abc"), max_size=30)


@given(WORDS, WORDS, st.integers(1, 4))
def test_shared_runs_are_equal_and_cannot_grow(a: list[str], b: list[str], least: int) -> None:
    for run in shared_runs(a, b, least):
        assert a[run.a : run.a_end] == b[run.b : run.b_end]
        assert run.a_end - run.a >= least
        assert not (run.a and run.b and a[run.a - 1] == b[run.b - 1])
        assert run.a_end == len(a) or run.b_end == len(b) or a[run.a_end] != b[run.b_end]
        wide = widened(run, a, b, 2, 2)
        assert 0 <= wide.a <= run.a
        assert run.a_end <= wide.a_end <= len(a)
    runs = shared_runs(a, b, least)
    assert len(joined(runs, 1)) <= len(runs)


NUMBERS = ["ten", "12", "twelve", "thirty", "4,000"]
CLAIMS = [
    (
        "Troops crossed the river near the mill with {n} boats.",
        "Troops did not cross the river near the mill with {n} boats.",
    ),
    ("The harbour council confirmed the loss of {n} boats.", "The harbour council denied the loss of {n} boats."),
]


@given(stories())
def test_equal_sentences_get_equal_answers_and_are_never_found_in_one_article_only(
    story: list[ArticleAnalysis],
) -> None:
    comparison = compare_analyses(story)
    texts = {a.article.id: a.document for a in comparison.analyses}
    answers = {(c.statement, c.article): c.state for c in comparison.coverage}
    by_words: dict[str, set[str]] = {}
    for statement in comparison.statements:
        for m in statement.members:
            by_words.setdefault(m.span.of(texts[m.article].text), set()).add(statement.id)
            for other, document in texts.items():
                has = any(s.span.of(document.text) == m.span.of(texts[m.article].text) for s in document.sentences)
                if has:
                    assert answers[statement.id, other] is CoverageState.TOLD
    assert all(len(ids) == 1 for ids in by_words.values())


@given(st.sampled_from(CLAIMS), st.sampled_from(NUMBERS), st.sampled_from(NUMBERS), st.booleans())
def test_a_denial_or_another_number_is_never_in_one_statement_without_a_difference(
    claim: tuple[str, str], one: str, other: str, denied: bool
) -> None:
    first, second = claim[0].format(n=one), claim[1 if denied else 0].format(n=other)
    comparison = compare_analyses([built(first, "Post"), built(second, "Herald")])
    values = {"ten": 10, "12": 12, "twelve": 12, "thirty": 30, "4,000": 4000}
    kinds = {d.kind for s in comparison.statements for d in s.differences}
    if any(len(s.members) > 1 for s in comparison.statements):
        assert ("polarity" in kinds) is denied
        assert ("number" in kinds) is (values[one] != values[other])
