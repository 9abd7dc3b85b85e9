"""Paragraphs → the sections of an article: headline, dateline, lead, body, captions, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import Section, SectionKind, Span
from .draft import Block, Meta
from .wire import find_dateline

HEAD_PARAGRAPHS = 8
"""How far down a dateline is looked for: below it stand captions and standfirst only."""
CAPTION_WORDS = 90
"""The longest captions of agencies have about 80 words."""

_SLUG = re.compile(r"(?=[^a-z]{6,90}$)[^\W\d_][^\W_]*(?:[ '’.&]+[^\W_]+)*(?:-[^\W_]+(?:[ '’.&]+[^\W_]+)*)+")
_AGENCY_CREDIT = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA|EFE|ANSA|TASS|SANA|Xinhua|dpa|DPA|PA|UPI|Getty|Getty Images|Shutterstock|Alamy|Sputnik"
    r"|Anadolu|Associated Press|Agence France-Presse|WAFA|IRNA|KCNA|Kyodo|Yonhap|File|file|Handout|Courtesy|Pool|NurPhoto|Bloomberg)"
)
_CREDITS = (
    re.compile(r"\((?:[^()]*\b)?(?:Photo|Photos|Image|Images|Picture|Photograph|Credit|File photo|File)\b[^()]*\)\.?$"),
    re.compile(rf"[(\[][^()\[\]]*\b{_AGENCY_CREDIT}\s?/[^()\[\]]+[)\]]\.?$"),
    re.compile(rf"[(\[][^()\[\]]+/\s?{_AGENCY_CREDIT}\b[^()\[\]]*[)\]]\.?$"),
    re.compile(rf"[(\[]{_AGENCY_CREDIT}(?: (?:Photo|photo|file|Images|Pool))*[)\]]\.?$"),
    re.compile(
        r"(?:^|[.!?)\]”’\"] ?|\s[|–—-] )(?:Photo|Photograph|Image|Picture|Credit|Photo credit|Image credit|Photo by|Photos by|Photograph by|Image source|Image caption|FILE PHOTO|File photo)\b(?:\s?:|,| by\b)?[^.]{2,80}\.?$"
    ),
    re.compile(
        r"\b(?:Getty Images|AFP via Getty|via Getty|AP Photo|EPA-EFE|Reuters file photo|File photo|FILE PHOTO)\b[^.]{0,60}\.?$"
    ),
    re.compile(rf"(?<=[.!?”’\"]) ?(?:[A-Z][\w.-]+ ){{0,4}}?(?:[A-Z][\w.-]+\s?)?/\s?{_AGENCY_CREDIT}\b[^.]{{0,40}}$"),
)
_CAPTION_START = re.compile(
    r"(?:(?:FILE PHOTO|FILE|File photo|Photo|Image caption|Media caption|Image|Caption|Photo caption)\b\s?(?:[-–—:,]|\()"
    r"|(?:A|An|This|In this) (?:[\w-]+ ){0,3}(?:photo(?:graph)?|picture|image|still|frame grab|screen ?grab|file photo|handout)\b"
    r"|.{0,60}\b(?:photograph|photo|picture|image)s? (?:released|taken|provided|obtained|made|shows?|distributed)\b"
    r"|(?:Pictured|Seen here|Above|Clockwise)\b\s?[:,])"
)
_CAPTION_SIGNS = re.compile(
    r"\((?:left|right|center|centre|C|L|R|2nd [LR])\)|, (?:left|right|center|centre|second from (?:left|right)),"
    r"|, (?:pictured|seen here|shown here)\b|\b(?:pictured|seen) (?:here|above)\b"
    r"|\b(?:is|are) (?:pictured|seen|shown) (?:on|in|at|during|near|walking|speaking|standing|sitting)\b"
)
_NOTES = re.compile(
    r"(?:\*+ ?|[(\[] ?)?(?:"
    r"(?:Editor|Editors|Publisher)['’]?s?['’]? ?(?:note|Note|NOTE)\b"
    r"|(?:EDITOR['’]?S|EDITORS['’]?) NOTE\b"
    r"|(?:Correction|CORRECTION|Clarification|Update|UPDATE|Note|Disclaimer|Disclosure)\s?(?:\([^)]*\))?\s?:"
    r"|(?:This|An earlier version of this|A previous version of this) (?:story|article|report|post|piece|item) (?:has been|was|is|will be|misstated|incorrectly|originally|first)\b"  # noqa: E501
    r"|(?:Additional |With additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated|[Ww]ritten|[Rr]eported) by [A-Z]"
    r"|.{3,120}\b(?:contributed|contributing) (?:to|reporting (?:to|for|from)) (?:this|the) (?:report|story|article)\b"
    r"|.{3,120}\bcontributed reporting\b"
    r"|With (?:files|reporting|additional reporting|inputs?|information) from\b)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph by its job on the page."""

    kind: SectionKind
    text: str


