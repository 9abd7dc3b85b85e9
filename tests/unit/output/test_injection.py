"""No report obeys what stands in an article, a lexicon, a name or a note: markup, formulas, addresses of files."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree, html
from openpyxl import load_workbook

from analysis import output
from analysis.model import Comparison
from analysis.output.charts import CHARTS, palette, svg
from analysis.output.charts.scene import ChartOptions
from analysis.output.text import FORMULA_STARTS
from analysis.visible import HIDDEN
from tests import hostile
from tests.watching import linux_only, watched

HTML_TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "footer", "nav", "main", "article", "section", "div"),
    *("h1", "h2", "h3", "h4", "p", "ul", "li", "a", "table", "caption", "thead", "tbody", "tr", "th", "td", "span"),
    *("figure", "figcaption", "details", "summary", "mark", "q", "dl", "dt", "dd"),
}
HIDES = re.compile(f"(?![\n\t])[{HIDDEN}]")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e-?\d+)?")
SVG_TAGS = {"svg", "defs", "pattern", "rect", "line", "circle", "path", "polygon", "polyline", "text", "title", "g"}
"""What the program writes itself; nothing among it opens, runs or fetches anything."""


@dataclass(frozen=True)
class Made:
    """A hostile comparison, the folder with all that can be written of it, and whether its sentinel was opened."""

    comparison: Comparison
    folder: Path
    opened: bool


@pytest.fixture(scope="module", params=["as read", "poisoned"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A hostile story as the engine reads it, and with markup in every name besides."""
    folder = tmp_path_factory.mktemp("injection")
    sentinel = folder / "sentinel.png"
    sentinel.write_bytes(b"not a picture")
    for part in ("lexicon", "story", "out"):
        (folder / part).mkdir()
    with pytest.MonkeyPatch.context() as patch, watched(sentinel) as opened:
        hostile.use_lexicon(folder / "lexicon", sentinel, patch)
        found = hostile.story(folder / "story", sentinel)
        if request.param == "poisoned":
            found = hostile.poisoned(found, hostile.markup(sentinel))
        out = folder / "out"
        for profile in output.Profile:
            output.write_pdf(found, out / f"{profile}.pdf", profile)
            output.write_html(found, out / f"{profile}.html", profile)
        output.write_xlsx(found, out / "tables.xlsx")
        output.write_csv(found, out / "tables")
        output.write_json(found, out / "story.json")
        return Made(found, out, opened())


def attributes(root: etree._Element) -> Iterator[tuple[str, str, str]]:
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            yield str(element.tag), str(name), str(value)


@pytest.mark.parametrize("profile", list(output.Profile))
def test_the_html_report_holds_its_own_tags_only(made: Made, profile: output.Profile) -> None:
    page = (made.folder / f"{profile}.html").read_text(encoding="utf-8")
    root = html.document_fromstring(page)
    tags = {str(element.tag).rpartition("}")[2] for element in root.iter(etree.Element)}
    assert tags <= HTML_TAGS | SVG_TAGS
    for tag, name, value in attributes(root):
        assert not name.startswith("on"), (tag, name)
        assert name not in ("src", "srcset", "data", "action", "xlink:href", "background")
        assert name != "href" or value.startswith("#")
        assert name != "style"
    assert not HIDES.search(page)
    assert hostile.MARK in root.text_content()
    assert "<img src=" in root.text_content()


def shapes(drawing: str) -> str:
    """Check that an SVG file holds shapes and words only, and return its words."""
    root = etree.fromstring(drawing.encode())
    assert {etree.QName(element).localname for element in root.iter(etree.Element)} <= SVG_TAGS
    for _, name, value in attributes(root):
        assert not name.startswith("on")
        assert "href" not in name
        assert "url(" not in value or value.startswith("url(#") or name == "aria-label"
    assert not HIDES.search(drawing)
    return "".join(root.itertext())


def test_charts_as_svg_hold_shapes_and_words_only(made: Made) -> None:
    said = ""
    for info in CHARTS:
        subjects = [subject for subject, _ in info.subjects(made.comparison)[:3]] or [""]
        scenes = [info.build(made.comparison, 800.0, ChartOptions(subject=subject)).scene for subject in subjects]
        for scene in scenes:
            said += shapes(svg(scene, palette("light"), hostile.markup(Path("x"))))
    assert "<img src=" in said


@pytest.mark.parametrize("profile", list(output.Profile))
def test_the_pdf_prints_markup_as_letters(made: Made, profile: output.Profile) -> None:
    import pypdfium2

    path = made.folder / f"{profile}.pdf"
    raw = path.read_bytes()
    for key in (b"/URI", b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/GoToR", b"/SubmitForm"):
        assert key not in raw
    with pypdfium2.PdfDocument(path) as document:
        pages = "".join(page.get_textpage().get_text_range() for page in document)
    assert not set(pages) & set("\u202d\u202e\u2066\u2067")
    words = "".join(pages.split())
    assert "#import" in words
    assert f"*{hostile.MARK}*_{hostile.MARK}_" in words


def test_cells_of_the_workbook_are_strings_or_numbers(made: Made) -> None:
    book = load_workbook(made.folder / "tables.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert [cell for cell in cells if str(cell.value).startswith("=cmd")]
    assert not [cell for cell in cells if HIDES.search(str(cell.value))]
    assert not book.defined_names or all("_FilterDatabase" in name for name in book.defined_names)


def test_cells_of_the_csv_files_are_no_formulas(made: Made) -> None:
    quoted = 0
    for path in (made.folder / "tables").iterdir():
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")):
            for cell in row:
                assert not cell.startswith(FORMULA_STARTS) or NUMBER.fullmatch(cell)
                assert not HIDES.search(cell)
                quoted += cell.startswith("'=cmd")
    assert quoted


@linux_only
def test_no_report_opens_a_file_that_a_text_names(made: Made) -> None:
    assert not made.opened


@linux_only
def test_an_opened_file_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x")
    with watched(tmp_path / "x") as opened:
        (tmp_path / "x").read_bytes()
        assert opened()
