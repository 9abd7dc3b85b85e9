"""What stands beside a text: bars with the speakers' names, signs for sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from . import shapes
from .marks import Shape
from .placing import Placed
from .theme import Theme

GUTTER_WIDE, GUTTER_NARROW, SIGNS = 100, 34, 20
"""Pixels left of the text with names beside their bars, and along them; right of it for signs."""
BAR_ROOM, LANE, NAME_WIDTH = 16, 4, 74
"""Pixels between text and names, between bars side by side, and for a name beside its bar."""
SIGN, SIGN_STEP, SIGNS_IN_A_LINE = 6.5, 8, 2
SMALL, SMALLEST = 0.62, 6.5
"""Names are so much smaller than the text, and at least so many points."""


@dataclass(slots=True)
class Margin:
    """One painting of the margins; remembers what is taken, so that nothing covers anything."""

    painter: QPainter
    theme: Theme
    left: float
    right: float
    wide: bool
    font: QFont
    _named_to: float = 0.0
    _signs: dict[float, int] = field(default_factory=dict)

    def paint(self, one: Placed) -> None:
        """Paint a shape that stands beside the text."""
        colour = self.theme.colour(one.item.role)
        match one.item.shape:
            case Shape.BAR | Shape.BROKEN_BAR:
                x = self.left - BAR_ROOM + 3 - one.lane * LANE
                shapes.draw_bar(self.painter, x, one.begins, one.bottom, colour, one.item.shape is Shape.BROKEN_BAR)
                if one.item.label and one.begins >= self._named_to:
                    self._paint_name(one)
            case Shape.SIGN:
                y = one.rects[-1].center().y()
                place = self._signs.get(y, 0)
                self._signs[y] = place + 1
                if place < SIGNS_IN_A_LINE:
                    centre = QPointF(self.right + 6 + place * SIGN_STEP, y)
                    shapes.draw_sign(self.painter, centre, SIGN, colour, one.item.weight)
            case Shape.ONLY:
                shapes.draw_only(self.painter, QPointF(self.left - 6, one.middle), 6, colour)

    def _paint_name(self, one: Placed) -> None:
        metrics = QFontMetricsF(self.font)
        self.painter.setFont(self.font)
        self.painter.setPen(self.theme.colour(one.item.role))
        x = self.left - BAR_ROOM - LANE
        if self.wide:
            self._named_to = self._beside(one.item.label, metrics, x, one.begins)
        elif one.bottom - one.begins > metrics.height() * 2.5:
            self._named_to = self._along(one.item.label, metrics, x, one.begins, one.bottom)
        else:
            letters = "".join(word[0] for word in one.item.label.split() if word[0].isupper())[:2]
            at = QPointF(x - metrics.horizontalAdvance(letters), one.begins + metrics.ascent())
            self.painter.drawText(at, letters)
            self._named_to = one.begins + metrics.height()

    def _beside(self, name: str, metrics: QFontMetricsF, x: float, top: float) -> float:
        """Write a name to the left of its bar, on two lines at most; return where it ends."""
        room = QRectF(x - 4 - NAME_WIDTH, top, NAME_WIDTH, metrics.height() * 2)
        lines = two_lines(name, metrics, room.width())
        self.painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, lines)
        return top + metrics.height() * (1 + lines.count("\n"))

    def _along(self, name: str, metrics: QFontMetricsF, x: float, top: float, bottom: float) -> float:
        """Write a name upwards along its bar; return where it ends."""
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, bottom - top)
        end = top + metrics.horizontalAdvance(shown)
        self.painter.save()
        self.painter.translate(x - 1, end)
        self.painter.rotate(-90)
        self.painter.drawText(QPointF(0, 0), shown)
        self.painter.restore()
        return end


def name_font(window: QFont, points: float) -> QFont:
    """Return the font of names beside a text of so many points."""
    font = QFont(window)
    font.setPointSizeF(max(SMALLEST, points * SMALL))
    return font


def two_lines(name: str, metrics: QFontMetricsF, width: float) -> str:
    """Return a name on one or two lines, each shortened to `width`."""
    if metrics.horizontalAdvance(name) <= width:
        return name
    first, rest = "", name.split()
    while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".strip()) <= width:
        first = f"{first} {rest.pop(0)}".strip()
    lines = [first, " ".join(rest)] if first else [name]
    return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines if line)
