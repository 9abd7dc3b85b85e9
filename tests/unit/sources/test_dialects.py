"""Tables as programs write them: how cells are parted and quoted."""

from __future__ import annotations

import pytest

from analysis.messages import render
from analysis.sources import read_bytes
from analysis.sources.dialect import Dialect, sniffed

from . import makers

SPEECH = "“Nobody slept,” she said. The ferry came; the pier, wet as it was, held."
QUOTED = SPEECH.replace("“", '"').replace("”", '"')
ESCAPED = QUOTED.replace('"', '\\"')
WRITTEN_BREAKS = "First line.\\n\\nSecond line."
DOUBLED = QUOTED.replace('"', '""')

WRITTEN = {
    "a spreadsheet with semicolons, its delimiter said": (
        f'sep=;\r\ntitle;outlet;text\r\nOne;The Post;"{DOUBLED}"\r\nTwo;The Beacon;"{DOUBLED}"\r\n',
        QUOTED,
    ),
    "a database with backslashes": (
        f'"title","outlet","text"\n"One","The Post","{ESCAPED}"\n"Two","The Beacon","{ESCAPED}"\n',
        QUOTED,
    ),
    "a database with written line breaks": (
        f"title\toutlet\ttext\nOne\tThe Post\t{WRITTEN_BREAKS}\nTwo\tThe Beacon\t{WRITTEN_BREAKS}\n",
        "First line.\n\nSecond line.",
    ),
    "no quoting at all, marks in the text": (
        f'title\toutlet\ttext\n"One\tThe Post\t{QUOTED}\nTwo\tThe Beacon\t{QUOTED}\n',
        QUOTED,
    ),
    "bars between the cells": (f"title|outlet|text\nOne|The Post|{SPEECH}\nTwo|The Beacon|{SPEECH}\n", SPEECH),
    "lines in a quoted cell": (
        'title,outlet,text\nOne,The Post,"First line.\n\nSecond line."\nTwo,The Beacon,"First line.\n\nSecond line."\n',
        "First line.\n\nSecond line.",
    ),
    "a title and a date above the columns": (
        f'Export of 3 May 2026\n\ntitle,outlet,text\nOne,The Post,"{SPEECH}"\nTwo,The Beacon,"{SPEECH}"\n',
        SPEECH,
    ),
}


@pytest.mark.parametrize(("data", "text"), WRITTEN.values(), ids=WRITTEN.keys())
def test_a_table_is_read_as_it_was_written(data: str, text: str) -> None:
    reading = read_bytes(data.encode(), "a.csv")

    assert reading.skipped == ()
    assert [a.outlet for a in reading.articles] == ["The Post", "The Beacon"]
    assert all(a.text.endswith(text) for a in reading.articles)
    assert [a.title.strip('"') for a in reading.articles] == ["One", "Two"]


def test_of_equal_ways_the_usual_one_is_taken() -> None:
    assert sniffed('title,text\n"A","The port, closed"\n', True) == Dialect(",")
    assert sniffed("text\nThe port, closed; again\n", True) == Dialect()
    assert sniffed("", True) == Dialect()


def test_the_last_record_of_a_part_of_a_file_may_be_cut_off() -> None:
    rows = "".join(f'"T{i}","One line.\nAnother, longer line."\n' for i in range(10))

    assert sniffed(f'title,text\n{rows}"T10","One line.\n', False) == Dialect(",")


def test_all_sheets_of_a_workbook_are_read() -> None:
    import io

    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "March"
    for sheet, outlet in ((book.active, "The Post"), (book.create_sheet("April"), "The Beacon")):
        sheet.append(["title", "outlet", "text"])
        sheet.append([f"News of {outlet}", outlet, f"{outlet} wrote: {makers.LEAD}"])
    book.create_sheet("Notes").append(["about this file"])
    file = io.BytesIO()
    book.save(file)

    reading = read_bytes(file.getvalue(), "a.xlsx")

    assert reading.skipped == ()
    assert {(a.outlet, a.columns) for a in reading.articles} == {
        ("The Post", ()),
        ("The Beacon", (("sheet", "April"),)),
    }
    assert len({a.source for a in reading.articles}) == 2


def test_a_mark_without_its_pair_is_text_where_the_cells_are_clear() -> None:
    data = 'title,text\nA,"The port, closed."\nB,"Open again\nC,"Later, it was."\n'

    reading = read_bytes(data.encode(), "a.csv")

    assert {a.title: a.text.partition("\n\n")[2] for a in reading.articles} == {
        "A": "The port, closed.",
        "B": '"Open again',
        "C": "Later, it was.",
    }
    assert [render(s.message) for s in reading.skipped] == []
