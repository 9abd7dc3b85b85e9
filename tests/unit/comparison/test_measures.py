"""The figures of each group, and what stands behind each."""

import pytest

from analysis.comparison.groups import make_groups, order
from analysis.comparison.measures import MEASURES, RULES, group_measures
from analysis.comparison.scope import Scope
from analysis.comparison.statistics import MIN_ARTICLES, interval
from analysis.messages import render
from analysis.model import ArticleAnalysis, Measure, Span
from tests.builders import Said, built


def measures(*analyses: ArticleAnalysis, left_out: dict[str, list[Span]] | None = None) -> tuple[Measure, ...]:
    ordered = order(analyses)
    return group_measures(Scope(ordered, make_groups(ordered), left_out))


def one(found: tuple[Measure, ...], name: str, **dimensions: str) -> Measure:
    (measure,) = [m for m in found if m.name == name and dict(m.dimensions) == dimensions]
    return measure


QUOTING = built(
    "Troops [[fall/free:freed]] the town. “We have [[fall/free@quoted:freed]] it all,” said Ada Marlow.",
    outlet="A",
    said=[Said("Ada Marlow", "said", "We have freed it all")],
    compounds=[0.5, 0.3],
)


def test_every_measure_has_a_label_and_says_what_its_n_counts() -> None:
    found = measures(QUOTING)
    assert {m.name for m in found} == set(RULES)
    assert all(render(label) for label, _ in MEASURES.values())
    assert all(MEASURES[m.name][1] == m.unit for m in found)


def test_voices_share_the_words() -> None:
    found = measures(QUOTING)
    shares = [one(found, "voice_share", group="a", voice=v) for v in ("narrator", "quoted", "reported")]
    assert [(m.value, m.n) for m in shares] == [(pytest.approx(7 / 12), 12), (pytest.approx(5 / 12), 12), (0.0, 12)]


def test_a_rate_divides_by_the_words_of_its_voice() -> None:
    found = measures(QUOTING)
    own, quoted = (one(found, "framing_rate", group="a", voice=v) for v in ("narrator", "quoted"))
    assert (own.value, own.n) == (pytest.approx(1000 / 7), 7)
    assert (quoted.value, quoted.n) == (200.0, 5)
    assert [p.span.of(QUOTING.document.text) for p in quoted.passages] == ["freed"]


def test_a_rate_without_words_is_not_measurable() -> None:
    rate = one(measures(QUOTING), "framing_rate", group="a", voice="reported")
    assert (rate.value, rate.n) == (None, 0)


def test_sentiment_is_the_mean_over_sentences_and_none_without_any() -> None:
    found = measures(QUOTING)
    assert one(found, "sentiment_mean", group="a").value == 0.4
    assert one(found, "sentiment_mean", group="a", voice="narrator").value == 0.5
    assert one(found, "sentiment_mean", group="a", voice="reported").value is None


def test_what_is_left_out_counts_nowhere() -> None:
    end = QUOTING.document.text.index("“")
    found = measures(QUOTING, left_out={QUOTING.article.id: [Span(0, end)]})
    assert one(found, "words", group="a").value == 8
    assert one(found, "framing_count", group="a", voice="narrator").value == 0
    assert one(found, "sentiment_mean", group="a").value == 0.3


def test_a_language_that_is_not_read_is_not_measured() -> None:
    assert measures(built("Trois quatre.", outlet="F", language="fr")) == ()


def test_intervals_need_several_articles() -> None:
    few = measures(*[built(f"One {i} [[fall/free:freed]].", outlet="A") for i in range(MIN_ARTICLES - 1)])
    many = measures(*[built(f"One {i} [[fall/free:freed]]{' two' * i}.", outlet="A") for i in range(MIN_ARTICLES)])
    assert all(m.low is None and m.high is None for m in few)
    rate = one(many, "framing_rate", group="a", voice="narrator")
    assert rate.low is not None
    assert rate.high is not None
    assert rate.value is not None
    assert rate.low < rate.value < rate.high


def test_an_interval_of_equal_articles_is_a_point() -> None:
    assert interval([(2.0, 10.0)] * 6) == (0.2, 0.2)
