"""Tables with an article a row."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis import ReadSettings
from analysis.messages import render
from analysis.sources import read_bytes, read_paths

from . import makers

HEAD = ["Headline", "Newspaper", "Date", "Author", "Body", "Region"]
ROWS = [
    [makers.TITLE, "The Post", "5 March 2024", "Ada Brandt", "\n\n".join(makers.PARAGRAPHS), "North"],
    [
        "Ferries run again",
        "The Beacon",
        "2024-03-07",
        "",
        "Ferries were back on Thursday, the port office said.",
        "South",
    ],
]
TABLES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "comma": ("a.csv", lambda: makers.table([HEAD, *ROWS])),
    "semicolon": ("a.csv", lambda: makers.table([HEAD, *ROWS], ";")),
    "tab": ("a.tsv", lambda: makers.table([HEAD, *ROWS], "\t")),
    "excel's utf-8": ("a.csv", lambda: makers.table([HEAD, *ROWS], ";", "utf-8-sig")),
    "utf-16": ("a.csv", lambda: makers.table([HEAD, *ROWS], "\t", "utf-16")),
    "western": ("a.csv", lambda: makers.table([HEAD, *ROWS], ";", "cp1252")),
    "xlsx": ("a.xlsx", lambda: makers.xlsx([HEAD, *ROWS])),
    "jsonl": ("a.jsonl", lambda: makers.jsonl(*(dict(zip(HEAD, row, strict=True)) for row in ROWS))),
}


@pytest.mark.parametrize(("name", "make"), TABLES.values(), ids=TABLES.keys())
def test_a_row_is_an_article(name: str, make: Callable[[], bytes]) -> None:
    reading = read_bytes(make(), name)

    first, second = reading.articles
    assert reading.skipped == ()
    assert (first.title, first.outlet, first.published, first.byline) == (
        makers.TITLE, "The Post", "2024-03-05", "Ada Brandt",
    )  # fmt: skip
    assert first.text == "\n\n".join([makers.TITLE, *makers.PARAGRAPHS])
    assert first.columns == (("Region", "North"),)
    assert (second.outlet, second.byline) == ("The Beacon", None)
    assert first.source.startswith(f"{name}#")


def test_the_same_row_is_the_same_article_in_every_kind_of_table() -> None:
    ids = {tuple(a.id for a in read_bytes(make(), name).articles) for name, make in TABLES.values()}

    assert len(ids) == 1


def test_unusual_columns_are_named_by_the_user() -> None:
    data = makers.table([["words", "who", "text"], [makers.LEAD, "The Post", "x1"]])
    settings = ReadSettings(columns=(("text", "Words"), ("source", "who")))
    (article,) = read_bytes(data, "a.csv", settings).articles

    assert (article.text, article.outlet, article.columns) == (makers.LEAD, "The Post", (("text", "x1"),))


def test_a_column_that_is_not_there_is_named_with_those_that_are() -> None:
    (skipped,) = read_bytes(makers.table([HEAD, *ROWS]), "a.csv", ReadSettings(columns=(("text", "words"),))).skipped

    assert render(skipped.message) == (
        "The table has no column “words”; its columns: Headline, Newspaper, Date, Author, Body, Region."
    )


def test_bad_rows_are_named_and_the_rest_goes_on() -> None:
    data = makers.jsonl(
        {"text": makers.LEAD}, "{broken", "[1, 2]", "", {"text": "", "title": "x"}, {"text": makers.REST[0]}
    )
    reading = read_bytes(data, "a.jsonl")

    assert len(reading.articles) == 2
    assert [(s.source, render(s.message)) for s in reading.skipped] == [
        ("a.jsonl#2", "Line 2 is not a JSON object."),
        ("a.jsonl#3", "Line 3 is not a JSON object."),
        ("a.jsonl#5", "The row has no text in the column “text”."),
    ]


def test_wholly_empty_rows_are_passed_over() -> None:
    reading = read_bytes(makers.table([HEAD, ["", "", "", "", "", ""], ROWS[0], [" "]]), "a.csv")

    assert (len(reading.articles), reading.skipped) == (1, ())


def test_a_row_with_more_cells_than_columns_is_named() -> None:
    reading = read_bytes(makers.table([["title", "text"], ["A", makers.LEAD, "rest"], ["B", makers.REST[0]]]), "a.csv")

    assert [a.title for a in reading.articles] == ["B"]
    assert render(reading.skipped[0].message) == "The row has 3 cells where the table has 2 columns."


def test_a_quotation_mark_that_is_never_closed_is_named() -> None:
    data = makers.table([["title", "text"], ["A", makers.LEAD]]) + b'B,"' + b"never closed, " * 400_000
    reading = read_bytes(data, "a.csv")

    assert [a.title for a in reading.articles] == ["A"]
    assert render(reading.skipped[0].message).startswith("The table cannot be read from row 3 on")


def test_long_cells_and_html_in_cells_are_read() -> None:
    long = "The port was closed again. " * 20_000
    tagged = f"<p>{makers.LEAD}</p><p>{makers.REST[0]}<br>{makers.REST[1]}</p><script>evil()</script>"
    first, second = sorted(
        read_bytes(makers.table([["text"], [long], [tagged]]), "a.csv").articles, key=lambda a: -len(a.text)
    )

    assert len(first.text) == len(long.strip())
    assert second.text == "\n\n".join(makers.PARAGRAPHS)


def test_cells_that_are_no_strings_become_text() -> None:
    row = [makers.TITLE, dt.datetime(2024, 3, 5, tzinfo=None), makers.LEAD, 7, None]  # noqa: DTZ001
    (article,) = read_bytes(makers.xlsx([["title", "date", "text", "rank", "note"], row]), "a.xlsx").articles

    assert article.published == "2024-03-05"
    assert article.columns == (("rank", "7"),)


def test_a_csv_file_is_read_a_row_at_a_time() -> None:
    from analysis.sources.table_files import read_delimited

    class Counting(io.BytesIO):
        furthest = 0

        def read(self, size: int | None = -1) -> bytes:
            data = super().read(size)
            self.furthest = max(self.furthest, self.tell())
            return data

        def read1(self, size: int | None = -1) -> bytes:
            return self.read(size)

    rows = [["title", "text"], *([f"Title {i}", makers.LEAD * 20] for i in range(2_000))]
    file = Counting(makers.table(rows))
    drafts = read_delimited(file, "a.csv", "a", ReadSettings(), [])
    next(drafts)

    assert file.furthest < len(file.getvalue()) / 4


def test_rows_of_a_file_carry_their_number(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(makers.table([HEAD, *ROWS]))

    assert [a.source for a in read_paths([str(path)]).articles] == ["a.csv#2", "a.csv#3"]
