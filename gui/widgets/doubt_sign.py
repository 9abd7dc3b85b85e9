"""The sign of an article whose import noted something to look at: in the Library's titles and over a column of Read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QToolButton, QWidget

from analysis.messages import text as tr

from ..models.articles import ROLE_DOUBTS, Index
from .plain import set_tip, show_tip

SIDE = 16


def draw_sign(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """Draw a triangle with a stroke and a point in it; the painter stays as it was."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    unit, middle = box.height() / 16, box.center().x()
    top, foot = box.top() + 2 * unit, box.bottom() - 2 * unit
    corners = (QPointF(middle, top), QPointF(box.right() - unit, foot), QPointF(box.left() + unit, foot))
    painter.drawPolygon(QPolygonF(corners))
    painter.drawLine(QPointF(middle, top + 4 * unit), QPointF(middle, top + 8 * unit))
    painter.drawPoint(QPointF(middle, foot - 2 * unit))
    painter.restore()


def sign_icon(ink: QColor, ratio: float = 2.0) -> QIcon:
    """Return the sign as an icon."""
    pixmap = QPixmap(int(SIDE * ratio), int(SIDE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_sign(painter, QRectF(0, 0, SIDE, SIDE), ink)
    painter.end()
    return QIcon(pixmap)


class SignedCells(QStyledItemDelegate):
    """Cells of the articles' table, with the sign before the words where there is something to look at."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(ROLE_DOUBTS):
            option.icon = sign_icon(option.palette.color(QPalette.ColorRole.Text))
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration


class DoubtSign(QToolButton):
    """The sign by itself; gone where there is nothing to look at. A click or a key shows what it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setAutoRaise(True)
        self.clicked.connect(lambda: show_tip(self.mapToGlobal(QPoint(0, self.height())), self._words, self))
        self.hide()

    def set_doubts(self, said: Sequence[str]) -> None:
        """Show the sign for these sentences."""
        self._words = "\n".join(said)
        self.setIcon(sign_icon(self.palette().color(QPalette.ColorRole.Text)))
        set_tip(self, self._words)
        self.setAccessibleName(tr("To look at: {notes}").format(notes=" ".join(said)))
        self.setVisible(bool(said))
