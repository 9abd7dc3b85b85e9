"""Files in which people have put several articles: cut where each has a head of its own, left alone elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.model import Article
from analysis.settings import ReadSettings
from analysis.sources import read_paths, read_text
from analysis.sources.draft import Draft
from analysis.sources.several import split
from analysis.sources.word_processor import Paragraph, Role, with_story

CRANES = """The harbour board voted on Monday to sell the four cranes that have stood idle since the spring.

Its chair said that the money would pay for a new pier, which is to open in two years."""
MASTS = """Nobody has asked the sailors what they think of the masts, the head of their club said on Tuesday.

The board has promised to hear them before the summer, and to publish what they say."""
TWO = (("Board sells its cranes", "The Ostrava Beacon", "4 May 2026", "Ada Brandt", CRANES),
       ("Sailors want to be heard", "Lindmark Courier", "5 May 2026", "Joel Winter", MASTS))  # fmt: skip


def lined(title: str, outlet: str, date: str, byline: str, text: str) -> str:
    return f"{outlet}\n{date}\n{title}\nBy {byline}\n\n{text}"


def keyed(title: str, outlet: str, date: str, byline: str, text: str) -> str:
    return f"Title: {title}\nSource: {outlet}\nDate: {date}\nAuthor: {byline}\n\n{text}"


def marked(title: str, outlet: str, date: str, byline: str, text: str) -> str:
    return f"# {title}\n\n{outlet}, {date}\n\nBy {byline}\n\n{text}"


def read(text: str, keep_text: bool = False) -> list[Article]:
    reading = read_text(text, settings=ReadSettings(keep_text=keep_text))
    return sorted(reading.articles, key=lambda article: article.source)


def facts(articles: list[Article]) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(a.title, a.outlet, a.published, a.byline) for a in articles]


WANTED = [
    ("Board sells its cranes", "The Ostrava Beacon", "2026-05-04", "Ada Brandt"),
    ("Sailors want to be heard", "Lindmark Courier", "2026-05-05", "Joel Winter"),
]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n\n\n".join(lined(*each) for each in TWO), id="empty lines"),
        pytest.param("\n\n----------\n\n".join(lined(*each) for each in TWO), id="rules"),
        pytest.param("\n\n".join(keyed(*each) for each in TWO), id="keys"),
        pytest.param("\n==========\n".join(keyed(*each) for each in TWO), id="keys and rules"),
        pytest.param("\n\n".join(marked(*each) for each in TWO), id="headings of markdown"),
        pytest.param("Cranes and masts\n\n" + "\n\n".join(marked(*each) for each in TWO), id="a name above all"),
        pytest.param("".join(f"Article {n}\n\n{keyed(*each)}\n\n" for n, each in enumerate(TWO, 1)), id="numbers"),
    ],
)
def test_each_article_has_its_own_text_outlet_date_and_byline(text: str) -> None:
    articles = read(text)

    assert facts(articles) == WANTED
    assert [a.text.partition("\n\n")[2] for a in articles] == [CRANES, MASTS]
    assert [n.key for n in articles[0].notes if n.key.startswith("sources.several")] == ["sources.several.cut"]
    assert not articles[1].notes


def test_a_text_that_is_kept_as_it_is_is_never_cut() -> None:
    assert len(read("\n\n\n".join(lined(*each) for each in TWO), keep_text=True)) == 1


@pytest.mark.parametrize("role", [Role.HEADING, Role.TITLE])
def test_a_document_is_cut_at_the_headings_that_have_bylines(role: Role) -> None:
    paragraphs = []
    for title, outlet, date, byline, text in TWO:
        paragraphs += [Paragraph(title, role), Paragraph(f"{outlet}, {date}"), Paragraph(f"By {byline}")]
        paragraphs += [Paragraph(p, Role.QUOTE if p.startswith("Its") else None) for p in text.split("\n\n")]
    drafts = split(with_story(Draft("corpus.docx", "0"), paragraphs, (), ()))

    assert [(draft.source, draft.meta.title) for draft in drafts] == [
        ("corpus.docx#1", "Board sells its cranes"),
        ("corpus.docx#2", "Sailors want to be heard"),
    ]
    assert [block.text for block in drafts[0].blocks if block.quoted is not None] == [CRANES.split("\n\n")[1]]


ONE = lined(*TWO[0])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{ONE}\n\n\nWhat comes next\n\n\n{MASTS}", id="a subhead"),
        pytest.param(f"{ONE}\n\n* * *\n\n{MASTS}", id="a break between sections"),
        pytest.param(f"# Board sells its cranes\n\nBy Ada Brandt\n\n{CRANES}\n\n# The pier\n\n{MASTS}", id="headings"),
        pytest.param(
            f"{ONE}\n\n\nStorm closes the pier\nBy Joel Winter\n\nWaves broke over the wall on Friday night.\n\n\n"
            "Ferry to run again\nBy Tom Reed\n\nThe boat is back from the yard.",
            id="teasers",
        ),
        pytest.param(
            f"Board sells its cranes\n14:05\nBy Ada Brandt\n\n{CRANES}\n\n\n"
            f"14:40\nThe sailors speak\nBy Tom Reed\n\n{MASTS}",
            id="a live blog",
        ),
        pytest.param(f"{ONE}\n\n\nSir, the masts are ours.\n\n{MASTS}\n\nJoel Winter\nLindmark", id="letters"),
        pytest.param(f"{ONE}\n\n\nADA BRANDT: What of the masts?\n\nJOEL WINTER: {MASTS}", id="an interview"),
    ],
)
def test_one_article_stays_one(text: str) -> None:
    (article,) = read(text)

    assert "sources.several.cut" not in [note.key for note in article.notes]


def test_headlines_with_bylines_that_nothing_parts_are_noted_and_not_cut() -> None:
    (article,) = read(f"{ONE}\n\nSailors want to be heard\n\nBy Joel Winter\n\n{MASTS}")

    notes = [note for note in article.notes if note.key == "sources.several.maybe"]
    assert [dict(note.args) for note in notes] == [{"count": 2}]


def test_a_file_is_named_with_the_number_of_each_article(tmp_path: Path) -> None:
    file = tmp_path / "corpus.txt"
    file.write_text("\n\n\n".join(lined(*each) for each in TWO), encoding="utf-8")

    assert sorted(Path(a.source).name for a in read_paths([str(file)]).articles) == ["corpus.txt#1", "corpus.txt#2"]
