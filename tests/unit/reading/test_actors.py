"""Names of persons, bodies and places, put together over an article."""

from __future__ import annotations

import pytest

from analysis.model import Actor, ActorKind, Article, Section, SectionKind, Span
from analysis.reading.pipeline import read_document


def actors(text: str) -> dict[str, Actor]:
    document = read_document(Article("a", "Outlet", "Title", text, (), "test", "", ""))
    return {actor.name: actor for actor in document.actors}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They met Finance Minister Lena Aho.", "Lena Aho", ActorKind.PERSON),
        ("They met Mr. Aho.", "Aho", ActorKind.PERSON),
        ("The Health Ministry closed.", "Health Ministry", ActorKind.ORGANIZATION),
        ("They wrote to the Ministry of Works.", "Ministry of Works", ActorKind.ORGANIZATION),
        ("They live in Damascus.", "Damascus", ActorKind.PLACE),
        ("They sailed down the Orra River.", "Orra River", ActorKind.PLACE),
        ("Troops entered al-Marsun.", "al-Marsun", ActorKind.PLACE),
        ("It was Ursula von Brandt.", "Ursula von Brandt", ActorKind.PERSON),
        ("It was Robert S. Brandt III.", "Robert S. Brandt III", ActorKind.PERSON),
        (
            "They asked the Center for Tidal and Harbour Studies.",
            "Center for Tidal and Harbour Studies",
            ActorKind.ORGANIZATION,
        ),
        ("They read the Ferry Act.", "Ferry Act", ActorKind.OTHER),
        ("They met the Director of National Harbours James Orr.", "James Orr", ActorKind.PERSON),
        ("Mum-of-two Ada Marsh wept.", "Ada Marsh", ActorKind.PERSON),
        ("They asked Ada Marsh KC on Monday.", "Ada Marsh", ActorKind.PERSON),
        ("They sued Hollin & Vane on Monday.", "Hollin & Vane", ActorKind.ORGANIZATION),
        ("They met some Muslims.", "Muslims", ActorKind.GROUP),
        ("It is in Tolmeria, where Tolmerian bread is good.", "Tolmeria", ActorKind.PLACE),
    ],
)
def test_a_name_is_found_with_its_kind(text: str, name: str, kind: ActorKind) -> None:
    found = actors(text)
    assert {n: a.kind for n, a in found.items()} == {name: kind}


def test_a_family_name_that_stands_first_and_a_name_that_comes_before_its_full_form_are_the_same_actor() -> None:
    found = actors("Mr. Kim left. They met Kim Jae-won. It seems that Aho left. They met Lena Aho.")
    assert {name: len(actor.mentions) for name, actor in found.items()} == {"Kim Jae-won": 2, "Lena Aho": 2}


def test_short_forms_and_acronyms_are_the_same_actor() -> None:
    text = "The River Rescue League (RRL) met Mayor Ilse Brandt. Brandt praised the RRL."
    found = actors(text)
    assert [m.of(text) for m in found["Ilse Brandt"].mentions] == ["Ilse Brandt", "Brandt"]
    assert [m.of(text) for m in found["River Rescue League"].mentions] == ["River Rescue League", "RRL", "RRL"]
    assert found["River Rescue League"].aliases == ("RRL",)


@pytest.mark.parametrize(
    "text",
    ["Yesterday the rain stopped.", "Bread was cheap on Monday.", "THE WATER ROSE FAST", "Officials left in May."],
)
def test_capitals_that_only_open_a_sentence_are_no_names(text: str) -> None:
    assert not actors(text)


def test_a_last_name_is_never_given_to_another_person_of_that_name() -> None:
    found = actors("President Orr and Ann Orr came by train. Mr. Orr spoke first. Peter Holm and Mr. Holm left.")
    assert [len(found[name].mentions) for name in ("Orr", "Ann Orr", "Peter Holm")] == [2, 1, 2]


def test_a_place_behind_a_verb_that_opens_the_sentence_is_the_place() -> None:
    assert set(actors("Leave Iran alone, they said.")) == {"Iran"}


@pytest.mark.parametrize("mark", ["", "."])
def test_a_headline_in_capitals_makes_no_name_with_or_without_a_full_stop(mark: str) -> None:
    headline = f"Aho Signals Openness to Harbour Talks{mark}"
    text = f"{headline}\n\nMs. Aho said on Monday that she would talk."
    sections = (Section(SectionKind.HEADLINE, Span(0, len(headline))),)
    document = read_document(Article("a", "Outlet", "Title", text, sections, "test", "", ""))
    assert [actor.name for actor in document.actors] == ["Aho"]
