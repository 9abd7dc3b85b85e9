"""Nexis's files of the years until about 2019."""

from __future__ import annotations

from textwrap import fill

import pytest

from analysis.model import SectionKind

from .said import LEAD, SECOND, STORY, THIRD, columns, in_order, keys, only, read, running, section


def document(n: int, total: int, head: str, text: str = STORY, tail: str = "", counted: bool = True) -> str:
    """Return one document as the plain text prints it: header centred, lines of 72 characters."""
    number = centred(f"{n} of {total} DOCUMENTS") if counted else ""
    body = "\n\n".join(fill(paragraph, 72) for paragraph in text.split("\n\n"))
    ending = tail or "LOAD-DATE: March 6, 2024\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper"
    rights = f"{centred('Copyright 2024 Lindmark Media Ltd')}\n{centred('All Rights Reserved')}"
    return f"{number}\n\n\n{head}\n\n\n{body}\n\n\n{ending}\n\n\n{rights}\n\n"


def centred(line: str) -> str:
    """Return a line in the middle of 80 characters."""
    return line.center(80).rstrip()


HEAD = (
    f"{centred('The Lindmark Post (London)')}\n\n{centred('March 5, 2024 Tuesday')}\n{centred('FIRST EDITION')}\n\n"
    "Cranes fall into the harbour\n\nBYLINE: Ada Brandt\n\nSECTION: NEWS; Pg. 7\n\nLENGTH: 47 words"
)
ACADEMIC = (
    f"{centred('Copyright 2024 The Valley Herald')}\n{centred('The Valley Herald')}\n\n"
    f"{centred('March 4, 2024, Monday, Late Edition - Final')}\n\n"
    "SECTION: Section A; Page 1; Foreign Desk\n\nLENGTH: 47 words\n\nHEADLINE: Fishing crews ask for repairs;\n"
    "Council meets on Friday\n\nBYLINE:  By Jon Ek; Special to the Herald\n\nDATELINE: LINDMARK, March 4\n\nBODY:"
)


def test_each_document_is_an_article_with_its_own_outlet_date_and_headline() -> None:
    one, two = in_order(read("Print Request: All Documents\n\n" + document(1, 2, HEAD) + document(2, 2, ACADEMIC)))

    assert (one.title, one.outlet, one.byline) == (
        "Cranes fall into the harbour", "The Lindmark Post (London)", "Ada Brandt",
    )  # fmt: skip
    assert (one.published, one.language) == ("2024-03-05", "en")
    assert columns(one) == {
        "archive": "Nexis", "section": "NEWS; Pg. 7", "length": "47 words", "edition": "FIRST EDITION",
        "load date": "2024-03-06", "publication type": "Newspaper", "publisher": "Lindmark Media Ltd",
    }  # fmt: skip
    assert (two.title, two.outlet, two.byline) == (
        "Fishing crews ask for repairs", "The Valley Herald", "Jon Ek; Special to the Herald",
    )  # fmt: skip
    assert (two.published, two.dateline) == ("2024-03-04", "LINDMARK, March 4")
    assert section(two, SectionKind.LEAD).startswith("Council meets on Friday")


def test_wrapped_lines_are_paragraphs_again_and_no_field_is_left_in_the_text() -> None:
    one, two = in_order(read(document(1, 2, HEAD) + document(2, 2, ACADEMIC)))

    assert running(one) == STORY
    assert running(two).endswith(STORY)
    assert not keys(one)


def test_where_a_value_comes_from_is_told() -> None:
    one, _ = in_order(read(document(1, 2, HEAD) + document(2, 2, ACADEMIC)))

    said = {known.field: known.message for known in one.evidence}
    assert dict(said["byline"].args)["label"] == "BYLINE"
    assert said["outlet"].key == "sources.archive.place"


def test_captions_and_corrections_are_no_running_text() -> None:
    tail = (
        "GRAPHIC: Divers look for the cables on Monday.\n\nThe second crane, before it fell.\n\n"
        "CORRECTION: An earlier edition named another basin.\n\nLOAD-DATE: March 6, 2024"
    )
    article = only(document(1, 1, HEAD, tail=tail))

    assert section(article, SectionKind.CAPTION) == (
        "Divers look for the cables on Monday.\n\nThe second crane, before it fell."
    )
    assert section(article, SectionKind.NOTE) == "An earlier edition named another basin."
    assert running(article) == STORY


