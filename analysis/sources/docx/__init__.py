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
from .inserted import InsertedFiles, article_of
from .markup import attribute, name
from .package import Package
from .story import Story
from .styles import Styles


def read_docx(data: bytes, source: str, stem: str, outermost: bool = True) -> Draft:
    """Return the text of a Word document; its title is the paragraph styled so, if any.

    Tracked changes count as accepted. Footnotes and endnotes stand at the end, as notes. Not `outermost` is a document
    in the text of another.
    """
    check_archive(io.BytesIO(data), source, "")
    with broken_archive(source), zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = Package(archive, source)
        styles = Styles(package.related("styles"))
        root = package.root(package.main)
        inserted = InsertedFiles(package, outermost)
        bodies = [body for body in root if name(body) == "w:body"]
        if (whole := inserted.alone(root)) and not any(any(Story(body, styles).paragraphs(body)) for body in bodies):
            return article_of(*whole, source, stem)
        story = Story(root, styles, inserted=inserted.paragraphs)
        paragraphs = [p for body in bodies for p in story.paragraphs(body)]
        notes = _notes(package, styles, story.notes)
        printed = _headers(package, styles, root)
    draft = Draft(source, hashlib.sha256(data).hexdigest(), stem=stem, notes=inserted.notes)
    return with_story(draft, paragraphs, notes, printed)


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
    """Return the lines that the sections print at the head of their pages, each once."""
    relations = package.relations(package.main)
    heads = [inner for section in root.iter("{*}sectPr") for inner in section if name(inner) == "w:headerReference"]
    known = [relations[id_].part for head in heads if (id_ := attribute(head, "id")) in relations]
    roots = [package.root(part) for part in dict.fromkeys(known) if package.has(part)]
    texts = [p.text for head in roots for p in Story(head, styles, printed_only=True).paragraphs(head)]
    lines = [one_line(line) for text in texts for line in canonical(text).split("\n")]
    return list(dict.fromkeys(line for line in lines if any(c.isalpha() for c in line)))
