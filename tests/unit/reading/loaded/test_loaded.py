"""What is made of the Reader's figures for sentences, words and mentions."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from analysis.messages import message, render
from analysis.model import Actor, ActorKind, Attribution, CueStance, Document, Form, Polarity, Span
from analysis.reading.analyzers.loaded import LoadedAnalyzer
from analysis.reading.analyzers.toward import actor_sentiments, mentions
from analysis.reading.scores import sentence_scores
from tests.builders import Said, built
from tests.readings import parsed, reading

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


def test_valence_stands_on_the_scale_of_the_compound() -> None:
    document = read([0.0, float("nan"), 1.0])
    assert [score.valence for score in sentence_scores(document)] == [-0.5, None, 0.5]


def test_each_mention_of_an_actor_has_its_polarity() -> None:
    document = read([0.0, 0.0, 0.0])
    they, orr = Span(0, 4), Span(TEXT.index("Orr"), TEXT.index("Orr") + 3)
    assert document.reading is not None
    polarity = document.reading.polarity.copy()
    polarity[document.token_at(0)] = [3, 0, 0]
    polarity[document.token_at(orr.start)] = [0, 0, 3]
    actors = (Actor("They", ActorKind.GROUP, (), (they,)), Actor("Orr", ActorKind.PERSON, (), (orr,)))
    document = replace(document, actors=actors, reading=replace(document.reading, polarity=polarity))
    found = [(one.actor, one.span, one.polarity) for one in actor_sentiments(document)]
    assert found == [(0, they, Polarity.NEGATIVE), (1, orr, Polarity.POSITIVE)]
    assert all(one.negative + one.neutral + one.positive == pytest.approx(1) for one in mentions(document))


def mentioning(sentence: str, name: str, times: int = 1) -> Document:
    """A parsed sentence, told `times` times, that is most negative wherever the actor stands."""
    document = parsed(*[sentence] * times)
    spans = tuple(Span(m.start(), m.end()) for m in re.finditer(name, document.text))
    assert document.reading is not None
    polarity = document.reading.polarity.copy()
    for span in spans:
        polarity[document.token_at(span.start)] = [4, 0, 0]
    changed = replace(document.reading, polarity=polarity)
    return replace(document, actors=(Actor(name, ActorKind.PERSON, (), spans),), reading=changed)


FAILED = "Orr/PROPN/2/nsubj failed/VERB/0/root ./PUNCT/2/punct"


@pytest.mark.parametrize(
    "sentence",
    [
        "Orr/PROPN/2/nmod:poss house/NOUN/3/nsubj burned/VERB/0/root ./PUNCT/3/punct",
        "The/DET/3/det Orr/PROPN/3/compound bill/NOUN/4/nsubj failed/VERB/0/root ./PUNCT/4/punct",
    ],
)
def test_a_mention_that_belongs_to_another_noun_is_not_judged(sentence: str) -> None:
    assert mentions(mentioning(sentence, "Orr")) == ()


def test_who_only_speaks_is_neutral_unless_nothing_else_tells_of_them() -> None:
    document = mentioning(FAILED.replace("failed", "said"), "Orr", 2)
    cues = [Span(m.start(), m.end()) for m in re.finditer("said", document.text)]
    said = [
        Attribution(Form.INDIRECT, (), (cue,), (), CueStance.NEUTRAL, None, message("toward.label")) for cue in cues
    ]
    one = mentions(replace(document, attributions=(said[0],)))
    assert [(m.label, m.balance == 0) for m in one] == [(1, True), (0, False)]
    assert [m.label for m in mentions(replace(document, attributions=tuple(said)))] == [0, 0]


@pytest.mark.parametrize(("logits", "label"), [([1, 0, 0], 1), ([3, 0, 0], 0), ([0, 0, 3], 2), ([3, 0, 3], 1)])
def test_a_mention_is_neutral_without_a_clear_lead(logits: list[float], label: int) -> None:
    document = mentioning(FAILED, "Orr")
    assert document.reading is not None
    document.reading.polarity[0] = logits
    assert [m.label for m in mentions(document)] == [label]


def test_a_temperature_makes_less_of_the_same_figures() -> None:
    document = mentioning(FAILED, "Orr")
    assert document.reading is not None
    (plain,) = mentions(document)
    (cooled,) = mentions(replace(document, reading=replace(document.reading, target_temperature=4.0)))
    assert (plain.label, cooled.label) == (0, 1)
    assert cooled.negative < plain.negative


LOADED = (
    "Vile/ADJ/2/amod Orr/PROPN/3/nsubj gave/VERB/0/root up/ADV/3/compound:prt 7/NUM/7/nummod undocumented/ADJ/7/amod"
    " plans/NOUN/3/obj"
)


@pytest.mark.parametrize(
    ("weights", "marked"),
    [
        ({"Orr": 0.29, "up": 0.28, "7": 0.27, "plans": 0.21}, ["plans"]),
        ({"Orr": 0.31, "plans": 0.21}, ["Orr", "plans"]),
        ({"Vile": 0.6, "gave": 0.3, "plans": 0.29}, ["Vile", "gave"]),
        ({"gave": 0.19, "plans": 0.18}, []),
        ({"undocumented": 0.45, "gave": 0.1}, []),
        ({"undocumented": 0.45, "gave": 0.25}, ["gave"]),
        ({"undocumented": 0.55}, ["undocumented"]),
    ],
)
def test_a_loaded_sentence_shows_what_stands_out_of_it_or_is_loaded_as_a_whole(
    weights: dict[str, float], marked: list[str]
) -> None:
    document = parsed(LOADED)
    assert document.reading is not None
    words = np.array([weights.get(t.text, 0.0) + 1e-6 for t in document.tokens], np.float32)
    document = replace(
        document, reading=replace(document.reading, loaded=np.array([0.9], np.float32), loaded_words=words)
    )
    assert [m.span.of(document.text) for m in LoadedAnalyzer().marks(document)] == marked
    assert [score.loaded_as_a_whole for score in sentence_scores(document)] == [not marked]


def test_a_plain_sentence_is_not_loaded_as_a_whole() -> None:
    scores = sentence_scores(read([0.9, 0.4, 0.9], {"vile": 0.6}))
    assert [score.loaded_as_a_whole for score in scores] == [True, False, False]


@pytest.mark.parametrize(("word", "marked"), [("Refugees", False), ("transgender", False), ("rabble", True)])
def test_a_word_for_a_group_is_not_what_loads_a_sentence(word: str, marked: bool) -> None:
    document = parsed(f"{word}/NOUN/2/nsubj came/VERB/0/root ./PUNCT/2/punct")
    assert document.reading is not None
    weights = np.array([0.4, 0.01, 0], np.float32)
    read = replace(document.reading, loaded=np.array([0.9], np.float32), loaded_words=weights)
    assert bool(LoadedAnalyzer().marks(replace(document, reading=read))) is marked


def test_without_a_reading_nothing_is_found() -> None:
    document = built(TEXT).document
    assert LoadedAnalyzer().info.needs_reader
    assert (LoadedAnalyzer().marks(document), sentence_scores(document), actor_sentiments(document)) == ((), (), ())
