"""Heads and feet of pages: what repeats over pages, page numbers, and what browsers print around a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from ..dates import MONTH
from .columns import LARGE, WIDE
from .words import Row

EDGE_ROWS = 3
"""Rows at the head and at the foot of a page that may belong to the page."""
SHARE = 0.4
"""Of the pages: what stands on as many at one edge is no text. On left and right pages it differs."""
HEAD_WORDS = 16
"""The longest running heads name paper, date, section and page."""
NAME_WORDS = 6
SAME_PLACE = 2.0
"""Points by which the heads of two pages differ in height."""
FAR = 1.8
FOOT_WORDS = 8
"""A row of smaller type at the foot, `FAR` usual distances below the text, names section and page in as many words."""
APART = 1.25
"""Times the usual distance of lines: a head stands farther from the text than its lines from each other."""

_DATE = rf"(?:{MONTH}|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b\.?"
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|seite|pg\.?)\s*)?(?:\d{1,4}|[A-Z]\d{1,2}|[ivx]{1,5})(?:\s?(?:/|of|\|)\s?\d{1,4})?\W*", re.I
)
_ADDRESS = re.compile(r"(?:https?|file)://\S+|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)+/\S*")
_CLOCK = re.compile(
    r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
    rf"|\b(?:\d{{1,2}}\.?\s+)?{_DATE}\s+(?:\d{{1,2}},?\s+)?\d{{4}}(?:,| at)?\s+\d{{1,2}}[:.]\d{{2}}"
    r"(?:\s?[AaPp]\.?[Mm]\.?)?",
    re.I,
)
_FRACTION = re.compile(r"(?<!\S)(?:page\s+)?\d{1,4}\s?(?:/|of)\s?(\d{1,4})(?!\S)", re.I)


@dataclass(slots=True)
class Heads:
    """What was taken off the pages: all lines, and those that may name the outlet."""

    removed: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    """Of the page, as a browser prints them at its head."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """A row near the head or foot of a page."""

    page: int
    row: int
    parts: tuple[str, ...]
    base: float
    size: float
    apart: bool
    """Whether it stands apart from the text, by its distance or its size."""
    outermost: bool
    number: bool
    """Whether it is the number of the page."""

    @property
    def place(self) -> tuple[int, int]:
        return self.page, self.row

    @property
    def text(self) -> str:
        return " ".join(self.parts)


def without_heads(pages: Sequence[list[Row]]) -> tuple[list[list[Row]], Heads]:
    """Return the rows of the pages without heads and feet, and these."""
    pitch, usual = _usual(pages)
    edges = [_edges(number, rows, pitch, usual) for number, rows in enumerate(pages)]
    heads = Heads()
    gone = _printed_by_browser(edges, heads)
    left = [edge for page in edges for edge in page if edge.place not in gone]
    repeated = _repeated(left, len(pages))
    shapes: set[str] = set()
    for edge in left:
        if edge.number or edge.place in repeated:
            gone.add(edge.place)
            if _is_number(edge.text):
                continue
            if (shape := _shape(edge.text)) not in shapes:
                shapes.add(shape)
                heads.removed.append(edge.text)
                heads.above += [part for part in edge.parts if not _is_number(part)]
    kept = [[row for j, row in enumerate(rows) if (i, j) not in gone] for i, rows in enumerate(pages)]
    # Pages of one line each have no heads.
    return (kept, heads) if any(kept) else (list(pages), Heads())


def _edges(page: int, rows: list[Row], pitch: float, usual: float) -> list[_Edge]:
    """Return the rows at the edges of a page, in a file with this usual distance of lines and size of type."""
    depth = EDGE_ROWS if len(rows) > 8 else 2 if len(rows) > 4 else 1
    numbers = sorted({*range(min(depth, len(rows))), *range(max(0, len(rows) - depth), len(rows))})
    bases = [row[0].base for row in rows]
    found: list[_Edge] = []
    for i in numbers:
        inner = i + 1 if i < depth else i - 1
        gap = abs(bases[i] - bases[inner]) if 0 <= inner < len(rows) else float("inf")
        size = median(word.size for word in rows[i])
        apart = gap > APART * pitch or abs(size - usual) > 0.07 * usual
        parts = _parts(rows[i])
        outermost = i in (0, len(rows) - 1)
        text = " ".join(parts)
        foot = i == len(rows) - 1 and gap > FAR * pitch and size < 0.97 * usual and _is_foot(text)
        number = apart and outermost and size < LARGE * usual and (_is_number(text) or foot)
        found.append(_Edge(page, i, parts, bases[i], size, apart, outermost, number))
    return found


def _usual(pages: Sequence[list[Row]]) -> tuple[float, float]:
    """Return the usual distance of lines and the usual size of type."""
    gaps = [a[0].base - b[0].base for rows in pages for a, b in pairwise(rows)]
    sizes = [word.size for rows in pages for row in rows for word in row]
    usual = median(sizes) if sizes else 0.0
    # Lines side by side stand a little apart only.
    gaps = [gap for gap in gaps if gap > 0.8 * usual]
    return median(gaps) if gaps else 1.3 * usual, usual


def _is_foot(text: str) -> bool:
    """Return whether a row ends or begins with the number of its page: "Harbour and Coast 7"."""
    words = text.split()
    if text.endswith((".", "?", "!")) or len(words) > FOOT_WORDS:
        return False
    return any(re.fullmatch(r"[A-Z]?\d{1,3}", word) for word in (words[0], words[-1]))


def _is_number(text: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(text)) and any(c.isdigit() for c in text)


def _parts(row: Row) -> tuple[str, ...]:
    """Return what stands in a row, parted at its wide gaps."""
    parts: list[list[str]] = [[row[0].text]]
    for before, word in pairwise(row):
        if word.left - before.right > WIDE * word.size:
            parts.append([])
        parts[-1].append(word.text)
    return tuple(" ".join(part) for part in parts)


def _shape(text: str) -> str:
    """Return a text without what differs from page to page: numbers, days and months."""
    return re.sub(r"\W+", " ", re.sub(r"\d+", "#", re.sub(_DATE, "@", text, flags=re.I))).strip().casefold()


def _repeated(edges: Sequence[_Edge], pages: int) -> set[tuple[int, int]]:
    """Return the rows that stand on many pages at one place, and what stands in their place on others."""
    if pages < 2:
        return set()
    apart = [edge for edge in edges if edge.apart and len(edge.text.split()) <= HEAD_WORDS]
    # At the very edge also what stands no farther from the text than its lines, if it is no sentence.
    outermost = [edge for edge in edges if edge.outermost and _is_name(edge.text)]
    found = {edge.place for rows in (apart, outermost) for edge in _often(rows, lambda edge: _shape(edge.text), pages)}
    # Left and right pages have different heads in the same place, which name paper, day and page side by side.
    sided = _often([edge for edge in apart if _is_sided(edge)], lambda edge: "", pages)
    places = {spot for edge in apart if edge.place in found for spot in _spots(edge)}
    places |= {spot for edge in sided for spot in _spots(edge)}
    return found | {edge.place for edge in apart if _spots(edge)[0] in places and not _ends_like_text(edge.text)}


def _is_sided(edge: _Edge) -> bool:
    """Return whether a row names something at one side of the page, and a page or day at the other."""
    dated = any(_is_number(part) or re.search(_DATE, part) for part in edge.parts)
    return len(edge.parts) > 1 and dated and not any(_ends_like_text(part) for part in edge.parts)


def _is_name(text: str) -> bool:
    return len(text.split()) <= NAME_WORDS and not _ends_like_text(text)


def _ends_like_text(text: str) -> bool:
    return text.endswith((".", "?", "!", ",", ";", "”", '"', "-"))


def _often(edges: Sequence[_Edge], kind: Callable[[_Edge], str], pages: int) -> list[_Edge]:
    """Return the rows of one kind and height that stand on many pages."""
    kinds: dict[str, list[_Edge]] = {}
    for edge in edges:
        kinds.setdefault(kind(edge), []).append(edge)
    found: list[_Edge] = []
    for alike in kinds.values():
        alike.sort(key=lambda edge: edge.base)
        level: list[_Edge] = []
        for edge in alike:
            if level and edge.base - level[-1].base >= SAME_PLACE:
                found += _if_many(level, pages)
                level = []
            level.append(edge)
        found += _if_many(level, pages)
    return found


def _if_many(edges: list[_Edge], pages: int) -> list[_Edge]:
    return edges if len({edge.page for edge in edges}) >= max(2, SHARE * pages) else []


def _spots(edge: _Edge) -> list[tuple[int, int]]:
    """Return the place of a row with its type's size, and the neighbouring ones, in steps of `SAME_PLACE` points."""
    step, size = round(edge.base / SAME_PLACE), round(edge.size * 4)
    return [(step + i, size + j) for i in (0, -1, 1) for j in (0, -1, 1)]


