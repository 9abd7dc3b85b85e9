"""Whom the phrase for an actor names: an actor of the article, a speaker behind a pronoun, or what it says itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.model import Actor, ActorKind, Document, Referent, Span
from analysis.reading.analyzers.agency_who import Who
from tests.builders import Said, built


def document(text: str, said: Said | None = None, **actors: ActorKind) -> Document:
    made = built(text, said=[said] if said else []).document
    named = [(name.replace("_", " "), kind) for name, kind in actors.items()]
    found = [Actor(name, kind, (), (Span(text.index(name), text.index(name) + len(name)),)) for name, kind in named]
    return replace(made, actors=tuple(found))


def named(made: Document, *phrases: str) -> list[tuple[str, int | None]]:
    spans = [Span(made.text.index(phrase), made.text.index(phrase) + len(phrase)) for phrase in phrases]
    return [(who.name, who.actor) for who in Who(made).named(spans)]


@pytest.mark.parametrize(
    ("said", "words", "name"),
    [
        (Said("Mira Doll", "said", "I seized the mill"), "I", "Mira Doll"),
        (Said("Mira Doll", "said", "They seized the mill"), "They", ""),
        (Said("He", "said", "he seized the mill", name="Mira Doll"), "he", "Mira Doll"),
        (Said("He", "said", "she seized the mill", name="Mira Doll"), "she", ""),
    ],
)
def test_a_pronoun_is_who_the_attributions_say_it_is_or_nobody(said: Said, words: str, name: str) -> None:
    made = document(f"{said.source} {said.cue} “{said.content}”.", said)
    at = made.text.index(said.content)
    found = Who(made).named([Span(at, at + len(words))])
    assert [who.name for who in found] == ([name] if name else [])


def test_a_pronoun_outside_of_what_is_said_names_nobody() -> None:
    assert named(document("Mira Doll waited. He seized the mill."), "He") == []


def test_an_actor_is_known_behind_its_title_and_its_article() -> None:
    made = document("The Northern Army shot at Mayor Mira Doll.", Mira_Doll=ActorKind.PERSON, Army=ActorKind.GROUP)
    assert named(made, "Mayor Mira Doll") == [("Mira Doll", 0)]
    assert named(made, "The Northern Army") == [("Northern Army", None)], "the army alone is not all of it"


def test_of_a_known_speaker_the_actor_is_told_too() -> None:
    said = Said("Mira Doll", "said", "I seized the mill")
    made = document("Mira Doll said “I seized the mill”.", said, Mira_Doll=ActorKind.PERSON)
    assert Who(made).named([Span(16, 17)]) == (Referent("Mira Doll", 0),)


@pytest.mark.parametrize(
    ("phrase", "core"),
    [
        ("the two angry farmers who came", "angry farmers"),
        ("12,000 farmers from the hills, among them boys", "farmers from the hills"),
        ("the", "the"),
        ("farmers of the upper and of the lower valley", "farmers of the upper and of the…"),
    ],
)
def test_another_phrase_is_named_by_its_core(phrase: str, core: str) -> None:
    assert named(document(f"It was {phrase}"), phrase) == [(core, None)]


def test_one_name_is_given_once() -> None:
    made = document("The guards shot, and guards fled.")
    assert named(made, "The guards", "guards fled"[:6]) == [("guards", None)]
