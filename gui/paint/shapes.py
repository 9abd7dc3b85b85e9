"""How each shape of a mark is drawn, in a text, in a legend or in a report preview alike."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from analysis.method import Look

from ..kinds import Kind, by_id
from .marks import STRONG_FROM
from .theme import Theme

LINE = 1.2
"""Width of outlines in pixels: visible at 100 % and no heavier than the letters."""
ROUND = 2.5
NOTE_LEAST = 7.0
"""Pixels of the sign of a note: smaller, its lines run together."""


WAVE = 2.2
"""Pixels from the middle of a wave to its crest; a wave is six times as long."""


def draw_fill(painter: QPainter, rects: Sequence[QRectF], colour: QColor) -> None:
    """Tint the ground behind words."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), ROUND, ROUND)


def draw_outline(
    painter: QPainter, rects: Sequence[QRectF], colour: QColor, dashed: bool = False, width: float = LINE
) -> None:
    """Draw a box around words, dashed for words that the outlet holds at arm's length."""
    pen = QPen(colour, width)
    if dashed:
        pen.setDashPattern([2.5, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in rects:
        # Wider to the left, where a blank or an opening mark stands; on the right a comma must stay legible.
        painter.drawRoundedRect(rect.adjusted(-1.5, 0.5, 0.25, -0.5), ROUND, ROUND)


def draw_dotted(painter: QPainter, rects: Sequence[QRectF], colour: QColor) -> None:
    """Draw dots under words."""
    pen = QPen(colour, 2.0)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 2.0])  # strokes without length: round dots
    painter.setPen(pen)
    for rect in rects:
        painter.drawLine(QPointF(rect.left(), rect.bottom() - 1), QPointF(rect.right(), rect.bottom() - 1))


def draw_line(painter: QPainter, rects: Sequence[QRectF], colour: QColor, broken: bool) -> None:
    """Draw a line under words, a finger lower than the dots of loaded words; broken where nobody is named."""
    pen = QPen(colour, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if broken:
        pen.setDashPattern([3.2, 2.2])
    painter.setPen(pen)
    for rect in rects:
        painter.drawLine(QPointF(rect.left(), rect.bottom() + 1.5), QPointF(rect.right(), rect.bottom() + 1.5))


def draw_wave(painter: QPainter, rects: Sequence[QRectF], colour: QColor) -> None:
    """Draw a wave under words."""
    painter.setPen(QPen(colour, LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in rects:
        path, y, up = QPainterPath(QPointF(rect.left(), rect.bottom())), rect.bottom(), True
        x = rect.left()
        while x < rect.right():
            end = min(x + 3 * WAVE, rect.right())
            path.quadTo(QPointF((x + end) / 2, y + (-WAVE if up else WAVE)), QPointF(end, y))
            x, up = end, not up
        painter.drawPath(path)


def draw_double(painter: QPainter, rects: Sequence[QRectF], colour: QColor) -> None:
    """Draw two thin lines under words."""
    painter.setPen(QPen(colour, 1.0))
    for rect in rects:
        for y in (rect.bottom() - 0.5, rect.bottom() + 2):
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


def draw_struck(painter: QPainter, rects: Sequence[QRectF], colour: QColor) -> None:
    """Draw a line through words: somebody rejected their mark."""
    painter.setPen(QPen(colour, 1.2))
    for rect in rects:
        painter.drawLine(QPointF(rect.left(), rect.center().y() + 1), QPointF(rect.right(), rect.center().y() + 1))


def draw_note(painter: QPainter, rects: Sequence[QRectF], colour: QColor, paper: QColor) -> None:
    """Draw a small sheet with two lines of writing at the upper right end of words: somebody wrote a note."""
    end = rects[-1]
    size = max(NOTE_LEAST, end.height() * 0.36)
    sheet = QRectF(end.right() - size * 0.35, end.top() - size * 0.45, size * 0.9, size)
    painter.setPen(QPen(colour, 1.0))
    painter.setBrush(paper)
    painter.drawRect(sheet)
    for share in (0.35, 0.65):
        y = sheet.top() + share * sheet.height()
        painter.drawLine(QPointF(sheet.left() + 2, y), QPointF(sheet.right() - 2, y))


def draw_bar(painter: QPainter, x: float, top: float, bottom: float, colour: QColor, broken: bool) -> None:
    """Draw a bar beside a text, broken for reported speech."""
    pen = QPen(colour, 3.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if broken:
        pen.setDashPattern([1.6, 1.0])
    painter.setPen(pen)
    painter.drawLine(QPointF(x, top + 1), QPointF(x, bottom - 1))


def draw_sign(painter: QPainter, centre: QPointF, size: float, colour: QColor, weight: float) -> None:
    """Draw an arrowhead up or down, hollow for a weak score."""
    half, tip = size / 2, -size / 2 if weight > 0 else size / 2
    triangle = QPolygonF([QPointF(-half, -tip), QPointF(half, -tip), QPointF(0, tip)])
    painter.setPen(QPen(colour, 1.1))
    painter.setBrush(colour if abs(weight) >= STRONG_FROM else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawPolygon(triangle.translated(centre))


def draw_only(painter: QPainter, centre: QPointF, size: float, colour: QColor) -> None:
    """Draw a small lozenge: a sentence near which nothing was found in the other articles."""
    half = size / 2
    lozenge = QPolygonF([QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)])
    painter.setPen(QPen(colour, 1.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(lozenge.translated(centre))


def legend_icon(name: str, theme: Theme, ratio: float) -> QIcon:
    """Return the small picture that the toggle of a kind of marks carries, or that of "only"."""
    pixmap = QPixmap(int(18 * ratio), int(14 * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if name in by_id():
        _draw_kind(painter, by_id()[name], theme)
    else:
        draw_only(painter, QPointF(9, 7), 9, theme.colour("only"))
    painter.end()
    return QIcon(pixmap)


def _draw_kind(painter: QPainter, kind: Kind, theme: Theme) -> None:
    box, colour = QRectF(1.5, 2, 15, 10), theme.colour(kind.colour_role)
    match kind.look:
        case Look.BY_VOICE:
            draw_fill(painter, [box], theme.colour(f"{kind.colour_role}.tint"))
            draw_outline(painter, [QRectF(9, 2, 6, 10)], colour)
        case Look.DOTTED:
            draw_dotted(painter, [box], colour)
        case Look.BY_ACTOR:
            draw_line(painter, [QRectF(1, 0, 8, 6)], colour, False)
            draw_line(painter, [QRectF(1, 4, 16, 6)], colour, True)
        case Look.SIGN:
            draw_sign(painter, QPointF(5, 7), 7, theme.colour("mark.positive"), 1)
            draw_sign(painter, QPointF(13, 7), 7, theme.colour("mark.negative"), -1)
        case Look.WAVE:
            draw_wave(painter, [QRectF(1.5, 0, 15, 8)], colour)
        case Look.DOUBLE:
            draw_double(painter, [QRectF(1.5, 0, 15, 7)], colour)
        case None:
            draw_bar(painter, 6, 1, 13, colour, False)
            draw_bar(painter, 12, 1, 13, colour, True)
