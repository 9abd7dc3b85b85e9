"""Which sentences say the same thing, and what they say differently."""

from collections.abc import Sequence

import pytest

from analysis.comparison.alignment import align
from analysis.comparison.groups import order
from analysis.model import ArticleAnalysis, CueStance, Form, Statement
from tests.builders import Said, built

FERRY = "A ferry with two hundred passengers ran aground near the northern harbour on Monday."
FERRY_TOO = "On Monday a ferry ran aground near the northern harbour with some 180 passengers."
MAYOR = "The mayor promised a new bridge before the winter."
FISH = "Prices of herring have doubled within a year."


class Fixed:
    """A similarity that is given: by pairs of first words."""

    threshold = 0.5
    absent = 0.2

    def __init__(self, values: dict[tuple[str, str], float]) -> None:
        self._values = values

    def matrix(self, sentences: Sequence[str]):  # type: ignore[no-untyped-def]
        import numpy as np

        firsts = [s.split()[0] for s in sentences]
        return np.array(
            [[1.0 if a == b else self._values.get((min(a, b), max(a, b)), 0.0) for b in firsts] for a in firsts]
        )


def statements(analyses, similarity=None):  # type: ignore[no-untyped-def]
    return align(analyses, similarity).statements


def texts(statements: Sequence[Statement], analyses: Sequence[ArticleAnalysis]) -> list[list[str]]:
    by_id = {a.article.id: a.document.text for a in analyses}
    return [[m.span.of(by_id[m.article]) for m in s.members] for s in statements]


def test_sentences_that_say_the_same_align_and_the_rest_stand_alone() -> None:
    one, two = order([built(f"{FERRY} {MAYOR}", outlet="A"), built(f"{FISH} {FERRY_TOO}", outlet="B")])
    found = statements([one, two])
    assert texts(found, [one, two]) == [[FERRY, FERRY_TOO], [MAYOR], [FISH]]
    assert found[0].confidence is not None
    assert 0.3 <= found[0].confidence < 1
    assert [s.confidence for s in found[1:]] == [None, None]
    assert [s.id for s in found] == ["s1", "s2", "s3"]


def test_a_copied_sentence_aligns_with_confidence_one() -> None:
    found = statements([built(f"{FERRY} {FISH}", outlet="A"), built(f"{MAYOR} {FERRY}", outlet="B")])
    assert found[0].confidence == 1.0


def test_sentences_that_differ_in_spelling_only_align_with_confidence_one() -> None:
    british = "The labour organisation defended its licence programme at the harbour theatre."
    american = "The labor organization defended its license program at the harbor theater."
    found = statements([built(f"{british} {FISH}", outlet="A"), built(f"{MAYOR} {american}", outlet="B")])
    assert len(found[0].members) == 2
    assert found[0].confidence == 1.0


def test_every_sentence_is_in_exactly_one_statement() -> None:
    analyses = order([built(f"{FERRY} {MAYOR}", outlet=o) for o in "ABC"] + [built(FISH, outlet="D")])
    members = [(m.article, m.sentence) for s in statements(analyses) for m in s.members]
    expected = [(a.article.id, i) for a in analyses for i in range(len(a.document.sentences))]
    assert sorted(members) == sorted(expected)


def test_a_statement_holds_one_sentence_of_an_article() -> None:
    twice = built(f"{FERRY} {FERRY_TOO}", outlet="A")
    found = statements([twice, built(FERRY, outlet="B")])
    assert [len({m.article for m in s.members}) for s in found] == [len(s.members) for s in found]


def test_very_short_sentences_align_only_where_they_are_equal() -> None:
    equal = statements([built("He was right.", outlet=o) for o in "AB"])
    near = statements([built("He was right.", outlet="A"), built("He was wholly right.", outlet="B")])
    assert [len(s.members) for s in equal] == [2]
    assert [len(s.members) for s in near] == [1, 1]


def test_equal_sentences_of_one_article_are_one_statement() -> None:
    found = statements([built(f"{FERRY} {FISH} {FERRY}", outlet="A"), built(FERRY_TOO, outlet="B")])
    assert [[(m.article, m.sentence) for m in s.members][:2] for s in found[:1]]
    assert sorted(len(s.members) for s in found) == [1, 3]


