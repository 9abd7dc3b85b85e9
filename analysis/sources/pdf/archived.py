"""PDFs that archives hand out: many documents in one column, read line by line for the splitter of archives.

Nothing is looked for in them that a newspaper has, no columns and no order but PDFium's, and of each line only the
place of its first character: so that they may be as long as a text file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ..archives import is_archive, is_mark, is_page_number
from ..draft import MAX_TEXT

GAP = 1.35
"""Times the usual distance of lines: a wider one parts paragraphs."""
NEAR_FOOT, ALONE = 3.0, 2.5
"""Times the usual distance of lines: how far above the lowest line a full page may end, and how far below the others
its last line is the foot of the page."""
OFTEN = 0.03
"""Share of all distances between lines from which the narrowest is that within paragraphs."""
FULL = 0.85
"""Of the length of long lines: the last line of a paragraph is mostly shorter."""
HEAD_LINES = 3
"""Over how many lines a title may run in the head of a page."""
TITLE_LINES = 6
"""Over how many lines it may run above its text."""
FOOT_SHARE, FOOT_PAGES, FOOT_LENGTH = 0.6, 3, 60
"""Share of the pages at whose foot a short line must stand to be a running foot, in a file of so many pages."""

_FIRST = re.compile(r"\b1 (?:of|von|sur|van|de)\b")
_HALVES = re.compile("[\ud800-\udfff]")
_DIGITS = re.compile(r"\d+")
_ENDED = re.compile(r"[.!?:;][\"'”’»)\]]*$")
_HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""What PDFium gives for a hyphen at a line's end."""
_Document = Any  # pypdfium2 has no types


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    base: float
    """Of its first character, in points from the foot of the page."""


def archive_text(document: _Document) -> str:
    """Return the lines of an archive's file, an empty one between paragraphs; "" for any other file."""
    pages: list[list[_Line]] = []
    size = 0
    for number in range(len(document)):
        pages.append(_page(document, number))
        size += sum(len(line.text) for line in pages[-1])
        if size > MAX_TEXT:
            return ""
    if not is_archive("\n".join(line.text for page in pages for line in page)):
        return ""
    feet = _feet(pages)
    return "\n".join(_lines(list(_without_heads(pages)), _pitch(pages), feet))


def _page(document: _Document, number: int) -> list[_Line]:
    from pypdfium2 import raw

    page = document[number]
    try:
        text = page.get_textpage()
        try:
            codes = [raw.FPDFText_GetUnicode(text, i) for i in range(text.count_chars())]
            return [_Line(line, _base(text, at)) for at, line in _cut(codes)]
        finally:
            text.close()
    finally:
        page.close()


def _cut(codes: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield the lines of a page, each with the number of its first character."""
    start = 0
    for end in [i for i, code in enumerate(codes) if code in (10, 13)] + [len(codes)]:
        text = "".join(_HYPHENS.get(code) or chr(code) for code in codes[start:end] if code)
        if _HALVES.search(text):  # of signs beyond U+FFFF PDFium gives the two halves
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if text.strip():
            yield start + len(text) - len(text.lstrip()), text.strip()
        start = end + 1


def _base(text: Any, at: int) -> float:  # a text page of pypdfium2
    from ctypes import byref, c_double

    from pypdfium2 import raw

    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(text, at, byref(x), byref(y))
    return y.value


def _pitch(pages: Sequence[Sequence[_Line]]) -> float:
    """Return the distance of two lines of a paragraph in points: most others are wider."""
    gaps = sorted(a.base - b.base for page in pages for a, b in pairwise(page) if a.base - b.base > 1)
    enough = max(2, OFTEN * len(gaps))
    return next((gap for i, gap in enumerate(gaps) if bisect_right(gaps, 1.05 * gap) - i >= enough), 0.0)


def _feet(pages: Sequence[Sequence[_Line]]) -> frozenset[str]:
    """Return the lines that stand at the foot of most pages, numbers aside."""
    last = Counter(_shape(page[-1].text) for page in pages if page)
    enough = max(FOOT_PAGES, FOOT_SHARE * len(pages))
    return frozenset(
        line for line, count in last.items() if count >= enough and len(line) < FOOT_LENGTH and not is_mark(line)
    )


def _without_heads(pages: Sequence[list[_Line]]) -> Iterator[list[_Line]]:
    """Yield the pages without their numbers, and the title below one that stands there twice or on the page before.

    It is set smaller in the head than above its text, so that it is wrapped at other words.
    """
    before: list[str] = []
    running = ""
    for page in pages:
        texts = [line.text for line in page]
        at = next((i + 1 for i, text in enumerate(texts[:2]) if is_page_number(text)), 0)
        if not at:
            before, running = [], ""
            yield page
            continue
        later = not _FIRST.search(texts[at - 1])
        size = next(
            (
                size
                for size in range(HEAD_LINES, 0, -1)
                if (head := texts[at : at + size])
                and ((later and head == before[:size]) or _joined(head) == running or _opens(texts[at + size :], head))
            ),
            0,
        )
        running = _joined(texts[at : at + size])
        before = texts[at:]
        yield page[at + size :]


def _opens(texts: Sequence[str], head: Sequence[str]) -> bool:
    """Return whether lines open with the words of a head, wherever they are wrapped."""
    return any(_joined(texts[:size]) == _joined(head) for size in range(1, min(TITLE_LINES, len(texts)) + 1))


def _joined(lines: Sequence[str]) -> str:
    return "".join("".join(lines).split())


def _lines(pages: Sequence[Sequence[_Line]], pitch: float, feet: frozenset[str]) -> Iterator[str]:
    full = _full(pages)
    pages = [page[:-1] if page and _shape(page[-1].text) in feet else page for page in pages]
    foot = min((page[-1].base for page in pages if page), default=0.0)
    before: Sequence[_Line] = ()
    for page in pages:
        if before and not _goes_on(before, pitch, foot, full):
            yield ""
        above = 0.0
        for line in page:
            # A line that stands higher than the one before it belongs to something else as well.
            if above and not 0 <= above - line.base <= GAP * pitch:
                yield ""
            yield line.text
            above = line.base
        before = page or before


def _goes_on(page: Sequence[_Line], pitch: float, foot: float, full: float) -> bool:
    """Return whether the last paragraph of a page goes on on the next: it is full, and so is its last line."""
    last = page[-1]
    if last.base - foot > NEAR_FOOT * pitch or (len(page) > 1 and page[-2].base - last.base > ALONE * pitch):
        return False
    return not _ENDED.search(last.text) or len(last.text) >= full


def _full(pages: Sequence[Sequence[_Line]]) -> float:
    """Return how many characters a line has that goes to the margin, so that its sentence may go on."""
    lengths = sorted(len(line.text) for page in pages for line in page)
    return FULL * lengths[len(lengths) * 9 // 10] if lengths else 0.0


def _shape(line: str) -> str:
    return _DIGITS.sub("#", line)
