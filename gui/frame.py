"""The window's frame: how large it is, where it stands, and that both come back."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

from .docks import Docks

LARGEST_SIZE = (1680, 980)
"""Pixels of the window when it opens for the first time, where the screen has them."""
SMALLEST_SIZE = (640, 480)
"""Pixels that the window can be made small to: below, its parts would lie over each other."""
GEOMETRY = "geometry"
"""Key of the settings."""


class Frame:
    """Keeps size and place of a window, and those of its panels."""

    def __init__(self, window: QMainWindow, settings: QSettings, panels: Docks) -> None:
        self._window = window
        self._settings = settings
        self._panels = panels

    def restore(self) -> None:
        """Give the window the size and place of last time, those of the first start where there was none."""
        self._window.setMinimumSize(*SMALLEST_SIZE)
        self._take_first_size()
        geometry = self._settings.value(GEOMETRY)
        if isinstance(geometry, QByteArray):
            self._window.restoreGeometry(geometry)
        self._panels.place()

    def save(self) -> None:
        """Remember size and place."""
        self._settings.setValue(GEOMETRY, self._window.saveGeometry())
        self._panels.save()

    def reset(self) -> None:
        """Give the window and its parts the sizes of the first start."""
        window = self._window
        window.showNormal()
        self._settings.remove(GEOMETRY)
        self._take_first_size()
        window.move(window.screen().availableGeometry().center() - window.rect().center())
        self._panels.reset()

    def _take_first_size(self) -> None:
        screen = self._window.screen().availableSize()
        self._window.resize(min(LARGEST_SIZE[0], screen.width() - 40), min(LARGEST_SIZE[1], screen.height() - 60))
