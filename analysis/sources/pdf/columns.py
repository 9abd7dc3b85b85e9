"""Rows → lines: a row is parted where a gutter between columns runs through it, or a gap no word space has."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from .words import Row, Word

GUTTER = 0.7
"""Of the usual type size: least width of a gutter. Newspapers set 1 to 1.5, word spaces of justified lines .2 to .8."""
MIN_LINES = 3
"""Lines on either side that make a gutter of a gap: by chance gaps lie below each other in two, hardly in three."""
NARROWEST = 4.0
"""Of the type size: narrower than this are indents, not columns."""
APART = 2.0
"""Of the type size: a line that crosses a gutter stands farther from the columns than lines from each other."""
RIVER = 5
"""Lines over which word spaces of justified type do not lie below each other."""
SAME_EDGE = 0.6
"""Of the type size: left edges of columns that differ by less are one; quotation marks hang out, capitals stand in."""
WIDE_GUTTER = 1.3
"""Of the type size: of a gutter as wide, two lines on either side are enough."""
BESIDE = 12.0
"""Times the type size: how far from a gutter the lines to its left may end."""
ALIGNED = 0.25
"""Of the type size: left edges that differ by less are one edge."""
LARGE = 1.3
"""Times the usual type size: headings, whose own word spaces may be as wide as a gutter."""
_MARKER = re.compile(r"(?:\d{1,3}|[a-z])[.)]?|[•·▪▸‣●○■□*–—-]")
"""What opens an item of a list: its text stands in no column of its own."""
WIDE = 2.2
"""Of the type size: a wider gap parts a row anywhere, as between the outlet and the date of a page's head."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its words from `left` to `right` on the baseline `bottom`, type of size `height`, in points.

    It has the room from `start` to `end`: the column, as far as gutters and neighbours tell.
    """

    text: str
    left: float
    right: float
    bottom: float
    height: float
    page: int
    start: float = 0.0
    end: float = 0.0
    first: float = 0.0
    """Width of its first word."""

    @property
    def top(self) -> float:
        return self.bottom + self.height


@dataclass(frozen=True, slots=True)
class Gutter:
    """A strip without text between columns, from `bottom` to `top`."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def lines_of(rows: Sequence[Row], page: int, known: Iterable[float] = ()) -> list[Line]:
    """Return the lines of a page by their baselines, from head to foot and left to right.

    `known` are left edges of columns on other pages.
    """
    if not rows:
        return []
    usual = median(word.size for row in rows for word in row)
    gutters = gutters_of(rows, usual, known)
    found: list[Line] = []
    for row in rows:
        here = [g for g in gutters if g.bottom <= row[0].base <= g.top]
        parts = _parts(row, here, usual)
        for i, part in enumerate(parts):
            # Its room ends at gutters, and halfway to a neighbour where there is none between.
            left = [g.middle for g in here if g.middle <= part[0].left]
            right = [g.middle for g in here if g.middle >= part[-1].right]
            start, end = max(left, default=float("-inf")), min(right, default=float("inf"))
            if i and parts[i - 1][-1].right > start:
                start = (parts[i - 1][-1].right + part[0].left) / 2
            if i + 1 < len(parts) and parts[i + 1][0].left < end:
                end = (part[-1].right + parts[i + 1][0].left) / 2
            found.append(_line(part, page, start, end))
    return found


def _line(words: Row, page: int, start: float, end: float) -> Line:
    text = " ".join(word.text for word in (words if _reads_right(words) else words[::-1]))
    size = median(word.size for word in words)
    base = median(word.base for word in words)
    first = words[0].right - words[0].left
    return Line(text, words[0].left, max(w.right for w in words), base, size, page, start, end, first)


def _reads_right(words: Row) -> bool:
    letters = [c for word in words for c in word.text[:1] if c.isalpha()]
    return 2 * sum(unicodedata.bidirectional(c) in ("R", "AL") for c in letters) <= len(letters)


def _parts(row: Row, gutters: Sequence[Gutter], usual: float) -> list[Row]:
    parts: list[Row] = [[row[0]]]
    right = row[0].right
    for before, word in pairwise(row):
        parted = any(right <= g.middle <= word.left for g in gutters)
        size = max(before.size, word.size)
        wide = WIDE if size <= LARGE * usual else WIDE_IN_HEADINGS
        if word.left - right > wide * size or (parted and _is_gutter(before, word)):
            parts.append([])
        parts[-1].append(word)
        right = max(right, word.right) if len(parts[-1]) > 1 else word.right
    return parts


def gutters_of(rows: Sequence[Row], usual: float, known: Iterable[float] = ()) -> list[Gutter]:
    """Return the gutters of a page: strips beside which lines begin at one edge and others end, crossed by no word.

    `known` are left edges of columns that the file has elsewhere: a single line is enough for a gutter there.
    """
    page = _PageWords(rows, usual)
    found = [g for edge in _edges(rows, usual) for g in page.gutters(edge, GUTTER, MIN_LINES)]
    found += [g for edge in _edges(rows, usual, 2) for g in page.gutters(edge, WIDE_GUTTER, 2)]
    found += [g for edge in _edges(rows, usual, 1, WIDE_GUTTER) for g in page.gutters(edge, WIDE_GUTTER, 1, RIVER)]
    margin = min(row[0].left for row in rows)
    columns = _without_indents([*(g.right for g in found), *known], usual)
    for edge in _without_indents([*columns, *_next_columns(columns, margin)], usual)[:MAX_EDGES]:
        found += page.gutters(edge, GUTTER, 1)
    return _merged(found, usual)


