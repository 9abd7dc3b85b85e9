"""Nexis Uni's Word file: cover, list of documents, and every article in a section of its own with a running head."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .item import Files, Item
from .nexis_uni import COVER, LISTED, NARROWED, Line, Look, document, titles

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.text.paragraph import Paragraph


def nexis_docx(items: Sequence[Item]) -> Files:
    """Return one file with all articles."""
    import docx
    from docx.enum.section import WD_SECTION

    paper = docx.Document()
    _cover(paper, items)
    for i, item in enumerate(items):
        section = paper.add_section(WD_SECTION.NEW_PAGE)
        _running_head(section, item.title, i + 1, len(items))
        for line in document(item):
            _write(paper, line)
    written = io.BytesIO()
    paper.save(written)
    return {f"Files ({len(items)}).DOCX": written.getvalue()}


def _cover(paper: Document, items: Sequence[Item]) -> None:
    for label, value in COVER:
        _labelled(paper.add_paragraph(), label, value)
    paper.add_paragraph().add_run(f"Documents ({len(items)})").bold = True
    for title in titles(items):
        number, _, text = title.partition(" ")
        paragraph = paper.add_paragraph(number)
        _link(paragraph, f" {text}")
        for label, value in LISTED:
            _labelled(paper.add_paragraph(), label, value)
        table = paper.add_table(len(NARROWED), 2)
        for row, cells in zip(table.rows, NARROWED, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        paper.add_paragraph()


def _running_head(section: Section, title: str, page: int, pages: int) -> None:
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].text = f"Page {page} of {pages}"
    section.header.add_paragraph(title)
    section.footer.is_linked_to_previous = False
    section.footer.paragraphs[0].text = "Lindmark Reader"


def _write(paper: Document, line: Line) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = paper.add_heading(level=1) if line.look is Look.TITLE else paper.add_paragraph()
    if line.look in (Look.TITLE, Look.CENTRED):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if line.look is Look.TITLE:
        _link(paragraph, line.text)
    elif line.look is Look.FIELD:
        _labelled(paragraph, line.label, line.text)
    elif line.look is Look.SMALL:
        paragraph.add_run().add_break()
        paragraph.add_run(line.text).font.size = Pt(8)
    elif line.look is Look.HEADING:
        run = paragraph.add_run(line.text)
        run.bold, run.font.size = True, Pt(14)
    else:
        _text(paragraph, line.text)


def _text(paragraph: Paragraph, text: str) -> None:
    """Write a paragraph in several runs, cut within words, with some words marked as search terms."""
    for start in range(0, len(text), 140):
        paragraph.add_run(text[start : start + 120])
        marked = paragraph.add_run(text[start + 120 : start + 140])
        marked.bold = marked.italic = marked.underline = True


def _labelled(paragraph: Paragraph, label: str, value: str) -> None:
    paragraph.add_run(label).bold = True
    paragraph.add_run(value)


def _link(paragraph: Paragraph, text: str) -> None:
    """Add a text that leads to the document on the web, as every title does."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    address = "https://advance.lexis.example/api/document?collection=news&id=urn:contentItem:5RBK-XXXX"
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    run.italic = True
    link.append(run._r)
    paragraph._p.append(link)
