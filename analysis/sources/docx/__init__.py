"""Word documents: what a reader of the finished document sees, once and in order."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Sequence
from typing import Any

from ...model import SectionKind
from ..archive import broken_archive, check_archive
from ..canonical import canonical, one_line
from ..draft import Block, Draft, Meta
from ..header import header_line
from .markup import attribute, name
from .package import Package
from .story import Story
from .styles import Paragraph, Role, Styles

ABOVE_WORDS = 12
"""Above a title stand the outlet, a date, a kicker: short lines."""
ABOVE_LINES = 6
_KINDS = {Role.CAPTION: SectionKind.CAPTION, Role.QUOTE: SectionKind.BODY}


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
        notes = _notes(package, styles, story.notes)
        printed = _headers(package, styles, root)
    at = _title_at(paragraphs)
    title = one_line(paragraphs[at].text) if at >= 0 else ""
    above = [one_line(p.text) for p in paragraphs[: max(0, at)]]
    blocks = [_block(p) for p in paragraphs[at + 1 :]]
    blocks += [Block(one_line(note), SectionKind.NOTE) for note in notes]
    draft = Draft(
        source,
        hashlib.sha256(data).hexdigest(),
        meta=Meta(title=title),
        stem=stem,
        above=(*printed, *above),
        removed=(*printed, *above),
    )
    return draft.with_paragraphs(blocks)


def _block(paragraph: Paragraph) -> Block:
    quoted = "" if paragraph.role is Role.QUOTE else None
    kind = _KINDS.get(paragraph.role) if paragraph.role else None
    return Block(canonical(paragraph.text), kind, quoted)


def _title_at(paragraphs: Sequence[Paragraph]) -> int:
    """Return the index of the paragraph that is styled as the title, -1 where there is none."""
    for wanted in (Role.TITLE, Role.HEADING):
        at = next((i for i, p in enumerate(paragraphs) if p.role is wanted), -1)
        if 0 <= at <= ABOVE_LINES and _is_top(paragraphs[:at], bylines=wanted is Role.TITLE):
            return at
    return -1


def _is_top(above: Sequence[Paragraph], bylines: bool) -> bool:
    """Return whether nothing but short lines stands above a title; `bylines` whether a byline may be among them.

    A heading below a byline is the first subhead of a text whose title has no style.
    """
    lines = [line for p in above for line in canonical(p.text).split("\n") if line]
    if any(len(line.split()) > ABOVE_WORDS for line in lines) or len(lines) > ABOVE_LINES:
        return False
    read = [header_line(line, Meta()) for line in lines]
    return bylines or not any(found and found.byline for found in read)


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