def test_a_line_of_the_text_that_looks_like_a_field_stays_in_it() -> None:
    text = f"{LEAD}\n\nBYLINE: a word that the clerk had never heard.\n\n1 of 3 cranes still stood.\n\n{THIRD}"
    article = only(document(1, 1, HEAD, text))

    assert running(article) == text


@pytest.mark.parametrize(
    ("number", "head", "tail", "published"),
    [
        (
            "Dokument 1 von 2",
            "Lindmarker Bote\n\n5. März 2024 Dienstag 9:50 PM GMT+1\n\nKräne fallen in den Hafen\n\n"
            "AUTOR: Brandt, Ada\n\nRUBRIK: LOKALES; S. 7\n\nLÄNGE: 47 Wörter",
            "UPDATE: 6. März 2024\n\nSPRACHE: GERMAN; DEUTSCH\n\nPUBLICATION-TYPE: Zeitung",
            "2024-03-05T21:50+01:00",
        ),
        (
            "Document 1 de 2",
            "Le Courrier de Lindmark\n\nmardi 5 mars 2024\n\nDeux grues tombent\n\nAUTEUR: Ada Brandt\n\n"
            "RUBRIQUE: FRANCE; Pg. 7\n\nLONGUEUR: 47 mots",
            "DATE-CHARGEMENT: 6 mars 2024\n\nLANGUE: FRENCH; FRANÇAIS\n\nTYPE-PUBLICATION: Journal",
            "2024-03-05",
        ),
        (
            "1 of 2 DOCUMENTS",
            "De Lindmarkse Bode\n\n5 maart 2024 dinsdag\n\nLENGTE: 47 woorden\n\nKOP: Kranen vallen\n\n"
            "AUTEUR: Ada Brandt\n\nTEKST:",
            "PUB-TYPE: Krant\n\nTAAL: Dutch / Nederlands\n\nLOAD-DATE: March 6, 2024",
            "2024-03-05",
        ),
    ],
)  # fmt: skip
def test_the_pages_of_other_languages_are_read_too(number: str, head: str, tail: str, published: str) -> None:
    first, second = (f"{number.replace('1', str(n), 1)}\n\n{head}\n\n\n{STORY}\n\n\n{tail}\n\n" for n in (1, 2))
    reading = read(first + second.replace("cranes", "masts"))

    assert [article.published for article in reading.articles] == [published] * 2
    assert {article.byline for article in reading.articles} == {"Ada Brandt"}
    assert all(running(article).startswith("The harbour") for article in reading.articles)
    assert {article.language for article in reading.articles}.isdisjoint({"en"})


def test_documents_without_numbers_are_cut_at_their_last_fields() -> None:
    reading = read(document(0, 0, HEAD, counted=False) + document(0, 0, ACADEMIC.partition("\n")[2], counted=False))

    assert [article.title for article in in_order(reading)] == [
        "Cranes fall into the harbour", "Fishing crews ask for repairs",
    ]  # fmt: skip


def test_heads_and_numbers_of_pages_are_left_out_of_the_text() -> None:
    text = f"{LEAD}\n\nPage 2\n\nCranes fall into the harbour\n\n{SECOND}\n\nPage 3 of 4\n\n{THIRD}"

    assert running(only(document(1, 1, HEAD, text))) == STORY


def test_a_document_without_headline_keeps_its_first_paragraph() -> None:
    head = HEAD.replace("Cranes fall into the harbour\n\n", "")
    article = only(document(1, 1, head))

    assert running(article) == STORY
    assert article.outlet == "The Lindmark Post (London)"


def test_a_broadcast_keeps_its_turns_and_its_programme_is_no_headline() -> None:
    head = (
        "CNN\n\nSHOW: HARBOUR TONIGHT 8:00 PM EST\n\nMarch 5, 2024 Tuesday\n\nTRANSCRIPT: 030501CN.V98\n\n"
        "SECTION: NEWS\n\nLENGTH: 47 words\n\nHEADLINE: Cranes in the harbour\n\nBYLINE: Ada Brandt\n\n"
        "GUESTS: Jon Ek\n\nHIGHLIGHT: Two fell.\n\nBODY:"
    )
    turns = "ADA BRANDT, ANCHOR: Good evening.\n\nEK: Two of them fell at night.\n\nBRANDT: Thank you for coming to us."
    article = only(document(1, 1, head, turns))

    assert (article.title, article.outlet, article.published) == ("Cranes in the harbour", "CNN", "2024-03-05")
    assert running(article) == f"Two fell.\n\n{turns}"
    assert columns(article)["show"] == "HARBOUR TONIGHT 8:00 PM EST"
    assert columns(article)["guests"] == "Jon Ek"


