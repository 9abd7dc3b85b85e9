"""Factiva's files, with codes before the fields and without."""

from __future__ import annotations

import pytest

from .said import LEAD, SECOND, STORY, THIRD, columns, in_order, keys, only, read, running

NUMBER = "LINDPO0000020240305ek3500001"
CODED = (
    "SE  News\n\nHD  Cranes fall into the harbour\n\nBY  By Ada Brandt\n\nCR  Nordwire\n\n"
    "WC  47 words\n\nPD  5 March 2024\n\nET  07:40\n\nSN  The Lindmark Post\n\nSC  LINDPO\n\n"
    "ED  Final\n\nPG  7\n\nLA  English\n\n"
    f"CY  (c) 2024 Lindmark Media Ltd\n\nLP  \n{LEAD}\n\nTD  \n{SECOND}\n\n{THIRD}\n\n"
    f"CO  lmport : Port of Lindmark\n\nRE  nord : Norland | eurz : Europe\n\n"
    f"PUB  Lindmark Media\n\nAN  Document {NUMBER}\n\n\n"
)
OTHER = (
    CODED.replace("Cranes fall into the harbour", "Crews ask for repairs")
    .replace("05ek35", "06ek36")
    .replace("The Lindmark Post", "The Valley Herald")
)
SHOWN = (
    "Foreign Desk; 1\nCranes fall into the harbour\n\nBy Ada Brandt\n\n47 words\n5 March 2024\n07:40\n"
    "The Lindmark Post\nLINDPO\nFinal\n7\nEnglish\n(c) 2024 Lindmark Media Ltd. All Rights Reserved.\n\n"
    f"{STORY}\n\nDocument {NUMBER}\n\n\n"
)


@pytest.mark.parametrize(
    "text", [CODED, CODED.replace("  ", "\t"), CODED.replace("  ", " ")], ids=["gap", "tab", "space"]
)
def test_codes_become_fields_and_none_is_left_in_the_text(text: str) -> None:
    article = only(text)

    assert (article.title, article.outlet) == ("Cranes fall into the harbour", "The Lindmark Post")
    assert (article.byline, article.published) == ("Ada Brandt", "2024-03-05T07:40")
    assert running(article) == STORY
    said = columns(article)
    assert (said["agency"], said["publisher"], said["archive id"]) == ("Nordwire", "Lindmark Media", NUMBER)
    assert (said["section"], said["page"], said["edition"], said["length"]) == ("News", "7", "Final", "47 words")


def test_two_documents_are_two_articles_and_the_search_below_is_none() -> None:
    reading = read(CODED + OTHER + "Search Summary\n\nText  cranes\n\nDate  All Dates\n\nSource  All Sources\n")

    assert [article.title for article in in_order(reading)] == [
        "Cranes fall into the harbour", "Crews ask for repairs",
    ]  # fmt: skip
    assert not reading.skipped
    assert (reading.tallies[0].stated, reading.tallies[0].read) == (None, 2)


def test_a_word_in_the_text_that_is_spelled_like_a_code_is_text() -> None:
    text = f"IN the end nobody came.\n\nBY noon the basin was empty.\n\n{THIRD}"

    assert running(only(CODED.replace(THIRD, text))) == f"{LEAD}\n\n{SECOND}\n\n{text}"


def test_documents_without_codes_are_read_by_the_order_of_their_lines() -> None:
    reading = read(SHOWN + SHOWN.replace("Cranes fall into the harbour", "Crews ask for repairs").replace("(c)", "©"))
    one, two = in_order(reading)

    assert (one.title, one.outlet, one.byline) == ("Cranes fall into the harbour", "The Lindmark Post", "Ada Brandt")
    assert (one.published, two.title) == ("2024-03-05T07:40", "Crews ask for repairs")
    assert running(one) == running(two) == STORY
    assert columns(one)["section"] == "Foreign Desk; 1"
    assert columns(one)["publisher"] == "Lindmark Media Ltd"


