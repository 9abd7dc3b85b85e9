"""Keys that do something in a part of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind(part: QWidget, keys: Mapping[str, Callable[[], object]], context: Qt.ShortcutContext) -> None:
    """Let keys do something where `context` says that the keyboard is."""
    for key, act in keys.items():
        shortcut = QShortcut(QKeySequence(key), part)
        shortcut.setContext(context)
        shortcut.activated.connect(act)
