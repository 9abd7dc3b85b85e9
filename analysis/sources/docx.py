"""Word documents: paragraphs by their styles."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from typing import Any

from .archive import broken_archive, check_archive
from .canonical import canonical
from .draft import Draft, Meta

TITLE_STYLES = ("title", "heading 1", "headline")


def read_docx(data: bytes, source: str, stem: str) -> Draft:
    """Return the text of a Word document; its title is the paragraph styled so, if any."""
    check_archive(io.BytesIO(data), source, "word/document.xml")
    import docx
    from docx.text.paragraph import Paragraph

    with broken_archive(source):
        document = docx.Document(io.BytesIO(data))
        names = _style_names(document)
        paragraphs = [
            (names.get(p.style, names.get(None, "")), canonical(Paragraph(p, document).text))
            for p in _paragraphs(document.element.body)
        ]
        author = (document.core_properties.author or "").strip()
    titles = [text for style, text in paragraphs if style in TITLE_STYLES and text]
    # With several headings of the first order the first is the title only if it opens the text.
    first = next((text for _, text in paragraphs if text), "")
    title = first if first in titles else ""
    meta = Meta(title=title).with_column("author", "" if author == "python-docx" else author)
    text = "\n\n".join(text for _, text in paragraphs if text)
    if title:
        text = text[len(title) :]
    return Draft(source, hashlib.sha256(data).hexdigest(), text=text, meta=meta, stem=stem)


def _style_names(document: Any) -> dict[str | None, str]:  # python-docx has no types
    """Return the names of the paragraph styles in small letters by their ids, the default one's under None.

    Looked up once: the library searches all styles for every paragraph.
    """
    from docx.enum.style import WD_STYLE_TYPE

    styles = [style for style in document.styles if style.type == WD_STYLE_TYPE.PARAGRAPH]
    names: dict[str | None, str] = {style.style_id: str(style.name or "").lower() for style in styles}
    default = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    names[None] = str(default.name or "").lower() if default is not None else ""
    return names


def _paragraphs(container: Any) -> Iterator[Any]:
    """Yield the paragraphs in document order, those in tables included.

    Cell by cell as they stand in the file: the library repeats a cell for every column that it says it spans, be it
    two billion.
    """
    from docx.oxml.table import CT_Tbl
    from docx.oxml.text.paragraph import CT_P

    for child in container:
        if isinstance(child, CT_P):
            yield child
        elif isinstance(child, CT_Tbl):
            for row in child.tr_lst:
                for cell in row.tc_lst:
                    yield from _paragraphs(cell)