def _printed_by_browser(edges: Sequence[list[_Edge]], heads: Heads) -> set[tuple[int, int]]:
    """Return the rows that a browser prints around a page: title and address, day and time, number and count of pages.

    Title and address are kept for what they say of the outlet; the day is that of the printing.
    """
    found: set[tuple[int, int]] = set()
    for page in edges:
        outer = _marked(page, len(edges)) + _marked(page[::-1], len(edges))
        marks = set().union(*(mark for _, mark in outer)) if outer else set()
        if len(marks) < 2:
            continue
        if not found:
            heads.removed += [edge.text for edge, _ in outer]
            heads.above += [line for edge, _ in outer for line in _evidence(edge.text)]
            heads.titles += [title for edge, _ in outer if (title := _title(edge.text))]
        found |= {edge.place for edge, _ in outer}
    return found


def _marked(edges: Sequence[_Edge], pages: int) -> list[tuple[_Edge, set[str]]]:
    """Return the outermost rows of a head or foot that have marks of a browser's print, with these."""
    found: list[tuple[_Edge, set[str]]] = []
    for edge in edges[:2]:
        marks = _marks(edge.text, pages)
        if not marks:
            break
        found.append((edge, marks))
    return found


def _marks(text: str, pages: int) -> set[str]:
    fraction = _FRACTION.search(text)
    marks = {
        "address": bool(_ADDRESS.search(text)),
        "clock": bool(_CLOCK.search(text)),
        "fraction": bool(fraction and int(fraction[1]) == pages),
    }
    return {mark for mark, found in marks.items() if found}


def _evidence(text: str) -> list[str]:
    """Return the title and the address in a head."""
    address = _ADDRESS.search(text)
    return [line for line in (_title(text), address[0] if address else "") if line]


def _title(text: str) -> str:
    """Return the title of the page in a head, "" where there is none."""
    rest = " ".join(_FRACTION.sub(" ", _CLOCK.sub(" ", _ADDRESS.sub(" ", text))).split())
    return rest if any(c.isalpha() for c in rest) else ""
