"""PDF files: characters → lines → paragraphs, by where they stand on the page."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from ..errors import SourceError
from ..messages import message
from .draft import MAX_CHARACTERS, Draft, Meta

MAX_PAGES = 2_000
"""A newspaper's thickest issue has a few hundred."""
MIN_CHARACTERS = 20
"""Fewer letters in the whole file than this: its pages are pictures."""
GAP = 1.3
"""A paragraph begins where the distance to the line above is this many times the usual one.
Programs set 1.4 to 2 times between paragraphs and vary under 1.05 within."""
INDENT = 0.7
"""First-line indent, in line heights, from which a line begins a paragraph."""
LARGER = 1.18
"""A line this much larger than the running text is a heading."""

HEADLINE_WORDS = 30
"""More words in the largest type are a poster, not a headline."""
KICKER_WORDS = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: `bottom` is its baseline, `top` a type size above it, in points from the page's lower left."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    page: int

    @property
    def height(self) -> float:
        return self.top - self.bottom


def read_pdf(data: bytes, source: str, stem: str) -> Draft:
    """Return the text of a PDF file."""
    lines = _lines_of_file(data, source)
    if sum(c.isalnum() for line in lines for c in line.text) < MIN_CHARACTERS:
        raise SourceError(message("sources.pdf_pictures"), source)
    lines, removed = _without_running_heads(lines)
    above, headline, below = _split_at_headline(lines)
    words = words_of(lines)
    kickers = [line.text for line in above]
    # Above the headline stand the paper's name, a section, a page: short lines. Anything longer is kept.
    if any(len(text.split()) > KICKER_WORDS for text in kickers):
        below, kickers = [*above, *below], []
    paragraphs = paragraphs_of_lines(below, words)
    title = " ".join(paragraphs_of_lines(headline, words))
    digest = hashlib.sha256(data).hexdigest()
    text = "\n\n".join(paragraphs)
    return Draft(source, digest, text=text, meta=Meta(title=title), stem=stem, removed=(*kickers, *removed))


def _split_at_headline(lines: list[Line]) -> tuple[list[Line], list[Line], list[Line]]:
    """Return the lines above, of and below the headline: the largest lines of the first page, if they stand out."""
    height = median(line.height for line in lines)
    first = [line for line in lines if line.page == 0]
    largest = max((line.height for line in first), default=0.0)
    if largest < LARGER * height:
        return [], [], lines
    start = next(i for i, line in enumerate(first) if line.height == largest)
    end = start
    while end < len(first) and abs(first[end].height - largest) < 0.05 * largest:
        end += 1
    if sum(len(line.text.split()) for line in first[start:end]) > HEADLINE_WORDS:
        return [], [], lines
    return lines[:start], lines[start:end], lines[end:]


def _lines_of_file(data: bytes, source: str) -> list[Line]:
    """Return the lines of all pages; SourceError where the file cannot be opened."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        key = "sources.pdf_encrypted" if "assword" in str(error) else "sources.pdf_broken"
        raise SourceError(message(key), source) from error
    try:
        lines: list[Line] = []
        if len(document) > MAX_PAGES:
            raise SourceError(message("sources.pdf_pages", count=len(document), limit=MAX_PAGES), source)
        for number in range(len(document)):
            lines += _lines_of_page(document[number], number)
        size = sum(len(line.text) for line in lines)
        if size > MAX_CHARACTERS:
            raise SourceError(message("sources.too_long", count=size, limit=MAX_CHARACTERS), source)
        return lines
    except pypdfium2.PdfiumError as error:
        raise SourceError(message("sources.pdf_broken"), source) from error
    finally:
        document.close()


def _lines_of_page(page: Any, number: int) -> list[Line]:  # pypdfium2 has no types
    """Return the page's printed lines in reading order."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        last = textpage.count_chars() - 1
        found: list[Line] = []
        at = 0
        for m in _PRINTED.finditer(text):
            printed = m[1].strip()
            # PDFium counts its characters in UTF-16 units.
            start = at + _units(m[1][: len(m[1]) - len(m[1].lstrip())])
            end = start + _units(printed) - 1
            at += _units(m[0])
            if printed and end <= last:
                hyphen = "-" if m[2] in _HYPHENS else ""
                found.append(_line(textpage, printed + hyphen, start, end, number))
        return found
    finally:
        textpage.close()
        page.close()


