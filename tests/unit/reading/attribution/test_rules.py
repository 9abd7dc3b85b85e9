"""Parts of reading who says what: forms of words, phrases, labels, continuation, speakers and their kinds."""

from __future__ import annotations

import pytest

from analysis.messages import render
from analysis.model import Article, Attribution, CueStance, Document, Form, SpeakerKind
from analysis.reading.attribution.fallback.line import lines
from analysis.reading.english.cues import cue_forms, noun_cues
from analysis.reading.english.kinds import is_firm, kind_of, kind_of_parts
from analysis.reading.english.naming import named_part, plain_name
from analysis.reading.pipeline import read_document


def read(text: str) -> Document:
    return read_document(Article("a", "Outlet", "Title", text, (), "test", "", ""))


def only(text: str) -> tuple[Document, Attribution]:
    document = read(text)
    (found,) = document.attributions
    return document, found


def test_every_cue_has_a_stance_and_takes_something() -> None:
    cues = {form.cue for form in cue_forms().values()}
    assert len(cues) > 250
    assert all(cue.takes and cue.stance in CueStance for cue in cues)
    assert {cue.stance for cue in cues} == set(CueStance)
    assert all(cue.takes for cue in noun_cues().values())


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("The army claims that", "DNVW"),
        ("Its claims are old", "DNXN"),
        ("They plan to leave", "RVTV"),
        ("A plan to leave", "DNTV"),
        ("He has also said IS won", "RXBVKV"),
        ("Officials say he's late", "KVRXN"),
        ("Sen. Orr of Mass. spoke", "KKPKKV"),
    ],
)
def test_words_get_their_class_from_what_stands_beside_them(text: str, tags: str) -> None:
    (line,) = lines(read(text))
    assert "".join(line.tags) == tags


@pytest.mark.parametrize(
    ("description", "kind"),
    [
        ("the army", SpeakerKind.MILITARY),
        ("a source close to the president", SpeakerKind.UNNAMED),
        ("a spokesman for the airline", SpeakerKind.COMPANY),
        ("the White House", SpeakerKind.GOVERNMENT),
        ("a professor of law at the state university", SpeakerKind.EXPERT),
        ("IS", SpeakerKind.ARMED_GROUP),
        ("a man who is late", None),
        ("WHO", SpeakerKind.INTERNATIONAL_ORGANISATION),
        ("her sister", SpeakerKind.FAMILY),
        ("police", SpeakerKind.POLICE),
        ("the report", SpeakerKind.DOCUMENT),
        ("Xu Lan", None),
        ("two local officials", SpeakerKind.GOVERNMENT),
        ("his heartbroken grandmother", SpeakerKind.FAMILY),
        ("a 19-year-old from Oslo", SpeakerKind.RESIDENT),
        ("the city's chief engineer", SpeakerKind.GOVERNMENT),
        ("Lt. of the harbour police department", SpeakerKind.POLICE),
        ("Ombria's president", SpeakerKind.GOVERNMENT),
        ("a chairman of the history department at Tarn University", SpeakerKind.EXPERT),
    ],
)
def test_role_words_give_the_kind_of_speaker(description: str, kind: SpeakerKind | None) -> None:
    assert kind_of(description) is kind


@pytest.mark.parametrize(
    ("description", "kind"),
    [
        ("President , a lifelong fan of the club", SpeakerKind.GOVERNMENT),
        ("another provincial official, deputy police chief", SpeakerKind.POLICE),
        ("customer , 29", SpeakerKind.RESIDENT),
    ],
)
def test_of_title_and_apposition_the_one_that_says_more_gives_the_kind(description: str, kind: SpeakerKind) -> None:
    assert kind_of_parts(description) is kind


@pytest.mark.parametrize(
    ("name", "firm"),
    [("Hollin & Vane", True), ("JetHalm", True), ("Carrow Motors", True), ("Ann Waters", False), ("McBride", False)],
)
def test_firms_are_told_by_how_their_names_are_written(name: str, firm: bool) -> None:
    assert is_firm(name) is firm


