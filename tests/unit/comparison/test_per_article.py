"""The figures of one article follow from its analysis alone."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from analysis.comparison.per_article import article_measures
from analysis.model import Actor, ActorKind, ArticleAnalysis, Document, MarkKind, Measure, Span, Voice, VoiceRun
from analysis.reading.analyzers import Analyzer
from analysis.reading.analyzers.agency import AgencyAnalyzer
from analysis.reading.analyzers.loaded import LoadedAnalyzer
from analysis.reading.analyzers.sentiment import SentimentAnalyzer
from analysis.reading.pipeline import found_in
from analysis.thresholds import TOWARD_MEAN
from tests.builders import Said, built, make_article, make_document
from tests.readings import parsed, reading

TEXT = "They rammed through the bill. It rained. “A vile plan,” said Orr."


def figures(analysis: ArticleAnalysis) -> dict[tuple[object, ...], Measure]:
    return {(m.name, *m.dimensions): m for m in article_measures(analysis)}


def found(document: Document, *analyzers: Analyzer) -> dict[tuple[object, ...], Measure]:
    return figures(found_in(document, analyzers))


def scored(loaded: list[float], words: dict[str, float] | None = None) -> Document:
    document = built(TEXT, said=[Said("Orr", "said", "A vile plan,")]).document
    blank = reading(document)
    weights = np.array([(words or {}).get(t.text, 0.0) for t in document.tokens], np.float32)
    values = np.array(loaded, np.float32)
    return replace(document, reading=replace(blank, loaded=values, loaded_words=weights, valence=values * 4 - 2))


def in_runs(analysis: ArticleAnalysis, *runs: VoiceRun) -> ArticleAnalysis:
    marks = tuple(
        replace(m, voice=next(r.voice for r in runs if r.span.contains(m.span)) if runs else m.voice)
        for m in analysis.marks
    )
    return replace(analysis, document=replace(analysis.document, voices=runs), marks=marks)


def test_rates_of_framing_have_their_words_as_denominator() -> None:
    analysis = built("The [[rule/regime:regime]] fell. “The [[rule/regime:regime]] lied to us,” she said.")
    text = analysis.document.text
    at, end = text.index("“"), text.index(" she")
    made = figures(
        in_runs(
            analysis,
            VoiceRun(Span(0, at), Voice.NARRATOR, None),
            VoiceRun(Span(at, end), Voice.QUOTED, 0),
            VoiceRun(Span(end, len(text)), Voice.NARRATOR, None),
        )
    )
    whole = made[("framing.rate",)]
    assert (whole.value, whole.n, len(whole.passages)) == (200.0, 10, 2)
    quoted = made["framing.rate", ("voice", "quoted")]
    assert (quoted.value, quoted.n) == (200.0, 5)
    reported = made["framing.rate", ("voice", "reported")]
    assert (reported.value, reported.n) == (None, 0)
    assert made["framing.count", ("dimension", "evaluation")].value == 2
    assert made["framing.rate", ("dimension", "agency")].value == 0


def test_an_empty_document_has_no_rates_and_no_means() -> None:
    made = found(make_document(make_article("")), SentimentAnalyzer())
    assert all(m.value is None for m in made.values() if m.name != "framing.count")


def test_a_language_that_is_not_scored_has_no_figures() -> None:
    assert article_measures(built("Der Plan ist gut.", language="de", compounds=[0.5])) == ()


def test_means_and_shares_of_sentiment_count_sentences() -> None:
    document = make_document(make_article("The plan is good. The plan is bad. The plan is old."))
    analysis = found_in(document, [SentimentAnalyzer()])
    made = figures(analysis)
    mean = made[("sentiment.compound",)]
    assert mean.value == pytest.approx(sum(m.weight for m in analysis.marks) / 3)
    assert (mean.n, mean.unit, len(mean.passages)) == (3, "compound", 3)
    assert made[("sentiment.positive",)].value == pytest.approx(1 / 3)
    assert len(made[("sentiment.negative",)].passages) == 1
    assert made["sentiment.compound", ("section", "body")].n == 3
    quoted = made["sentiment.compound", ("voice", "quoted")]
    assert (quoted.value, quoted.n) == (None, 0)


def test_rejected_marks_leave_the_mean() -> None:
    analysis = found_in(make_document(make_article("The plan is good. The plan is bad.")), [SentimentAnalyzer()])
    made = figures(replace(analysis, marks=analysis.marks[:1]))
    assert made[("sentiment.compound",)].value == analysis.marks[0].weight
    assert made[("sentiment.negative",)].value == 0.0


def test_shares_and_means_of_loaded_wording_leave_out_what_was_not_read() -> None:
    document = scored([0.4, float("nan"), 0.9], {"vile": 0.6})
    made = found(document, LoadedAnalyzer())
    assert (made[("loaded.share",)].value, made[("loaded.share",)].n) == (0.5, 2)
    assert made[("loaded.mean",)].value == pytest.approx(0.65)
    assert made["loaded.share", ("voice", "reported")].value is None
    assert made[("loaded.words",)].value == pytest.approx(1000 / document.words), "one word of the one loaded sentence"


def test_the_mean_valence_is_over_the_sentences_that_were_read() -> None:
    whole = found(scored([0.0, float("nan"), 1.0]))[("valence.mean",)]
    assert (whole.value, whole.n) == (0.0, 2)


def test_sentiment_toward_an_actor_is_told_by_voice() -> None:
    document = scored([0.0, 0.0, 0.0])
    they, orr = Span(0, 4), Span(TEXT.index("Orr"), TEXT.index("Orr") + 3)
    assert document.reading is not None
    polarity = document.reading.polarity.copy()
    polarity[document.token_at(0)] = [3, 0, 0]
    polarity[document.token_at(orr.start)] = [0, 0, 3]
    actors = (Actor("They", ActorKind.GROUP, (), (they,)), Actor("Orr", ActorKind.PERSON, (), (orr,)))
    made = found(replace(document, actors=actors, reading=replace(document.reading, polarity=polarity)))
    assert made["toward.negative", ("subject", "They")].value == 1
    assert made["toward.positive", ("subject", "Orr")].value == 1
    mean = made["toward.mean", ("subject", "They"), ("voice", "narrator")]
    assert (mean.value, mean.n) == (None, 1), "one mention is not enough for a mean"
    assert mean.passages[0].span == they


@pytest.mark.parametrize(("times", "given"), [(TOWARD_MEAN - 1, False), (TOWARD_MEAN, True)])
def test_a_mean_toward_an_actor_is_given_from_enough_mentions_on(times: int, given: bool) -> None:
    document = parsed(*["Orr/PROPN/2/nsubj failed/VERB/0/root ./PUNCT/2/punct"] * times)
    spans = tuple(Span(*m.span()) for m in re.finditer("Orr", document.text))
    assert document.reading is not None
    polarity = document.reading.polarity.copy()
    for span in spans:
        polarity[document.token_at(span.start)] = [4, 0, 0]
    read = replace(document.reading, polarity=polarity)
    mean = found(replace(document, actors=(Actor("Orr", ActorKind.PERSON, (), spans),), reading=read))[
        "toward.mean", ("subject", "Orr")
    ]
    assert mean.n == times
    assert (mean.value is not None) is given
    assert mean.value is None or -1 <= mean.value < -0.9


def test_shares_are_of_acts_and_none_where_there_are_none() -> None:
    made = found(
        parsed(
            "Guards/NOUN/2/nsubj beat/VERB/0/root him/PRON/2/obj ./PUNCT/2/punct",
            "She/PRON/3/nsubj:pass was/AUX/3/aux:pass shot/VERB/0/root ./PUNCT/3/punct",
        ),
        AgencyAnalyzer(),
    )
    assert made[("agency.acts",)].value == 2
    assert made[("agency.named",)].value == 0.5
    assert made["agency.form", ("form", "agentless")].value == 0.5
    assert made["agency.named", ("voice", "quoted")].value is None


def test_without_a_reading_nothing_of_the_readers_is_measured() -> None:
    made = found(built(TEXT).document, LoadedAnalyzer(), AgencyAnalyzer())
    assert {m.name.partition(".")[0] for m in made.values()} == {"framing", "sentiment"}
    assert not [m for m in made.values() if m.name == "framing.count" and m.value]


def test_only_framing_terms_are_counted_as_such() -> None:
    analysis = built("The [[rule/regime:regime]] fell.", compounds=[-0.4])
    assert {m.kind for m in analysis.marks} == {MarkKind.FRAMING, MarkKind.SENTIMENT}
    assert figures(analysis)[("framing.count",)].value == 1
