"""Who said what in short articles with the Reader: paragraphs, silence, nesting, labels, posts, headlines."""

from __future__ import annotations

from functools import cache

import pytest

from analysis.comparison import compare_analyses
from analysis.model import Article, Document, Form, Section, SectionKind, Span, Voice
from analysis.reading.pipeline import analyze_article, read_document

pytestmark = pytest.mark.reader


def article(text: str) -> Article:
    end = text.find("\n\n")
    return Article("a", "Outlet", "Title", text, (Section(SectionKind.HEADLINE, Span(0, end)),), "test", "", "")


@cache
def document(text: str) -> Document:
    return read_document(article(text))


def speaker(text: str, words: str) -> str | None:
    """Return who says `words`: the innermost, where words stand within words."""
    at = text.index(words)
    around = [
        a for a in document(text).attributions if any(s.start <= at and at + len(words) <= s.end for s in a.content)
    ]
    inner = min(around, key=lambda a: sum(map(len, a.content)), default=None)
    return inner.speaker.name if inner is not None and inner.speaker is not None else None


QUAY = (
    "Quay plan splits the town\n\n"
    "Baker Nora Pell said she was against the quay. “The gulls will go. And then?”\n\n"
    "Teacher Jan Ostow said nothing would change. “We have seen worse.”\n\n"
    "Mayor Ada Finck was pleased with the turnout. “This is how a town should talk.”\n\n"
    "“Nobody asked the gulls,” Pell said."
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The gulls will go", "Nora Pell"),
        ("We have seen worse", "Jan Ostow"),
        ("This is how a town should talk", "Ada Finck"),
        ("Nobody asked the gulls", "Nora Pell"),
    ],
)
def test_a_quotation_belongs_to_whoever_its_own_paragraph_tells_of(words: str, name: str) -> None:
    assert speaker(QUAY, words) == name


def test_nobody_of_another_sentence_speaks_for_a_cue_with_a_subject_of_its_own() -> None:
    text = (
        "Angry meeting\n\n“Shame!” a woman at the door shouted. “Go home!” another cried.\n\n"
        "“Good night,” Harro Lind said."
    )
    assert speaker(text, "Go home!") == "another"


def test_a_source_is_the_whole_noun_phrase_with_its_apposition() -> None:
    text = "Union splits\n\nIts chairwoman, Petra Holm, said the vote was a farce."
    found = next(a for a in document(text).attributions if a.speaker is not None)
    assert found.source[0].of(text) == "Its chairwoman, Petra Holm,"


def test_a_lawyer_of_somebody_whose_name_ends_in_s_is_not_that_one() -> None:
    text = "Case goes on\n\nStella Daniels sued on Friday. Daniels’ lawyer called the offer “stunning”."
    assert "lawyer" in (speaker(text, "stunning") or "")


def test_who_tells_is_whom_the_clause_is_about() -> None:
    text = "Sluice opened\n\nPetra Holm, who in April told reporters that the gate was shut, left on Friday."
    assert speaker(text, "the gate was shut") == "Petra Holm"


def test_things_that_cannot_speak_are_no_sources() -> None:
    text = "Vote in Quay\n\nThe scandals suggest that the mayor will lose. The turnout means that voters are angry."
    assert [a for a in document(text).attributions if a.speaker is not None and "scandal" in a.speaker.name] == []
    assert [a for a in document(text).attributions if a.speaker is not None and "turnout" in a.speaker.name] == []


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("The ministry did not say who had opened the sluice.", "did not say"),
        ("The mayor declined to comment.", "declined to comment"),
        ("The board has yet to respond.", "has yet to respond"),
        ("Neither the police nor the court has said when a hearing will be held.", "has said"),
        ("Her lawyer could not be reached on Sunday.", "could not be reached"),
        ("The firm did not return calls.", "did not return calls"),
        ("Officials would not explain why the gate stood open.", "would not explain"),
    ],
)
def test_silence_is_a_form_without_content_or_voice(sentence: str, cue: str) -> None:
    read = document(f"Sluice opened\n\n{sentence}")
    assert [(a.form, a.content, a.cue[0].of(read.text)) for a in read.attributions] == [(Form.SILENT, (), cue)]
    assert {run.voice for run in read.voices} == {Voice.NARRATOR}


@pytest.mark.parametrize(
    "sentence",
    ["“No comment,” a spokeswoman said.", "She said the gate stood open.", "Not so, Ada Finck says: it stood open."],
)
def test_what_was_said_is_no_silence(sentence: str) -> None:
    assert Form.SILENT not in {a.form for a in document(f"Sluice opened\n\n{sentence}").attributions}


def test_whoever_said_nothing_is_no_source_of_a_comparison() -> None:
    analyzed = analyze_article(
        article("Sluice opened\n\nThe mayor declined to comment. Nora Pell said the gate was shut.")
    )
    assert [row.speaker for row in compare_analyses([analyzed]).sources] == ["Nora Pell"]


def test_who_is_reported_within_somebodys_words_is_listed_too() -> None:
    text = "Base lost\n\nThe envoy said on Friday that General Orik Brahm had told reporters that the base was lost."
    assert speaker(text, "the base was lost") == "Orik Brahm"
    assert speaker(text, "General Orik Brahm had told reporters") == "envoy"


def test_a_label_outranks_what_else_may_introduce_its_words() -> None:
    text = (
        "Transcript of the hearing\n\nSEN. ORTEGA: When did you know?\n\nMS. DAHL: I said it at nine.\n\n"
        "[Laughter]\n\nORTEGA: I see. My office said ten."
    )
    for words, name in [("When did you know?", "ORTEGA"), ("I said it at nine", "DAHL"), ("I see", "ORTEGA")]:
        assert name in (speaker(text, words) or "").upper()
    assert speaker(text, "Laughter") is None


def test_a_post_is_its_authors_and_no_words_of_the_outlet() -> None:
    text = (
        "Mayor under fire\n\nThe hall burnt on Friday.\n\n"
        "We shall rebuild it. — Nora Pell (@norapell) May 3, 2026\n\nIt rained."
    )
    assert speaker(text, "We shall rebuild it") == "Nora Pell"
    assert document(text).voice_at(text.index("We shall")).voice is Voice.QUOTED


@pytest.mark.parametrize(
    ("headline", "words"),
    [("Pell: Quay must go", "Quay must go"), ("‘I want it gone’: baker Nora Pell on the quay", "I want it gone")],
)
def test_a_headline_puts_words_beside_a_name_and_a_colon(headline: str, words: str) -> None:
    text = f"{headline}\n\nNora Pell runs a bakery on the quay. Pell has lived there since spring."
    assert speaker(text, words) == "Nora Pell"
