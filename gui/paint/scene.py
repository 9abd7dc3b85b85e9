"""Paints a chart's scene with a QPainter: on screen, into an image, onto the clipboard alike."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from analysis.output.charts.metrics import FAMILY
from analysis.output.charts.scene import Anchor, Item, Line, Marker, Path, Pattern, Rect, Scene, Shape, Text
from analysis.output.text import shown

from .theme import Theme

STEP = 5
"""Pixels between the lines of a pattern, as in the SVG."""
NEAR = 4.0
"""Pixels around a line within which the pointer is on it."""


def paint_scene(painter: QPainter, scene: Scene, theme: Theme, clip: QRectF, active: str | None = None) -> None:
    """Paint what of `scene` lies in `clip`; the mark with the id `active` stands out. The painter stays as it was."""
    painter.save()  # whoever paints on would fill with the brush of the last item
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    marked: list[Item] = []
    for item in scene.items:
        if bounds(item).intersects(clip):
            _paint(painter, item, theme)
        if active is not None and item.datum is not None and item.datum.id == active and not isinstance(item, Text):
            marked.append(item)
    for item in marked:
        painter.setPen(QPen(theme.colour("ink"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bounds(item).adjusted(-2, -2, 2, 2))
    painter.restore()


def _paint(painter: QPainter, item: Item, theme: Theme) -> None:
    match item:
        case Rect():
            _area(painter, item.role, item.pattern, theme)
            inset = 0.0 if item.pattern is Pattern.SOLID else 0.6
            box = QRectF(item.x, item.y, item.width, item.height).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, item.radius, item.radius) if item.radius else painter.drawRect(box)
        case Line():
            pen = QPen(theme.colour(item.role), item.width)
            if item.dashed:
                pen.setDashPattern([3 / item.width, 3 / item.width])
            painter.setPen(pen)
            painter.drawLine(QPointF(item.x1, item.y1), QPointF(item.x2, item.y2))
        case Marker():
            _area(painter, item.role, item.pattern, theme)
            painter.drawPath(_marker(item))
        case Text():
            _text(painter, item, theme)
        case Path():
            painter.setPen(QPen(theme.colour(item.role), item.width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in item.points]))


def _area(painter: QPainter, role: str, pattern: Pattern, theme: Theme) -> None:
    colour = theme.colour(role)
    if pattern is Pattern.SOLID:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        return
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(
        theme.colour("paper") if pattern is Pattern.OUTLINE else _texture(pattern, colour.rgb(), theme.dark)
    )


def _texture(pattern: Pattern, rgb: int, dark: bool) -> QBrush:
    return QBrush(_tile(pattern, rgb, dark))


@cache
def _tile(pattern: Pattern, rgb: int, dark: bool) -> QPixmap:
    tile = QPixmap(STEP, STEP)
    tile.fill(Theme(dark).colour("paper"))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(rgb)
    painter.setPen(QPen(colour, 1.5))
    if pattern is Pattern.DOTS:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(STEP / 2, STEP / 2), 1.3, 1.3)
    for shift in (-STEP, 0, STEP):
        if pattern in (Pattern.HATCH, Pattern.CROSS):
            painter.drawLine(QPointF(shift - 1, STEP + 1), QPointF(shift + STEP + 1, -1))
        if pattern in (Pattern.BACK_HATCH, Pattern.CROSS):
            painter.drawLine(QPointF(shift - 1, -1), QPointF(shift + STEP + 1, STEP + 1))
    painter.end()
    return tile


def _marker(item: Marker) -> QPainterPath:
    r, x, y = item.size / 2, item.x, item.y
    path = QPainterPath()
    if item.shape is Shape.CIRCLE:
        path.addEllipse(QPointF(x, y), r, r)
        return path
    corners = {
        Shape.SQUARE: ((x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)),
        Shape.DIAMOND: ((x, y - r), (x + r, y), (x, y + r), (x - r, y)),
        Shape.TRIANGLE: ((x, y - r), (x + r, y + r), (x - r, y + r)),
    }[item.shape]
    path.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    path.closeSubpath()
    return path


@cache
def _font(size: float, bold: bool, italic: bool) -> tuple[QFont, float]:
    """Return a font and the factor that brings it to `size`: Qt counts pixels whole, a scene does not."""
    whole = max(1, round(size))
    font = QFont([FAMILY])
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(whole)
    font.setBold(bold)
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font, size / whole


def _text(painter: QPainter, item: Text, theme: Theme) -> None:
    font, factor = _font(item.size, item.bold, item.italic)
    words = shown(item.text)
    width = QFontMetricsF(font).horizontalAdvance(words)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: -width / 2, Anchor.END: -width}[item.anchor]
    painter.save()
    painter.translate(item.x, item.y)
    painter.rotate(item.angle)
    painter.scale(factor, factor)
    painter.setFont(font)
    painter.setPen(theme.colour(item.role))
    painter.drawText(QPointF(shift, 0), words)
    painter.restore()


def bounds(item: Item) -> QRectF:
    """Return the rectangle that an item lies in, never empty."""
    match item:
        case Rect():
            return QRectF(item.x, item.y, max(item.width, 1), max(item.height, 1))
        case Line():
            box = QRectF(QPointF(item.x1, item.y1), QPointF(item.x2, item.y2)).normalized()
            return box.adjusted(-1, -1, 1, 1)
        case Marker():
            return QRectF(item.x - item.size / 2, item.y - item.size / 2, item.size, item.size)
        case Path():
            xs, ys = [x for x, _ in item.points], [y for _, y in item.points]
            return QRectF(min(xs) - 1, min(ys) - 1, max(xs) - min(xs) + 2, max(ys) - min(ys) + 2)
        case Text():
            return _text_bounds(item)


def _text_bounds(item: Text) -> QRectF:
    font, factor = _font(item.size, item.bold, item.italic)
    width = QFontMetricsF(font).horizontalAdvance(item.text) * factor
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: -width / 2, Anchor.END: -width}[item.anchor]
    if item.angle:
        return QRectF(item.x - width, item.y - width, 2 * width, 2 * width)
    return QRectF(item.x + shift, item.y - item.size, width, item.size * 1.3)


def item_at(scene: Scene, at: QPointF) -> Item | None:
    """Return the topmost item at a point that has a tooltip or passages."""
    for item in reversed(scene.items):
        if item.datum is None and not (isinstance(item, Text) and item.full):
            continue
        box = bounds(item)
        if isinstance(item, Line | Marker):
            box = box.adjusted(-NEAR, -NEAR, NEAR, NEAR)
        if not box.contains(at):
            continue
        if isinstance(item, Path) and not _on_path(item, at):
            continue
        return item
    return None


def _on_path(item: Path, at: QPointF) -> bool:
    for (x0, y0), (x1, y1) in zip(item.points, item.points[1:], strict=False):
        dx, dy = x1 - x0, y1 - y0
        length = dx * dx + dy * dy
        share = 0.0 if not length else min(1.0, max(0.0, ((at.x() - x0) * dx + (at.y() - y0) * dy) / length))
        if (at.x() - x0 - share * dx) ** 2 + (at.y() - y0 - share * dy) ** 2 <= NEAR * NEAR:
            return True
    return False
