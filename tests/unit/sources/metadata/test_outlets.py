"""What is the name of an outlet, and what only stands in its place."""

from __future__ import annotations

import pytest

from analysis.sources.metadata.outlets import (
    address_as_name,
    fits_host,
    is_of_host,
    outlet_name,
    same_outlet,
    site_label,
)

NAMES = [
    "AP",
    "i",
    "Vox",
    "The Hindu",
    "Dawn",
    "El País in English",
    "Premium Times",
    "Mail & Guardian",
    "Politico",
    "Axios",
    "7News",
    "Al-Monitor",
    "The Nation",
    "Organized Crime and Corruption Reporting Project",
    "St. Louis Post-Dispatch",
    "RFE/RL",
    "Norland Online News",
    "Lindmark World News",
    "France 24",
    "+972 Magazine",
    "Новая газета",
]
NONE = [
    "",
    "https://www.lindmark-post.example",
    "www.lindmark-post.example",
    "lindmark-post.example",
    "lindmark-post.example/news",
    "desk@lindmark-post.example",
    "@lindmarkpost",
    "U.S.",
    "World",
    "Politics",
    "Opinion",
    "News",
    "Home",
    "Breaking news, latest news and videos",
    "News, Sport, Culture",
    "Your source for everything that happens in Lindmark",
    "Copyright 2024 Lindmark Post",
    "© Lindmark Post",
    "5 March 2024",
    "March 5, 2024",
    "WordPress",
    "My WordPress Website",
    "Untitled",
    "1234",
    "The harbour of Lindmark was closed after two cranes fell into the basin.",
]


@pytest.mark.parametrize("name", NAMES)
def test_names_are_kept_as_printed(name: str) -> None:
    assert outlet_name(name) == name


@pytest.mark.parametrize("printed", NONE)
def test_what_names_no_outlet_gives_none(printed: str) -> None:
    assert outlet_name(printed) == ""


@pytest.mark.parametrize(
    ("printed", "host", "name"),
    [
        ("Home - The Lindmark Post", "", "The Lindmark Post"),
        ("The Lindmark Post | Breaking news and weather", "", "The Lindmark Post"),
        ("Norland news and weather | Lindmark Post", "www.lindmarkpost.example", "Lindmark Post"),
        ("World | The Beacon", "", "The Beacon"),
        ("Mail &amp; Guardian", "", "Mail & Guardian"),
        ("Money", "money.example", "Money"),
        ("Money", "beacon.example", ""),
    ],
)
def test_a_line_of_several_parts_gives_the_one_that_is_a_name(printed: str, host: str, name: str) -> None:
    assert outlet_name(printed, host) == name


def test_a_domain_is_a_name_only_where_an_outlet_spells_itself_so() -> None:
    assert address_as_name("Lindmark.org") == "Lindmark.org"
    assert address_as_name("lindmark.org") == address_as_name("www.Lindmark.org") == address_as_name("Lindmark") == ""


def test_an_address_confirms_a_name() -> None:
    assert site_label("www.lindmark-post.co.nl") == "lindmarkpost"
    assert is_of_host("The Lindmark Post", "m.lindmark-post.co.nl")
    assert fits_host("Lindmark Evening Post", "lep.example")
    assert fits_host("Lindmark", "lindmarkpost.example")
    assert not fits_host("Norland Gazette", "lindmarkpost.example")
    assert not fits_host("Lindmark", "")


def test_one_outlet_is_spelled_in_several_ways() -> None:
    assert same_outlet("The Beacon", "TheBeacon")
    assert same_outlet("Café du Nord", "cafe du nord")
    assert not same_outlet("The Beacon", "The Evening Beacon")
    assert not same_outlet("", "")
