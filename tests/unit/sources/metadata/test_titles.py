"""What of a page's title is the headline, and what the outlet."""

from __future__ import annotations

import pytest

from analysis.sources.metadata.titles import likeness, same_title, tail_of, without_outlet

HEADLINE = "Cranes fall into the harbour"


@pytest.mark.parametrize(
    "title",
    [
        HEADLINE,
        f"{HEADLINE} | The Beacon",
        f"{HEADLINE} - The Beacon",
        f"{HEADLINE} – Beacon",
        f"{HEADLINE} - World - The Beacon",
        f"{HEADLINE} | Norland | News | The Beacon",
        f"{HEADLINE} | BeaconPolitics",
        f"The Beacon: {HEADLINE}",
        f"The Beacon | {HEADLINE}",
    ],
)
def test_the_outlet_is_cut_off_a_title(title: str) -> None:
    assert without_outlet(title, "The Beacon").removesuffix(" | Norland") == HEADLINE


@pytest.mark.parametrize(
    "title", ["Cranes – and the harbour", "Divers: cables were old", "The Beacon burns", "Harbour - five lessons"]
)
def test_what_names_no_outlet_stays_in_the_title(title: str) -> None:
    assert without_outlet(title, "The Beacon") == title


@pytest.mark.parametrize(
    ("title", "headlines", "host", "outlet"),
    [
        ("Harbour shut - The Beacon", ("Harbour shut",), "", "The Beacon"),
        ("Harbour shut | World | The Beacon", ("Harbour shut",), "", "The Beacon"),
        ("The Beacon: Harbour shut", ("Harbour shut",), "", "The Beacon"),
        ("Harbour shut | The Beacon", ("Harbour shut today",), "beacon.example", "The Beacon"),
        ("Harbour shut | Lindmark Times", (), "", "Lindmark Times"),
        ("Harbour shut | World", ("Harbour shut",), "", ""),
        ("Harbour shut - five lessons", (), "", ""),
        ("Harbour shut - five lessons", ("Divers look for cables",), "beacon.example", ""),
        ("Harbour shut", ("Harbour shut",), "", ""),
    ],
)
def test_the_tail_of_a_title_names_the_outlet(title: str, headlines: tuple[str, ...], host: str, outlet: str) -> None:
    assert tail_of(title, headlines, host) == outlet


def test_headlines_are_compared_by_their_words() -> None:
    assert same_title("‘Old’ cables: what now?", "'Old' cables – what now")
    assert not same_title("", "")
    assert likeness("HS roundup: Lindmark wins", "High school roundup: Lindmark wins again") > 0.6
    assert likeness("Cranes fall", "Bakers strike") == 0
    assert likeness("", "Bakers strike") == 0
