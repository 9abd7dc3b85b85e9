"""The text of a page is right whatever encoding it declares, and a wrong declaration is told of."""

from __future__ import annotations

import codecs

import pytest

from analysis.messages import render
from analysis.sources import read_bytes
from analysis.sources.page.decode import decode_page

BODY = "<h1>Fähre steht</h1><p>“Zoë’s café is open,” Ægir Þórsson said on the quay. “Nobody sails today — not I.”</p>"
META = '<meta charset="{}">'
HTTP = '<meta http-equiv="Content-Type" content="text/html; charset={}">'


def page(declaration: str, body: str = BODY) -> str:
    return f"<!DOCTYPE html><html><head>{declaration}</head><body>{body}</body></html>"


RIGHT = {
    "UTF-8": page(META.format("utf-8")).encode(),
    "UTF-8 of old": page(HTTP.format("UTF-8")).encode(),
    "UTF-8, undeclared": page("").encode(),
    "UTF-8 with its mark": codecs.BOM_UTF8 + page(META.format("utf-8")).encode(),
    "UTF-16 with its mark": page(META.format("utf-16")).encode("utf-16"),
    "Windows": page(META.format("windows-1252")).encode("cp1252"),
    "Latin-1, which is Windows": page(HTTP.format("iso-8859-1")).encode("cp1252"),
    "XHTML": b'<?xml version="1.0" encoding="windows-1252"?>' + page("").encode("cp1252"),
    "a declaration far down": page("<!-- " + "x" * 3000 + " -->" + META.format("windows-1252")).encode("cp1252"),
}


@pytest.mark.parametrize("data", RIGHT.values(), ids=RIGHT.keys())
def test_a_page_in_its_declared_encoding_is_read_without_a_word(data: bytes) -> None:
    text, notes = decode_page(data, "")

    assert BODY in text
    assert notes == ()


WRONG = {
    "UTF-8 that says Latin-1": (page(HTTP.format("iso-8859-1")).encode(), "cp1252", "utf-8"),
    "UTF-8 that says Windows": (page(META.format("windows-1252")).encode(), "cp1252", "utf-8"),
    "UTF-8 with its mark that says Latin-1": (
        codecs.BOM_UTF8 + page(META.format("iso-8859-1")).encode(),
        "cp1252",
        "utf-8",
    ),
    "Windows that says UTF-8": (page(META.format("utf-8")).encode("cp1252"), "utf-8", "cp1252"),
}


@pytest.mark.parametrize(("data", "declared", "found"), WRONG.values(), ids=WRONG.keys())
def test_a_page_in_another_encoding_than_it_declares_is_read_and_told_of(
    data: bytes, declared: str, found: str
) -> None:
    text, notes = decode_page(data, "")

    assert BODY in text
    assert [render(note) for note in notes] == [
        f"It says that it is in {declared}, but it is in {found} and was read so. Check accented letters and quotation"
        " marks."
    ]


def test_of_two_declarations_the_first_that_names_an_encoding_counts() -> None:
    data = page(META.format("none-such") + HTTP.format("windows-1252") + META.format("iso-8859-2")).encode("cp1252")

    assert decode_page(data, "") == (data.decode("cp1252"), ())


def test_a_page_in_plain_letters_may_declare_what_it_likes() -> None:
    assert decode_page(page(META.format("iso-8859-1"), "<p>Plain.</p>").encode(), "")[1] == ()


def test_a_page_of_another_script_is_read_in_its_encoding() -> None:
    text = "<p>Паром стоит у причала, и никто не знает, когда он пойдёт.</p>"

    assert decode_page(page(META.format("windows-1251"), text).encode("cp1251"), "") == (
        page(META.format("windows-1251"), text),
        (),
    )


def test_the_note_is_the_articles() -> None:
    (article,) = read_bytes(page(HTTP.format("iso-8859-1")).encode(), "a.html").articles

    assert [note.key for note in article.notes][:1] == ["sources.encoding_declared"]
