"""References in RIS, as several programs write them."""

from __future__ import annotations

import pytest

from .said import LEAD, STORY, columns, in_order, keys, only, read_file, running

PROQUEST = (
    "TY  - NEWS\nT1  - Cranes fall into the harbour\nAU  - Brandt, Ada\nAU  - Ek, Jon\n"
    f"AB  - {STORY.replace(chr(10) * 2, chr(10))}\nJF  - The Lindmark Post\nY1  - 2024/03/05/\nPY  - 2024\n"
    "DA  - 2024 Mar 05\nLA  - English\nAN  - 302011\nUR  - https://example.org/302011\nER  - \n\n"
)
ZOTERO = (
    "TY  - NEWS\nTI  - Cranes fall into the harbour\nAU  - Brandt, Ada\nAU  - Ek, Jon\nT2  - The Lindmark Post\n"
    f"AB  - {STORY}\nCY  - Lindmark\nDA  - 2024/03/05/\nPY  - 2024\nET  - Late\nSE  - News\nSP  - 7\nER  - \n\n"
)
ENDNOTE = (
    "TY  - NEWS\nAU  - Brandt, Ada\nAU  - Ek, Jon\nDA  - Mar 5, 2024\nTI  - Cranes fall into the harbour\n"
    f"T2  - The Lindmark Post\nN2  - {STORY}\nID  - 17\nER  -\n"
)


@pytest.mark.parametrize("text", [PROQUEST, ZOTERO, ENDNOTE], ids=["ProQuest", "Zotero", "EndNote"])
def test_a_reference_is_an_article(text: str) -> None:
    article = only(text)

    assert (article.title, article.outlet) == ("Cranes fall into the harbour", "The Lindmark Post")
    assert (article.byline, article.published) == ("Ada Brandt, Jon Ek", "2024-03-05")
    assert running(article) == STORY
    assert columns(article)["archive"] == "RIS"


def test_a_file_of_references_is_read_by_its_ending() -> None:
    reading = read_file(PROQUEST + ZOTERO.replace("Cranes", "Masts"), "export.ris")

    assert [article.source for article in in_order(reading)] == ["export.ris#1", "export.ris#2"]
    assert (reading.tallies[0].stated, reading.tallies[0].read) == (None, 2)


def test_an_abstract_is_said_to_be_one_and_one_that_breaks_off_to_be_incomplete() -> None:
    whole, cut = only(ZOTERO), only(ZOTERO.replace(STORY, LEAD[:-1] + "..."))

    assert keys(whole) == keys(cut) == ["sources.archive.abstract"]
    assert (whole.complete, cut.complete) == (True, False)
