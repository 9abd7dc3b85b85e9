"""Exporters: articles → the files that news archives, sites, spreadsheets and scrapers give to their users.

Layouts are those of the services themselves; no exporter knows how the program reads. Names of people, places and
sentences in them are invented. What a file holds is decided by the article alone: the same articles, the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .archive import saved_pages, zipped_pages
from .documents import texts, word_documents
from .factiva import factiva_html, factiva_text
from .html_pages import html_pages
from .item import Files, Item, read_story
from .mail import mails
from .newspaper_pdf import newspaper_pdfs
from .nexis_docx import nexis_docx
from .nexis_pdf import nexis_pdf
from .nexis_rtf import nexis_rtf
from .nexis_text import nexis_text
from .proquest import proquest_text, ris
from .tables import spreadsheet, trafilatura_lines, workbook

__all__ = ["FORMATS", "Exporter", "Files", "Item", "read_story"]

Exporter = Callable[[Sequence[Item]], Files]

FORMATS: dict[str, Exporter] = {
    "html": html_pages,
    "nexis txt": nexis_text,
    "nexis docx": nexis_docx,
    "nexis rtf": nexis_rtf,
    "nexis pdf": nexis_pdf,
    "factiva html": factiva_html,
    "factiva txt": factiva_text,
    "proquest txt": proquest_text,
    "ris": ris,
    "csv": spreadsheet,
    "jsonl": trafilatura_lines,
    "pdf": newspaper_pdfs,
    "eml": mails,
    "zip": zipped_pages,
    "mhtml": saved_pages,
    "txt": texts,
    "docx": word_documents,
    "xlsx": workbook,
}
"""Every exporter by the name of its format."""
