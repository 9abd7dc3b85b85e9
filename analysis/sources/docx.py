"""Word documents: paragraphs by their styles."""

from __future__ import annotations

import hashlib
import io
import zlib
from typing import Any
from zipfile import BadZipFile

from ..errors import SourceError
from ..messages import message
from .archive import check_archive
from .canonical import canonical
from .draft import Draft, Meta

TITLE_STYLES = ("title", "heading 1", "headline")


def read_docx(data: bytes, source: str, stem: str) -> Draft:
    """Return the text of a Word document; its title is the paragraph styled so, if any."""
    check_archive(io.BytesIO(data), source, "word/document.xml")
    import docx
    from lxml import etree

    try:
        document = docx.Document(io.BytesIO(data))
        paragraphs = [(_style(p), canonical(p.text)) for p in _paragraphs(document)]
        author = (document.core_properties.author or "").strip()
    except (BadZipFile, zlib.error, OSError, KeyError, ValueError, AttributeError, etree.LxmlError) as error:
        raise SourceError(message("sources.archive_broken"), source) from error
    titles = [text for style, text in paragraphs if style in TITLE_STYLES and text]
    # With several headings of the first order the first is the title only if it opens the text.
    first = next((text for _, text in paragraphs if text), "")
    title = first if first in titles else ""
    meta = Meta(title=title).with_column("author", "" if author == "python-docx" else author)
    text = "\n\n".join(text for _, text in paragraphs if text)
    if title:
        text = text[len(title) :]
    return Draft(source, hashlib.sha256(data).hexdigest(), text=text, meta=meta, stem=stem)


def _paragraphs(document: Any) -> list[Any]:  # python-docx has no types
    """Return the paragraphs in document order, those in tables included."""
    found: list[Any] = []
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            seen: set[int] = set()
            for row in item.rows:
                for cell in row.cells:
                    if id(cell._tc) not in seen:
                        seen.add(id(cell._tc))
                        found += cell.paragraphs
        else:
            found.append(item)
    return found


def _style(paragraph: Any) -> str:
    return str(paragraph.style.name if paragraph.style is not None else "").lower()
