"""Paragraphs → the sections of an article: headline, dateline, lead, body, captions, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..messages import message
from ..model import BlockQuote, Section, SectionKind, Span
from .captions import is_caption, is_note, is_slug
from .draft import Block, Meta
from .metadata.candidates import with_agency
from .wire import find_dateline

HEAD_PARAGRAPHS = 8
"""How far down a dateline is looked for: below it stand captions and standfirst only."""


LAST_PARAGRAPHS = 3
"""Among which what is said of the author stands."""

_OF_AUTHOR = r"(?:,[^.]{0,80},)? (?:is|was|are|has been|covers|writes|reports|teaches|works|lives|serves|joined)\b"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph by its job on the page."""

    kind: SectionKind
    text: str
    quoted: str | None = None


Paragraph = tuple[Piece, ...]


def label(blocks: Sequence[Block], meta: Meta) -> tuple[list[Paragraph], Meta]:
    """Return the paragraphs with the job of each stretch, and what a dateline adds to `meta`."""
    at, meta, cut = _find_opening(blocks, meta)
    found: list[Paragraph] = []
    lead_done = False
    for i, block in enumerate(blocks):
        kind = block.kind or _kind(blocks, i, above_body=i < at)
        if kind is SectionKind.BODY and i >= len(blocks) - LAST_PARAGRAPHS and _about_author(block.text, meta.byline):
            kind = SectionKind.NOTE
        if i == at and cut:
            found.append(
                (Piece(SectionKind.DATELINE, block.text[:cut]), Piece(SectionKind.LEAD, block.text[cut:].strip()))
            )
            lead_done = True
        elif kind is not SectionKind.BODY:
            found.append((Piece(kind, block.text, block.quoted),))
        else:
            # The standfirst counts with the lead; without a dateline the first paragraph is it.
            lead = i < at if at >= 0 else not lead_done
            lead_done = lead_done or at < 0
            found.append((Piece(SectionKind.LEAD if lead else SectionKind.BODY, block.text, block.quoted),))
    return found, meta


def _about_author(text: str, byline: str) -> bool:
    """Return whether a paragraph says who wrote the article: "Ada Brandt is a writer …"."""
    names = [name for name in re.split(r", (?:and )?| and | & ", byline) if " " in name]
    return any(re.match(rf"(?:By )?{re.escape(name)}{_OF_AUTHOR}", text) for name in names)


def _find_opening(blocks: Sequence[Block], meta: Meta) -> tuple[int, Meta, int]:
    """Return the index of the paragraph with the dateline (-1 for none), the metadata, the dateline's length."""
    for i, block in enumerate(blocks[:HEAD_PARAGRAPHS]):
        if block.kind not in (None, SectionKind.BODY):
            continue
        found = find_dateline(block.text)
        if found is not None:
            why = message("sources.evidence.dateline", line=block.text[: found.end])
            meta = meta.stating("dateline", found.place, why).stating("published", found.published, why)
            return i, with_agency(meta, found.agency, why), found.end
    return -1, meta, 0


def _kind(blocks: Sequence[Block], i: int, above_body: bool) -> SectionKind:
    text = blocks[i].text
    if is_slug(text) and i + 1 < len(blocks):
        return SectionKind.CAPTION
    if is_caption(text, above_body) or (above_body and i and is_slug(blocks[i - 1].text)):
        return SectionKind.CAPTION
    return SectionKind.NOTE if is_note(text) else SectionKind.BODY


@dataclass(frozen=True, slots=True)
class Assembled:
    """A text, paragraphs parted by a blank line, its sections, and the stretches that are others' words by markup."""

    text: str
    sections: tuple[Section, ...]
    block_quotes: tuple[BlockQuote, ...] = ()


def assemble(paragraphs: Sequence[Paragraph]) -> Assembled:
    """Return the text of `paragraphs`; neighbours of one kind are one section, of one author one block quotation."""
    parts: list[str] = []
    quotes: list[BlockQuote] = []
    sections: list[Section] = []
    at = last_end = 0
    for paragraph in paragraphs:
        glue = "\n\n"
        for piece in paragraph:
            if not piece.text:
                continue
            if parts:
                parts.append(glue)
                at += len(glue)
            span = Span(at, at + len(piece.text))
            if sections and sections[-1].kind is piece.kind and piece.kind is not SectionKind.HEADLINE:
                sections[-1] = replace(sections[-1], span=Span(sections[-1].span.start, span.end))
            else:
                sections.append(Section(piece.kind, span))
            if piece.quoted is not None:
                if quotes and quotes[-1].author == piece.quoted and quotes[-1].span.end == last_end:
                    quotes[-1] = replace(quotes[-1], span=Span(quotes[-1].span.start, span.end))
                else:
                    quotes.append(BlockQuote(span, piece.quoted))
            last_end = span.end
            parts.append(piece.text)
            at, glue = span.end, " "
    return Assembled("".join(parts), tuple(sections), tuple(quotes))
