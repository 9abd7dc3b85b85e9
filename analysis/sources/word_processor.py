"""What word processors' documents have in common: paragraphs with styles of known names → a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from ..model import SectionKind
from .canonical import canonical, one_line
from .draft import Block, Draft, Meta
from .metadata.keys import is_header_key
from .metadata.lines import header_line


class Role(Enum):
    """What a paragraph is by its style."""

    TITLE = auto()
    HEADING = auto()
    """A heading of the first order: the title of many documents, a subhead of others."""
    CAPTION = auto()
    QUOTE = auto()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's text, soft breaks as line ends, and what it is by its style."""

    text: str
    role: Role | None = None


ROLES = {
    "title": Role.TITLE, "headline": Role.TITLE, "heading 1": Role.HEADING,
    "caption": Role.CAPTION, "cutline": Role.CAPTION,
    "quote": Role.QUOTE, "intense quote": Role.QUOTE, "block text": Role.QUOTE, "block quote": Role.QUOTE,
    "blockquote": Role.QUOTE, "block quotation": Role.QUOTE, "quotations": Role.QUOTE, "pull quote": Role.QUOTE,
}  # fmt: skip
"""Names that Word and other programs give their own styles, in small letters: the same in every language of theirs."""
ABOVE_WORDS = 12
"""Above a title stand the outlet, a date, a kicker: short lines."""
ABOVE_LINES = 6
_KINDS = {Role.CAPTION: SectionKind.CAPTION, Role.QUOTE: SectionKind.BODY}


CELL_WORDS = 12
"""A cell with more words is prose, and its table a way to lay out a page."""


def line_of_row(cells: Sequence[Sequence[str]]) -> str:
    """Return the row of a table of values as one line, "" where its cells are no short entries: a page is laid out so.

    `cells` are the paragraphs of each cell that is filled.
    """
    texts = [one_line(cell[0]) for cell in cells if len(cell) == 1]
    if len(texts) < 2 or len(texts) != len(cells) or any(len(text.split()) > CELL_WORDS for text in texts):
        return ""
    if len(texts) == 2 and is_header_key(texts[0].rstrip(" :")):
        return f"{texts[0].rstrip(' :')}: {texts[1]}"
    return " | ".join(texts)


def with_story(draft: Draft, paragraphs: Sequence[Paragraph], notes: Sequence[str], printed: Sequence[str]) -> Draft:
    """Return `draft` with the text of a document, its title the paragraph styled so, if any.

    `notes` stand at the end; `printed` are the lines at the head and foot of its pages, which are no text.
    """
    at = _title_at(paragraphs)
    title = one_line(paragraphs[at].text) if at >= 0 else ""
    above = [one_line(p.text) for p in paragraphs[: max(0, at)]]
    blocks = [_block(p) for p in paragraphs[at + 1 :]]
    blocks += [Block(one_line(note), SectionKind.NOTE) for note in notes]
    outside = (*printed, *(line for line in above if line))
    draft = replace(
        draft, meta=Meta(title=title).over(draft.meta), above=outside, removed=outside, headings=_headings(paragraphs)
    )
    return draft.with_paragraphs(blocks)


def _block(paragraph: Paragraph) -> Block:
    quoted = "" if paragraph.role is Role.QUOTE else None
    kind = _KINDS.get(paragraph.role) if paragraph.role else None
    return Block(canonical(paragraph.text), kind, quoted)


def _headings(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """Return the paragraphs in the style of titles, or of headings where but one is styled as the title."""
    found = [[one_line(p.text) for p in paragraphs if p.role is role] for role in (Role.TITLE, Role.HEADING)]
    return tuple(filter(None, found[0] if len(found[0]) > 1 else found[1]))


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
