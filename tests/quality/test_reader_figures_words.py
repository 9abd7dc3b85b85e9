"""Floors for what the shipped Reader and the program make of words, on gold written before any model read it."""

from __future__ import annotations

from pathlib import Path

import pytest

import analysis
from analysis.model import ActorKind
from analysis.reading.pipeline import read_document

from . import reader_figures_words as words

pytestmark = pytest.mark.reader

AGENCY_FLOOR = 0.80
"""Set before anything was measured."""


def test_acts_are_found_with_their_form_actor_and_affected() -> None:
    agency = words.figures().agency
    figures = {"acts": agency.acts.f, "form": agency.form, "actor": agency.actor, "affected": agency.affected}
    assert {name: f for name, f in figures.items() if f is None or f < AGENCY_FLOOR} == {}


def test_the_figures_are_printed_a_line_each() -> None:
    assert len(list(words.report(words.figures()))) == 9


@pytest.mark.data
def test_the_seed_articles_actors_are_found_and_no_person_is_invented(shared_data: Path) -> None:
    (path,) = (shared_data / "seed").glob("*.txt")
    (article,) = analysis.read([str(path)]).articles
    actors = read_document(article).actors
    by_name = {actor.name: actor.kind for actor in actors}
    wanted = {
        "Islamic State": ActorKind.GROUP,
        "Syrian army": ActorKind.ORGANIZATION,
        "Syrian Democratic Forces": ActorKind.GROUP,
        "Faisal Mekdad": ActorKind.PERSON,
        "Hamoudeh Sabagh": ActorKind.PERSON,
        "United States": ActorKind.PLACE,
    }
    assert {name: by_name.get(name) for name in wanted} == wanted
    people = {actor.name for actor in actors if actor.kind is ActorKind.PERSON}
    assert {name.split()[-1] for name in people} <= {"Mekdad", "Sabagh", "Safarjalani"}
    assert "SDF" in next(actor for actor in actors if actor.name == "Syrian Democratic Forces").aliases
