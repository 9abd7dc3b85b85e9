"""Files that a Word document shows in a place of its text: pages, texts and documents, converted when Word opens it.

Programs that make documents of web pages or join documents write them so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...errors import SourceError
from ...messages import Message, message
from ...model import SectionKind
from ..canonical import one_line
from ..draft import Draft
from ..word_processor import Paragraph, Role
from .markup import attribute
from .package import Package

PAGES = ("htm", "html", "xhtml", "xht")
SAVED = ("mht", "mhtml")
DOCUMENTS = ("docx", "docm", "dotx", "dotm")


class InsertedFiles:
    """The files that the main part of a document refers to; each is read once. `notes` tell of those that are not.

    A document in another one's text shows none of its own: a file could hold itself without end.
    """

    def __init__(self, package: Package, outermost: bool) -> None:
        self._package = package
        self._outermost = outermost
        self._relations = package.relations(package.main)
        self._shown: set[str] = set()
        self.notes: tuple[Message, ...] = ()

    def alone(self, root: Any) -> tuple[str, bytes] | None:
        """Return name and content of the file, where it is the only one; it is the document if that has no text."""
        ids = [attribute(element, "id") for element in root.iter("{*}altChunk")]
        parts = {self._relations[id_].part for id_ in ids if id_ in self._relations}
        known = [part for part in parts if self._package.has(part)]
        return (known[0], self._package.data(known[0])) if len(known) == 1 and self._outermost else None

    def paragraphs(self, id_: str) -> Sequence[Paragraph]:
        """Return the paragraphs of a file by the id of what refers to it."""
        part = self._relations[id_].part if id_ in self._relations else ""
        if part in self._shown:
            return ()
        self._shown.add(part)
        try:
            if not self._outermost or not self._package.has(part):
                raise SourceError(message("sources.empty"))
            found, notes = _paragraphs(part, self._package.data(part))
            self.notes = (*self.notes, *notes)
            return found
        except SourceError:
            name = one_line(part.rpartition("/")[2]) or one_line(id_)
            self.notes = (*self.notes, message("sources.docx_inserted", name=name))
            return ()


def article_of(part: str, data: bytes, source: str, stem: str) -> Draft:
    """Return the text of an inserted file that is the whole document."""
    from ..mhtml import read_mhtml
    from ..page import read_html
    from ..plain import read_plain
    from ..rtf import read_rtf

    ending = _ending(part)
    if ending in DOCUMENTS:
        from . import read_docx

        return read_docx(data, source, stem, outermost=False)
    if ending == "rtf":
        return read_rtf(data, source, stem)
    if ending in SAVED:
        return read_mhtml(data, source, stem)
    return read_html(data, source, stem) if ending in PAGES else read_plain(data, source, stem)


def _paragraphs(part: str, data: bytes) -> tuple[list[Paragraph], Sequence[Message]]:
    """Return all paragraphs of an inserted file: what stands in a text is a part of it, and no page with menus."""
    from ..mhtml import page_in
    from ..page.decode import decode_page

    ending = _ending(part)
    if ending in PAGES:
        return _of_page(decode_page(data, "")[0]), ()
    if ending in SAVED:
        return _of_page(page_in(data, "")), ()
    draft = article_of(part, data, "", "")
    if draft.blocks:
        found = [Paragraph(block.text, _role(block.kind, block.quoted)) for block in draft.blocks]
    else:
        found = [Paragraph(text) for text in draft.text.split("\n\n")]
    return [Paragraph(draft.meta.title, Role.HEADING)] * bool(draft.meta.title) + found, draft.notes


def _of_page(text: str) -> list[Paragraph]:
    from ..page.segments import Role as PageRole
    from ..page.segments import walk
    from ..page.tree import tree_of

    roles = {PageRole.HEADING: Role.HEADING, PageRole.CAPTION: Role.CAPTION}
    found = walk(tree_of(text, "")).segments
    return [Paragraph(s.text, Role.QUOTE if s.quoted is not None else roles.get(s.role)) for s in found]


def _role(kind: SectionKind | None, quoted: str | None) -> Role | None:
    if quoted is not None:
        return Role.QUOTE
    return Role.CAPTION if kind is SectionKind.CAPTION else None


def _ending(part: str) -> str:
    return part.rpartition(".")[2].lower()
