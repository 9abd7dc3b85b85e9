"""An outlet's letter on its colour: the same sign for one outlet in every view."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from ..paint.theme import Theme, outlet_letter

SIDE = 20


def draw_badge(painter: QPainter, box: QRectF, index: int, theme: Theme, font: QFont) -> None:
    """Draw the badge of the outlet at `index`; the painter stays as it was."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.outlet(index))
    painter.drawRoundedRect(box, 4, 4)
    letter = QFont(font)
    letter.setBold(True)
    letter.setPixelSize(max(8, int(box.height() * 0.62)))
    painter.setFont(letter)
    painter.setPen(theme.colour("ink.on_fill"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, outlet_letter(index))
    painter.restore()


def badge_icon(index: int, theme: Theme, font: QFont, ratio: float = 2.0) -> QIcon:
    """Return the badge as an icon, for tables and menus."""
    pixmap = QPixmap(int(SIDE * ratio), int(SIDE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_badge(painter, QRectF(1, 1, SIDE - 2, SIDE - 2), index, theme, font)
    painter.end()
    return QIcon(pixmap)


class OutletBadge(QWidget):
    """The badge alone."""

    def __init__(self, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self.setFixedSize(SIDE, SIDE)

    def set_index(self, index: int) -> None:
        """Show the badge of another outlet."""
        self._index = index
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_badge(painter, QRectF(self.rect()), self._index, Theme.of(self.palette()), self.font())
