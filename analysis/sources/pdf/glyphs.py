"""A PDF's pages as what is drawn on them: characters with their places, and pictures."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

SKEW = math.radians(5)
"""Type that is turned by less than this from a quarter turn reads as if it were not."""
HYPHENS = "\x02\ufffe\u00ad\u2010\u2011"
"""Signs drawn as a hyphen; the first two are what PDFium calls one that parts a word at a line's end."""
_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
RAISED = 0.22
"""Of the type size: figures whose feet stand this much above the baseline are indices."""
INDEX = 0.6
"""Size of an index to that of its type."""
MIN_PICTURE = 30.0
"""Points: smaller pictures and boxes are ornaments, rules and bullets."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character: its start, end and baseline in points on a page turned so that most of its type reads level."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the turned page."""

    left: float
    right: float
    bottom: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.bottom <= y <= self.top


@dataclass(frozen=True, slots=True)
class Page:
    """What is drawn on a page, in whatever order."""

    number: int
    glyphs: list[Glyph]
    turned: tuple[str, ...]
    """Lines that run in another direction than the rest: credits along pictures, watermarks, stamps."""
    pictures: tuple[Box, ...]
    unmapped: int
    """Characters of which the file does not say what they are."""
    scanned: bool
    """Whether a picture covers most of the page."""


def page_of(page: Any, number: int) -> Page:  # pypdfium2 has no types
    """Return what is drawn on a page of PDFium's."""
    textpage = page.get_textpage()
    try:
        drawn, unmapped = _drawn(page, textpage)
    finally:
        textpage.close()
    turns = Counter(turn for *_, turn in drawn)
    quarter = max((t for t in turns if t is not None), key=lambda t: turns[t], default=0)
    glyphs = [Glyph(text, *_turned(origin, box, quarter), size) for text, origin, box, size, t in drawn if t == quarter]
    turned = _runs((text, t) for text, *_, t in drawn if t != quarter)
    boxes, share = _pictures(page, quarter)
    return Page(number, glyphs, turned, boxes, unmapped, share > 0.5)


_Drawn = tuple[str, tuple[float, float], tuple[float, float, float, float], float, int | None]


def _drawn(page: Any, textpage: Any) -> tuple[list[_Drawn], int]:
    """Return the characters with origin, box, size and quarter turn (None for a skew one), and how many are unknown."""
    from ctypes import byref, c_double

    from pypdfium2 import raw

    x, y = c_double(), c_double()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    edges = c_double(), c_double(), c_double(), c_double()
    found: list[_Drawn] = []
    unmapped = 0
    pieces: set[int] = set()
    last: int | None = None
    scale, turn = 1.0, _quarter(1.0, 0.0)
    for i in range(textpage.count_chars()):
        if raw.FPDFText_IsGenerated(textpage, i) == 1:
            continue
        code = raw.FPDFText_GetUnicode(textpage, i)
        text = _text(code)
        if not text or raw.FPDFText_HasUnicodeMapError(textpage, i) == 1:
            unmapped += 1
        if not text:
            continue
        if not raw.FPDFText_GetCharOrigin(textpage, i, byref(x), byref(y)):
            continue
        if not raw.FPDFText_GetLooseCharBox(textpage, i, byref(box)):
            continue
        piece = raw.FPDFText_GetTextObject(textpage, i)
        key = _address(piece)
        if key is None or key != last:
            last = key
            pieces.add(key or 0)
            raw.FPDFText_GetMatrix(textpage, i, byref(matrix))
            size = raw.FPDFText_GetFontSize(textpage, i)
            scale, turn = abs(size) * math.hypot(matrix.c, matrix.d), _quarter(matrix.a, matrix.b)
        size, raised = max(0.1, scale), 0.0
        if turn == 0 and text.isdigit() and raw.FPDFText_GetCharBox(textpage, i, *edges):
            # A font's own index figures stand on the line, and are drawn small above it.
            height, foot = edges[3].value - edges[2].value, edges[2].value - y.value
            if foot > RAISED * size and height < 0.6 * size:
                size, raised = INDEX * size, foot
        found.append((text, (x.value, y.value + raised), (box.left, box.right, box.bottom, box.top), size, turn))
    return found + _lost_hyphens(page, pieces), unmapped


