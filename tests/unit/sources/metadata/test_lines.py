"""Lines around a headline: outlet and date, agency copy, offices, later dates."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from analysis.messages import render
from analysis.model import Article
from analysis.sources import read_text

BODY = (
    "The harbour of Lindmark was closed on Monday after two cranes fell into the basin, the port office said.\n\n"
    "Nobody was hurt. Divers began to look for the cables in the afternoon, and ferries were sent to other towns."
)


class Case(NamedTuple):
    """A pasted text above BODY, and what its lines say."""

    text: str
    title: str = "Cranes fall into the harbour"
    outlet: str = ""
    byline: str | None = None
    published: str | None = "2024-03-05"
    agency: str | None = None


CASES = {
    "outlet and date above the headline": Case(
        "The Beacon, 5 March 2024\n\nCranes fall into the harbour\n\n", outlet="The Beacon"
    ),
    "outlet, date and page above": Case(
        "The Beacon | Tuesday, March 5, 2024 | Page 7\nCranes fall into the harbour\n\n", outlet="The Beacon"
    ),
    "a short name above": Case("Dawn, March 5, 2024, p. A7\n\nCranes fall into the harbour\n\n", outlet="Dawn"),
    "nothing but a space between": Case(
        "The Lindmark Courier Tuesday, March 5, 2024\n\nCranes fall into the harbour\n\n", outlet="The Lindmark Courier"
    ),
    "any name above a date and a headline": Case(
        "Lagoon\n5 March 2024\nCranes fall into the harbour\nBy Ada Brandt\n\n", outlet="Lagoon", byline="Ada Brandt"
    ),
    "a headline above a date": Case(
        "Harbour Shut\n5 March 2024\nBy Ada Brandt\n\n", title="Harbour Shut", byline="Ada Brandt"
    ),
    "any name and a date below the byline": Case(
        "Cranes fall into the harbour\nBy Ada Brandt\nLagoon, March 5, 2024\n\n", outlet="Lagoon", byline="Ada Brandt"
    ),
    "a writer beside the date": Case(
        "Cranes fall into the harbour\nIlse Varden | 5 March 2024\n\n", byline="Ilse Varden"
    ),
    "a short name beside the date": Case(
        "Cranes fall into the harbour\nAl Lagoon | 5 March 2024\n\n", outlet="Al Lagoon"
    ),
    "outlet, writers and date in a line": Case(
        "Cranes fall into the harbour\nThe Beacon | Ada Brandt and Jon Ek | 5 March 2024\n\n",
        outlet="The Beacon",
        byline="Ada Brandt and Jon Ek",
    ),
    "the date first": Case("Cranes fall into the harbour\n5 March 2024, The Beacon\n\n", outlet="The Beacon"),
    "a source with its date": Case(
        "Cranes fall into the harbour\nSource: The Beacon, 5 March 2024\n\n", outlet="The Beacon"
    ),
    "outlet and agency under their keys": Case(
        "Title: Cranes fall into the harbour\nAgency: Reuters\nOutlet: The Beacon\nDate: 2024-03-05\n\n",
        outlet="The Beacon",
        agency="Reuters",
    ),
    "an agency alone is the outlet": Case(
        "Title: Cranes fall into the harbour\nAgency: Reuters\nDate: 2024-03-05\n\n", outlet="Reuters"
    ),
    "the title of a page": Case(
        "Cranes fall into the harbour | The Beacon\nBy Ada Brandt\n5 March 2024\n\n",
        outlet="The Beacon",
        byline="Ada Brandt",
    ),
    "the outlet behind the headline too": Case(
        "Title: Cranes fall into the harbour - World - The Beacon\nOutlet: The Beacon\nDate: 2024-03-05\n\n",
        outlet="The Beacon",
    ),
    "a date in brackets": Case("Cranes fall into the harbour\nLagoon News (5 March 2024)\n\n", outlet="Lagoon News"),
    "a hyphen between": Case("Cranes fall into the harbour\nThe Beacon - 5 March 2024\n\n", outlet="The Beacon"),
    "byline, office and dates without signs between": Case(
        "Cranes fall into the harbour\nBy Ada Brandt Port Correspondent Published 05/03/2024, 16:21 | "
        "Updated 28/03/2024, 08:02\n\n",
        byline="Ada Brandt Port",
        published="2024-05-03T16:21",
    ),
    "a page's menu between": Case(
        "The Beacon, 5 March 2024\n\nHome\nNews\nWhat's On\nSport\nSubscribe\n\nPOLITICS\n\n"
        "Cranes fall into the harbour\n\nBy Ada Brandt\n\n",
        outlet="The Beacon",
        byline="Ada Brandt",
    ),
    "each on its line": Case(
        "The Lindmark Courier\n5 March 2024\nPage 7\n\nCranes fall into the harbour\n\n", outlet="The Lindmark Courier"
    ),
    "capitals, offices, and outlet with date below": Case(
        "CRANES FALL INTO THE HARBOUR\n\nBY ADA BRANDT AND JON EK\nSTAFF WRITERS\n\n"
        "The Beacon | Tuesday, March 5, 2024\n\n",
        title="CRANES FALL INTO THE HARBOUR",
        outlet="The Beacon",
        byline="ADA BRANDT AND JON EK",
    ),
    "an office that could be an outlet's name": Case(
        "Cranes fall into the harbour\nBy Ada Brandt, General Assignment Reporter\n5 March 2024\n\n",
        byline="Ada Brandt",
    ),
    "an office behind the name": Case(
        "Cranes fall into the harbour\nBy Ada Brandt, Political Editor\n5 March 2024\n\n", byline="Ada Brandt"
    ),
    "outlet and date below the byline": Case(
        "Cranes fall into the harbour\nBy Ada Brandt\nLindmark Courier, 5 March 2024\n\n",
        outlet="Lindmark Courier",
        byline="Ada Brandt",
    ),
    "an outlet above a day of broadcast": Case(
        "Cranes fall into the harbour\n\nNorland News Network\n\nAired March 5, 2024 - 19:00 ET\n\n",
        outlet="Norland News Network",
        published="2024-03-05T19:00",
    ),
    "published before updated": Case(
        "Cranes fall into the harbour\nPublished: 5 March 2024 Updated: 7 March 2024\n\n",
    ),
    "updated before published": Case(
        "Cranes fall into the harbour\nUpdated: 7 March 2024; Published: 5 March 2024\n\n",
    ),
    "updated only": Case("Cranes fall into the harbour\nUpdated: 7 March 2024\n\n", published=None),
    "a place and a date are no outlet": Case(
        "Cranes fall into the harbour\nLindmark, 5 March 2024\n\n", published=None
    ),
    "staff": Case("Cranes fall into the harbour\nBy Staff Reporter\n5 March 2024\n\n"),
    "an agency's byline in a paper": Case(
        "The Beacon, 5 March 2024\n\nCranes fall into the harbour\nBy ADA BRANDT, Associated Press\n\n",
        outlet="The Beacon",
        byline="ADA BRANDT",
        agency="Associated Press",
    ),
    "an agency's dateline in a paper": Case(
        "The Beacon, 5 March 2024\n\nCranes fall into the harbour\n\nLINDMARK (Reuters) - It was a quiet night.\n\n",
        outlet="The Beacon",
        agency="Reuters",
    ),
    "an outlet's own dateline": Case(
        "BBC News, 5 March 2024\n\nCranes fall into the harbour\n\nLINDMARK (BBC) - It was a quiet night.\n\n",
        outlet="BBC News",
    ),
    "an address is no outlet": Case(
        "Title: Cranes fall into the harbour\nSource: https://beacon.example/a\nDate: 2024-03-05\n\n"
    ),
}


def _read(text: str) -> Article:
    (article,) = read_text(text).articles
    return article


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_lines_around_a_headline(case: Case) -> None:
    article = _read(case.text + BODY)

    assert article.title == case.title
    assert article.outlet == case.outlet
    assert article.byline == case.byline
    assert article.published == case.published
    assert dict(article.columns).get("agency") == case.agency
    assert article.text.endswith(BODY)


@pytest.mark.parametrize(
    ("end", "agency"),
    [
        ("— Reuters", "Reuters"),
        ("(AFP)", "AFP"),
        ("Additional reporting by Reuters", "Reuters"),
        ("Additional reporting by Ada Brandt and Reuters.", "Reuters"),
        ("With inputs from PTI", "PTI"),
        ("The Associated Press contributed to this report.", "Associated Press"),
        ("It will open again in May. – AFP", "AFP"),
        ("The Beacon contributed to this report.", None),
        ("It was the work of Reuters, he said, and of nobody else.", None),
    ],
)
def test_a_credit_below_the_story_names_the_agency(end: str, agency: str | None) -> None:
    article = _read(f"The Beacon, 5 March 2024\n\nCranes fall into the harbour\n\n{BODY}\n\n{end}")

    assert dict(article.columns).get("agency") == agency
    assert article.outlet == "The Beacon"


def test_a_line_in_the_middle_of_a_paragraph_is_no_byline() -> None:
    story = (
        "The office said that it had been warned of the cables by a letter that was written\n"
        "by Ada Brandt, a retired diver\nwho lives near the harbour, and that nobody had read it in time."
    )
    article = _read(f"Cranes fall into the harbour\n\n{story}\n\n{BODY}")

    assert article.byline is None
    assert "by Ada Brandt, a retired diver who lives" in article.text


def test_every_value_says_where_it_comes_from() -> None:
    article = _read(
        "The Beacon, 5 March 2024\n\nCranes fall into the harbour\nBy Ada Brandt\n\nLINDMARK (Reuters) - Quiet.\n\n"
        + BODY
    )

    said = {known.field: render(known.message) for known in article.evidence}
    assert said["outlet"] == "from the line “The Beacon, 5 March 2024” above the headline"
    assert said["byline"] == "from the line “By Ada Brandt”"
    assert said["agency"] == said["dateline"] == "from the credit in the dateline, “LINDMARK (Reuters) -”"


@pytest.mark.parametrize(
    "line",
    [
        "Divers look for cables, and the harbour may open on 5 March 2024",
        "On 5 March 2024, two cranes fell into the basin | and nobody was hurt, it seems",
        "Harbour of Lindmark, 5 March 2024. Photo: Ada Brandt.",
    ],
)
def test_lines_that_only_hold_a_date_are_kept(line: str) -> None:
    assert line in _read(f"Cranes fall into the harbour\n\n{line}\n\n{BODY}").text