@pytest.mark.parametrize(
    ("cover", "stated"),
    [("Download Request: Selected Items: 3,5", 2), ("Print Request: All Documents: 1-2", 2), ("Terms: (cranes)", 9)],
)
def test_the_cover_says_how_many_of_the_documents_were_asked_for(cover: str, stated: int) -> None:
    reading = read(f"{cover}\n\n{document(3, 9, HEAD)}{document(5, 9, HEAD.replace('Cranes', 'Masts'))}")

    assert reading.tallies[0].stated == stated
    assert (keys(in_order(reading)[0]) == []) == (stated == 2)


def test_documents_without_any_field_are_told_by_their_numbers() -> None:
    bare = "The Lindmark Post\n\nMarch 5, 2024 Tuesday\n\nCranes fall into the harbour"
    text = document(1, 2, bare, tail=" ") + document(2, 2, bare.replace("Cranes", "Masts"), tail=" ")

    assert [(article.title, running(article)) for article in in_order(read(text))] == [
        ("Cranes fall into the harbour", STORY), ("Masts fall into the harbour", STORY),
    ]  # fmt: skip


def test_a_number_that_the_text_quotes_begins_no_document() -> None:
    text = f"{LEAD}\n\n1 of 3 DOCUMENTS\n\n{SECOND}\n\n{THIRD}"
    reading = read(document(1, 2, HEAD, text) + document(2, 2, ACADEMIC))

    assert running(in_order(reading)[0]) == text
    assert len(reading.articles) == 2


def test_a_copyright_of_two_lines_above_the_outlet_is_none() -> None:
    head = (
        "Copyright 2024 Publishers of the Harbour, Brandt\n        GmbH & Co. KG\n\n"
        "The Lindmark Post\n\n5. March 2024\n\nMarch 5, 2024\n\nLENGTH: 47 words\n\nHEADLINE: Cranes fall\n\nBODY:"
    )
    article = only(document(1, 1, head))

    assert (article.title, article.outlet, article.published) == ("Cranes fall", "The Lindmark Post", "2024-03-05")


def test_a_headline_above_the_date_is_one() -> None:
    head = (
        "The Lindmark Post\n\nCranes fall\n\nMarch 5, 2024 Tuesday 8:27 PM AEST\n\nSECTION: NEWS\n\nLENGTH: 47  words"
    )

    assert only(document(1, 1, head)).title == "Cranes fall"


def test_a_document_whose_number_is_missing_is_one_all_the_same() -> None:
    heads = [HEAD.replace("Cranes", name) for name in ("Cranes", "Masts", "Ropes")]
    for missing in (1, 2, 3):
        file = "".join(document(n, 3, head, counted=n != missing) for n, head in enumerate(heads, 1))
        reading = read(f"Print Request: All Documents\n\n{file}")

        assert [article.title.split()[0] for article in in_order(reading)] == ["Cranes", "Masts", "Ropes"]
        assert {running(article) for article in reading.articles} == {STORY}
        assert (reading.tallies[0].stated, reading.tallies[0].read) == (3, 3)


@pytest.mark.parametrize("damaged", [2, 3])
def test_documents_without_number_and_length_are_cut_at_the_fields_that_end_them(damaged: int) -> None:
    heads = [HEAD.replace("Cranes", name) for name in ("Cranes", "Masts", "Ropes")]
    heads[damaged - 1] = heads[damaged - 1].replace("LENGTH: 47 words", "")
    reading = read("".join(document(0, 0, head, counted=False) for head in heads))

    assert [article.title.split()[0] for article in in_order(reading)] == ["Cranes", "Masts", "Ropes"]
    assert {running(article) for article in reading.articles} == {STORY}


def test_a_value_below_the_text_that_runs_on_over_lines_ends_no_document() -> None:
    tail = (
        "LOAD-DATE: March 6, 2024\n\nSUBJECT: HARBOURS (90%); PORTS & TERMINALS\n(88%); FISHERIES (75%)\n\n"
        "PUBLICATION-TYPE: Newspaper"
    )
    reading = read(
        "".join(document(0, 0, HEAD.replace("Cranes", name), tail=tail, counted=False) for name in ("A", "B"))
    )

    assert [running(article) for article in reading.articles] == [STORY, STORY]
