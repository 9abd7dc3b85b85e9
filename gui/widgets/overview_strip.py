"""The whole article in a narrow strip: every visible mark as a tick, the part in view as a frame. A click jumps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from analysis.messages import text as tr
from analysis.model import Span

from ..paint.marks import Shape, Shown
from ..paint.theme import Theme
from .article_text import ArticleText
from .plain import show_tip

LANES = {
    Shape.BAR: 0,
    Shape.BROKEN_BAR: 0,
    Shape.FILL: 1,
    Shape.OUTLINE: 1,
    Shape.DASHED: 1,
    Shape.DOTTED: 1,
    Shape.STRUCK: 1,
    Shape.LINE: 2,
    Shape.BROKEN_LINE: 2,
    Shape.WAVE: 2,
    Shape.DOUBLE: 2,
    Shape.SIGN: 2,
}
"""Shapes side by side, so that they stay apart without colour; of others there is no tick."""
LANE = 5
HOLLOW = (Shape.OUTLINE, Shape.DASHED, Shape.BROKEN_BAR, Shape.BROKEN_LINE, Shape.STRUCK)
"""Shapes whose ticks are hollow, as they are in the text."""
REACH = 6
"""Pixels around a tick within which a click means that tick."""


class OverviewStrip(QWidget):
    """Follows one ArticleText."""

    def __init__(self, text: ArticleText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._lit: tuple[Span, ...] = ()
        self._found: tuple[Span, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Overview of the marks in this article"))
        text.laid_out.connect(self.update)
        text.verticalScrollBar().valueChanged.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(3 * LANE + 5, 100)

    def set_lit(self, spans: tuple[Span, ...]) -> None:
        """Show where the lit counterparts are, also when they are out of view."""
        if spans != self._lit:
            self._lit = spans
            self.update()

    def set_found(self, spans: tuple[Span, ...]) -> None:
        """Show where the passages are that a chart, a table or a search found."""
        if spans != self._found:
            self._found = spans
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("paper.raised"))
        self._paint_ticks(painter, theme)
        height = max(1.0, self._text.document().size().height())
        for spans, role in ((self._found, "found.line"), (self._lit, "current")):
            for span in spans:
                y = self._text.y_of(span.start) / height * self.height()
                painter.fillRect(QRectF(0, y - 1, self.width(), 3), theme.colour(role))
        self._paint_view(painter, height, theme.colour("line.strong"))

    def _paint_ticks(self, painter: QPainter, theme: Theme) -> None:
        """Paint all ticks, those of one look at once."""
        looks: dict[tuple[str, bool], list[QRectF]] = {}
        height = self.height()
        for item, share in self._text.visible_shapes():
            lane = LANES.get(item.shape)
            if lane is not None:
                look = item.role, item.shape in HOLLOW
                looks.setdefault(look, []).append(QRectF(2 + lane * LANE, share * height - 1, LANE - 1, 2.5))
        for (role, hollow), boxes in looks.items():
            colour = theme.colour(role)
            painter.setPen(QPen(colour, 1) if hollow else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
            painter.drawRects(boxes)

    def _paint_view(self, painter: QPainter, height: float, colour: QColor) -> None:
        bar = self._text.verticalScrollBar()
        top = bar.value() / height * self.height()
        size = min(self.height() - 1.0, self._text.viewport().height() / height * self.height())
        veil = QColor(colour)
        veil.setAlpha(50)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(veil)
        painter.drawRect(QRectF(0.5, top + 0.5, self.width() - 1, size - 1))

    def nearest(self, y: float) -> Shown | None:
        """Return the mark whose tick is nearest to `y`, or None where none is near."""
        ticks = [
            (abs(share * self.height() - y), item) for item, share in self._text.visible_shapes() if item.shape in LANES
        ]
        distance, item = min(ticks, key=lambda t: t[0], default=(REACH + 1.0, None))
        return item if distance <= REACH else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._jump(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._jump(event.position().y())

    def _jump(self, y: float) -> None:
        height = self._text.document().size().height()
        view = self._text.viewport().height()
        self._text.verticalScrollBar().setValue(int(y / max(1, self.height()) * height - view / 2))

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._text.viewport(), event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            item = self.nearest(event.pos().y())
            analysis = self._text.analysis
            words = item.span.of(analysis.article.text)[:80] if item and analysis else ""
            show_tip(event.globalPos(), words, self)
            return True
        return super().event(event)
