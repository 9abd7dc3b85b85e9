"""Actors from names that a Reader gave: cut to the name proper, grouped by alias, no two people made one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.model import Actor, ActorKind, Article
from analysis.reading.actors import find_actors, names_of
from analysis.reading.pipeline import read_document
from tests.readings import named, reading


def actors(text: str, *names: tuple[str, str]) -> dict[str, Actor]:
    document = read_document(Article("a", "Outlet", "Title", text, (), "test", "", ""))
    blank = reading(document)
    document = replace(document, reading=replace(blank, names=named(document, names)))
    return {actor.name: actor for actor in find_actors(document)}


@pytest.mark.parametrize(
    ("mention", "kind", "name"),
    [
        ("the Deputy Harbour Minister Lena Aho", "person", "Lena Aho"),
        ("the River Rescue League", "organization", "River Rescue League"),
        ("Russian-backed Tarn Defence Forces", "organization", "Tarn Defence Forces"),
        ("Lena Aho, the mayor of Kettle Bay", "person", "Lena Aho"),
        ("Aho", "person", "Aho"),
    ],
)
def test_a_mention_is_cut_to_the_name_proper(mention: str, kind: str, name: str) -> None:
    assert next(iter(actors(f"They met {mention}.", (mention, kind)))) == name


def test_forms_of_one_name_are_one_actor() -> None:
    text = (
        "The U.S. met the Coral Islands Fishing Union. The United States left. The CIFU and Lena Aho stayed. Aho sang."
    )
    found = actors(
        text,
        ("U.S.", "place"),
        ("Coral Islands Fishing Union", "organization"),
        ("United States", "place"),
        ("CIFU", "organization"),
        ("Lena Aho", "person"),
        ("Aho", "person"),
    )
    assert {name: len(actor.mentions) for name, actor in found.items()} == {
        "United States": 2,
        "Coral Islands Fishing Union": 2,
        "Lena Aho": 2,
    }


def test_what_a_country_calls_its_own_is_an_actor_that_comes_back_by_its_noun() -> None:
    found = actors("The Syrian army came. Then the army left. Army trucks stood by.")
    assert [m.start for m in found["Syrian army"].mentions] == [4, 27]
    assert found["Syrian army"].kind is ActorKind.ORGANIZATION


def test_the_group_is_the_one_group_of_the_article() -> None:
    text = "The Tarn Front fled. The armed group had lost the town. The other group stayed."
    found = actors(text, ("Tarn Front", "organization"))
    assert found["Tarn Front"].kind is ActorKind.GROUP
    assert [m.start for m in found["Tarn Front"].mentions] == [4, 21]


def test_of_two_groups_the_group_is_the_one_just_named() -> None:
    text = "The Tarn Front and the Orra Brigade met. Much later it rained. The Tarn Front fled. The group had lost."
    found = actors(text, ("Tarn Front", "organization"), ("Orra Brigade", "organization"))
    assert [m.of(text) for m in found["Tarn Front"].mentions][-1] == "The group"


def test_a_name_that_was_read_once_is_found_again() -> None:
    found = actors("They met Lena Aho. Later they called Lena Aho again.", ("met Lena Aho", "person"))
    assert len(found["Lena Aho"].mentions) == 2


def test_two_people_of_one_surname_stay_two() -> None:
    found = actors("Ann Orr met Tom Orr. They left.", ("Ann Orr", "person"), ("Tom Orr", "person"))
    assert set(found) == {"Ann Orr", "Tom Orr"}


def test_a_single_capital_that_nobody_knows_is_no_actor() -> None:
    document = read_document(Article("a", "Outlet", "Title", "Rain met Bread.", (), "test", "", ""))
    document = replace(document, reading=reading(document))
    assert find_actors(document) == ()
    assert names_of(document) == []


@pytest.mark.parametrize(
    ("mention", "kind", "name"),
    [
        ("the Tarn Centre for Control of Tides", "organization", "Tarn Centre for Control of Tides"),
        ("the Orra and Tarn Court of Appeal", "organization", "Orra and Tarn Court of Appeal"),
        ("the King's College", "organization", "King's College"),
        ("mainland Orland", "place", "Orland"),
        ("Kettle Bay, Orland", "place", "Kettle Bay"),
    ],
)
def test_a_body_keeps_all_of_its_name(mention: str, kind: str, name: str) -> None:
    assert list(actors(f"They saw {mention} again.", (mention, kind))) == [name]


@pytest.mark.parametrize("mention", ["Chair of the Tidal Centre", "many Americans", "the Secretary"])
def test_an_office_or_a_people_is_nobodys_name(mention: str) -> None:
    found = actors(f"They saw {mention} again.", (mention, "person"))
    assert not [actor for actor in found.values() if actor.kind is ActorKind.PERSON]


def test_a_fuller_name_takes_in_its_short_forms() -> None:
    text = "The Harbour Court sat. The Court rose. Ada Maria Orr came. Ada Orr left. Orrtech Inc. grew; Orrtech paid."
    found = actors(
        text,
        ("Harbour Court", "organization"),
        ("Court", "organization"),
        ("Ada Maria Orr", "person"),
        ("Ada Orr", "person"),
        ("Orrtech Inc", "organization"),
        ("Orrtech", "organization"),
    )
    assert {name: len(actor.mentions) for name, actor in found.items()} == {
        "Harbour Court": 2,
        "Ada Maria Orr": 2,
        "Orrtech Inc": 2,
    }


def test_what_the_rules_know_by_its_capitals_is_added_to_what_was_read() -> None:
    """The Reader's encoder sees no capitals, so that it can miss the Islamic State and take IS for a verb."""
    text = "U.S.-backed River Rescue Forces (RRF) came. Photograph: Agency/Mary Orr. They met Minister Lena Aho."
    found = actors(text)
    assert found["River Rescue Forces"].aliases == ("RRF",)
    assert {"Mary Orr", "Lena Aho"} <= set(found)


def test_a_country_is_a_place_where_its_people_are_called_after_it_whatever_was_read() -> None:
    found = actors("It is in Tolmeria, where Tolmerian bread is good.", ("Tolmeria", "person"))
    assert found["Tolmeria"].kind is ActorKind.PLACE


@pytest.mark.reader
@pytest.mark.parametrize(
    "text",
    [
        "“It leaks,” said the harbour envoy, Seveki Apinaru, on Monday.",
        "Tram driver Bolek Sohrad has been waiting at the gate since four.",
        "Deshun Pettaway, 52, who has worked on the line for years, heard it from his daughter.",
    ],
)
def test_whoever_is_introduced_by_a_role_or_an_age_is_an_actor_whether_the_reader_names_them_or_not(text: str) -> None:
    document = read_document(Article("a", "Outlet", "Title", text, (), "test", "", ""))
    people = [actor.name for actor in document.actors if actor.kind is ActorKind.PERSON]
    assert len(people) == 1
    assert people[0] in text
    assert " " in people[0]
