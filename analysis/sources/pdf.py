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
    """A printed line; points from the lower left corner of its page."""

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
        size = 0
        for number in range(min(len(document), MAX_PAGES)):
            lines += _lines_of_page(document[number], number)
            size = sum(len(line.text) for line in lines[-200:]) + size
            if size > 4 * MAX_CHARACTERS:
                break
        return lines
    except pypdfium2.PdfiumError as error:
        raise SourceError(message("sources.pdf_broken"), source) from error
    finally:
        document.close()


def _lines_of_page(page: Any, number: int) -> list[Line]:  # pypdfium2 has no types
    """Return the page's lines in reading order: pieces on one height, beside each other, are one line."""
    textpage = page.get_textpage()
    found: list[Line] = []
    try:
        for i in range(textpage.count_rects()):
            left, bottom, right, top = textpage.get_rect(i)
            text = _plain(textpage.get_text_bounded(left, bottom, right, top))
            if not text:
                continue
            bottom, top = _font_box(textpage, left, bottom, top)
            line = Line(text, left, right, bottom, top, number)
            if found and _beside(found[-1], line):
                found[-1] = _merged(found[-1], line)
            else:
                found.append(line)
    finally:
        textpage.close()
        page.close()
    return found


def _font_box(textpage: Any, left: float, bottom: float, top: float) -> tuple[float, float]:
    """Return bottom and top of a line by its font; by its ink, lines without descenders would stand higher."""
    i = textpage.get_index(left + 0.5, (bottom + top) / 2, 3, 3)
    if i is None:
        return bottom, top
    _, low, _, high = textpage.get_charbox(i, loose=True)
    return (low, high) if low <= bottom + 1 and high >= top - 1 and high - low < 3 * (top - bottom) else (bottom, top)


def _plain(text: str) -> str:
    """PDFium writes U+FFFE or U+0002 for a hyphen at a line's end."""
    return text.replace("\ufffe", "-").replace("\x02", "-").replace("\r\n", " ").replace("\n", " ").strip()


def _beside(a: Line, b: Line) -> bool:
    overlap = min(a.top, b.top) - max(a.bottom, b.bottom)
    return overlap > 0.5 * min(a.height, b.height) and -1 <= b.left - a.right < 2.5 * max(a.height, b.height)


def _merged(a: Line, b: Line) -> Line:
    gap = b.left - a.right
    glue = " " if gap > 0.12 * max(a.height, b.height) else ""
    return Line(a.text + glue + b.text, a.left, b.right, min(a.bottom, b.bottom), max(a.top, b.top), a.page)


def _without_running_heads(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Return the lines without what stands at the top or bottom of most pages, digits apart, and page numbers; and those."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = [edge for page in pages.values() for edge in {id(e): e for e in _edges(page)}.values()]
    counts = Counter(_shape(line.text) for line in edges)
    often = {shape for shape, n in counts.items() if n >= max(2, 0.5 * len(pages)) and len(pages) > 1}
    dropped = {id(line) for line in edges if _shape(line.text) in often or re.fullmatch(r"\W*\d{1,4}\W*", line.text)}
    removed = dict.fromkeys(_shape(line.text) for line in lines if id(line) in dropped)
    return [line for line in lines if id(line) not in dropped], [text for text in removed if text != "#"]


def _edges(page: list[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: -line.top)
    return [*ordered[:2], *ordered[-2:]] if len(ordered) > 4 else []


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
