"""A view in the room there is: where that is less than the view can do with, it scrolls instead of being cut off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget


class ViewArea(QScrollArea):
    """Gives `part` all the room there is, and at least what its own minimum asks for.

    Not `widgetResizable`: that takes the preferred height of a part with wrapped lines for its least.
    """

    def __init__(self, part: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._part = part
        self.setWidget(part)
        part.installEventFilter(self)
        self._fit()

    def sizeHint(self) -> QSize:
        return self._part.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 80)  # the rest is scrolled to

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and watched is self._part:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        part, room = self._part, self.maximumViewportSize()
        least = part.minimumSizeHint().expandedTo(part.minimumSize())
        if least.width() > room.width():
            room.setHeight(room.height() - self.horizontalScrollBar().sizeHint().height())
        if least.height() > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        part.resize(room.expandedTo(least))