_HYPHENS = ("\ufffe", "\x02")
"""What PDFium writes for a hyphen that parts a word at a line's end."""
_PRINTED = re.compile("([^\r\n\ufffe\x02]*)(\r\n|[\r\n\ufffe\x02]|$)")


def _units(text: str) -> int:
    return len(text) + sum(c > "\uffff" for c in text)


def _line(textpage: Any, text: str, start: int, end: int, page: int) -> Line:
    """Return a line with its baseline and type size, by its first character."""
    from ctypes import byref, c_double

    from pypdfium2 import raw

    left, bottom, _, top = textpage.get_charbox(start, loose=True)
    right = textpage.get_charbox(end, loose=True)[2]
    x, y = c_double(), c_double()
    if raw.FPDFText_GetCharOrigin(textpage, start, byref(x), byref(y)):
        bottom = y.value
    size = raw.FPDFText_GetFontSize(textpage, start)
    # Some programs set type of size 1 and scale the page; the box then says more.
    return Line(text, left, max(left, right), bottom, bottom + (size if size > 2 else max(0.1, top - bottom)), page)


def _without_running_heads(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Return the lines without page numbers and what stands at the edge of most pages, digits apart; and those."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = [edge for page in pages.values() for edge in {id(e): e for e in _edges(page)}.values()]
    counts = Counter(_shape(line.text) for line in edges)
    often = {shape for shape, n in counts.items() if n >= max(2, 0.5 * len(pages)) and len(pages) > 1}
    dropped = {id(e) for e in edges if _shape(e.text) in often or re.fullmatch(r"\W*\d{1,4}\W*", e.text)}
    removed = dict.fromkeys(_shape(line.text) for line in lines if id(line) in dropped)
    return [line for line in lines if id(line) not in dropped], [text for text in removed if text != "#"]


def _edges(page: list[Line]) -> list[Line]:
    """Return the lines that may be a running head or foot: of a page that a text only ends on, the outermost."""
    ordered = sorted(page, key=lambda line: -line.top)
    depth = 2 if len(ordered) > 4 else 1
    return [*ordered[:depth], *ordered[-depth:]]


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def words_of(lines: Sequence[Line]) -> set[str]:
    """Return the words that stand whole on a line, those with hyphens among them."""
    return set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.text for line in lines).lower()))


def paragraphs_of_lines(lines: Sequence[Line], words: set[str]) -> list[str]:
    """Return the paragraphs that `lines` make up, hyphens at line ends resolved by what is in `words`."""
    if not lines:
        return []
    height = median(line.height for line in lines)
    pitches = [a.bottom - b.bottom for a, b in pairwise(lines) if _below(a, b, height)]
    pitch = median(pitches) if pitches else height * 1.3
    found = [lines[0].text]
    for above, line in pairwise(lines):
        if _new_paragraph(above, line, height, pitch):
            found.append(line.text)
        else:
            found[-1] = join(found[-1], line.text, words)
    return found


def _below(a: Line, b: Line, height: float) -> bool:
    return a.page == b.page and 0 < a.bottom - b.bottom < 4 * height and b.left < a.right and a.left < b.right


def _new_paragraph(above: Line, line: Line, height: float, pitch: float) -> bool:
    if abs(above.height - line.height) > (LARGER - 1) * min(above.height, line.height) and (
        max(above.height, line.height) > LARGER * height
    ):
        return True
    if not _below(above, line, height):
        # The next column or page: the paragraph goes on unless its sentence is over and its line was not full.
        return bool(re.search(r"[.!?:][\"'”’)]*$", above.text)) and not line.text[:1].islower()
    scale = max(1.0, min(above.height, line.height) / height)
    if above.bottom - line.bottom > GAP * pitch * scale:
        return True
    return line.left - above.left > INDENT * height and bool(re.search(r"[.!?:][\"'”’)]*$", above.text))


def join(before: str, after: str, words: set[str]) -> str:
    """Return two lines of a paragraph as one; a word that was parted is whole again.

    The hyphen stays where the text has the word with it elsewhere, or a part is a number, name or abbreviation.
    """
    m = re.search(r"([^\W\d_.]+)-$", before)
    following = re.match(r"[^\W\d_]+", after)
    if m is None or following is None or before.endswith(" -"):
        return before + after if before.endswith("-") and not before.endswith((" -", "--")) else f"{before} {after}"
    first, second = m[1].lower(), following[0].lower()
    hyphenated = f"{first}-{second}" in words and first + second not in words
    if hyphenated or not after[:1].islower():
        return before + after
    return before[:-1] + after
