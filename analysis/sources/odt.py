"""OpenDocument texts (LibreOffice, Google Docs): paragraphs by their styles, notes apart, deleted text left out."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from typing import Any

from .archive import broken_archive, check_archive
from .canonical import one_line
from .docx.markup import parse
from .draft import Draft
from .word_processor import ROLES, Paragraph, Role, with_story

CONTENT = "content.xml"
_PARAGRAPHS = ("p", "h")
_LEFT_OUT = frozenset(
    ["tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls", "table-of-content",
     "illustration-index", "bibliography", "image", "note-citation", "ruby-text", "alphabetical-index"]
)  # fmt: skip
"""Elements that show no words of the text: changes, remarks, indexes."""
_SIGNS = {"tab": "\t", "line-break": "\n", "s": " "}
Element = Any  # lxml has no types


def read_odt(data: bytes, source: str, stem: str) -> Draft:
    """Return the text of an OpenDocument file; its title is the paragraph styled so, if any."""
    check_archive(io.BytesIO(data), source, CONTENT)
    with broken_archive(source), zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = parse(archive.read(CONTENT))
        story = _Story(root)
        paragraphs = [p for text in root.iterfind(".//{*}body/{*}text") for p in story.within(text)]
    draft = Draft(source, hashlib.sha256(data).hexdigest(), stem=stem)
    return with_story(draft, paragraphs, story.notes, ())


class _Story:
    """The paragraphs of a document as they are printed."""

    def __init__(self, root: Element) -> None:
        self._parents = {
            _attribute(style, "name"): _attribute(style, "parent-style-name") for style in root.iter("{*}style")
        }
        self.notes: list[str] = []
        """Footnotes and endnotes, in their order."""

    def within(self, container: Element) -> Iterator[Paragraph]:
        """Yield the paragraphs in an element, each once; what is in a box stands below the paragraph that holds it."""
        for element in container:
            kind = _kind(element)
            if kind in _PARAGRAPHS:
                boxes: list[Element] = []
                text = "".join(self._words(element, boxes))
                if text.strip():
                    yield Paragraph(text.strip(), self._role(element, kind))
                for box in boxes:
                    yield from self.within(box)
            elif kind and kind not in _LEFT_OUT:
                yield from self.within(element)

    def _words(self, element: Element, boxes: list[Element]) -> Iterator[str]:
        yield element.text or ""
        for inner in element:
            kind = _kind(inner)
            if kind in _SIGNS:
                yield _SIGNS[kind]
            elif kind == "note":
                self.notes += [one_line(p.text) for body in inner.iter("{*}note-body") for p in self.within(body)]
            elif kind == "text-box":
                boxes.append(inner)
            elif kind and kind not in _LEFT_OUT:
                yield from self._words(inner, boxes)
            yield inner.tail or ""

    def _role(self, element: Element, kind: str) -> Role | None:
        style = _attribute(element, "style-name")
        for name in (style, self._parents.get(style, "")):
            if role := ROLES.get(name.replace("_20_", " ").lower()):
                return role
        return Role.HEADING if kind == "h" and _attribute(element, "outline-level") == "1" else None


def _kind(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _attribute(element: Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
