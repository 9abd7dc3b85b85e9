"""The tables: nothing in them runs, nothing is lost, the same bytes every time."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from functools import cache

import pytest
from openpyxl import load_workbook

from analysis.model import Comparison
from analysis.output.tables import csv_files, frames, tables, xlsx

from .builders import TEXTS, analysis, compare, empty, story

SHEETS = [
    "articles", "framing", "attributions", "sentences", "loaded_words", "agency", "naming", "sources",
    "statements", "coverage", "differences", "quotes", "wire", "keywords", "measures", "methods",
]  # fmt: skip
DANGEROUS = ['=HYPERLINK("x")', "+1+1", "-2", "@SUM(A1)", "\t=1", "\n=1", "＝1", "https://x.example", "007", "{=1}"]


@cache
def five() -> Comparison:
    return story(5)


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_table_is_there_even_when_empty() -> None:
    for comparison in (five(), empty()):
        assert [named.name for named in tables(comparison)] == SHEETS
        assert load_workbook(io.BytesIO(xlsx(comparison))).sheetnames == SHEETS
        assert list(csv_files(comparison)) == [f"{name}.csv" for name in SHEETS]


def test_rows_have_a_cell_for_every_column() -> None:
    for named in tables(five()):
        assert all(len(row) == len(named.table.columns) for row in named.table.rows), named.name


def test_frames_hold_the_same_rows_with_numbers_as_numbers() -> None:
    found = frames(five())
    assert list(found) == SHEETS
    assert {name: len(frame) for name, frame in found.items()} == {t.name: len(t.table.rows) for t in tables(five())}
    assert found["articles"]["words"].sum() == sum(a.document.words for a in five().analyses)


@pytest.mark.parametrize("title", DANGEROUS)
def test_texts_never_become_formulas_links_or_numbers(title: str) -> None:
    comparison = compare([analysis("A", TEXTS[0], title)], title)
    sheet = load_workbook(io.BytesIO(xlsx(comparison)))["articles"]
    cell = sheet.cell(2, [c.value for c in sheet[1]].index("title") + 1)
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    assert cell.value == title
    row = dict(zip(*rows_of(csv_files(comparison)["articles.csv"])[:2], strict=True))
    assert row["title"].lstrip("'") == title
    assert not row["title"].startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))


def test_numbers_stay_numbers_even_below_zero() -> None:
    header, *rows = rows_of(csv_files(five())["sentences.csv"])
    compounds = {row[header.index("compound")] for row in rows}
    assert compounds == {"0.0", "-0.6"}


def test_what_cannot_be_measured_is_empty_not_zero() -> None:
    comparison = compare([analysis("A", TEXTS[0], language="ar")])
    header, row = rows_of(csv_files(comparison)["articles.csv"])
    assert dict(zip(header, row, strict=True))["mean_compound"] == ""


def test_the_same_bytes_every_time_and_no_clock_inside() -> None:
    assert xlsx(five()) == xlsx(five())
    with zipfile.ZipFile(io.BytesIO(xlsx(five()))) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_csv_says_that_it_is_utf8() -> None:
    assert all(content.startswith(b"\xef\xbb\xbf") for content in csv_files(five()).values())


def test_a_text_longer_than_a_cell_is_cut_not_refused() -> None:
    long = analysis("A", TEXTS[0], "x" * 40_000)
    assert load_workbook(io.BytesIO(xlsx(compare([long]))))["articles"]["D2"].value == "x" * 32_767


def test_control_characters_do_not_break_the_workbook() -> None:
    book = load_workbook(io.BytesIO(xlsx(compare([analysis("A\x00\x1f\ud800", TEXTS[0])]))))
    assert book["articles"]["B2"].value == "A[U+0000 U+001F U+D800]"


def test_framing_rows_name_the_speaker_and_the_reason() -> None:
    header, *rows = rows_of(csv_files(compare([analysis("A", TEXTS[0])]))["framing.csv"])
    first = dict(zip(header, rows[0], strict=True))
    assert (first["exact"], first["voice"], first["speaker"], first["stance"]) == (
        "liberated", "quoted", "the army", "agent +2",
    )  # fmt: skip
    assert first["why"]
    assert first["exact"] in first["sentence"]


def test_decisions_of_the_user_are_listed() -> None:
    from .test_json import decided

    rows = rows_of(csv_files(decided(replace(five())))["methods.csv"])
    assert ["decision", "reject: town", "no"] in rows


def test_quotations_and_shared_passages_have_their_tables() -> None:
    copy = "The ferry left the harbour before dawn with some two hundred workers on board and ran aground an hour later"
    texts = [
        f"{copy}.\n{{s:the army}} {{c:{cue}}} {{q:“our men [liberated|liberate] the old bridge at noon”}}.\n"
        for cue in ("said", "claimed")
    ]
    comparison = compare([analysis("A", texts[0], "One"), analysis("B", texts[1], "Two")])
    found = {
        t.name: [dict(zip((c.title for c in t.table.columns), row, strict=True)) for row in t.table.rows]
        for t in tables(comparison)
    }
    assert [(row["group"], row["article"]) for row in found["wire"]] == [
        (comparison.group_of(m.article).label, m.article) for w in comparison.wire for m in w.members
    ]
    assert [(row["speaker"], row["cue"]) for row in found["quotes"]] == [
        (q.speaker, c.cue) for q in comparison.quotes for c in q.cuts
    ]
    assert found["wire"]
    assert copy.split()[-1] in found["wire"][0]["text"]
