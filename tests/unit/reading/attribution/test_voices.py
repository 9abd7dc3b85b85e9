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