Paragraph = tuple[Piece, ...]


def label(blocks: Sequence[Block], meta: Meta) -> tuple[list[Paragraph], Meta]:
    """Return the paragraphs with the job of each stretch, and what a dateline adds to `meta`."""
    at, meta, cut = _find_opening(blocks, meta)
    found: list[Paragraph] = []
    lead_done = False
    for i, block in enumerate(blocks):
        kind = block.kind or _kind(blocks, i, before_body=i < at)
        if i == at and cut:
            found.append(
                (Piece(SectionKind.DATELINE, block.text[:cut]), Piece(SectionKind.LEAD, block.text[cut:].strip()))
            )
            lead_done = True
        elif kind is not SectionKind.BODY:
            found.append((Piece(kind, block.text),))
        else:
            # The standfirst counts with the lead; without a dateline the first paragraph is it.
            lead = i < at if at >= 0 else not lead_done
            lead_done = lead_done or at < 0
            found.append((Piece(SectionKind.LEAD if lead else SectionKind.BODY, block.text),))
    return found, meta


def _find_opening(blocks: Sequence[Block], meta: Meta) -> tuple[int, Meta, int]:
    """Return the index of the paragraph with the dateline (-1 for none), the metadata, the dateline's length."""
    for i, block in enumerate(blocks[:HEAD_PARAGRAPHS]):
        if block.kind not in (None, SectionKind.BODY):
            continue
        found = find_dateline(block.text)
        if found is not None:
            extra = Meta(outlet=found.agency, dateline=found.place, published=found.published)
            meta = meta.over(extra)
            # Whose copy it is, where another outlet prints it.
            wire = found.agency if found.agency.casefold() != meta.outlet.casefold() else ""
            return i, meta.with_column("agency", wire), found.end
    return -1, meta, 0


def _kind(blocks: Sequence[Block], i: int, before_body: bool) -> SectionKind:
    text = blocks[i].text
    if is_slug(text) and (i + 1 < len(blocks)):
        return SectionKind.CAPTION
    if is_caption(text, before_body) or (i and is_slug(blocks[i - 1].text) and before_body):
        return SectionKind.CAPTION
    return SectionKind.NOTE if is_note(text) else SectionKind.BODY


def is_slug(text: str) -> bool:
    """Return whether a line is an agency's picture slug: "COUNTRY-CITY-SUBJECT"."""
    return (
        len(text) <= 90
        and text == text.upper()
        and text.count("-") >= 1
        and bool(_SLUG.fullmatch(text))
        and (text.count("-") >= 2)
    )


def is_caption(text: str, before_body: bool = False) -> bool:
    """Return whether a paragraph is a picture's caption, by its credit or, above the body, by its words."""
    if len(text.split()) > CAPTION_WORDS or text[:1] in '"“':
        return False
    if any(credit.search(text) for credit in _CREDITS) or (_CAPTION_START.match(text) and len(text.split()) <= 60):
        return True
    return before_body and bool(_CAPTION_SIGNS.search(text))


def is_note(text: str) -> bool:
    """Return whether a paragraph speaks about the article: corrections, credits of reporters."""
    return len(text.split()) <= 80 and bool(_NOTES.match(text))


def assemble(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[Section, ...]]:
    """Return the text, paragraphs parted by a blank line, and its sections; neighbours of one kind are one section."""
    parts: list[str] = []
    sections: list[Section] = []
    at = 0
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
            parts.append(piece.text)
            at, glue = span.end, " "
    return "".join(parts), tuple(sections)
