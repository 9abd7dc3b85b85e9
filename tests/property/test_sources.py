"""What holds for every text that is read, whatever is in it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.sources import Reading, read_bytes, read_text
from analysis.sources.canonical import canonical
from analysis.sources.dates import read_date
from analysis.sources.language import language_of
from analysis.sources.places import is_place, place_of
from analysis.sources.rtf.document import read as read_rtf

LINES = st.sampled_from(
    [
        "", "Title: Port closed", "Source: Nordwire| 2024-03-05 06:11|Editor: Ek", "By Ada Brandt", "5 March 2024",
        "---",
        "NORLAND-PORT-CRANES", "LINDMARK, Nov. 9 (Nordwire) -- Two cranes fell.", "LINDMARK —", "Share", "TOP STORIES",
        "“Nobody was hurt,” she said", "Photo: Ada Brandt", "Editor's note: none", "# Heading", "the wrapped line goes",
        "<html><body><p>", "Key: ", ": value", "()", "A - B", "﻿", "\u2028",
    ]
)  # fmt: skip
PAGES = st.lists(LINES | st.text(max_size=30), max_size=14).map("\n".join)
ANY = st.text(max_size=200) | PAGES


def check(reading: Reading) -> None:
    """Either one article whose sections are disjoint and cover its text, or one named reason."""
    assert len(reading.articles) + len(reading.skipped) == 1
    assert not any(skipped.message.key == "sources.unexpected" for skipped in reading.skipped)
    for article in reading.articles:
        assert article.text == canonical(article.text)
        at = 0
        for section in article.sections:
            assert 0 <= at <= section.span.start < section.span.end <= len(article.text)
            assert article.text[at : section.span.start].strip() == ""
            at = section.span.end
        assert article.text[at:].strip() == ""


@given(st.text())
def test_canonical_is_idempotent(text: str) -> None:
    once = canonical(text)

    assert canonical(once) == once


@given(ANY)
@settings(max_examples=300)
def test_sections_are_disjoint_and_cover_the_text(text: str) -> None:
    check(read_text(text))


@given(ANY)
@settings(max_examples=100)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_text(text) == read_text(text)


@given(PAGES)
@settings(max_examples=100)
def test_no_word_of_a_page_is_lost_in_silence(text: str) -> None:
    reading = read_text(text)
    for article in reading.articles:
        metadata = [article.title, article.outlet, article.byline, *(value for _, value in article.columns)]
        removed = [str(value) for note in article.notes for _, value in note.args]
        everything = " ".join([article.text, *filter(None, metadata), *removed])
        for word in ("Nobody", "cranes fell", "wrapped line"):
            assert (word in canonical(text)) <= (word in everything)


@given(st.binary(max_size=300))
@settings(max_examples=200)
def test_any_bytes_are_read_or_named(data: bytes) -> None:
    check(read_bytes(data, "a.txt"))


@given(st.text(max_size=60))
def test_dates_and_languages_never_fail(text: str) -> None:
    assert read_date(text) is None or text
    assert len(language_of(text)) == 2


def _rich(text: str) -> str:
    """Return a text as RTF: its signs escaped, what is not ASCII by its number."""
    units = text.encode("utf-16-le", "surrogatepass")
    codes = [int.from_bytes(units[i : i + 2], "little") for i in range(0, len(units), 2)]
    signs = {ord(sign): f"\\{sign}" for sign in "\\{}"}
    return "".join(
        signs.get(code) or (chr(code) if 32 <= code < 127 else rf"\u{code - 0x10000 * (code > 0x7FFF)}?")
        for code in codes
    )


@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=40), max_size=8))
def test_rich_text_gives_back_what_was_written(paragraphs: list[str]) -> None:
    body = "".join(rf"{{\pard {_rich(paragraph)}\par}}" for paragraph in paragraphs)
    found = read_rtf(rf"{{\rtf1\ansi\uc1 {body}}}".encode("ascii"))

    assert [paragraph.text for paragraph in found.paragraphs] == paragraphs


@given(st.binary(max_size=200))
@settings(max_examples=200)
def test_any_bytes_are_read_as_rich_text(data: bytes) -> None:
    read_rtf(b"{\\rtf1 " + data)


@given(st.text(max_size=60))
def test_places_in_a_zip_never_lead_out_of_it(name: str) -> None:
    place = place_of(name)

    assert is_place(place)
    assert not place.startswith("/")
    assert ".." not in place.split("/")
