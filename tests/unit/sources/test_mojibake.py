"""Text that was decoded wrongly before it was saved."""

from __future__ import annotations

import pytest

from analysis.messages import render
from analysis.model import Article
from analysis.settings import ReadSettings
from analysis.sources import read_bytes
from analysis.sources.mojibake import MAX_LINE, mended

from . import makers

SPEECH = "“Nobody slept here,” said Zoë Brandt – the café’s owner – on Monday."


def wrongly(text: str, times: int = 1, codec: str = "latin-1") -> str:
    """Return `text` as it looks after its UTF-8 was taken for another encoding."""
    for _ in range(times):
        text = text.encode().decode(codec)
    return text


def article(text: str, **settings: bool) -> Article:
    (found,) = read_bytes(text.encode(), "a.txt", ReadSettings(**settings)).articles
    return found


@pytest.mark.parametrize("times", [1, 2])
def test_wrongly_decoded_text_is_mended_and_said(times: int) -> None:
    found = article(f"{makers.TITLE}\n\n{wrongly(SPEECH, times)}\n\n{makers.LEAD}")

    assert SPEECH in found.text
    (note,) = found.notes
    assert render(note).startswith("Its text was decoded wrongly once before it was saved")
    assert "for ““Nobody”" in render(note)


def test_the_encoding_that_windows_uses_is_mended() -> None:
    assert mended("He said: â€œWe donâ€™t know.â€\x9d").text == "He said: “We don’t know.”"
    assert mended("a port \x96 and a pier\x92s end").text == "a port – and a pier’s end"


def test_metadata_of_a_table_are_mended() -> None:
    rows = [["title", "outlet", "text"], [wrongly("Café burns"), wrongly("El Día"), makers.LEAD]]
    (found,) = read_bytes(makers.table(rows), "a.csv").articles

    assert (found.title, found.outlet) == ("Café burns", "El Día")


@pytest.mark.parametrize(
    "text",
    [
        "L’été à Évian, où l’on voit l’Île: «Ça va», naïve, Ångström, Ã",
        "Müller’s “größte” Änderung – 50 €, £20, ½ – für Søren Kierkegård",
        "Путин и Зеленский; 習近平; نوروز; नमस्ते; Việt Nam; São Tomé",
        "plain letters only",
    ],
)
def test_a_text_in_good_order_stays(text: str) -> None:
    assert mended(text).text == text


def test_characters_that_are_lost_are_counted() -> None:
    found = article(f"{makers.TITLE}\n\n\ufffdNobody slept here,\ufffd she said.\n\n{makers.LEAD}")

    assert [render(note) for note in found.notes] == [
        "2 characters were damaged before the text was saved and are lost (shown as \ufffd)."
    ]


def test_a_text_that_is_kept_as_it_is_is_not_mended() -> None:
    assert wrongly("Zoë") in article(f"{makers.TITLE}\n\n{wrongly('Zoë')} said so.", keep_text=True).text


def test_a_long_line_is_mended_in_pieces() -> None:
    text = "“Nobody slept.” " * (MAX_LINE // 8)

    assert mended(wrongly(text, codec="latin-1")).text.count("“Nobody") > MAX_LINE // 8 - 5


def test_names_of_characters_in_cells_are_read() -> None:
    rows = [["title", "text"], ["A", "She said &ldquo;no&rdquo; &#8211; AT&amp;T&rsquo;s &amp; others. R&D; grew."]]
    (found,) = read_bytes(makers.table(rows), "a.csv").articles

    assert "She said “no” – AT&T’s & others. R&D; grew." in found.text


def test_a_line_too_short_to_be_certain_of_is_mended_where_others_were() -> None:
    found = article(
        f"{makers.TITLE}\n\n{wrongly('By Gwen Prŷs')}\n\n5 March 2024\n\n{wrongly(SPEECH)}\n\n{makers.LEAD}"
    )

    assert found.byline == "Gwen Prŷs"
    assert mended("Åse’s café, Prŷs").text == "Åse’s café, Prŷs"
