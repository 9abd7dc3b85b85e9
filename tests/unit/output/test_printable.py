"""What can be printed is printed; what no font has stands there by its code, and a report always comes out."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from openpyxl import load_workbook

from analysis import analyze, compare
from analysis.model import Comparison
from analysis.output import Profile, write_csv, write_html, write_json, write_pdf, write_xlsx
from analysis.output.charts.metrics import face
from analysis.output.printable import FACES, drawable, printable
from analysis.output.text import shown
from tests.builders import make_article

STRANGE = {
    "emoji": "\U0001f600 and \U0001f9ff",
    "families": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f44d\U0001f3fd \U0001f1eb\U0001f1f7 1\ufe0f\u20e3",
    "emoji with a mark": "\U0001f600\u0655\u0301",
    "control characters": "bell\x07 nul\x00 escape\x1b[31m delete\x7f",
    "halves of pairs": "\ud800 \udfff",
    "private use": "\ue000 \U000f0000",
    "unassigned": "\u0378 \U0002fe00",
    "no characters": "\ufffe \uffff \U0001ffff",
    "directions": "\u202etxt.exe\u202c \u2066a\u2069 \u200f",
    "right to left": "שלום עולם السلام عليكم",
    "Indic": "नमस्ते दुनिया",
    "Thai": "สวัสดี",
    "East Asia": "你好 こんにちは 안녕하세요",
    "rare scripts": "\U00012000 \U00013080 \u1680 \U0001e900 ᠮᠣᠩ",
    "signs": "→ ★ ✓ ∀ ½ € ₿ ▓ ♞",
    "mathematical letters": "\U0001d4d7\U0001d4ee\U0001d4f5\U0001d4f5",
    "marks without a letter": "\u0301\u0302 \u064b \u20dd",
    "a flood of marks": "z" + "\u0301\u0316\u0489\u035c" * 20,
    "Arabic mark on a Latin letter": "e\u064b n\u05b8",
    "invisible": "a\u200bb\u2060c\ufeffd\u00ade\u034f\u180e\u3164",
    "tags": "\U0001f3f4\U000e0067\U000e0062\U000e007f \U000e0041",
    "separators": "one\u2028two\u2029three\x85four\x0bfive\x0csix",
    "markup": '<b>&amp;</b> #set text(9pt) *x* $y$ \\ "q" ]]> {x} @a //b',
}


def comparison(strange: str) -> Comparison:
    """Two articles with the same strange words in every field, and in a quotation, a name and a term."""
    texts = (
        f"A day of {strange}\n\nThe {strange} regime seized the port on Monday. Ann {strange} Orr said: “We saw "
        f"{strange}.”\n\nIt was {strange}.",
        f"{strange}\n\n“We saw {strange},” said Ann Orr, who called the rulers a regime {strange}.",
    )
    articles = [
        make_article(text, f"Paper {i} {strange}", strange, "2031-05-01", source=f"{strange}{i}.txt")
        for i, text in enumerate(texts)
    ]
    return compare([analyze(article) for article in articles])


@pytest.mark.parametrize("strange", STRANGE.values(), ids=STRANGE.keys())
def test_every_output_comes_out(strange: str, tmp_path: Path) -> None:
    made = comparison(strange)
    for profile in Profile:
        assert write_pdf(made, tmp_path / f"{profile}.pdf", profile) == ()
        # With a sign that no font has, the report would have been made without its tags.
        assert b"pdfuaid" in (tmp_path / f"{profile}.pdf").read_bytes()
    assert write_html(made, tmp_path / "report.html") == ()
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert len(etree.HTML(page.encode()).findall(".//article")) == 2
    assert write_xlsx(made, tmp_path / "tables.xlsx") == ()
    cells = [c.value for row in load_workbook(tmp_path / "tables.xlsx")["articles"].iter_rows() for c in row]
    assert shown(strange).strip() in [str(cell).strip() for cell in cells]
    assert write_csv(made, tmp_path / "tables") == ()
    for file in (tmp_path / "tables").iterdir():
        list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline=""), strict=True))
    assert write_json(made, tmp_path / "all.json") == ()
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["articles"][0]["article"]["title"] == strange


def test_emoji_and_codes_can_be_searched_in_the_pdf(tmp_path: Path) -> None:
    write_pdf(comparison("\U0001f600 \ue000\u0e01\x07"), tmp_path / "report.pdf")
    with pypdfium2.PdfDocument(tmp_path / "report.pdf") as document:
        words = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "\U0001f600" in words
    assert "[U+E000 U+0E01 U+0007]" in " ".join(words.split())


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Plain words, “quoted” — café", "Plain words, “quoted” — café"),
        ("a\x07b", "a[U+0007]b"),
        ("\ud800\udfff", "[U+D800 U+DFFF]"),
        ("\U0001f9ff", "\U0001f9ff"),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
        ("1\ufe0f\u20e3 \u2764\ufe0f", "1\u20e3 \u2764"),
        ("e\u0301", "e\u0301"),
        ("中\u0301", "中[U+0301]"),
        ("\U0001f600\u0655", "\U0001f600[U+0655]"),
        ("→ ★ שלום", "→ ★ שלום"),
        ("x \u0e01\u0e02 y", "x [U+0E01 U+0E02] y"),
        ("\ue000 \ue000", "[U+E000] [U+E000]"),
        ("", ""),
    ],
)
def test_what_no_font_has_stands_there_by_its_code(text: str, made: str) -> None:
    assert printable(text) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [("a\x00b\nc\td", "a[U+0000]b\nc\td"), ("\u202eexe", "[U+202E]exe"), ("\U0001f600 →", "\U0001f600 →"), ("ก", "ก")],
)
def test_what_is_no_character_stands_there_by_its_code(text: str, made: str) -> None:
    assert shown(text) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The Post", "The Post"),
        ("Zoë \U0001f600", "Zoë \U0001f600"),
        ("العربية 中文", "العربية 中文"),
        ("\U0001f44d\U0001f3fd \U0001f468\u200d\U0001f469", "\U0001f44d \U0001f468\U0001f469"),
        ("x \u0e01\u0e02 \x07y", "x �� �y"),
    ],
)
def test_a_label_of_a_chart_keeps_its_width(text: str, made: str) -> None:
    assert drawable(text) == made


def test_the_styles_of_a_family_have_the_same_characters() -> None:
    assert FACES[0] == "NotoSans-Regular.ttf"
    families = (
        ("NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic"),
        ("NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold"),
    )
    serif = ("NotoSerif-Regular", "NotoSerif-Bold", "NotoSerif-Italic", "NotoSans-Regular")
    for first, *others in (*families, serif):
        for other in others:
            assert face(f"{other}.ttf").advances.keys() == face(f"{first}.ttf").advances.keys()
