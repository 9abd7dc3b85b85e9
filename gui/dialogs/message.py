"""Message boxes: one sentence, shown letter by letter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from analysis.visible import visible

from ..widgets.plain import set_title

Icon = QMessageBox.Icon
Button = QMessageBox.StandardButton
Role = QMessageBox.ButtonRole


class MessageBox(QMessageBox):
    """A box with one sentence that can be copied; freed when it closes."""

    def __init__(
        self,
        title: str,
        words: str,
        parent: QWidget | None = None,
        icon: Icon = Icon.Warning,
        buttons: Button = Button.Ok,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setIcon(icon)
        self.setStandardButtons(buttons)
        set_title(self, title)
        self.setText(visible(words, lines=True))


def say(parent: QWidget, title: str, words: str) -> None:
    """Say what went wrong, without waiting for an answer."""
    MessageBox(title, words, parent).open()