def test_the_page_of_another_language_is_read() -> None:
    text = SHOWN.replace("47 words", "47 Wörter").replace("5 March 2024", "5 März 2024").replace("English", "Englisch")
    article = only(text.replace("Document LIND", "Dokument LIND"))

    assert (article.published, article.language) == ("2024-03-05T07:40", "en")
    assert running(article) == STORY


def test_a_headline_alone_stands_above_the_length() -> None:
    article = only(SHOWN.replace("Foreign Desk; 1\n", "").replace("By Ada Brandt\n\n", ""))

    assert (article.title, article.byline) == ("Cranes fall into the harbour", None)
    assert "section" not in columns(article)


def test_codes_on_lines_of_their_own_are_read() -> None:
    article = only(CODED.replace("  ", "\n").replace("AN\nDocument", "AN\n\nDocument"))

    assert (article.title, article.outlet) == ("Cranes fall into the harbour", "The Lindmark Post")
    assert running(article) == STORY
    assert columns(article)["archive id"] == NUMBER
    assert "agency" in {known.field for known in article.evidence}


SECOND_SHOWN = SHOWN.replace("Cranes fall into the harbour", "Masts fall").replace("05ek35", "06ek36")
THIRD_SHOWN = SHOWN.replace("Cranes fall into the harbour", "Ropes fall").replace("05ek35", "07ek37")


@pytest.mark.parametrize(
    ("whole", "damaged"),
    [
        ("47 words\n", ""),
        ("Document LINDPO0000020240306ek3600001\n", ""),
        ("Foreign Desk; 1\n", ""),
        ("By Ada Brandt\n\n", ""),
    ],
    ids=["length", "number", "section", "byline"],
)
def test_what_one_document_lacks_changes_no_other(whole: str, damaged: str) -> None:
    reading = read(SHOWN + SECOND_SHOWN.replace(whole, damaged, 1) + THIRD_SHOWN)

    assert [article.title for article in in_order(reading)] == [
        "Cranes fall into the harbour", "Masts fall", "Ropes fall",
    ]  # fmt: skip
    assert {(running(a), a.outlet, a.published) for a in reading.articles} == {
        (STORY, "The Lindmark Post", "2024-03-05T07:40")
    }


def test_the_last_document_of_a_file_that_breaks_off_is_read_and_said_to_be_cut() -> None:
    one, two = in_order(read(SHOWN + SECOND_SHOWN.partition(SECOND)[0]))

    assert (one.complete, running(one)) == (True, STORY)
    assert (two.title, two.complete, running(two)) == ("Masts fall", False, LEAD)
    assert "sources.archive.cut_off" in keys(two)


@pytest.mark.parametrize("text", [SHOWN, CODED], ids=["shown", "coded"])
def test_lines_below_the_last_number_are_named_but_for_the_archives_own(text: str) -> None:
    (search,) = read(text + "Search Summary\n\nText  cranes\n\nDate  All Dates\n").articles
    (other,) = read(text + "Ropes fall too\n\nNobody came.\n").articles

    assert search.notes == ()
    (note,) = other.notes
    assert dict(note.args)["lines"] == "Ropes fall too / Nobody came."


def test_a_document_with_neither_headline_nor_text_is_named() -> None:
    bare = "\n\n".join(line for line in OTHER.split("\n\n") if line[:2] in ("WC", "PD", "SN", "AN"))
    reading = read(CODED + bare + "\n\n\n" + CODED.replace("Cranes fall", "Masts fall").replace("05ek35", "07ek37"))

    assert [(skipped.source, skipped.message.key) for skipped in reading.skipped] == [
        ("pasted text#2", "sources.archive.empty")
    ]


def test_a_file_without_the_headline_of_one_document_keeps_its_text() -> None:
    reading = read(CODED + OTHER.replace("HD  Crews ask for repairs\n\n", ""))

    assert [running(article) for article in in_order(reading)] == [STORY, STORY]
