"""Which column holds what: the names that programs give them, and what a cell cannot be."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from analysis.messages import render
from analysis.model import Article
from analysis.sources import read_bytes
from analysis.sources.columns import names_by_field
from analysis.sources.metadata.outlets import is_address
from analysis.sources.table import names_in

from . import makers

OUTLET, ADDRESS = "Lindmark Post", "https://www.lindmark-post.example/news/1"


def article(row: Mapping[str, object]) -> Article:
    """Return the article of a table with one row."""
    (found,) = read_bytes(makers.jsonl(dict(row)), "a.jsonl").articles
    return found


ROWS: dict[str, dict[str, object]] = {
    "LexisNexisTools": {
        "ID": 1, "Source_File": "x.docx", "Newspaper": OUTLET, "Date": "2026-03-10", "Length": "212 words",
        "Section": "NEWS", "Author": "Ada Brandt", "Headline": makers.TITLE, "Article": makers.LEAD,
    },
    "trafilatura": {
        "title": makers.TITLE, "author": "Ada Brandt", "hostname": "lindmark-post.example", "date": "2026-03-10",
        "sitename": OUTLET, "source": ADDRESS, "source-hostname": OUTLET, "raw_text": "raw", "text": makers.LEAD,
    },
    "newspaper4k": {
        "source_url": "https://lindmark-post.example", "url": ADDRESS, "title": makers.TITLE, "authors": ["Ada Brandt"],
        "publish_date": "2026-03-10T00:00:00", "text": makers.LEAD, "meta_site_name": OUTLET, "html": "<p>x</p>",
    },
    "Event Registry": {
        "uri": "77", "lang": "eng", "dateTimePub": "2026-03-10T06:00:00Z", "url": ADDRESS, "title": makers.TITLE,
        "body": makers.LEAD, "source": {"uri": "lindmark-post.example", "dataType": "news", "title": OUTLET},
        "authors": [{"name": "Ada Brandt", "type": "author"}],
    },
    "a written list": {
        "headline": makers.TITLE, "content": makers.LEAD, "publication": OUTLET, "authors": "['Ada Brandt']",
        "published_at": "2026-03-10", "link": ADDRESS,
    },
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_the_columns_of_public_programs_are_known(row: dict[str, object]) -> None:
    found = article(row)

    assert (found.title, found.outlet, found.byline) == (makers.TITLE, OUTLET, "Ada Brandt")
    assert (found.published or "").startswith("2026-03-10")
    assert found.text == f"{makers.TITLE}\n\n{makers.LEAD}"
    assert found.language == "en"


def test_each_value_says_from_which_column_it_comes() -> None:
    found = article({"title": makers.TITLE, "text": makers.LEAD, "site_name": OUTLET, "source": ADDRESS})

    assert {known.field: render(known.message) for known in found.evidence} == {
        "title": "from the column “title”",
        "outlet": "from the column “site_name”",
    }


@pytest.mark.parametrize("value", [ADDRESS, "lindmark-post.example", "//lindmark-post.example/a", "@lindmarkpost"])
def test_a_cell_that_is_an_address_is_no_outlet(value: str) -> None:
    assert is_address(value)
    assert article({"text": makers.LEAD, "outlet": value, "publisher": OUTLET}).outlet == OUTLET


@pytest.mark.parametrize("name", ["AP", "i", "U.S. News", "St. Louis Post-Dispatch", "Al-Monitor", "7News"])
def test_short_names_and_names_with_stops_are_outlets(name: str) -> None:
    assert not is_address(name)
    assert article({"text": makers.LEAD, "outlet": name}).outlet == name


def test_where_nothing_names_the_outlet_its_domain_does_and_says_so() -> None:
    found = article({"text": makers.LEAD, "source_domain": "www.lindmark-post.example"})

    assert found.outlet == "lindmark-post.example"
    assert [render(known.message) for known in found.evidence] == [
        "no name is stated; the domain in the column “source_domain”"
    ]


def test_a_cell_of_authors_names_people_and_agencies_apart() -> None:
    rows = [
        {"text": makers.LEAD, "author": "Ada Brandt, Political Editor", "source": "The Beacon"},
        {"text": makers.LEAD, "author": "Ada Brandt and Reuters", "source": "The Beacon"},
        {"text": makers.LEAD, "author": "Staff", "source": "The Beacon"},
    ]
    found = [read_bytes(makers.jsonl(row), "a.jsonl").articles[0] for row in rows]

    assert [article.byline for article in found] == ["Ada Brandt", "Ada Brandt", None]
    assert dict(found[1].columns) == {"agency": "Reuters"}
    assert dict(found[2].columns) == {"author": "Staff"}


def test_the_outlet_behind_a_title_is_cut_off() -> None:
    row = {"text": makers.LEAD, "title": f"{makers.TITLE} - The Beacon", "source": "The Beacon"}

    assert read_bytes(makers.jsonl(row), "a.jsonl").articles[0].title == makers.TITLE


def test_of_two_text_columns_the_first_with_text_counts_in_each_row() -> None:
    data = makers.jsonl({"text": None, "maintext": makers.LEAD}, {"text": makers.REST[0], "maintext": ""})

    assert {a.text for a in read_bytes(data, "a.jsonl").articles} == {makers.LEAD, makers.REST[0]}


def test_a_list_of_titles_and_addresses_is_said_to_be_one() -> None:
    data = makers.table(
        [["id", "media_name", "publish_date", "title", "url"], ["1", OUTLET, "2026-03-10", "A", ADDRESS]]
    )
    (skipped,) = read_bytes(data, "a.csv").skipped

    assert render(skipped.message).startswith("The table lists articles by title and address but holds no texts")


def test_a_summary_in_place_of_the_text_is_an_incomplete_article() -> None:
    found = article({"title": makers.TITLE, "abstract": makers.LEAD})

    assert not found.complete
    assert [note.key for note in found.notes] == ["sources.teaser_column"]


def test_a_text_that_a_service_cuts_off_is_an_incomplete_article() -> None:
    found = article({"title": makers.TITLE, "content": f"{makers.LEAD} It was… [+2310 chars]"})

    assert not found.complete
    assert found.text.endswith("It was…")
    assert [note.key for note in found.notes] == ["sources.cut_by_service"]


@pytest.mark.parametrize("nothing", ["NA", "NaN", "NULL", "None", "\\N", "–", " "])
def test_what_programs_write_for_nothing_is_nothing(nothing: str) -> None:
    found = article(
        {"text": makers.LEAD, "author": nothing, "newspaper": nothing, "publisher": OUTLET, "region": nothing}
    )

    assert (found.byline, found.outlet, found.columns) == (None, OUTLET, ())


def test_an_outlet_at_the_tail_of_a_title_is_no_part_of_it() -> None:
    found = article({"title": f"{makers.TITLE} - {OUTLET}", "text": makers.LEAD, "source": {"name": OUTLET}})

    assert (found.title, found.outlet) == (makers.TITLE, OUTLET)


def test_a_section_in_an_outlet_column_gives_way_to_a_name() -> None:
    assert article({"text": makers.LEAD, "site_name": "U.S.", "publisher": OUTLET}).outlet == OUTLET
    assert article({"text": makers.LEAD, "outlet": "A"}).outlet == "A"


def test_an_agency_in_the_column_of_authors_is_whose_copy_it_is() -> None:
    found = article({"text": makers.LEAD, "outlet": OUTLET, "author": "Ada Brandt, Associated Press"})

    assert (found.byline, dict(found.columns)) == ("Ada Brandt", {"agency": "Associated Press"})


def test_the_day_of_publication_comes_before_the_day_of_collection() -> None:
    found = article({"text": makers.LEAD, "date": "2026-03-14", "dateTimePub": "2026-03-13T09:00:00Z"})

    assert found.published == "2026-03-13T09:00:00Z"


def test_a_date_that_can_be_read_in_two_ways_is_said() -> None:
    found = article({"text": makers.LEAD, "date": "03/04/2026"})

    assert "2026-03-04" in " ".join(map(render, found.notes))
    assert "2026-04-03" in " ".join(map(render, found.notes))


DATES = {
    "day first": (["03/04/2026", "13/04/2026", "05/04/2026"], ["2026-04-03", "2026-04-05", "2026-04-13"]),
    "month first": (["03/04/2026", "04/13/2026", "05/04/2026"], ["2026-03-04", "2026-04-13", "2026-05-04"]),
}


@pytest.mark.parametrize(("printed", "dates"), DATES.values(), ids=DATES.keys())
def test_the_dates_of_a_column_have_one_order(printed: list[str], dates: list[str]) -> None:
    rows = [["date", "text"], *([date, f"{date}: {makers.LEAD}"] for date in printed)]

    assert [a.published for a in read_bytes(makers.table(rows), "a.csv").articles] == dates


def test_an_order_that_is_shown_far_down_holds_for_the_first_row_too() -> None:
    rows = [
        ["date", "text"],
        *([f"0{i % 9 + 1}/03/2026", f"{i}: {makers.LEAD}"] for i in range(200)),
        ["25/03/2026", makers.LEAD],
    ]

    assert {(a.published or "")[:7] for a in read_bytes(makers.table(rows), "a.csv").articles} == {"2026-03"}


def test_a_page_in_a_row_is_read_where_there_is_no_text() -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in makers.PARAGRAPHS)
    found = article(
        {"html": f"<html><body><article><h1>{makers.TITLE}</h1>{body}</article></body></html>", "url": ADDRESS}
    )

    assert makers.LEAD in found.text
    assert dict(found.columns) == {"url": ADDRESS}


def test_names_in_cells() -> None:
    assert names_in("['A. Brandt', 'B. Orr']") == "A. Brandt, B. Orr"
    assert names_in([{"name": "A. Brandt"}, "B. Orr", None]) == "A. Brandt, B. Orr"
    assert names_in("[sic] A. Brandt") == "[sic] A. Brandt"


def test_no_name_of_a_column_stands_twice_in_a_field() -> None:
    assert all(len(set(names)) == len(names) for names in names_by_field().values())


GERMAN = [
    ["Nr.", "Titel", "Datum", "Quelle", "Autor", "Text"],
    ["1", "Kräne", "03.11.2026", OUTLET, "Ada Brandt", makers.LEAD],
]


def test_tables_headed_in_other_languages_are_known() -> None:
    (found,) = read_bytes(makers.table(GERMAN, ";"), "a.csv").articles

    assert (found.title, found.outlet, found.byline) == ("Kräne", OUTLET, "Ada Brandt")
    assert found.published == "2026-11-03"


def test_a_table_whose_other_columns_are_not_known_says_so_once() -> None:
    rows = [["words", "who", "text"], ["1", "The Post", makers.LEAD], ["2", "The Post", makers.REST[0]]]
    first, second = sorted(read_bytes(makers.table(rows), "a.csv").articles, key=lambda a: a.source)

    assert [note.key for note in first.notes] == ["sources.columns_unknown"]
    assert "words, who" in render(first.notes[0])
    assert second.notes == ()


def test_the_tail_of_a_title_names_the_outlet_where_its_address_says_the_same() -> None:
    address = "https://www.lakepost.example/a"
    row = {"title": "Cranes fall", "title_page": "Cranes fall - Lake Post", "source_domain": "lakepost.example"}

    assert article({**row, "text": makers.LEAD, "url": address}).outlet == "Lake Post"
    assert article({**row, "title_page": "Cranes fall - North", "text": makers.LEAD, "url": address}).outlet != "North"
