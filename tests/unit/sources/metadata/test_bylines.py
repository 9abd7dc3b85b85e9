"""Bylines name people; offices, places, addresses and bodies are cut off."""

from __future__ import annotations

import pytest

from analysis.sources import read_text
from analysis.sources.metadata.bylines import house_byline, read_byline

from .. import makers

OUTLET = "The Lindmark Post"

PEOPLE = [
    ("Ada Brandt", "Ada Brandt"),
    ("By Ada Brandt", "Ada Brandt"),
    ("by: Ada Brandt", "Ada Brandt"),
    ("Written by Ada Brandt", "Ada Brandt"),
    ("Analysis by Ada Brandt, LNN Editor-at-large", "Ada Brandt"),
    ("Ada Brandt, Political Editor", "Ada Brandt"),
    ("Ada Brandt, Political Editor, and Jon Ek, reporter", "Ada Brandt and Jon Ek"),
    ("By Ada Brandt Education Correspondent", "Ada Brandt"),
    ("Analysis Ada Brandt", "Ada Brandt"),
    ("Ada Brandt, General Assignment Reporter", "Ada Brandt"),
    ("Ada Brandt in Nairobi", "Ada Brandt"),
    ("Ada Brandt in Nairobi and Jon Ek in Cape Town", "Ada Brandt and Jon Ek"),
    ("Ada Brandt, Nairobi", "Ada Brandt"),
    ("Ada Brandt, New Delhi", "Ada Brandt"),
    ("Ada Brandt for The Lindmark Post", "Ada Brandt"),
    ("Ada Brandt The Lindmark Post", "Ada Brandt"),
    ("Ada Brandt | Lindmark Post", "Ada Brandt"),
    ("Ada Brandt, Jon Ek", "Ada Brandt, Jon Ek"),
    ("Ada Brandt, Jon Ek and Ola de la Cruz", "Ada Brandt, Jon Ek and Ola de la Cruz"),
    ("ADA BRANDT AND JON EK", "ADA BRANDT AND JON EK"),
    ("Ada Brandt ada.brandt@lindmarkpost.example", "Ada Brandt"),
    ("Ada Brandt @adabrandt", "Ada Brandt"),
    ('"Ada OBrandt", Jon Ek', "Ada OBrandt, Jon Ek"),
    ("Ada Brandt, MD, PhD", "Ada Brandt"),
    ("Robert Brandt Jr.", "Robert Brandt Jr."),
    ("J. D. O’Brien", "J. D. O’Brien"),
    ("Abdel Fattah al-Najjar", "Abdel Fattah al-Najjar"),
    ("Ludwig van der Berg", "Ludwig van der Berg"),
    ("Ada Brandt, Ada Brandt", "Ada Brandt"),
    ("Ada Brandt - Updated 5 March 2024", "Ada Brandt"),
    ("Ada Brandt and agencies", "Ada Brandt"),
    ("Sukarno", "Sukarno"),
    ("Анна Петрова", "Анна Петрова"),
]
NOBODY = [
    "",
    "Staff",
    "Staff Writers",
    "STAFF REPORTER",
    "By Staff Reports",
    "Admin",
    "admin",
    "jdadmin",
    "rmb8090",
    "Editor",
    "Web Desk",
    "The News Desk",
    "Editorial Board",
    "Our Correspondent",
    "Special Correspondent",
    "Lindmark Post",
    "The Lindmark Post News",
    "Norland Space Agency",
    "The interior and water ministries",
    "https://example.org/authors/ada",
    "@lindmarkpost",
    "desk@lindmarkpost.example",
    "Reuters",
]


@pytest.mark.parametrize(("printed", "people"), PEOPLE)
def test_people_are_named_as_printed(printed: str, people: str) -> None:
    assert read_byline(printed, OUTLET).people == people


@pytest.mark.parametrize("printed", NOBODY)
def test_what_is_nobody_gives_no_byline(printed: str) -> None:
    assert read_byline(printed, OUTLET).people == ""


def test_an_outlet_of_one_word_takes_no_name_away() -> None:
    assert read_byline("Emily Post", "Post").people == "Emily Post"
    assert read_byline("Vera Voxley", "Vox").people == "Vera Voxley"


@pytest.mark.parametrize(
    ("printed", "outlet", "agency"),
    [
        ("Reuters", OUTLET, "Reuters"),
        ("By ADA BRANDT, Associated Press", OUTLET, "Associated Press"),
        ("The Associated Press", OUTLET, "Associated Press"),
        ("Ada Brandt (AFP)", OUTLET, "AFP"),
        ("Ada Brandt and Reuters", OUTLET, "Reuters"),
        ("Ada Brandt and agencies", OUTLET, ""),
        ("Reuters", "Reuters", ""),
        ("AP", "Associated Press", ""),
        ("Ada Brandt", OUTLET, ""),
    ],
)
def test_an_agency_in_a_byline_is_named_apart(printed: str, outlet: str, agency: str) -> None:
    assert read_byline(printed, outlet).agency == agency


def test_a_byline_without_end_is_read_in_no_time() -> None:
    assert read_byline("Ada Brandt, " * 100_000).people == "Ada Brandt"


@pytest.mark.parametrize("printed", ["NSP correspondents", "Northwind Wire and Courier staff", "Harbour Reporter"])
def test_a_house_is_kept_where_the_byline_names_nobody(printed: str) -> None:
    assert house_byline(printed) == printed
    (article,) = read_text(f"Title: Cranes fall\nByline: {printed}\n\n{makers.LEAD}").articles
    assert article.byline == printed


@pytest.mark.parametrize("printed", NOBODY)
def test_nobody_is_no_house(printed: str) -> None:
    assert house_byline(printed) == ""
