"""What was written, read back by other programs than those that wrote it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from analysis.cli import main

KINDS = ("json", "html", "pdf", "xlsx")

APART = ("h1", "h2", "h3", "h4", "p", "li", "td", "th", "caption", "figcaption", "summary", "div", "title", "br")
"""Elements after which a reader of HTML sees no word joined to the one before."""

Row = dict[str, Any]


@dataclass(frozen=True)
class Outputs:
    """One comparison as every kind of file."""

    folder: Path
    code: int = 0

    def path(self, kind: str) -> Path:
        return self.folder / f"story.{kind}"

    @cached_property
    def json(self) -> Any:
        return json.loads(self.path("json").read_bytes())

    @cached_property
    def page(self) -> Any:
        """The HTML report as a tree, without its drawings."""
        from lxml import html

        tree = html.fromstring(self.path("html").read_bytes())
        for drawing in tree.xpath("//*[local-name()='svg' or local-name()='style']"):
            drawing.drop_tree()
        for part in tree.iter(*APART):
            part.tail = " " + (part.tail or "")
        return tree

    @cached_property
    def html(self) -> str:
        """What a reader of the HTML report reads, words apart by one space."""
        return spaced("".join(self.page.itertext()))

    @cached_property
    def pdf(self) -> str:
        """What a reader of the PDF reads, words apart by one space."""
        import pypdfium2

        document = pypdfium2.PdfDocument(self.path("pdf"))
        try:
            return spaced(" ".join(page.get_textpage().get_text_bounded() for page in document))
        finally:
            document.close()

    def sheet(self, name: str) -> list[Row]:
        """Return the rows of one sheet of the workbook, by the names of their columns."""
        import openpyxl

        book = openpyxl.load_workbook(self.path("xlsx"), read_only=True)
        try:
            head, *rows = book[name].iter_rows(values_only=True)
            return [dict(zip(map(str, head), row, strict=True)) for row in rows]
        finally:
            book.close()

    def table(self, *columns: str) -> list[list[str]]:
        """Return the rows of the first table of the HTML report that begins with these columns."""
        for table in self.page.iter("table"):
            head = [cell.text_content() for cell in table.xpath("./thead/tr/th")]
            if head[: len(columns)] == list(columns):
                return [[cell.text_content() for cell in row] for row in table.xpath("./tbody/tr")]
        raise AssertionError(f"no table with the columns {columns}")

    def article(self, outlet: str) -> Any:
        """Return an outlet's article of the JSON."""
        return next(a for a in self.json["articles"] if a["article"]["outlet"] == outlet)

    def marked(self, outlet: str, kind: str = "framing") -> list[tuple[str, str]]:
        """Return the words and the voice of every mark of an outlet's article."""
        return [(mark["exact"], mark["voice"]) for mark in self.article(outlet)[kind]]

    def told_by(self, outlet: str) -> dict[str, list[str]]:
        """Return the words given to each speaker of an outlet's article."""
        found: dict[str, list[str]] = {}
        article = self.article(outlet)
        text = article["article"]["text"]
        for one in article["attributions"]:
            words = " ".join(text[start:end] for start, end in one["content"])
            found.setdefault(str(one["speaker"]), []).append(words)
        return found


def spaced(words: str) -> str:
    """Return words without line breaks, soft hyphens and doubled spaces."""
    return " ".join(words.replace("\u00ad", "").split())


def compare(folder: Path, paths: Sequence[str], *options: str, kinds: Sequence[str] = KINDS) -> Outputs:
    """Run the command line on `paths`; write every kind of file into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [part for kind in kinds for part in (f"--{kind}", str(folder / f"story.{kind}"))]
    return Outputs(folder, main(["compare", *paths, *written, *options]))