def test_a_short_name_goes_back_to_the_full_one_with_both_places_as_evidence() -> None:
    document = read("Mayor Ilse Brandt opened the bridge. Brandt said it was late.")
    (found,) = document.attributions
    assert found.speaker is not None
    assert found.speaker.name == "Ilse Brandt"
    assert found.speaker.kind is SpeakerKind.GOVERNMENT
    assert [e.of(document.text) for e in found.speaker.evidence] == ["Brandt", "Ilse Brandt"]
    assert "Brandt" in render(found.speaker.why)


def test_a_pronoun_without_anybody_before_it_has_no_speaker() -> None:
    _, found = only("He said the bridge was late.")
    assert found.speaker is None


def test_a_woman_is_not_taken_for_the_man_who_spoke_last() -> None:
    document = read("Susan Orr said it was late. Peter Holm said it was early. She said he was wrong.")
    speaker = document.attributions[-1].speaker
    assert speaker is not None
    assert speaker.name == "Susan Orr"


def test_quotations_go_on_until_the_narrator_speaks() -> None:
    text = (
        '"One," said Ann Orr. "Two." "Three."\n\n"Four is enough for all of us."\n\n'
        'The street was dark. "Five" was a club.'
    )
    document, found = only(text)
    assert [s.of(document.text) for s in found.content] == [
        '"One,"',
        '"Two."',
        '"Three."',
        '"Four is enough for all of us."',
    ]
    assert found.form is Form.DIRECT


def test_labels_speak_only_in_transcripts() -> None:
    assert not read("Photo: the bridge at night.").attributions
    document = read("MAYOR ORR: We must go.\n\nDR. HOLM: Why should we?\n\nORR: I see the boat. It leaves.")
    assert [a.content[0].of(document.text) for a in document.attributions] == [
        "We must go.",
        "Why should we?",
        "I see the boat. It leaves.",
    ]


def test_a_quotation_in_the_next_paragraph_belongs_to_the_colon_before_it() -> None:
    document, found = only("The mayor said:\n\n“The bridge is open.”")
    assert found.content[0].of(document.text) == "“The bridge is open.”"


def test_every_reason_can_be_read() -> None:
    text = (
        'According to the mayor, it rained. The mayor\'s claim that it snowed was odd. "No," said Ann Orr, adding '
        "that it hailed. The mayor was accused of lying. It rained, she said, and it stopped."
    )
    document = read(text)
    reasons = {a.why.key for a in document.attributions}
    assert {"attribution.why.according", "attribution.why.noun", "attribution.why.inverted"} <= reasons
    assert all(render(a.why) for a in document.attributions)
    assert all(render(a.speaker.why) for a in document.attributions if a.speaker)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The council praised Thursday’s announcement that the pool will reopen.", "The council"),
        ("Neighbours doubted Thursday's claim that the pool is safe.", "Neighbours"),
        ("Thursday’s statement said that the pool was safe.", "Thursday’s statement"),
        ("Sunday's Beacon said that the pool was safe.", "Sunday's Beacon"),
        ("The pool's claim that it is safe was doubted.", "The pool's"),
        ("'s claim that the pool is safe was doubted.", ""),
        ("’s said that the pool is safe.", ""),
        ("The ’s claim that the pool is safe was doubted.", "The ’s"),
        ("The ’s government said that the pool is safe.", "The ’s government"),
    ],
)
def test_no_source_is_an_apostrophe_alone(text: str, source: str) -> None:
    document = read(text)
    sources = [span.of(text) for one in document.attributions for span in one.source]
    assert sources == ([source] if source else [])
    assert all(one.speaker is None or one.speaker.name.strip() for one in document.attributions)


@pytest.mark.parametrize("printed", ["", "’s", "the 's", "The ’s", ",", " on Monday"])
def test_a_description_without_words_can_be_asked_for_its_name(printed: str) -> None:
    assert named_part(plain_name(printed)) == ""
    assert bool(plain_name(printed)) == bool(printed.strip())
