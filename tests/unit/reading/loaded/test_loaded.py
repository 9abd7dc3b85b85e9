"""What is made of the Reader's figures for sentences, words and mentions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.messages import render
from analysis.model import Actor, ActorKind, Document, MarkKind, Span
from analysis.reading.analyzers.loaded import LoadedAnalyzer, agreement
from analysis.reading.analyzers.toward import TowardAnalyzer, mentions
from analysis.reading.analyzers.valence import ValenceAnalyzer, sentence_valence
from tests.builders import Said, built
from tests.parses import reading

TEXT = "They rammed through the bill. It rained. “A vile plan,” said Orr."


def read(loaded: list[float], words: dict[str, float] | None = None) -> Document:
    document = built(TEXT, said=[Said("Orr", "said", "A vile plan,")]).document
    blank = reading(document)
    weights = np.array([(words or {}).get(t.text, 0.0) for t in document.tokens], np.float32)
    figures = np.array(loaded, np.float32)
    return replace(document, reading=replace(blank, loaded=figures, loaded_words=weights, valence=figures * 4 - 2))


def test_words_are_marked_in_loaded_sentences_only() -> None:
    document = read([0.9, 0.2, 0.7], {"rammed": 0.8, "bill": 0.1, "rained": 0.9, "vile": 0.6})
    marks = LoadedAnalyzer().marks(document)
    assert [(m.span.of(TEXT), round(m.weight, 2), str(m.voice)) for m in marks] == [
        ("rammed", 0.8, "narrator"),
        ("vile", 0.6, "quoted"),
    ]
    assert "learned this from sentences of US outlets" in render(marks[0].why)


def test_shares_and_means_leave_out_what_was_not_read() -> None:
    document = read([0.9, float("nan"), 0.4])
    analyzer = LoadedAnalyzer()
    found = {(m.name, *m.dimensions): m for m in analyzer.measures(document, analyzer.marks(document))}
    assert (found[("loaded.share",)].value, found[("loaded.share",)].n) == (0.5, 2)
    assert found[("loaded.mean",)].value == pytest.approx(0.65)
    assert found["loaded.share", ("voice", "reported")].value is None
    assert found[("loaded.words",)].value == 0


def test_valence_stands_on_the_scale_of_the_compound() -> None:
    document = read([0.0, float("nan"), 1.0])
    assert [sentence_valence(document, i) for i in range(3)] == [-0.5, None, 0.5]
    whole = ValenceAnalyzer().measures(document, ())[0]
    assert (whole.value, whole.n) == (0.0, 2)


def test_sentiment_toward_an_actor_is_told_by_voice() -> None:
    document = read([0.0, 0.0, 0.0])
    they, orr = Span(0, 4), Span(TEXT.index("Orr"), TEXT.index("Orr") + 3)
    assert document.reading is not None
    polarity = document.reading.polarity.copy()
    polarity[document.token_at(0)] = [3, 0, 0]
    polarity[document.token_at(orr.start)] = [0, 0, 3]
    actors = (Actor("They", ActorKind.GROUP, (), (they,)), Actor("Orr", ActorKind.PERSON, (), (orr,)))
    document = replace(document, actors=actors, reading=replace(document.reading, polarity=polarity))
    found = {(m.name, *m.dimensions): m for m in TowardAnalyzer().measures(document, ())}
    assert found["toward.negative", ("subject", "They")].value == 1
    assert found["toward.positive", ("subject", "Orr")].value == 1
    mean = found["toward.mean", ("subject", "They"), ("voice", "narrator")]
    assert mean.value is not None
    assert -1 <= mean.value < -0.7
    assert mean.passages[0].span == they
    assert all(one.negative + one.neutral + one.positive == pytest.approx(1) for one in mentions(document))


def test_without_a_reading_nothing_is_measured() -> None:
    document = built(TEXT).document
    for analyzer in (LoadedAnalyzer(), ValenceAnalyzer(), TowardAnalyzer()):
        assert analyzer.info.needs_reader
        assert (analyzer.marks(document), analyzer.measures(document, ())) == ((), ())


def test_lexicon_and_reader_say_whether_they_agree() -> None:
    document = read([0.9, 0.2, 0.2], {"rammed": 0.8})
    (loaded,) = LoadedAnalyzer().marks(document)
    framing = replace(loaded, kind=MarkKind.FRAMING)
    assert agreement(loaded, (loaded,)).key == "loaded.only.loaded"
    assert agreement(loaded, (loaded, framing)).key == "loaded.both.loaded"
    assert agreement(framing, (framing,)).key == "loaded.only.framing"
