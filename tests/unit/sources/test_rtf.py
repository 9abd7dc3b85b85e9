"""Rich text as Word, TextEdit and archives write it: what a reader of the page sees, once and in order."""

from __future__ import annotations

import pytest

from analysis.messages import render
from analysis.model import Article, SectionKind
from analysis.sources import read_bytes
from analysis.sources.rtf.document import read

from . import makers


def lines(body: str, head: str = makers.RTF_HEAD) -> list[str]:
    """The paragraphs of a document with this body."""
    return [p.text for p in read(f"{head}{body}}}".encode("cp1252")).paragraphs]


def article(*paragraphs: str, head: str = makers.RTF_HEAD) -> Article:
    (found,) = read_bytes(makers.rtf(*paragraphs, head=head), "a.rtf").articles
    return found


CHARACTERS = {
    r"\'93caf\'e9\'94": "“café”",
    r"\ldblquote one\rdblquote\emdash\lquote two\rquote": "“one”—‘two’",
    r"\u8220?one\u8221?": "“one”",
    r"\u8220\'93one\u8221\'94": "“one”",
    r"\uc0\u8220 one\u8221 ": "“one”",
    r"\uc2\u8220 ''one\u8221 ''": "“one”",
    r"{\uc0\u8220 }one\u8221?": "“one”",
    r"\u-10179?\u-8704?": "\U0001f600",
    r"\u128512?": "\U0001f600",
    r"\u-10179?alone": "\ufffdalone",
    r"{\f1\'cf\'ee\'f0\'f2} port": "Порт port",
    r"{\f2\'83\'41\'83A}": "アア",
    r"{\upr{Port}{\*\ud{\u1055?ort}}}": "Порт".replace("орт", "ort"),
    r"a\~b\_c\-d": "a\u00a0b-cd",
    r"\{one\} \\ two": "{one} \\ two",
    "caf\xe9": "café",
    "one\r\ntwo": "onetwo",
    r"\bin4 }}}}one": "one",
    r"\'zzone": "zzone",
}


@pytest.mark.parametrize(("written", "shown"), CHARACTERS.items(), ids=CHARACTERS.keys())
def test_characters_are_those_that_a_word_processor_shows(written: str, shown: str) -> None:
    assert lines(written) == [shown]


@pytest.mark.parametrize(
    ("head", "byte", "shown"),
    [
        (r"{\rtf1\ansi\ansicpg1251 ", "\\'cf", "П"),
        (r"{\rtf1\mac ", "\\'d2", "“"),
        (r"{\rtf1\pc ", "\\'82", "é"),
        (r"{\rtf1\ansi\ansicpg65001 ", "\\'c3\\'a9", "é"),
        (r"{\rtf1\ansi\ansicpg99999 ", "\\'93", "“"),
        (r"{\rtf1\ansi\ansicpg1252{\fonttbl\f0\fnil\fcharset238 Arial;}\f0 ", "\\'b9", "ą"),
    ],
)
def test_bytes_are_in_the_code_page_of_their_font_or_file(head: str, byte: str, shown: str) -> None:
    assert lines(byte, head) == [shown]


def test_what_is_on_no_page_is_no_text() -> None:
    body = (
        r"{\info{\title Draft 3}{\author Ada Brandt}{\company Port}}{\*\generator Writer;}{\colortbl;\red0;}"
        r"Kept {\v hidden }{\deleted struck }{\*\bkmkstart place}words{\pict\jpegblip ffd8ffe0}{\*\unknown x}."
    )
    assert lines(body) == ["Kept words."]


def test_linked_words_stay_and_their_addresses_go() -> None:
    field = r'See {\field{\*\fldinst{HYPERLINK "https://example.org/a"}}{\fldrslt{\ul the report}}} now.'
    assert lines(field) == ["See the report now."]


def test_text_edit_ends_paragraphs_with_a_backslash() -> None:
    assert lines("One.\\\n\\\nTwo.") == ["One.", "", "Two."]


def test_text_that_was_wrapped_before_it_became_rich_is_joined_again() -> None:
    import textwrap

    wrapped = [line for p in makers.PARAGRAPHS for line in [*textwrap.wrap(p, 64), ""]]
    found = article(makers.TITLE, "", *wrapped)

    assert found.text == "\n\n".join([makers.TITLE, *makers.PARAGRAPHS])


def test_cells_stand_in_their_order() -> None:
    rows = r"\trowd\cellx1\cellx2\intbl One\cell Two\cell\row\trowd\intbl Three\cell\row"
    assert [line for line in lines(rows) if line] == ["One | Two", "Three"]


def test_cells_with_prose_in_them_are_paragraphs() -> None:
    row = rf"Above.\par\trowd\intbl {makers.LEAD}\cell Two.\par Three.\cell\trowd\row\pard Below.\par"
    assert [line for line in lines(row) if line] == ["Above.", makers.LEAD, "Two.", "Three.", "Below."]


def test_a_row_of_a_name_and_a_value_is_a_header_line() -> None:
    assert lines(r"\trowd Author\cell Ada Brandt\cell\row")[0] == "Author: Ada Brandt"


def test_a_text_box_stands_below_the_paragraph_that_holds_it() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn id}{\sv 1}}{\shptxt Boxed.\par}}{\shprslt Boxed.}}"
    assert lines(rf"One {box}goes on.\par Two.\par") == ["One goes on.", "Boxed.", "Two."]


def test_footnotes_follow_the_text_as_notes() -> None:
    note = r"{\super\chftn{\footnote\pard\plain{\super\chftn} The office gave another figure.\par}}"
    found = article(r"\s1 " + makers.TITLE, makers.LEAD + note, makers.REST[0])

    assert found.title == makers.TITLE
    assert found.text.endswith(f"{makers.REST[0]}\n\nThe office gave another figure.")
    assert found.sections[-1].kind is SectionKind.NOTE
    assert makers.LEAD + "\n" in found.text


def test_heads_and_feet_of_pages_are_left_out_and_named() -> None:
    margins = r"{\header Lindmark Post\par}{\footerf Page {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}"
    found = article(margins + makers.LEAD, *makers.REST)

    assert "Lindmark Post" not in found.text
    assert "Lindmark Post / Page 1" in " ".join(render(note) for note in found.notes)


def test_a_file_that_breaks_off_is_read_and_said_to_break_off() -> None:
    (found,) = read_bytes(makers.rtf()[:-40], "a.rtf").articles

    assert makers.LEAD in found.text
    assert any(note.key == "sources.cut_off" for note in found.notes)


@pytest.mark.parametrize("name", ["a.rtf", "a.txt", "a.doc", "a.docx", "a", "a.html", "a.csv"])
def test_rich_text_is_known_by_its_content(name: str) -> None:
    (found,) = read_bytes(makers.rtf(), name).articles

    assert found.title == makers.TITLE