@pytest.mark.parametrize(
    ("one", "two", "values"),
    [
        (
            "The ministry said that its jets hit the depot.",
            "The ministry denied that its jets hit the depot.",
            ("", "denied"),
        ),
        ("The bridge was damaged by the flood.", "The bridge was not damaged by the flood.", ("", "not damaged")),
        (
            "On Monday the court in the northern harbour convicted the two sailors.",
            "On Monday the court in the northern harbour acquitted the two sailors.",
            ("convicted", "acquitted"),
        ),
        ("Prices of herring rose within a year.", "Prices of herring fell within a year.", ("rose", "fell")),
        (
            "The mayor did not say why, and confirmed the sale of the bridge.",
            "The mayor did not confirm the sale of the bridge.",
            ("not say", "not confirm"),
        ),
    ],
)
def test_a_claim_and_its_denial_are_a_difference(one: str, two: str, values: tuple[str, str]) -> None:
    (found,) = statements([built(one, outlet="A"), built(two, outlet="B")])
    assert ("polarity", values) in [(d.kind, tuple(v for _, v in d.values)) for d in found.differences]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The mayor denied the sale of the bridge.", "The mayor denied on Monday the sale of the bridge."),
        ("No more than ten sailors crossed the bridge.", "Ten sailors at most crossed the bridge."),
        ("The crew not only fished but sold herring.", "The crew fished and sold herring."),
    ],
)
def test_what_is_no_denial(one: str, two: str) -> None:
    (found,) = statements([built(one, outlet="A"), built(two, outlet="B")])
    assert "polarity" not in [d.kind for d in found.differences]


def test_one_strong_link_does_not_chain_two_statements_together() -> None:
    analyses = [built(f"{word} stands here on its own.", outlet=word) for word in ("Alpha", "Beta", "Gamma")]
    chained = statements(analyses, Fixed({("Alpha", "Beta"): 0.9, ("Beta", "Gamma"): 0.6, ("Alpha", "Gamma"): 0.0}))
    close = statements(analyses, Fixed({("Alpha", "Beta"): 0.9, ("Beta", "Gamma"): 0.6, ("Alpha", "Gamma"): 0.4}))
    assert [len(s.members) for s in chained] == [2, 1]
    assert [(len(s.members), s.confidence) for s in close] == [(3, 0.6)]


def test_nothing_to_align() -> None:
    assert statements([]) == ()
    assert statements([built("", outlet="A")]) == ()


@pytest.mark.parametrize(
    ("one", "two", "kind", "values"),
    [
        (FERRY, FERRY.replace("two hundred", "180"), "number", ("two hundred", "180")),
        (FERRY, FERRY.replace("two hundred", "1,200"), "number", ("two hundred", "1,200")),
        (
            "Troops [[fall/free:freed]] the northern harbour on Monday.",
            "Troops [[fall/seize:seized]] the northern harbour on Monday.",
            "term",
            ("freed", "seized"),
        ),
    ],
)
def test_differences_between_members(one: str, two: str, kind: str, values: tuple[str, ...]) -> None:
    (found,) = statements([built(one, outlet="A"), built(two, outlet="B")])
    assert [(d.kind, tuple(v for _, v in d.values)) for d in found.differences] == [(kind, values)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (FERRY, FERRY),
        (FERRY.replace("two hundred", "1,200"), FERRY.replace("two hundred", "1200")),
        (FERRY.replace("two hundred", "ten"), FERRY.replace("two hundred", "10")),
        (FERRY, FERRY.replace("two hundred", "200")),
        # A number more in one of them is no contradiction.
        (FERRY, FERRY.replace("on Monday", "on Monday, May 3,")),
        (FERRY.replace("two hundred ", ""), FERRY),
        # Nor is a framing term.
        ("Troops [[fall/free:freed]] the northern harbour.", "Troops freed the northern harbour."),
    ],
)
def test_what_is_no_difference(one: str, two: str) -> None:
    (found,) = statements([built(one, outlet="A"), built(two, outlet="B")])
    assert found.differences == ()


def test_voice_and_cue_differ_where_one_quotes_and_the_other_asserts() -> None:
    words = "the northern harbour will open again before the winter"
    own = built(
        f"A spokesman noted that {words}.", outlet="A", said=[Said("A spokesman", "noted", words, Form.INDIRECT)]
    )
    claimed = Said("a spokesman", "claimed", words, stance=CueStance.DOUBTING)
    quoted = built(f"“{words},” claimed a spokesman.", outlet="B", said=[claimed])
    (found,) = statements([own, quoted])
    assert {d.kind: tuple(v for _, v in d.values) for d in found.differences} == {
        "voice": ("reported", "quoted"),
        "cue": ("noted", "claimed"),
    }
