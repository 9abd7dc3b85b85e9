"""In whose voice words stand: marks in the text show what each voice must cover."""

from __future__ import annotations

import pytest

from analysis.model import Article, Voice
from analysis.reading import read_document


def voices(text: str) -> list[tuple[str, str]]:
    document = read_document(Article("a", "Outlet", "Title", text, (), "test", "", ""))
    return [(r.voice.value, r.span.of(text).strip()) for r in document.voices if r.voice is not Voice.NARRATOR]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army took the town.", []),
        ('"We took it," the army said.', [("quoted", '"We took it,"')]),
        ("The army said it took the town.", [("reported", "it took the town")]),
        (
            'The army said the town was "free at last."',
            [("reported", "the town was"), ("quoted", '"free at last."')],
        ),
        ("Its “emirate” is gone.", [("scare", "“emirate”")]),
        ("The band played “Rivers of the Night” twice.", []),
        ("“Nobody spoke to us for a week.”", [("quoted", "“Nobody spoke to us for a week.”")]),
        ("I believe the bridge will fall.", []),
        ("The illegal huts are regarded as homes.", [("reported", "as homes")]),
    ],
)
def test_voice_of_each_stretch(text: str, expected: list[tuple[str, str]]) -> None:
    assert voices(text) == expected


def test_nested_words_belong_to_the_inner_speaker() -> None:
    text = "The mayor said that the police claim the boy is safe."
    document = read_document(Article("a", "Outlet", "Title", text, (), "test", "", ""))
    inner = document.voice_at(text.index("boy"))
    assert inner.voice is Voice.REPORTED
    assert inner.attribution is not None
    assert document.attributions[inner.attribution].cue[0].of(text) == "claim"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What is judged is there without the judge …
        ("Ministers condemned the crackdown on marchers.", []),
        ("Ministers condemned the crackdown that emptied the square.", []),
        ("She supports the gun law and opposes the border wall.", []),
        ("The raid was condemned by the mayor.", []),
        # … what is warned of, wanted or denied is not,
        ("Ministers warned of a crackdown.", [("reported", "a crackdown")]),
        ("The mayor denied the killings.", [("reported", "the killings")]),
        ("She opposes a fence along the river.", [("reported", "a fence along the river")]),
        # … nor what the judging says of it,
        ("Ministers criticised what they called a crackdown.", [("reported", "a crackdown")]),
        ("The mayor condemned the “cruel” raid.", [("quoted", "“cruel”")]),
        ("She criticised the police for beating marchers.", [("reported", "for beating marchers")]),
        ("They opposed the ban because it was cruel.", [("reported", "because it was cruel")]),
        ("She hailed the truce as a victory.", [("reported", "as a victory")]),
        # … and of two parts only the first is named by the outlet.
        ("The mayor accused the rebels of genocide.", [("reported", "of genocide")]),
        ("He described the raid as a massacre.", [("reported", "as a massacre")]),
        ("The mayor called the raid a massacre.", [("reported", "a massacre")]),
        ("The rebels were accused by villagers of torturing captives.", [("reported", "torturing captives")]),
        ("He urged the rebels to leave the town.", [("reported", "to leave the town")]),
    ],
)
def test_what_is_judged_is_the_narrators_and_what_is_said_of_it_is_not(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert voices(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said the huts were safe, after coming under fire.", [("reported", "the huts were safe")]),
        ("She urged them to stay at home in remarks to the council.", [("reported", "to stay at home")]),
        ("After the raid began, she asked, “Where are they?”", [("quoted", "“Where are they?”")]),
        (
            "Then the clerk, speaking in a whisper, said Mr Orr was late.",
            [("reported", "Mr Orr was late")],
        ),
    ],
)
def test_the_outlets_circumstances_are_no_part_of_what_was_said(text: str, expected: list[tuple[str, str]]) -> None:
    assert voices(text) == expected
