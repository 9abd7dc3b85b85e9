"""The room that a dialog takes: what it would like, as far as the screen has it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

FRAME = (24, 56)
"""Pixels across and down that a window's frame and a panel may take besides the screen's available room."""


def take_room(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog so many pixels, fewer on a small screen or with large fonts: its buttons must be reached."""
    parent = dialog.parentWidget()
    available = (parent or dialog).screen().availableSize()
    dialog.resize(min(width, available.width() - FRAME[0]), min(height, available.height() - FRAME[1]))
