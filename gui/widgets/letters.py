"""Letters larger or smaller than the window's, which stay so when the window's change."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

SMALLEST = 6.0
"""Points below which nobody reads."""


def scale_letters(widget: QWidget, factor: float) -> None:
    """Make the letters of a widget `factor` times as large as the window's, now and whenever those change.

    A size that was set once stays in points: after View, Larger text it would be smaller than everything around it.
    """
    _Follower(widget, factor)


class _Follower(QObject):
    """Lives as long as its widget."""

    def __init__(self, widget: QWidget, factor: float) -> None:
        super().__init__(widget)
        self._widget, self._factor = widget, factor
        widget.installEventFilter(self)
        self._apply()

    def _apply(self) -> None:
        size = max(SMALLEST, QApplication.font().pointSizeF() * self._factor)
        if abs(self._widget.font().pointSizeF() - size) > 0.01:  # setting it sends the events that are answered here
            font = QFont(self._widget.font())
            font.setPointSizeF(size)
            self._widget.setFont(font)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Where there is a style sheet, Qt tells of the program's new letters by these.
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._apply()
        return False
