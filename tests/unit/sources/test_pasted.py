"""Pages as people copy them out of a browser: what stands around the story, in many papers' ways."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.model import Article
from analysis.sources import read_bytes

from . import makers

STORY = "\n\n".join(makers.PARAGRAPHS)
TITLE = makers.TITLE


def article(text: str, name: str = "a.txt") -> Article:
    (found,) = read_bytes(text.encode(), name).articles
    return found


PASTED: dict[str, tuple[str, dict[str, Any]]] = {
    "time and place below the headline": (
        f"{TITLE}\nPublished\n2 hours ago\nShare\nAda Brandt\nRadio Lindmark News, Norland\n\n{STORY}\n\n"
        "Related Topics\nPorts\nCranes\n\nMore on this story\nCranes were old\nPublished\n4 March\n",
        {"byline": "Ada Brandt", "outlet": "Radio Lindmark News"},
    ),
    "a name with what its bearer does": (
        f"{TITLE}\n\nAda Brandt Local government correspondent\nTue 5 Mar 2024 06.00 GMT\n\nShare\n{STORY}\n",
        {"byline": "Ada Brandt", "published": "2024-03-05T06:00Z"},
    ),
    "the day of publication below the story": (
        f"{TITLE}\n\nUpdated - March 06, 2024 09:14 pm IST - LINDMARK\n\n{STORY}\n\n"
        "Published - March 05, 2024 07:55 pm IST\n",
        {"published": "2024-03-05T19:55"},
    ),
    "a section above the headline": (
        f"Metro\n{TITLE}\n5th March 2024\nBy Ada Brandt\n\n{STORY}\n",
        {"byline": "Ada Brandt", "published": "2024-03-05"},
    ),
    "a menu above the headline": (
        f"The Lindmark Courier, 5 March 2024\n\nHome\nNews\nSport\nWhere to Eat\nSubscribe\n\n{TITLE}\n\n"
        f"By Ada Brandt\n\n{STORY}\n",
        {"outlet": "The Lindmark Courier", "byline": "Ada Brandt", "published": "2024-03-05"},
    ),
    "a label before the headline": (f"Opinion | {TITLE}\n\nAda Brandt\n5 March 2024\n\n{STORY}\n", {"kind": "opinion"}),
    "names, outlet and day in one line": (
        f"{TITLE}\n\nBy Ada Brandt, Lindmark Gazette, 5 March 2024\n\n{STORY}\n",
        {"byline": "Ada Brandt", "outlet": "Lindmark Gazette", "published": "2024-03-05"},
    ),
}


@pytest.mark.parametrize(("text", "fields"), PASTED.values(), ids=PASTED.keys())
def test_the_header_is_read_and_nothing_of_it_stays_in_the_text(text: str, fields: dict[str, Any]) -> None:
    found = article(text)

    assert found.text == f"{TITLE}\n\n{STORY}"
    assert {name: getattr(found, name) for name in fields} == fields


def test_lists_in_front_matter_are_read() -> None:
    found = article(
        f'---\ntitle: "{TITLE}"\nauthors:\n  - Ada Brandt\n  - Orla Vell\ntags: [ports, cranes]\n---\n\n{STORY}\n',
        "a.md",
    )

    assert (found.title, found.byline, dict(found.columns)) == (
        TITLE,
        "Ada Brandt, Orla Vell",
        {"tags": "ports, cranes"},
    )


@pytest.mark.parametrize(
    "lines",
    [
        "Nobody slept.\nNobody ate.\nNobody spoke.\nNobody left.",  # short sentences are a story's
        "Ada Brandt\nOrla Vell\nJon Pike\nIvo Marr",  # nor is a list of names a menu
    ],
)
def test_short_lines_that_are_no_menu_stay(lines: str) -> None:
    assert lines.split("\n")[2] in article(f"{TITLE}\n\n{lines}\n\n{STORY}\n").text


def test_a_date_in_the_last_sentence_is_not_that_of_publication() -> None:
    last = "The report was published on 4 May 2019, and nobody read it."
    found = article(f"{TITLE}\n\n{STORY}\n\n{last}\n")

    assert found.published is None
    assert found.text.endswith(last)


@pytest.mark.parametrize("rubric", ["The Saturday Interview", "Interview", "The Lindmark Q&A"])
def test_a_rubric_alone_on_its_line_says_that_it_is_an_interview(rubric: str) -> None:
    assert article(f"{TITLE}\n\n{rubric}\n\nBy Ada Brandt\n\n5 March 2024\n\n{STORY}\n").kind == "interview"


def test_a_headline_about_an_interview_is_of_news() -> None:
    assert article(f"President gives Saturday interview\n\nBy Ada Brandt\n\n5 March 2024\n\n{STORY}\n").kind == "news"


@pytest.mark.parametrize("name", ["2024-03-05_Harbour closed.txt", "20240305 Harbour closed.txt", "2024.03.05.txt"])
def test_a_day_in_the_files_name_is_the_date_where_the_text_has_none(name: str) -> None:
    found = article(f"{TITLE}\n\n{STORY}\n", name)

    assert found.published == "2024-03-05"
    assert [note.key for note in found.notes] == ["sources.date_of_file_name"]
    assert found.label in ("Harbour closed", name.removesuffix(".txt"))
    assert article(f"{TITLE}\n\n4 March 2024\n\n{STORY}\n", name).published == "2024-03-04"


@pytest.mark.parametrize("name", ["harbour_2024-03-05.txt", "20249999.txt", "article 1.txt", "20240305123.txt"])
def test_other_numbers_in_a_files_name_are_no_date(name: str) -> None:
    assert article(f"{TITLE}\n\n{STORY}\n", name).published is None


def test_readers_comments_below_a_copied_story_are_left_out() -> None:
    comments = "Comments 3\nRover7, Lindmark, Norland, 9 hours ago\nGood riddance.\nOrla, Port, 8 hours ago\nWho pays?"
    found = article(f"{TITLE}\n214\nshares\n1.3k\n\n{STORY}\n\nShare or comment on this article: Cranes\n{comments}\n")

    assert found.text == f"{TITLE}\n\n{STORY}"


def test_a_story_about_comments_is_kept() -> None:
    story = "Comments 3\n\nwas all that the page showed two days ago, said the port.\n\n"

    assert "was all that the page showed" in article(f"{TITLE}\n\n{STORY}\n\n{story}{makers.LEAD}\n").text


@pytest.mark.parametrize(
    ("line", "byline", "day"),
    [
        ("From Ada Brandt, Lindmark", "Ada Brandt", None),
        ("Posted by Staff on Tuesday, 5 March 2024 in Metro", None, "2024-03-05"),
    ],
)
def test_further_ways_of_signing_and_dating(line: str, byline: str | None, day: str | None) -> None:
    found = article(f"{TITLE}\n\n{line}\n\n{STORY}\n")

    assert (found.byline, found.published, found.text) == (byline, day, f"{TITLE}\n\n{STORY}")
