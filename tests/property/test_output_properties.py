"""What holds of the output whatever the texts."""

from __future__ import annotations

import csv
import io
import json
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.model import Span, Voice
from analysis.output.charts.metrics import advance, elide, width_of, wrap
from analysis.output.charts.scene import Column, Table
from analysis.output.json import encode
from analysis.output.numbers import DASH, count, decimal, percent
from analysis.output.printable import printable
from analysis.output.report.marked import context, marked_article
from analysis.output.tables.csv import _csv
from analysis.output.text import FORMULA_STARTS, shown
from analysis.output.typeset import typeset
from tests.unit.output.builders import analysis

LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | LETTERS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(LETTERS, inner, max_size=4),
    max_leaves=12,
)

TEXTS = b"""#set document(title: "-")
#set text(font: ("Noto Serif", "Noto Naskh Arabic", "Droid Sans Fallback", "Noto Emoji"), fallback: true)
#for it in json(bytes(sys.inputs.it)) { par(it); par(strong(it)); par(emph(it)) }"""
"""A report of texts alone, in the fonts of the report."""


@given(LETTERS, st.floats(1, 300), st.floats(6, 30))
def test_a_shortened_text_fits_or_is_one_character(text: str, width: float, size: float) -> None:
    short = elide(text, width, size)
    assert short == text or short.endswith("…")
    assert width_of(short, size) <= width + 0.1 or len(short) <= 2


@given(LETTERS, st.floats(20, 300))
def test_wrapping_loses_no_word_that_fits(text: str, width: float) -> None:
    lines = wrap(text, width, 12.0)
    if all(width_of(word, 12.0) <= width for word in text.split()):
        assert " ".join(lines).split() == text.split()


@given(st.characters())
def test_every_character_has_a_width(character: str) -> None:
    assert advance(character) >= 0.0


@given(st.text())
def test_what_is_shown_is_safe_for_xml_and_loses_nothing(text: str) -> None:
    made = shown(text)
    made.encode("utf-8")
    assert not any(ord(c) < 32 and c not in "\t\n" for c in made)
    assert not set(made) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufffe\U0001ffff")
    assert shown(made) == made
    codes = re.sub(r"\[(U\+[0-9A-F]{4,6}(?: U\+[0-9A-F]{4,6})*)\]", lambda m: _decoded(m[1]), made)
    assert "[U+" in text or codes == text


def _decoded(codes: str) -> str:
    return "".join(chr(int(code[2:], 16)) for code in codes.split())


@settings(max_examples=25)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=20))
def test_whatever_is_printable_can_be_typeset_with_the_bundled_fonts(texts: list[str]) -> None:
    made = [printable(" ".join(text.split())) for text in texts]
    assert typeset(TEXTS, "it", made).startswith(b"%PDF")


@given(st.dictionaries(LETTERS, JSON, max_size=4))
def test_json_comes_back_as_it_went(value: dict[str, object]) -> None:
    assert json.loads(encode(value)) == value


@given(st.lists(st.lists(st.text(max_size=12), min_size=2, max_size=2), max_size=6))
def test_csv_comes_back_but_for_the_sign_before_formulas(rows: list[list[str]]) -> None:
    table = Table((Column("a"), Column("b")), tuple(tuple(row) for row in rows))
    read = list(csv.reader(io.StringIO(_csv(table).decode("utf-8-sig"), newline="")))[1:]
    for before, after in zip(rows, read, strict=True):
        for cell, back in zip(before, after, strict=True):
            safe = shown(cell)
            assert back == (f"'{safe}" if safe.startswith(FORMULA_STARTS) else safe)


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(["The [regime|regime]", "said", "{s:a source} {c:said} {q:“[so-called|so-called] x”}", "."])
    )
)
def test_the_runs_of_an_article_are_its_paragraphs(parts: list[str]) -> None:
    one = analysis("A", "\n\n".join(parts) + "\n")
    marked = marked_article(one)
    assert ["".join(run.text for run in block.runs) for block in marked.blocks] == [
        paragraph.of(one.document.text) for paragraph in one.document.paragraphs
    ]


@given(st.integers(0, 60), st.integers(1, 20), st.integers(1, 120))
def test_a_passage_holds_its_term_whatever_is_cut(start: int, length: int, around: int) -> None:
    one = analysis("A", "one two three four five six seven eight nine ten eleven twelve\n")
    span = Span(start, min(start + length, len(one.document.text)))
    runs = context(one, span, Voice.QUOTED, around)
    assert " ".join(span.of(one.document.text).split()) in " ".join("".join(r.text for r in runs).split())


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9), st.integers(0, 4))
def test_numbers_have_no_negative_zero_and_no_hyphen(value: float, decimals: int) -> None:
    text = decimal(value, decimals)
    assert "-" not in text
    assert text.startswith("–") == (round(value, decimals) < 0)
    assert float(text.replace("–", "-").replace(",", "")) == round(value, decimals)


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_shares_are_never_invented(part: int, whole: int) -> None:
    assert (percent(part, whole) == DASH) == (whole == 0)
    assert count(None) == DASH