def _merged(gutters: Sequence[Gutter], usual: float) -> list[Gutter]:
    """Return gutters of which none overlaps another: what lies at nearly one edge is one gutter there."""
    found: list[Gutter] = []
    edge = float("-inf")
    for gutter in sorted(gutters, key=lambda g: (g.right, -g.top)):
        edge = edge if gutter.right - edge < SAME_EDGE * usual else gutter.right
        found.append(replace(gutter, left=edge - GUTTER * usual, right=edge))
    return list(dict.fromkeys(found))


def columns_of(pages: Iterable[Sequence[Row]]) -> list[float]:
    """Return the left edges at which most columns of a file begin."""
    edges: Counter[float] = Counter()
    for rows in pages:
        if rows:
            usual = median(word.size for row in rows for word in row)
            edges.update({round(gutter.right) for gutter in gutters_of(rows, usual)})
    return [edge for edge, _ in edges.most_common(MAX_COLUMNS)]


def _without_indents(edges: Iterable[float], usual: float) -> list[float]:
    """Return left edges of columns without those of indented lines in them."""
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] >= NARROWEST * usual:
            found.append(edge)
    return found


def _next_columns(columns: Sequence[float], margin: float) -> list[float]:
    """Return where the column to the right of the last would begin, if all are as wide."""
    before = [margin, *(edge for edge in columns if edge > margin)][-2:]
    return [2 * before[1] - before[0]] if len(before) == 2 else []


class _PageWords:
    """The words of a page from head to foot."""

    def __init__(self, rows: Sequence[Row], usual: float) -> None:
        self._usual = usual
        self._words = sorted((word for row in rows for word in row), key=lambda w: -w.base)
        self._headings = [
            (a, b) for row in rows for a, b in pairwise(row) if a.size > LARGE * usual and not _is_gutter(a, b)
        ]

    def gutters(self, edge: float, width: float, least: int, most: int = 0) -> list[Gutter]:
        """Return the gutters left of an edge, `width` type sizes wide.

        There are at least so many lines on either side, and at least `most` on one.
        """
        usual, words = self._usual, self._words
        start = edge - width * usual
        crossing = [w.base for w in words if w.left < edge - 0.1 * usual and w.right > start]
        crossing += [a.base for a, b in self._headings if a.right <= start and edge <= b.left + 0.1 * usual]
        crossing.sort(reverse=True)
        starts = [-w.base for w in words if abs(w.left - edge) <= ALIGNED * usual]
        ends = [-w.base for w in words if edge - BESIDE * usual <= w.right <= start and not _MARKER.fullmatch(w.text)]
        found: list[Gutter] = []
        for top, bottom in zip([float("inf"), *crossing], [*crossing, float("-inf")], strict=True):
            right, left = _between(starts, top, bottom), _between(ends, top, bottom)
            if min(len(right), len(left)) < least or max(len(right), len(left)) < most:
                continue
            # A few lines within others that cross are loosely set, with gaps that happen to lie below each other.
            apart = max(max(top + min(rows), -max(rows) - bottom) for rows in (left, right)) > APART * usual
            if apart or min(len(right), len(left)) >= RIVER:
                found.append(Gutter(start, edge, bottom + 0.05 * usual, top - 0.05 * usual))
        return found


def _is_gutter(before: Word, after: Word) -> bool:
    """Return whether a gap may be a gutter at all, by the size of the type beside it."""
    return after.left - before.right > 0.5 * GUTTER * max(before.size, after.size)


def _between(depths: Sequence[float], top: float, bottom: float) -> set[float]:
    """Return the different baselines that lie between two, of some sorted by how deep they stand."""
    return {round(d, 1) for d in depths[bisect_right(depths, -top) : bisect_left(depths, -bottom)]}


def _edges(rows: Sequence[Row], usual: float, least: int = MIN_LINES, gap: float = GUTTER) -> list[float]:
    """Return the left edges at which several lines begin after a gap, the leftmost of each group."""
    lefts: list[float] = []
    for row in rows:
        right = float("-inf")
        for word in row:
            if word.left - right >= gap * usual:
                lefts.append(word.left)
            right = max(right, word.right)
    lefts.sort()
    found: list[float] = []
    i = 0
    while i < len(lefts):
        j = bisect_right(lefts, lefts[i] + ALIGNED * usual)
        if j - i >= least:
            found.append(lefts[i])
        i = j
    return found[:MAX_EDGES]


WIDE_IN_HEADINGS = 4.0
"""Of the type size: headings set to the column's width have wide gaps, and stand side by side over columns only."""
MAX_COLUMNS = 12
MAX_EDGES = 60
"""Left edges looked at on a page: a newspaper's has some ten."""
