"""Word documents: what a reader of the finished document sees, once and in order."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Sequence
from typing import Any

from ..archive import broken_archive, check_archive
from ..canonical import canonical, one_line
from ..draft import Draft
from ..word_processor import with_story
from .markup import attribute, name
from .package import Package
from .story import Story
from .styles import Styles


def read_docx(data: bytes, source: str, stem: str) -> Draft:
    """Return the text of a Word document; its title is the paragraph styled so, if any.

    Tracked changes count as accepted. Footnotes and endnotes stand at the end, as notes.
    """
    check_archive(io.BytesIO(data), source, "")
    with broken_archive(source), zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = Package(archive, source)
        styles = Styles(package.related("styles"))
        root = package.root(package.main)
        story = Story(root, styles)
        paragraphs = [p for body in root if name(body) == "w:body" for p in story.paragraphs(body)]
        if not any(p.text.strip() for p in paragraphs) and (inserted := _inserted(package, root)):
            return _of_inserted(*inserted, source, stem)
        notes = _notes(package, styles, story.notes)
        printed = _headers(package, styles, root)
    return with_story(Draft(source, hashlib.sha256(data).hexdigest(), stem=stem), paragraphs, notes, printed)


def _inserted(package: Package, root: Any) -> tuple[str, bytes] | None:
    """Return name and content of the file that a document without text of its own shows in its place.

    Programs that make documents of web pages write them so: a page that Word converts when it opens the document.
    """
    relations = package.relations(package.main)
    for element in root.iter("{*}altChunk"):
        relation = relations.get(attribute(element, "id"))
        if relation is not None and package.has(relation.part):
            return relation.part, package.data(relation.part)
    return None


def _of_inserted(part: str, data: bytes, source: str, stem: str) -> Draft:
    """Return the text of an inserted file: a page, a page with its pictures, or plain text."""
    from ..mhtml import read_mhtml
    from ..page import read_html
    from ..plain import read_plain

    ending = part.rpartition(".")[2].lower()
    if ending in ("mht", "mhtml"):
        return read_mhtml(data, source, stem)
    return read_html(data, source, stem) if "htm" in ending else read_plain(data, source, stem)


def _notes(package: Package, styles: Styles, wanted: Sequence[tuple[str, str]]) -> list[str]:
    """Return the paragraphs of the notes that the text refers to, footnotes first."""
    found: list[str] = []
    for kind in ("footnote", "endnote"):
        ids = dict.fromkeys(id_ for known, id_ in wanted if known == kind)
        root = package.related(f"{kind}s") if ids else None
        if root is None:
            continue
        notes = {attribute(note, "id"): note for note in root if name(note) == f"w:{kind}"}
        story = Story(root, styles)
        found += [p.text for id_ in ids if id_ in notes for p in story.paragraphs(notes[id_])]
    return found


def _headers(package: Package, styles: Styles, root: Any) -> list[str]:
    """Return the lines that the first section prints at the head of its pages, each once."""
    relations = package.relations(package.main)
    for section in root.iter("{*}sectPr"):
        ids = [attribute(inner, "id") for inner in section if name(inner) == "w:headerReference"]
        parts = [relations[id_].part for id_ in ids if id_ in relations and package.has(relations[id_].part)]
        if parts:
            roots = [package.root(part) for part in parts]
            texts = [p.text for head in roots for p in Story(head, styles, printed_only=True).paragraphs(head)]
            lines = [one_line(line) for text in texts for line in canonical(text).split("\n")]
            return list(dict.fromkeys(line for line in lines if any(c.isalpha() for c in line)))
    return []
