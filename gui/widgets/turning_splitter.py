"""Two parts beside each other where there is room, one above the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

WIDE_LETTERS = 110
"""Letters of the interface from which two parts have room beside each other."""
UPPER_SHARE = 0.4
"""Of the height, for the part that stands above the other."""


class TurningSplitter(QSplitter):
    """Gives the first part `letters` of width beside the second, until the user moves the line between them."""

    def __init__(self, first: QWidget, second: QWidget, letters: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._letters = letters
        self._turned = False
        self.setChildrenCollapsible(False)
        self.addWidget(first)
        self.addWidget(second)
        self.setStretchFactor(1, 1)

    def _turn(self) -> None:
        """Stand as there is room; the parts get their sizes anew only then, so that the user's own are kept."""
        letter = self.fontMetrics().averageCharWidth()
        wide = self.width() >= WIDE_LETTERS * letter
        orientation = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._turned and orientation == self.orientation():
            return
        self._turned = True
        self.setOrientation(orientation)
        room = self.width() if wide else self.height()
        first = min(self._letters * letter, room // 2) if wide else round(room * UPPER_SHARE)
        self.setSizes([first, room - first])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._turned = False
            self._turn()
