"""Sentiment by sentence: the package's score and its words' shares."""

from __future__ import annotations

import pytest
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from analysis.messages import render
from analysis.model import Article, Document, MarkKind, Section, SectionKind, Span, Voice, VoiceRun
from analysis.reading.analyzers.sentiment import SentimentAnalyzer
from analysis.reading.analyzers.sentiment_words import score
from analysis.reading.language import segment, straighten

PACKAGE = SentimentIntensityAnalyzer()
ANALYZER = SentimentAnalyzer()

SENTENCES = [
    "The plan is good.",
    "The plan is very good.",
    "The plan is GOOD, they say!",
    "The plan is not good.",
    "The plan is hardly a disaster, but it is not great!!!",
    "It was the least terrible of all ideas.",
    "At least it was no disaster???",
    "They were kind of happy, sort of sad and never so afraid.",
    "Without doubt a triumph; without hope, a failure.",
    "That is the bomb, yeah right.",
    "The kiss of death for a beating heart to die for.",
    "No joy, no or little hope, nor peace.",
    "He loves it 😁 and hates it 💔.",
    "😁",
    "The murder of the war hero was a terrible, horrible crime",
    "“Disaster” and ‘victory’ are words, he said.",
    "I don't hate it, isn't that nice?",
    "Great. But awful. But great.",
    "nothing here",
    "SUX!",
    "an :) emoticon and a :-( one",
    "Hope… despair—hope.",
    "   spaced    out   joy   ",
    "good bad",
    "?!?!?!?!",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_score_is_the_packages_and_its_parts_sum_to_it(sentence: str) -> None:
    scored = score(sentence)
    assert scored.compound == PACKAGE.polarity_scores(straighten(sentence))["compound"]
    assert sum(part.weight for part in scored.parts) == pytest.approx(scored.compound, abs=1e-4)
    for part in scored.parts:
        assert sentence[part.span.start : part.span.end].strip()


def test_curly_quotation_marks_do_not_hide_a_word() -> None:
    curly, straight = "It was a “disaster” for them.", 'It was a "disaster" for them.'
    assert PACKAGE.polarity_scores(curly)["compound"] == 0.0
    assert score(curly).compound == PACKAGE.polarity_scores(straight)["compound"] < -0.5


# sentence, what its words add, as signs
PARTS = [
    ("The plan is good but the cost is awful.", {"good": 1, "awful": -1}),
    ("It was not good.", {"good": -1}),
    ("A “triumph”, they said.", {"triumph": 1}),
    ("They love 😁 peace.", {"love": 1, "😁": 1, "peace": 1}),
]


@pytest.mark.parametrize(("sentence", "signs"), PARTS)
def test_words_add_where_they_stand(sentence: str, signs: dict[str, int]) -> None:
    parts = {sentence[p.span.start : p.span.end]: p.weight for p in score(sentence).parts}
    assert set(parts) == set(signs)
    assert all(parts[word] * sign > 0 for word, sign in signs.items())


def test_emphasis_goes_to_the_side_it_emphasises() -> None:
    calm = {p.span: p.weight for p in score("good and bad and bad").parts}
    loud = {p.span: p.weight for p in score("good and bad and bad!!!").parts}
    good = min(calm)
    assert loud[good] < calm[good] * 1.01  # the larger sum only shrinks it
    assert sum(loud.values()) < sum(calm.values())


def document(text: str, sections: tuple[Section, ...] = (), voices: tuple[VoiceRun, ...] = ()) -> Document:
    whole = (Section(SectionKind.BODY, Span(0, len(text))),)
    article = Article("a", "Wire", "", text, sections or whole, "a.txt", "", "")
    paragraphs, sentences, tokens = segment(article)
    return Document(article, paragraphs, sentences, tokens, (), (), (), voices)


def test_every_sentence_has_a_mark_with_its_voice() -> None:
    text = "War is bad. “Peace is good,” she said."
    at = text.index("“")
    end = text.index(" she")
    runs = (
        VoiceRun(Span(0, at), Voice.NARRATOR, None),
        VoiceRun(Span(at, end), Voice.QUOTED, 0),
        VoiceRun(Span(end, len(text)), Voice.NARRATOR, None),
    )
    marks = ANALYZER.marks(document(text, voices=runs))
    assert [(m.kind, m.voice) for m in marks] == [
        (MarkKind.SENTIMENT, Voice.NARRATOR),
        (MarkKind.SENTIMENT, Voice.MIXED),
    ]
    assert marks[0].weight < 0 < marks[1].weight
    for mark in marks:
        assert sum(p.weight for p in mark.parts) == pytest.approx(mark.weight, abs=1e-4)
        assert all(mark.span.contains(p.span) for p in mark.parts)
        assert render(mark.why)


def test_a_dateline_is_not_scored() -> None:
    text = "VICTORY, Texas.\n\nThe plan is bad."
    cut = text.index("\n")
    sections = (
        Section(SectionKind.DATELINE, Span(0, cut)),
        Section(SectionKind.BODY, Span(cut + 2, len(text))),
    )
    assert [m.span.of(text) for m in ANALYZER.marks(document(text, sections))] == ["The plan is bad."]


def test_without_sentences_nothing_is_scored() -> None:
    assert ANALYZER.marks(document("")) == ()
