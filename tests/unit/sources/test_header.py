"""Title, outlet, byline and date out of the lines above a story."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from analysis.messages import render
from analysis.model import SectionKind
from analysis.sources import read_bytes, read_text
from analysis.sources.build import first_words

BODY = (
    "The harbour of Lindmark was closed on Monday after two cranes fell into the basin, the port office said.\n\n"
    "Nobody was hurt. Divers began to look for the cables in the afternoon, and ferries were sent to other towns."
)


class Case(NamedTuple):
    """A pasted text above BODY, and what its header says."""

    text: str
    title: str = "Cranes fall into the harbour"
    outlet: str = ""
    byline: str | None = None
    published: str | None = None
    dateline: str | None = None


CASES = {
    "keys": Case(
        "Title: Cranes fall into the harbour\nOutlet: The Lindmark Post\nDate: 5 March 2024\nByline: Ada Brandt\n\n",
        outlet="The Lindmark Post",
        byline="Ada Brandt",
        published="2024-03-05",
    ),
    "front matter": Case(
        '---\ntitle: "Cranes fall into the harbour"\npublisher: Post\ndate: 2024-03-05\nauthor: Ada Brandt\n---\n\n',
        outlet="Post",
        byline="Ada Brandt",
        published="2024-03-05",
    ),
    "markdown heading": Case("# Cranes fall into the harbour\n\n"),
    "a pasted agency page": Case(
        "Cranes fall into the harbour\n\nSource: Nordwire| 2024-03-05 06:11:06|Editor: Brandt\nVideo PlayerClose\n\n"
        "LINDMARK, March 4 (Nordwire) -- It was a quiet night before.\n\n",
        outlet="Nordwire",
        published="2024-03-05T06:11:06",
        dateline="LINDMARK",
    ),
    "byline and outlet in one line": Case(
        "Cranes fall into the harbour\n"
        "By Ada Brandt | Published: 10:15 GMT, 5 March 2024 | Updated: 11:00 GMT, 5 March 2024\n\n",
        byline="Ada Brandt",
        published="2024-03-05T10:15Z",
    ),
    "a name and what the writer is": Case(
        "Cranes fall into the harbour\n\nAda Brandt, Harbour correspondent\nTue 5 Mar 2024 06.02 GMT\n\n",
        byline="Ada Brandt",
        published="2024-03-05T06:02Z",
    ),
    "a name and whose": Case(
        "Cranes fall into the harbour\n\nAda Brandt, Lindmark Daily\nMarch 5, 2024\n\n",
        outlet="Lindmark Daily",
        byline="Ada Brandt",
        published="2024-03-05",
    ),
    "a masthead and a menu in one line, copied from a page": Case(
        "The Lindmark Post\n\nHOME  NEWS  SPORT  OPINION\n\nCranes fall into the harbour\n\nBy Ada Brandt\n@adabrandt\n"
        "Harbour reporter\n06:02, 5 MAR 2024\nComments (37)\n\n",
        outlet="The Lindmark Post",
        byline="Ada Brandt",
        published="2024-03-05T06:02",
    ),
    "a masthead and an address": Case(
        "The Lindmark Post\n\nhttps://www.lindmarkpost.example/harbour\n\nCranes fall into the harbour\n\n"
        "By Ada Brandt\n\nMarch 5, 2024\n\n",
        outlet="The Lindmark Post",
        byline="Ada Brandt",
        published="2024-03-05",
    ),
    "a headline that begins like a masthead": Case(
        "The last post\n\nHow the islands lost their letters\n\nBy Ada Brandt\n\n",
        title="The last post",
        byline="Ada Brandt",
    ),
    "an exclusive and a date with a year of two digits": Case(
        "Cranes fall into the harbour\nEXCLUSIVE by Ada Brandt, Chief Reporter\nDaily Beacon, 15/03/24\n\n",
        outlet="Daily Beacon",
        byline="Ada Brandt",
        published="2024-03-15",
    ),
    "a name above what the writer is": Case(
        "Cranes fall into the harbour\n5 March 2024\nShare\nAda Brandt\n"
        "Northern harbours correspondent, Lindmark News\n\n",
        outlet="Lindmark News",
        byline="Ada Brandt",
        published="2024-03-05",
    ),
    "two writers": Case(
        "Cranes fall into the harbour\n\nBy Ada Brandt and Jon de la Cruz\n\nMarch 5, 2024\n\n",
        byline="Ada Brandt and Jon de la Cruz",
        published="2024-03-05",
    ),
    "writer and agency": Case(
        "Cranes fall into the harbour\n\nBy ADA BRANDT, Associated Press\n\n",
        outlet="Associated Press",
        byline="ADA BRANDT",
    ),
    "bare names beside a date": Case(
        "Cranes fall into the harbour\nAda Brandt, Jon Ek\nReuters\nMarch 5, 2024 11:32 AM UTC\n\n",
        outlet="Reuters",
        byline="Ada Brandt, Jon Ek",
        published="2024-03-05T11:32Z",
    ),
    "a newspaper's name beside a date": Case(
        "Cranes fall into the harbour\nThe Evening Beacon\nTue 5 Mar 2024 10.15 GMT\n\n",
        outlet="The Evening Beacon",
        published="2024-03-05T10:15Z",
    ),
    "credit in the dateline only": Case(
        "Cranes fall into the harbour\n\nLINDMARK (AP) — It was a quiet night before.\n\n",
        outlet="AP",
        dateline="LINDMARK",
    ),
    "a headline wrapped over two lines": Case("Cranes fall into\nthe harbour\n\n"),
    "a headline that ends like a sentence": Case(
        "Cranes fall into the harbour.\n\n", title="Cranes fall into the harbour."
    ),
    "a question": Case("Who let the cranes fall?\n\n", title="Who let the cranes fall?"),
    "page furniture above the headline": Case(
        "Skip to main content\nMenu\nHome > World > Norland\n\nCranes fall into the harbour\n\n"
    ),
    "a headline that could be a link": Case("Poll: who owns the cranes\n\n", title="Poll: who owns the cranes"),
    "no headline": Case("", title=""),
    "no headline but a dateline": Case(
        "LINDMARK, Norland — It was a quiet night before.\n\n", title="", dateline="LINDMARK, Norland"
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_header(case: Case) -> None:
    (article,) = read_text(case.text + BODY).articles

    assert article.title == (case.title or first_words(article.text, article.sections))
    assert article.outlet == case.outlet
    assert article.byline == case.byline
    assert article.published == case.published
    assert article.dateline == case.dateline


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_header_takes_nothing_of_the_body(case: Case) -> None:
    (article,) = read_text(case.text + BODY).articles

    assert article.text.endswith(BODY)
    assert [s.kind for s in article.sections].count(SectionKind.HEADLINE) == (1 if case.title else 0)


@pytest.mark.parametrize(
    "first",
    [
        "He said: nothing will change, and he meant the whole town and all who live in it.",
        "By noon the harbour was closed, and by night the town was dark and everybody had gone home.",
        "On 5 March 2024 the harbour was closed after two cranes fell into the basin and sank.",
        "Source after source told the paper that the cables were old and nobody had looked at them in years.",
        "Note: this sentence opens the story and goes on for long enough to be a paragraph of it, not a key.",
    ],
)
def test_sentences_that_look_like_headers_are_kept(first: str) -> None:
    (article,) = read_text(f"Cranes fall into the harbour\n\n{first}\n\n{BODY}").articles

    assert first in article.text


def test_unknown_header_keys_become_columns() -> None:
    (article,) = read_text(
        "Title: Cranes fall\nOutlet: Post\nRegion: North\nURL: https://example.org/a\n\n" + BODY
    ).articles

    assert dict(article.columns) == {"region": "North", "url": "https://example.org/a"}


OPENING = (
    "The council closed the old bridge after engineers found cracks in two of the pillars that carry the road over it."
)


@pytest.mark.parametrize("line", ["By Monday", "10 March 2024", "Source: Ministry of Transport"])
def test_a_short_paragraph_below_the_first_of_the_story_stays(line: str) -> None:
    page = f"<html><body><article><h1>Old bridge closed</h1><p>{OPENING}</p><p>{line}</p><p>{BODY}</p></article></body>"
    (pasted,) = read_text(f"Old bridge closed\n\n{OPENING}\n\n{line}\n\n{BODY}").articles
    (saved,) = read_bytes(page.encode(), "page.html").articles

    for article in (pasted, saved):
        assert line in article.text
        assert (article.byline, article.outlet) == (None, "")
    assert pasted.published is None


@pytest.mark.parametrize("above", ["The vote follows three years of argument.", OPENING])
def test_a_byline_and_a_date_below_a_standfirst_are_read(above: str) -> None:
    (article,) = read_text(f"Old bridge closed\n\n{above}\n\nBy Ada Brandt\n\n10 March 2024\n\n{BODY}").articles

    assert (article.byline, article.published) == ("Ada Brandt", "2024-03-10")


def test_a_date_alone_below_a_short_standfirst_is_read() -> None:
    text = f"Old bridge closed\n\nThe vote follows three years of argument in town.\n\n10 March 2024\n\n{BODY}"

    assert read_text(text).articles[0].published == "2024-03-10"


def test_a_header_line_of_which_nothing_is_kept_is_said_to_be_left_out() -> None:
    text = f"Old bridge closed\n\nBy Ada Brandt\n\n10 March 2024\n\n12 March 2024\n\n{BODY}"
    (article,) = read_text(text).articles

    assert article.published == "2024-03-10"
    assert ["12 March 2024" in render(note) for note in article.notes] == [True]


def test_a_menu_between_masthead_and_headline_is_named_among_what_was_left_out() -> None:
    text = "The Lindmark Post\n\nHOME NEWS SPORT OPINION\n\nCranes fall into the harbour\n\nBy Ada Brandt\n\n" + BODY
    (article,) = read_text(text).articles

    assert [dict(note.args)["lines"] for note in article.notes if note.key == "sources.removed"] == [
        "HOME NEWS SPORT OPINION"
    ]
    assert article.text == "Cranes fall into the harbour\n\n" + BODY


WRITER = "Ada Brandt is a columnist for the Lindmark Post. Follow her at @adabrandt."


@pytest.mark.parametrize("line", ["", "Ada Brandt\n\n"])
def test_the_writer_whom_the_last_line_presents_is_the_byline(line: str) -> None:
    (article,) = read_text(f"I saw the cranes fall from my kitchen\n\n{line}{BODY}\n\n{WRITER}").articles

    assert article.byline == "Ada Brandt"
    assert article.text.count("Ada Brandt") == 1


def test_a_writer_in_the_news_is_no_byline() -> None:
    told = f"{BODY} Brandt was on the quay and saw it all."
    (article,) = read_text(f"Cranes fall into the harbour\n\n{told}\n\n{WRITER}").articles

    assert article.byline is None


def test_a_credit_before_what_a_picture_shows_makes_a_caption() -> None:
    text = f"Cranes fall into the harbour\n\nGetty Images A crowd on the quay of Lindmark\n\n{BODY}"
    (article,) = read_text(text).articles

    assert [s.span.of(article.text) for s in article.sections if s.kind is SectionKind.CAPTION] == [
        "Getty Images A crowd on the quay of Lindmark"
    ]
