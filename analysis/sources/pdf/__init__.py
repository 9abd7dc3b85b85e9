"""PDF files: characters → words → lines → columns → the text in the order of reading, by where they stand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from ...errors import SourceError
from ...messages import Message, message
from ..draft import MAX_CHARACTERS, Draft, Meta
from .archived import archive_text
from .columns import Line, columns_of, lines_of
from .flow import runs_of, usual_size
from .garbled import is_garbled
from .glyphs import Page, page_of
from .heads import without_heads
from .hyphens import words_of
from .order import blocks_of
from .story import story_of
from .words import rows_of

MAX_PAGES = 2_000
"""A newspaper's thickest issue has a few hundred."""
MIN_CHARACTERS = 20
"""Fewer letters in the whole file than this: its pages are pictures."""
UNKNOWN, MIN_UNKNOWN = 0.01, 20
"""Share and number of signs without a letter that are mentioned: bullets and dingbats are fewer."""
MIN_OF_PAGE = 3
"""Fewer letters on a page than this, and a picture that covers it: the page was scanned."""

_Document = Any  # pypdfium2 has no types


def read_pdf(data: bytes, source: str, stem: str) -> Draft:
    """Return the text of a PDF file; of an archive's file its lines, for `archives.split`."""
    with _opened(data, source) as document:
        if archived := archive_text(document):
            return Draft(source, hashlib.sha256(data).hexdigest(), text=archived, stem=stem)
        pages = list(_pages(document, source))
    letters = [sum(glyph.text.isalnum() for glyph in page.glyphs) for page in pages]
    if sum(letters) < MIN_CHARACTERS:
        broken = sum(page.unmapped for page in pages) >= MIN_CHARACTERS
        raise SourceError(message("sources.pdf_garbled" if broken else "sources.pdf_pictures"), source)
    rows, heads = without_heads([rows_of(page.glyphs) for page in pages])
    columns = columns_of(rows)
    lines = [lines_of(inside, page.number, columns) for inside, page in zip(rows, pages, strict=True)]
    every = [line for inside in lines for line in inside]
    if is_garbled(every, sum(page.unmapped for page in pages)):
        raise SourceError(message("sources.pdf_garbled"), source)
    size = usual_size(every)
    runs = [
        run
        for page, inside in zip(pages, lines, strict=True)
        for run in runs_of(blocks_of(inside), page.pictures, size)
    ]
    story = story_of(runs, size, words_of(line.text for line in every), heads.titles)
    turned = [text for page in pages for text in page.turned]
    return Draft(
        source,
        hashlib.sha256(data).hexdigest(),
        meta=Meta(title=story.title),
        stem=stem,
        notes=tuple(_notes(pages, letters, story.others)),
        above=(*story.above, *heads.above),
        removed=(*story.above, *heads.removed, *story.jumps, *turned),
    ).with_paragraphs(story.blocks)


def _notes(pages: Sequence[Page], letters: Sequence[int], headlines: Sequence[str]) -> Iterator[Message]:
    """Yield what is to be said of a file that was read."""
    scanned = [page.number + 1 for page, n in zip(pages, letters, strict=True) if page.scanned and n < MIN_OF_PAGE]
    if scanned:
        shown = ", ".join(map(str, scanned[:20])) + (" …" if len(scanned) > 20 else "")
        yield message("sources.pdf_scanned", count=len(scanned), pages=shown)
    unknown = sum(page.unmapped for page in pages)
    if unknown > max(MIN_UNKNOWN, UNKNOWN * sum(letters)):
        yield message("sources.pdf_unknown", count=unknown)
    if headlines:
        yield message("sources.pdf_headlines", headline=headlines[0])


@contextmanager
def _opened(data: bytes, source: str) -> Iterator[_Document]:
    """Hold a file open; SourceError where it cannot be read or is too long."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        key = "sources.pdf_encrypted" if "assword" in str(error) else "sources.pdf_broken"
        raise SourceError(message(key), source) from error
    try:
        if len(document) > MAX_PAGES:
            raise SourceError(message("sources.pdf_pages", count=len(document), limit=MAX_PAGES), source)
        yield document
    except pypdfium2.PdfiumError as error:
        raise SourceError(message("sources.pdf_broken"), source) from error
    finally:
        document.close()


def _pages(document: _Document, source: str) -> Iterator[Page]:
    """Yield what is drawn on the pages; SourceError where it is too much."""
    size = 0
    for number in range(len(document)):
        page = document[number]
        try:
            found = page_of(page, number)
        finally:
            page.close()
        size += len(found.glyphs)
        if size > MAX_GLYPHS:
            raise SourceError(message("sources.too_long", count=size, limit=MAX_CHARACTERS), source)
        yield found


MAX_GLYPHS = MAX_CHARACTERS + MAX_CHARACTERS // 10
"""Characters drawn in a file: running heads come on top of the longest text."""
__all__ = ["Line", "read_pdf"]
