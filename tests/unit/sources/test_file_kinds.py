"""What a file is, its bytes say; its ending counts where they do not tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.sources import read_bytes
from analysis.sources.file_kinds import kind_of

from . import makers

TABLE = [["title", "text"], [makers.TITLE, makers.LEAD]]
CONTENTS: dict[str, tuple[Callable[[], bytes], str]] = {
    "html": (makers.page, "a.pdf a.txt a.docx a.csv a.doc a.eml a.mht a.json a"),
    "pdf": (makers.pdf, "a.html a.txt a.docx a"),
    "docx": (makers.docx, "a.doc a.txt a.rtf a.zip a.html a"),
    "odt": (makers.odt, "a.doc a.docx a.zip a"),
    "xlsx": (lambda: makers.xlsx(TABLE), "a.csv a.xls a.txt a"),
    "rtf": (makers.rtf, "a.doc a.docx a.txt a.html a"),
    "mail": (lambda: makers.mail(), "a.txt a.html a.msg a"),
    "mbox": (lambda: makers.mbox(makers.mail()), "a.txt a.eml Inbox"),
    "mhtml": (makers.mhtml, "a.html a.txt a.eml a.doc a"),
    "webarchive": (makers.webarchive, "a.webarchive a.html a"),
    "json": (lambda: makers.json_answer(*_rows()), "a.txt a.jsonl a.csv a"),
    "json lines": (lambda: makers.jsonl(*2 * [dict(zip(*TABLE, strict=True))]), "a.txt a.json a"),
}


def _rows() -> tuple[list[str], list[list[str]]]:
    return ["title", "outlet", "text"], [[makers.TITLE, "The Post", makers.LEAD]]


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, (_, names) in CONTENTS.items() for name in names.split()]
)
def test_the_story_is_read_whatever_the_ending_says(kind: str, name: str) -> None:
    reading = read_bytes(CONTENTS[kind][0](), name)

    assert [article.title for article in reading.articles][:1] == [makers.TITLE]
    assert makers.LEAD in reading.articles[0].text


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.xls", b"title\ttext\nOne\tA story\n", "csv"),
        ("a.rtf", b"A story that somebody called rich.", "text"),
        ("a.eml", b"A story that somebody mailed.", "text"),
        ("a.txt", b"Title: A story\nDate: 2024-03-05\nFrom: our desk\n\nText", "text"),
        ("a.txt", b"From the harbour of Lindmark, at 10:30 in 2024, came news.\n\nText", "text"),
        ("a.txt", b"[Music] A programme begins.", "text"),
        ("a.txt", b"{A note in brackets} and a story", "text"),
        ("a.txt", "<html><body>".encode("utf-16"), "html"),
        ("a.txt", "<html><body><p>Text".encode("utf-16-le"), "html"),
        ("a.xml", b'<?xml version="1.0"?>\n<!DOCTYPE html><html>', "html"),
        ("a.xml", b'<?xml version="1.0"?>\n<rss>', "xml"),
        ("a.jsonl", b'{"a": 1}\n{"a": 2}', "jsonl"),
        ("a.jsonl", b'[{"a": 1}]', "json"),
        ("a.docx", b"Plain words", "text"),
        ("a.pdf", b"Plain words", "text"),
        ("a.docx", b"\x01\x02\x03 words", "docx"),
        ("a.docx", b"", "docx"),
        ("a.xlsx", b"title,text\nOne,A story\n", "csv"),
        ("a.html", b"Plain words that a browser saved.", "text"),
        ("a.txt", b"<p>One.</p>\n<p>Two.</p>", "html"),
        ("a.txt", b"<p>, he wrote, opens a paragraph.", "text"),
        ("a.md", b'<div align="center">Logo</div>\n\n# A story', "markdown"),
        ("a.txt", b"title\tdate\ttext\nOne\t2024-03-05\tA story\n", "csv"),
        ("a.txt", b"Date, title and text\nwere missing.", "text"),
        ("a.txt", b"Text, title\n", "text"),
        ("a.md", b"# A story", "markdown"),
    ],
)
def test_a_beginning_tells_the_kind(name: str, head: bytes, kind: str) -> None:
    assert kind_of(name, head) == kind


def exported(*tables: list[list[str]]) -> bytes:
    """Return tables as programs save them in HTML."""
    shown = ""
    for rows in tables:
        lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
        shown += "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"
    return f"<html><body><p>Export</p>{shown}</body></html>".encode()


HEAD = ["title", "text"]


def test_a_table_saved_as_html_under_a_spreadsheets_name_is_read_row_by_row() -> None:
    rows = [HEAD, ["One", f"{makers.LEAD}<br>{makers.REST[0]}"], ["Two", makers.REST[1]]]
    reading = read_bytes(exported(rows), "a.xls")

    assert {a.source: a.title for a in reading.articles} == {"a.xls#2": "One", "a.xls#3": "Two"}
    assert f"{makers.LEAD}\n\n{makers.REST[0]}" in reading.articles[0].text


def test_all_tables_of_such_a_file_are_read() -> None:
    first, second = [HEAD, ["One", makers.LEAD]], [["Search of 5 March"], HEAD, ["Two", makers.REST[1]]]
    reading = read_bytes(exported(first, [["Query", "cranes"]], second), "a.xls")

    assert {a.source: a.title for a in reading.articles} == {"a.xls#2": "One", "a.xls#6": "Two"}


def test_a_row_of_such_a_table_that_has_too_many_cells_is_named() -> None:
    reading = read_bytes(exported([HEAD, ["One", "A", makers.LEAD], ["Two", makers.REST[1]]]), "a.xls")

    assert [a.title for a in reading.articles] == ["Two"]
    assert [(s.source, s.message.key) for s in reading.skipped] == [("a.xls#2", "sources.row_too_long")]


def test_a_page_under_a_spreadsheets_name_is_read_as_a_page() -> None:
    (article,) = read_bytes(makers.page(), "a.xls").articles

    assert (article.source, article.title) == ("a.xls", makers.TITLE)
    assert makers.LEAD in article.text


def test_a_table_without_texts_under_a_spreadsheets_name_is_no_page() -> None:
    (skipped,) = read_bytes(exported([["port", "cranes"], ["Lindmark", "2"]]), "a.xls").skipped

    assert skipped.message.key == "sources.no_text_column"
