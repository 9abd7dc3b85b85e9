"""The tree of a page → its text as segments in the order of the page: paragraphs, headings, items, rows, captions.

Nothing is chosen here. Each segment knows in which box (block element) it stands, how much of it is links, and whose
words it is where the markup says so; each box knows which segments stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from ..canonical import canonical, one_line
from ..paragraphs import continues, paragraphs_of
from .apart import APART_TAGS, why_apart
from .quotations import author_of, credit_of, is_quotation, plain_name
from .tree import BLOCKS, Tree

PROSE_CHARACTERS = 60
"""From here on a segment is prose rather than a label."""
LINKED_SHARE = 0.5
"""Share of its characters in links from which a segment or a box is a menu."""
PICTURED_CHARACTERS = 120
"""A line in the paragraph of a picture that is longer is text with a picture in it."""

_SKIPPED = frozenset(
    "audio button canvas embed head iframe input link map meta noscript object option script select style svg template"
    " textarea title video".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_MEANING = frozenset(("a", "q", "time"))
"""Inline elements that say something of their text."""
_CELLS = frozenset(("td", "th"))
_CAPTION_NAME = re.compile(
    r"(?:^|[\s_-])(?:fig|wp-|img-|image-|photo-|media-|picture-)?(?:caption|credits?)(?:$|[\s_-])"
)
_SPACE = re.compile(r"[^\S\xa0]+|\xa0")
_SENTENCE_ENDS = (".", "!", "?", "…", "”", '"', ":")
_MARKS = "\"“”„«‘'"


class Role(StrEnum):
    PROSE = "prose"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    TIME = "time"
    CAPTION = "caption"


@dataclass(slots=True)
class Segment:
    """One paragraph of the page."""

    text: str
    linked: int
    """Characters of it in links to other pages."""
    role: Role
    box: int
    quoted: str | None = None
    credit: bool = False
    """Whether it names the author of the quotation above it."""

    @property
    def menu(self) -> bool:
        return self.linked > LINKED_SHARE * len(self.text)

    @property
    def prose(self) -> bool:
        return len(self.text) >= PROSE_CHARACTERS and not self.menu and self.role is not Role.CAPTION


@dataclass(slots=True)
class Box:
    """One block element."""

    tag: str
    parent: int
    """-1 for the outermost."""
    place: int
    """The same for boxes whose ancestors have the same names and classes all the way up."""
    first: int
    end: int = 0
    """Its segments: [first, end)."""
    apart: str = ""
    """The name by which it is no part of the story, "" for none."""


@dataclass(slots=True)
class Walked:
    """All segments and boxes of a page."""

    segments: list[Segment] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)


def walk(tree: Tree, everything: bool = False) -> Walked:
    """Return the segments of a page; `everything`: with what stands in `noscript` and `template`."""
    walker = _Walker(_SKIPPED - {"noscript", "template"} if everything else _SKIPPED)
    body = tree.find("body") if tree.tag == "html" else None
    walker.block(tree if body is None else body, "body")
    return walker.walked


@dataclass(slots=True)
class _Line:
    words: list[str] = field(default_factory=list)
    linked: int = 0
    timed: bool = True
    pictured: bool = False


class _Walker:
    def __init__(self, skipped: frozenset[str]) -> None:
        self.walked = Walked()
        self.skipped = skipped
        self.lines = [_Line()]
        self.box = -1
        self.role = Role.PROSE
        self.links = self.times = self.marks = 0
        self.kept_breaks = self.in_row = False
        self.places: dict[tuple[int, str, str], int] = {}

    # ------------------------------------------------------------------ elements

    def content(self, element: Tree) -> None:
        """Take in what stands in an element; one frame for each level, for pages may be nested 250 deep."""
        if element.text:
            self.add(element.text)
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in self.skipped:
                pass
            elif tag == "br":
                self.lines.append(_Line())
            elif tag in BLOCKS or "-" in tag:
                if tag == "figcaption":
                    self.caption(child)
                elif self.in_row and tag in _CELLS:
                    self.cell(child)
                else:
                    self.block(child, tag)
            elif tag == "img":
                self.lines[-1].pictured = True
            elif tag == "caption":
                self.caption(child)
            elif tag in _MEANING:
                self.inline(child, tag)
            else:
                self.content(child)
            if child.tail:
                self.add(child.tail)

    def inline(self, element: Tree, tag: str) -> None:
        # An address within a page is that of an entry or a footnote, no way to another story.
        link = tag == "a" and "#" not in (element.get("href") or "#")
        time = tag == "time"
        mark = self.opening_mark(element) if tag == "q" else ""
        self.links += link
        self.times += time
        self.marks += bool(mark)
        if mark:
            self.add(mark)
        self.content(element)
        if mark:
            self.marks -= 1
            self.add("’" if mark == "‘" else "”")
        self.links -= link
        self.times -= time

    def opening_mark(self, element: Tree) -> str:
        """Return the mark that a browser would print before a `q`; "" where the page prints its own."""
        if (element.text or "").lstrip()[:1] in tuple(_MARKS):
            return ""
        return "‘" if self.marks else "“"

    def block(self, element: Tree, tag: str) -> None:
        """Take in a block element: a box with segments of its own."""
        self.flush()
        name = " ".join(filter(None, (element.get("class"), element.get("id"))))
        parent, role, breaks, row = self.box, self.role, self.kept_breaks, self.in_row
        box = Box(tag, parent, self.place(tag, name), len(self.walked.segments), apart=why_apart(element, tag, name))
        self.box = len(self.walked.boxes)
        self.walked.boxes.append(box)
        if name and _CAPTION_NAME.search(name.lower()) and tag not in ("body", "main", "article"):
            self.role = Role.CAPTION
        else:
            self.role = _role(tag, self.role)
        self.kept_breaks = breaks or tag == "pre"
        self.in_row = tag == "tr" and _is_data(element)
        self.content(element)
        self.flush()
        box.end = len(self.walked.segments)
        if is_quotation(element, tag, name):
            self.quotation(element, name, box)
        self.box, self.role, self.kept_breaks, self.in_row = parent, role, breaks, row

    def cell(self, element: Tree) -> None:
        """Take in a cell of a row of data: a row is one segment."""
        if any(line.words for line in self.lines):
            self.add(" | ")
        self.content(element)

    def caption(self, element: Tree) -> None:
        self.flush()
        text = one_line("".join(_spaced(element)))
        if any(c.isalnum() for c in text):
            self.walked.segments.append(Segment(text, 0, Role.CAPTION, self.box))

    def quotation(self, element: Tree, name: str, box: Box) -> None:
        """Say of the segments of a quotation whose words they are, but for the line that names the author."""
        found = self.walked.segments[box.first : box.end]
        stated = author_of(element, name)
        boxes = self.walked.boxes
        for inner in boxes[self.box :]:
            inner.apart = "" if inner.tag == "footer" else inner.apart
        around = box.parent  # what is called "social" only because it holds a post
        while around >= 0 and boxes[around].first == box.first and boxes[around].tag not in APART_TAGS:
            boxes[around].apart = ""
            around = boxes[around].parent
        author = ""
        mine = [s for s in found if s.quoted is None and not s.credit and s.role is not Role.CAPTION]
        for segment in mine:
            named = credit_of(segment.text, last=segment is found[-1])
            if named is not None or plain_name(segment.text) == stated:
                segment.credit = True
                author = author or named or ""
        for segment in mine:
            if not segment.credit:
                segment.quoted = author or stated

    def place(self, tag: str, name: str) -> int:
        above = self.walked.boxes[self.box].place if self.box >= 0 else -1
        return self.places.setdefault((above, tag, re.sub(r"\d+", "", name)), len(self.places))

    # ------------------------------------------------------------------ text

    def add(self, text: str) -> None:
        if self.kept_breaks:
            first, *rest = text.split("\n")
            self.add_words(first)
            for line in rest:
                self.lines.append(_Line())
                self.add_words(line)
        else:
            self.add_words(_SPACE.sub(" ", text))

    def add_words(self, text: str) -> None:
        line = self.lines[-1]
        line.words.append(text)
        if self.links or not self.times:
            seen = len(text.strip())
            line.linked += seen if self.links and not self.times else 0
            line.timed = line.timed and (not seen or bool(self.times))

    def flush(self) -> None:
        """End the running text: what line breaks part are segments of their own."""
        lines = self.lines
        if len(lines) == 1 and not lines[0].words and not lines[0].pictured:
            return
        self.lines = [_Line()]
        texts = [one_line("".join(line.words)) for line in lines]
        if self.kept_breaks:
            for text in paragraphs_of(canonical("\n".join(texts)).split("\n")):
                self.segment(text, 0, self.role)
            return
        at = 0
        pictured = False
        while at < len(texts):
            pictured = pictured or lines[at].pictured
            if not texts[at]:
                at += 1
                continue
            parts, linked, timed = [texts[at]], lines[at].linked, lines[at].timed
            while at + 1 < len(texts) and texts[at + 1] and continues(texts[at], texts[at + 1]):
                at += 1
                parts.append(texts[at])
                linked += lines[at].linked
            role = Role.TIME if timed else self.role
            if pictured and role is Role.PROSE and is_beneath(parts):
                role = Role.CAPTION
            self.segment(" ".join(parts), linked, role)
            pictured = False
            at += 1

    def segment(self, text: str, linked: int, role: Role) -> None:
        if text:
            self.walked.segments.append(Segment(text, linked, role, self.box))


def _role(tag: str, around: Role) -> Role:
    if around is Role.CAPTION or tag in ("p", "div", "span"):
        return around
    if tag in _HEADINGS:
        return Role.HEADING
    if tag in ("li", "dt", "dd"):
        return Role.ITEM
    return Role.ROW if tag == "tr" else Role.PROSE


def is_beneath(parts: list[str]) -> bool:
    """Return whether the line below a picture in the same paragraph is its caption: short, and no sentence."""
    return len(parts) == 1 and len(parts[0]) <= PICTURED_CHARACTERS and not parts[0].endswith(_SENTENCE_ENDS)


def _is_data(row: Tree) -> bool:
    """Return whether a row of a table holds data: short cells and nothing in them but text."""
    cells = [child for child in row if child.tag in _CELLS]
    return len(cells) > 1 and not any(
        inner.tag in BLOCKS or inner.tag == "br" for cell in cells for inner in cell.iterdescendants()
    )


def _spaced(element: Tree) -> Iterator[str]:
    """Yield the text in an element, parted where its parts stand apart on screen: label, caption, credit."""
    yield element.text or ""
    for child in element:
        apart = " " if child.tag in ("span", "div", "p", "br", "small", "cite", "li", "button") else ""
        if isinstance(child.tag, str) and child.tag not in ("script", "style", "noscript"):
            yield apart
            yield from _spaced(child)
            yield apart
        yield child.tail or ""
