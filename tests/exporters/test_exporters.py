"""The exporters write every word of every article, in the layout of their service, the same bytes every time."""

from __future__ import annotations

import csv
import email
import io
import json
import re
import zipfile
from email.policy import default
from pathlib import Path

import pytest

from . import FORMATS, Item, read_story
from .factiva import factiva_html, factiva_text
from .html_pages import TEMPLATES, html_page
from .item import british_date, inverted, joined, long_date, short_date
from .mail import mail
from .newspaper_pdf import newspaper_pdf
from .nexis_docx import nexis_docx
from .nexis_rtf import escaped, nexis_rtf
from .nexis_text import nexis_text
from .proquest import proquest_text, ris
from .sample import LEAD, STORY
from .tables import spreadsheet, trafilatura_lines

TIMED = ("nexis docx", "docx", "xlsx")
"""Formats that hold when they were written."""


def only(files: dict[str, bytes]) -> bytes:
    (data,) = files.values()
    return data


def text_of(files: dict[str, bytes]) -> str:
    return only(files).decode("utf-8-sig").replace("\r\n", "\n")


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in TIMED])
def test_the_same_articles_are_the_same_bytes(name: str) -> None:
    assert FORMATS[name](STORY) == FORMATS[name](STORY)


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_writes_one_file_for_the_story_or_one_for_each_article(name: str) -> None:
    assert len(FORMATS[name](STORY)) in (1, len(STORY))


def test_an_item_is_the_line_of_the_measuring_data(tmp_path: Path) -> None:
    row = {"source": "Post", "title": " A ", "date": "2024-03-05", "authors": "", "topic": "x", "url": "u", "text": "b"}
    (tmp_path / "000.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")

    assert read_story(tmp_path / "000.jsonl") == [Item("Post", "A", "2024-03-05", "", "b", "u", "x")]


def test_dates_and_names_are_printed_as_archives_print_them() -> None:
    day = STORY[0].day

    assert (long_date(day), short_date(day), british_date(day)) == ("March 5, 2024", "Mar 5, 2024", "5 March 2024")
    assert long_date(day, weekday=True) == "March 5, 2024 Tuesday"
    assert STORY[0].names == ["Ada Brandt", "Jon Ek", "Tove OLind"]
    assert joined(STORY[0].names) == "Ada Brandt, Jon Ek and Tove OLind"
    assert (joined(["Ada"]), joined([])) == ("Ada", "")
    assert (inverted("Ada M. Brandt"), inverted("Plato")) == ("Brandt, Ada M.", "Plato")


@pytest.mark.parametrize("template", range(len(TEMPLATES)))
@pytest.mark.parametrize("item", STORY, ids=lambda item: item.outlet)
def test_a_page_holds_every_paragraph_once_and_furniture_around_it(template: int, item: Item) -> None:
    from lxml import html

    page = html.fromstring(html_page(item, template))
    shown = [" ".join(p.text_content().split()) for p in page.iter("p")]

    assert [text for text in shown if text in item.paragraphs] == item.paragraphs
    assert "Weather" in page.text_content()
    assert item.title in {h.text_content() for h in page.iter("h1")}


def test_the_old_nexis_layout_numbers_the_documents_and_breaks_lines_at_eighty_signs() -> None:
    lines = text_of(nexis_text(STORY)).splitlines()

    assert [line.strip() for line in lines if "DOCUMENTS" in line] == [f"{i} of 3 DOCUMENTS" for i in (1, 2, 3)]
    assert max(map(len, lines)) <= 80
    assert f"LENGTH: {STORY[0].words} words" in lines
    assert {line.partition(":")[0] for line in lines} >= {"LOAD-DATE", "LANGUAGE", "PUBLICATION-TYPE", "BYLINE"}


def test_nexis_uni_in_word_has_a_cover_a_running_head_and_a_line_that_ends_each_document() -> None:
    import docx

    paper = docx.Document(io.BytesIO(only(nexis_docx(STORY))))
    lines = [paragraph.text.strip() for paragraph in paper.paragraphs]

    assert "Documents (3)" in lines
    assert lines.count("End of Document") == 3
    assert lines.count("Body") == 3
    assert all(paragraph in lines for item in STORY for paragraph in item.paragraphs)
    assert [s.header.paragraphs[0].text for s in paper.sections][1:] == [f"Page {i} of 3" for i in (1, 2, 3)]
    assert lines.index("Documents (3)") < lines.index(f"2.{' '}{STORY[1].title}") < lines.index("Body")


def test_rich_text_is_ascii_with_balanced_groups() -> None:
    written = only(nexis_rtf(STORY)).decode("ascii")
    bare = re.sub(r"\\[\\{}]", "", written)

    assert bare.count("{") == bare.count("}")
    assert escaped("“€3” {a} \\ 🏗") == "\\'93\\'803\\'94 \\{a\\} \\\\ \\u-10180?\\u-8233?"


def test_factiva_names_its_fields_by_codes_of_two_letters() -> None:
    written = text_of(factiva_text(STORY))

    assert re.findall(r"^(HD|BY|WC|PD|SN|LP|TD|AN)  ", written, re.M)[:8] == "HD BY WC PD SN LP TD AN".split()
    assert f"LP  \n{LEAD}" in written
    assert "PD  5 March 2024" in written


