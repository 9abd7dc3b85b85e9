"""Where the shapes of an article stand in its laid-out text, in document coordinates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from analysis.model import Span

from ..offsets import Offsets
from .marks import Shape, Shown

LAPS = 1.1
"""Lines that two bars may share (one ends in the line in which the next begins) before they stand side by side."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A shape with its rectangles, one per line."""

    item: Shown
    rects: tuple[QRectF, ...]
    top: float
    middle: float
    """Of its first line."""
    bottom: float
    lane: int = 0
    """Of a bar: 1 where it stands beside another."""
    begins: float = 0.0
    """Of a bar: where it is drawn from, below the bar before it."""


def placed(document: QTextDocument, offsets: Offsets, items: Iterable[Shown]) -> list[Placed]:
    """Return where each of `items` (in text order) stands; one without a place in the text is left out."""
    found = []
    for item in items:
        rects = rects_of(document, offsets, item.span)
        if rects:
            found.append(Placed(item, rects, rects[0].top(), rects[0].center().y(), rects[-1].bottom()))
    return _in_lanes(found)


def _in_lanes(found: list[Placed]) -> list[Placed]:
    """Return the same with bars that overlap put side by side, and those that meet cut where they meet."""
    reached = [0.0, 0.0]
    for index, one in enumerate(found):
        if one.item.shape not in (Shape.BAR, Shape.BROKEN_BAR):
            continue
        lane = 1 if one.top < reached[0] - LAPS * one.rects[0].height() else 0
        begins = max(one.top, reached[lane])
        if begins > one.bottom - one.rects[-1].height() / 2:  # wholly beside another: seen as a bar or not at all
            begins = one.top
        reached[lane] = max(reached[lane], one.bottom)
        found[index] = replace(one, lane=lane, begins=begins)
    return found


def rects_of(document: QTextDocument, offsets: Offsets, span: Span) -> tuple[QRectF, ...]:
    """Return one rectangle per line that `span` touches."""
    start, length = offsets.span_to_qt(span)
    end = start + length
    rects: list[QRectF] = []
    block = document.findBlock(start)
    layout = document.documentLayout()
    while block.isValid() and block.position() < end:
        origin = layout.blockBoundingRect(block).topLeft()
        rects.extend(_line_rects(block, origin, start - block.position(), end - block.position()))
        block = block.next()
    return tuple(rects)


def _line_rects(block: QTextBlock, origin: QPointF, start: int, end: int) -> Iterator[QRectF]:
    """Yield the rectangles of the characters `start` to `end` of a block, one per line."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        left, right = _across(line, first), _across(line, last)
        # Only the letters' height: proportional line height adds its room above them.
        height = line.ascent() + line.descent()
        top = origin.y() + line.y() + line.height() - height
        yield QRectF(origin.x() + min(left, right), top, abs(right - left), height)


def _across(line: QTextLine, position: int) -> float:
    """Return where in its layout a character begins, in pixels from the left."""
    x, _ = cast("tuple[float, int]", line.cursorToX(position))  # Qt's stubs call the pair an object
    return x
