"""Tables with an article a row."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from analysis import ReadSettings
from analysis.messages import render
from analysis.sources import read_bytes, read_paths
from analysis.sources.child.process import Child, Request
from analysis.sources.ledger import Ledger

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


LINES = {
    "a mark that is never closed, before quoted cells": ('B,"Never closed', "BCD", {}),
    "before bare cells": ('"B,Never closed', '"BC', {}),
    "two of them": ('B,"Never closed\nC,"Nor here', "BCD", {}),
    "in a row whose cells cannot be told": ('B,"Never, ever closed', "CD", {"3": "sources.quote_open"}),
    "in the last row": ("C,The port was shut.", "CE", {}),
    "a mark in the middle of a cell": ('B,"The "old" port he knew"\nC,A 5" pipe broke', "BCD", {}),
    "lines in a cell": ('B,"One line.\n\nAnother, ""quoted"", line."', "BD", {}),
    "a mark in the middle of lines in a cell": ('B,"One line.\nThe "old" port he knew"', "BD", {}),
    "a cell longer than any article": (f"B,{'The port. ' * 500_001}", "CD", {"3": "sources.line_too_long"}),
    "a line longer than that": (f"B,{'The port. ' * 1_200_000}", "CD", {"3": "sources.line_too_long"}),
}


@pytest.mark.parametrize(("lines", "titles", "bad"), LINES.values(), ids=LINES.keys())
def test_a_broken_row_is_named_and_costs_no_other(lines: str, titles: str, bad: dict[str, str]) -> None:
    end = 'E,"Never closed.' if "E" in titles else ""
    names = re.findall('"?[A-Z]', titles)
    new = set(names) - {line.split(",")[0] for line in lines.split("\n")}
    rest = "\n".join(f'{title},"The port of {title} was closed on Monday."' for title in "CD" if title in new)
    rest = rest.replace('"', "") if "bare" in lines or lines.startswith('"B') else rest
    data = f'title,text\nA,"The port of A was closed."\n{lines}\n{rest}\n{end}'.encode()
    reading = read_bytes(data, "a.csv")

    assert {a.title for a in reading.articles} == {"A", *names}
    assert {s.source.rpartition("#")[2]: s.message.key for s in reading.skipped} == bad


def test_many_broken_rows_are_counted() -> None:
    rows = [["title", "text"], *([f"T {i}", ""] for i in range(60)), ["A", makers.LEAD]]
    reading = read_bytes(makers.table(rows), "a.csv")

    assert len(reading.articles) == 1
    assert len(reading.skipped) == 51
    assert "10 further rows could not be read." in {render(s.message) for s in reading.skipped}


def test_a_table_of_nothing_but_broken_rows_is_left() -> None:
    reading = read_bytes(b"title,text\n" + b"A,\n" * 20_000 + b"B,The port was closed.\n", "a.csv")

    assert reading.articles == ()
    assert "It has 10,000 broken lines so far; the rest was not read." in {render(s.message) for s in reading.skipped}


def test_a_line_of_json_longer_than_any_article_costs_no_other() -> None:
    data = b'{"text": "' + b"word " * 7_000_000 + b'"}\n' + makers.jsonl({"text": makers.LEAD})
    reading = read_bytes(data, "a.jsonl")

    assert [a.text for a in reading.articles] == [makers.LEAD]
    assert [s.message.key for s in reading.skipped] == ["sources.line_too_long"]


WIDE = ["text", *(f"c{i}" for i in range(20_000))]
WIDE_TABLES = {
    "csv": lambda: makers.table([WIDE, [makers.LEAD, *("1" * 20_000)]]),
    "xlsx": lambda: makers.xlsx([WIDE[:5_000], [makers.LEAD]]),
    "jsonl": lambda: makers.jsonl(dict.fromkeys(WIDE, makers.LEAD)),
}


@pytest.mark.parametrize(("kind", "make"), WIDE_TABLES.items(), ids=WIDE_TABLES.keys())
def test_a_table_with_thousands_of_columns_is_refused(kind: str, make: Callable[[], bytes]) -> None:
    (skipped,) = read_bytes(make(), f"a.{kind}").skipped

    assert render(skipped.message).startswith("It has more than 1,000 columns")


def test_empty_columns_at_the_end_are_none() -> None:
    row = ["title", "text", *([""] * 5_000)]
    (article,) = read_bytes(makers.table([row, ["A", makers.LEAD, *([""] * 5_000)]]), "a.csv").articles

    assert (article.title, article.columns) == ("A", ())


@pytest.mark.parametrize("corner", ["XFD1048576", "A1048576", "XFD2"])
def test_a_cell_in_the_far_corner_makes_no_rows(corner: str) -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(makers.xlsx([["title", "text"], ["A", makers.LEAD]])))
    book["articles"][corner] = "x"
    file = io.BytesIO()
    book.save(file)
    reading = read_bytes(file.getvalue(), "a.xlsx")

    assert [a.text for a in reading.articles] == [f"A\n\n{makers.LEAD}"]
    assert {s.message.key for s in reading.skipped} <= {"sources.row_without_text"}


def test_names_of_columns_are_shown_short_and_without_signs_that_steer() -> None:
    (skipped,) = read_bytes(makers.table([["\x1b[2Jname", "x" * 100_000], ["a", "b"]]), "a.csv").skipped

    assert f"(its columns: [2Jname, {'x' * 59}…)" in render(skipped.message)


def test_a_table_of_gigabytes_is_asked_for_piece_by_piece() -> None:
    row = f"T,{'The port was closed again. ' * 100}\n".encode()

    class Long(io.RawIOBase):
        size = 3_000_000_000
        at = furthest = 0

        def seek(self, offset: int, whence: int = 0) -> int:
            self.at = offset
            return offset

        def read(self, size: int = -1) -> bytes:
            start = self.at % len(row)
            data = (row * (size // len(row) + 2))[start : start + size]
            data = b"title,text\n" + data[11:] if self.at == 0 else data
            self.at += size
            self.furthest = max(self.furthest, self.at)
            return data

    file = Long()
    one = Child()
    articles = one.read(file, Request("a.csv", file.size, ReadSettings()), Ledger(), lambda _: None)  # type: ignore[arg-type]
    found = list(islice(articles, 200))
    articles.close()

    assert len(found) == 200
    assert file.furthest < 3_000_000


def test_long_cells_and_html_in_cells_are_read() -> None:
    long = "The port was closed again. " * 7_000
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


def test_other_forms_of_the_text_are_no_columns_to_group_by() -> None:
    story = " ".join(makers.PARAGRAPHS)
    head = ["text", "raw_text", "story", "html", "notes", "desk"]
    rows = [head, [story, story.upper(), "cranes-24", f"<p>{story}</p>", "A word. " * 300, "Port"]]
    (article,) = read_bytes(makers.table(rows), "a.csv").articles

    assert article.columns == (("story", "cranes-24"), ("desk", "Port"))


def test_bylines_lose_their_by_in_every_column() -> None:
    rows = [
        ["text", "byline", "author"],
        [makers.LEAD, "By Ada Brandt", "By Tom Lind"],
        [makers.REST[0], "By staff", ""],
    ]
    first, second = read_bytes(makers.table(rows), "a.csv").articles

    assert (first.byline, first.columns) == ("Ada Brandt", (("author", "Tom Lind"),))
    assert (second.byline, second.columns) == (None, (("byline", "staff"),))


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
    drafts = read_delimited(file, "a.csv", "a", ReadSettings(), Ledger())
    next(drafts)

    assert file.furthest < len(file.getvalue()) / 4


def test_rows_of_a_file_carry_their_number(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(makers.table([HEAD, *ROWS]))

    assert [a.source for a in read_paths([str(path)]).articles] == ["a.csv#2", "a.csv#3"]