def _lost_hyphens(page: Any, pieces: set[int]) -> list[_Drawn]:
    """Return the hyphens drawn by themselves that PDFium leaves out behind another, though it stands elsewhere."""
    from pypdfium2 import raw

    found: list[_Drawn] = []
    if raw.FPDFPage_CountObjects(page.raw) > MAX_OBJECTS:
        return found
    for piece in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=1):
        if _address(piece.raw) in pieces:
            continue
        left, bottom, right, top = _bounds(piece)
        m = piece.get_matrix()
        size = abs(piece.get_font_size()) * math.hypot(m.c, m.d)
        if 0.1 * size < right - left < 0.6 * size and 0 < top - bottom < 0.2 * size and _quarter(m.a, m.b) == 0:
            found.append(("-", (m.e, m.f), (left, right, bottom, top), size, 0))
    return found


def _address(pointer: Any) -> int | None:
    from ctypes import c_void_p, cast

    return cast(pointer, c_void_p).value


def _text(code: int) -> str:
    """Return the character of a code as it is read, "" where it is no character."""
    if not 0 < code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return ""
    text = chr(code)
    if text in HYPHENS:
        return "-"
    if text in _LIGATURES:
        return _LIGATURES[text]
    if text in "\t\n\r\u00a0":
        return " "
    return "" if unicodedata.category(text) in ("Cc", "Co", "Cn") or text == "\ufffd" else text


def _quarter(a: float, b: float) -> int | None:
    """Return by how many quarters type is turned to the left, None where it is skew."""
    quarters = math.atan2(b, a) / (math.pi / 2)
    nearest = round(quarters)
    return nearest % 4 if abs(quarters - nearest) * math.pi / 2 <= SKEW else None


def _turn(x: float, y: float, quarter: int) -> tuple[float, float]:
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarter]


def _turned(
    origin: tuple[float, float], box: tuple[float, float, float, float], quarter: int
) -> tuple[float, float, float]:
    """Return start, end and baseline of a character on the turned page."""
    left, right, bottom, top = box
    start, base = _turn(*origin, quarter)
    ends = (_turn(left, bottom, quarter)[0], _turn(right, top, quarter)[0])
    return min(start, *ends) if max(ends) <= start else start, max(start, *ends), base


def _runs(characters: Iterator[tuple[str, int | None]]) -> tuple[str, ...]:
    """Return what is drawn in other directions, a line for each run of one direction."""
    runs: list[list[str]] = []
    last: int | None = -1
    for text, turn in characters:
        if turn != last:
            runs.append([])
        runs[-1].append(text)
        last = turn
    lines = (" ".join("".join(run).split()) for run in runs)
    return tuple(line for line in lines if any(c.isalnum() for c in line))


def _bounds(item: Any) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of an object, nothing where it has no extent."""
    from ctypes import byref, c_float

    from pypdfium2 import raw

    sides = c_float(), c_float(), c_float(), c_float()
    if not raw.FPDFPageObj_GetBounds(item.raw, *map(byref, sides)):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = (side.value for side in sides)
    while (item := item.container) is not None:
        # What stands in a form is measured on the form.
        matrix = item.get_matrix()
        (left, bottom), (right, top) = matrix.on_point(left, bottom), matrix.on_point(right, top)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _pictures(page: Any, quarter: int) -> tuple[tuple[Box, ...], float]:
    """Return the pictures and filled boxes of a page, and the share of the page that its largest image takes."""
    from pypdfium2 import raw

    width, height = page.get_size()
    area = max(1.0, width * height)
    boxes: list[Box] = []
    share = 0.0
    if raw.FPDFPage_CountObjects(page.raw) > MAX_OBJECTS:
        return (), share
    kinds = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
    for item in page.get_objects(filter=kinds, max_depth=4):
        left, bottom, right, top = _bounds(item)
        size = max(0.0, right - left) * max(0.0, top - bottom)
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            share = max(share, size / area)
        if min(right - left, top - bottom) < MIN_PICTURE or size > 0.8 * area:
            continue
        (x0, y0), (x1, y1) = _turn(left, bottom, quarter), _turn(right, top, quarter)
        boxes.append(Box(min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)))
    return tuple(boxes[:MAX_PICTURES]), share


MAX_OBJECTS = 50_000
"""A page of more pieces is a map, whose pictures have no captions."""
MAX_PICTURES = 200
"""Maps and charts are drawn in thousands of pieces; none of these is a picture with a caption of its own."""
