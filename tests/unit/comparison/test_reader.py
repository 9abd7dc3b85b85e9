"""The figures that the Reader adds to each group, and who is the same actor in two articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.comparison.actors import subjects
from analysis.comparison.groups import make_groups, order
from analysis.comparison.measures import group_measures
from analysis.comparison.reader import MEASURES
from analysis.comparison.scope import Scope
from analysis.model import Actor, ActorKind, ArticleAnalysis, MarkKind, Measure, Span
from tests.builders import built
from tests.told import read

TEXT = "The regime seized the bridge. The road is open. It was shelling, horror and panic. Ada Venn left."


def figures(analyses: list[ArticleAnalysis], left_out: dict[str, list[Span]] | None = None) -> tuple[Measure, ...]:
    ordered = order(analyses)
    found = group_measures(Scope(ordered, make_groups(ordered), left_out))
    return tuple(m for m in found if m.name in MEASURES)


def one(found: tuple[Measure, ...], name: str, **dimensions: str) -> Measure:
    (measure,) = [m for m in found if m.name == name and dict(m.dimensions) == dimensions]
    return measure


def test_there_are_no_figures_where_nothing_was_read() -> None:
    assert figures([built(TEXT, outlet="A")]) == ()


def test_every_measure_of_the_reader_is_there_and_counts_what_it_says() -> None:
    found = figures([read(built(TEXT, outlet="A"))])
    assert {m.name for m in found} == set(MEASURES)
    assert all(MEASURES[m.name][1] == m.unit for m in found)


def test_shares_and_rates_have_their_own_denominators() -> None:
    found = figures([read(built(TEXT, outlet="A"))])
    share = one(found, "loaded_share", group="a")
    assert (share.value, share.n) == (0.5, 4)
    assert [p.span.start for p in share.passages] == [0, TEXT.index("It was")]
    rate = one(found, "loaded_rate", group="a")
    assert (rate.value, rate.n) == (pytest.approx(3000 / 18), 18)
    named = one(found, "agency_named_share", group="a")
    assert (named.value, named.n) == (1.0, 2)
    assert one(found, "agency_named_share", group="a", voice="quoted").value is None
    assert one(found, "valence_mean", group="a").value == pytest.approx((2 * -0.5 + 2 * 0.1) / 4)


def test_a_rejected_word_counts_no_longer_and_its_sentence_stays_as_likely() -> None:
    whole = read(built(TEXT, outlet="A"))
    kept = tuple(m for m in whole.marks if m.kind != MarkKind.LOADED or m.span.of(TEXT) != "panic")
    found = figures([replace(whole, marks=kept)])
    assert one(found, "loaded_rate", group="a").value == pytest.approx(2000 / 18)
    assert one(found, "loaded_share", group="a").value == 0.5


def test_what_is_left_out_counts_nowhere() -> None:
    whole = read(built(TEXT, outlet="A"))
    found = figures([whole], {whole.article.id: [Span(0, TEXT.index("The road"))]})
    assert one(found, "loaded_share", group="a").n == 3
    assert one(found, "agency_count", group="a", form="active").value == 0
    assert not [m for m in found if m.dimension("subject") == "regime"]


def test_shares_of_polarities_add_up_over_an_actors_mentions() -> None:
    found = figures([read(built(TEXT + " The regime fell. The regime stormed on.", outlet="A"))])
    shares = [
        one(found, "toward_share", group="a", subject="regime", polarity=p) for p in ("negative", "neutral", "positive")
    ]
    assert sum(s.value or 0 for s in shares) == pytest.approx(1)
    assert {s.n for s in shares} == {3}
    assert sum(len(s.passages) for s in shares) == len(one(found, "toward_mean", group="a", subject="regime").passages)


@pytest.mark.parametrize(
    ("first", "second", "kind", "names"),
    [
        ("Ada Venn", "Venn", ActorKind.PERSON, ("Ada Venn",)),
        ("Ada Venn", "Otto Brandt", ActorKind.PERSON, ("Ada Venn", "Otto Brandt")),
        ("Ford Relief Council", "F.R.C.", ActorKind.ORGANIZATION, ("Ford Relief Council",)),
        ("Ford Relief Council", "FRA", ActorKind.ORGANIZATION, ("FRA", "Ford Relief Council")),
        ("Marrow", "Tolm", ActorKind.PLACE, ("Marrow", "Tolm")),
        ("MARROW", "Marrow", ActorKind.PLACE, ("Marrow",)),
        ("the Ford Council", "Ford Council", ActorKind.GROUP, ("Ford Council",)),
        ("Northern Army", "Southern Army", ActorKind.ORGANIZATION, ("Northern Army", "Southern Army")),
    ],
)
def test_actors_of_two_articles_are_joined_by_name(
    first: str, second: str, kind: ActorKind, names: tuple[str, ...]
) -> None:
    some = []
    for outlet, name in (("A", first), ("B", second)):
        analysis = built(f"{name} left the town.", outlet=outlet)
        actor = Actor(name, kind, (), (Span(0, len(name)),))
        some.append(replace(analysis, document=replace(analysis.document, actors=(actor,))))
    assert subjects(some).order == names


def test_an_acronym_that_an_article_explains_joins_the_name() -> None:
    text = "Ford Relief Council (FRC) left. "
    full = Actor("Ford Relief Council", ActorKind.ORGANIZATION, ("FRC",), (Span(0, 19),))
    short = Actor("FRC", ActorKind.ORGANIZATION, (), (Span(0, 3),))
    some = [built(text, outlet="A"), built("FRC left.", outlet="B")]
    held = [replace(a, document=replace(a.document, actors=(b,))) for a, b in zip(some, (full, short), strict=True)]
    assert subjects(held).order == ("Ford Relief Council",)
