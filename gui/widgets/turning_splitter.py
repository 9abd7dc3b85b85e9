"""Two parts beside each other where there is room, one above the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

WIDE_LETTERS = 100
"""Letters of the interface from which two parts have room beside each other."""
SCALE = 1000


class TurningSplitter(QSplitter):
    """Gives the first part `share` of the room, until the user moves the line between them."""

    def __init__(self, first: QWidget, second: QWidget, share: float) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._share = share
        self.setChildrenCollapsible(False)
        for part in (first, second):
            self.addWidget(part)
            self.setStretchFactor(self.indexOf(part), 1)
        self._divide()

    def _divide(self) -> None:
        self.setSizes([round(SCALE * self._share), round(SCALE * (1 - self._share))])

    def _turn(self) -> None:
        wide = self.width() >= WIDE_LETTERS * self.fontMetrics().averageCharWidth()
        orientation = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if orientation != self.orientation():
            self.setOrientation(orientation)
            self._divide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._turn()