def test_factiva_pages_hold_each_paragraph_in_a_paragraph() -> None:
    from lxml import html

    page = html.fromstring(only(factiva_html(STORY)))
    shown = [p.text_content().strip() for p in page.xpath("//p[contains(@class, 'articleParagraph')]")]

    assert shown == [paragraph for item in STORY for paragraph in item.paragraphs]


def test_proquest_inverts_names_and_parts_documents_by_rules() -> None:
    written = text_of(proquest_text(STORY))

    assert "Author: Brandt, Ada; Ek, Jon; OLind, Tove" in written
    assert written.count("_" * 60) == 6
    assert f"Full text: {LEAD}" in written


def test_references_begin_with_their_type_and_end_with_er() -> None:
    written = text_of(ris(STORY))

    assert len(re.findall(r"^TY  - NEWS$", written, re.M)) == len(re.findall(r"^ER  - $", written, re.M)) == 3
    assert re.findall(r"^AU  - (.+)$", written, re.M) == ["Brandt, Ada", "Ek, Jon", "OLind, Tove", "Holm, Per"]


def test_a_spreadsheet_keeps_paragraphs_within_a_cell() -> None:
    data = only(spreadsheet(STORY))
    text = data.decode("utf-8-sig") if data.startswith(b"\xef\xbb\xbf") else data.decode("cp1252")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=text[len("Title")]))

    assert [row[1] for row in rows] == ["Outlet", *(item.outlet for item in STORY)]
    assert rows[1][6] == "\n\n".join(STORY[0].paragraphs)


def test_trafilatura_calls_the_address_source_and_the_outlet_source_hostname() -> None:
    first, second, _ = map(json.loads, text_of(trafilatura_lines(STORY)).splitlines())

    assert (first["source"], first["source-hostname"]) == ("https://post.example/news/cranes", "The Lindmark Post")
    assert (first["author"], second["author"]) == ("Ada Brandt; Jon Ek; Tove OLind", None)
    assert first["text"].split("\n") == STORY[0].paragraphs


def test_a_newspaper_page_becomes_several_pages() -> None:
    import pypdfium2

    pages = pypdfium2.PdfDocument(newspaper_pdf(STORY[2]))

    assert len(pages) > 1
    assert "March 6, 2024" in pages[1].get_textpage().get_text_range()


@pytest.mark.parametrize(("kind", "types"), [(0, ["text/plain", "text/html"]), (1, ["text/html"]), (2, ["text/plain"])])
def test_a_mail_carries_title_outlet_and_date_in_its_head(kind: int, types: list[str]) -> None:
    message = email.message_from_bytes(mail(STORY[0], kind), policy=default)
    parts = [part for part in message.walk() if not part.is_multipart()]

    assert [part.get_content_type() for part in parts] == types
    assert message["subject"] == STORY[0].title
    assert message["from"].addresses[0].display_name == "The Lindmark Post"
    assert message["date"].datetime.date() == STORY[0].day
    assert all("nobody was hurt" in " ".join(part.get_content().split()) for part in parts)


@pytest.mark.parametrize("item", STORY, ids=lambda item: item.outlet)
def test_collected_articles_name_title_outlet_and_date_above_the_text(item: Item) -> None:
    import docx

    text = only(FORMATS["txt"]([item])).decode()
    word = [paragraph.text for paragraph in docx.Document(io.BytesIO(only(FORMATS["docx"]([item])))).paragraphs]

    assert item.title in text.split("\n\n")[0]
    assert " ".join(item.paragraphs) in " ".join(text.split())
    assert word[0] == item.title
    assert f"{item.outlet}, {long_date(item.day)}" in word
    assert word[-len(item.paragraphs) :] == item.paragraphs


def test_a_workbook_has_dates_as_dates() -> None:
    import openpyxl

    rows = list(openpyxl.load_workbook(io.BytesIO(only(FORMATS["xlsx"](STORY))))["Articles"].values)

    assert [row[2].date() for row in rows[1:]] == [item.day for item in STORY]
    assert rows[1][6] == "\n\n".join(STORY[0].paragraphs)


def test_nexis_uni_in_pdf_has_its_title_at_the_head_of_every_page_of_a_document() -> None:
    import pypdfium2

    paper = pypdfium2.PdfDocument(only(FORMATS["nexis pdf"](STORY)))
    pages = [page.get_textpage().get_text_range() for page in paper]

    assert "Documents (3)" in pages[0]
    assert sum("End of Document" in page for page in pages) == 3
    assert [f"Page {i} of 3" for i in (1, 2, 3)] == sorted({page.splitlines()[0] for page in pages[1:]})


def test_a_page_saved_in_one_file_is_dated_by_the_saving_and_addressed_by_the_site() -> None:
    for item, data in zip(STORY, FORMATS["mhtml"](STORY).values(), strict=True):
        message = email.message_from_bytes(data, policy=default)
        page, style = message.iter_parts()

        assert (message["Snapshot-Content-Location"], message["Date"].datetime.year) == (item.url, 2026)
        assert page.get_content().replace("\r\n", "\n").rstrip() == html_page(item).decode().rstrip()
        assert style.get_content_type() == "text/css"


def test_the_zip_file_holds_the_pages_in_a_folder() -> None:
    with zipfile.ZipFile(io.BytesIO(only(FORMATS["zip"](STORY)))) as archive:
        pages = [name for name in archive.namelist() if re.fullmatch(r"story/[^/]+\.html", name)]

        assert {archive.read(name) for name in pages} == set(FORMATS["html"](STORY).values())
