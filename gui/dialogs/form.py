"""What the dialogs share that words are typed into: keys that accept, and a question before words are lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from analysis.messages import text as tr

from ..widgets.plain import set_title
from .message import Button, Icon, MessageBox, Role

ACCEPT_KEYS = ("Ctrl+Return", "Ctrl+Enter")
"""Enter itself is a new line in a text of several lines."""


class FormDialog(QDialog):
    """Freed when it closes. Ctrl+Enter accepts from every field; Escape asks first where typed words would be lost."""

    def __init__(self, title: str, accept: QDialogButtonBox.StandardButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_title(self, title)
        self.buttons = QDialogButtonBox(accept | QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.button(accept)
        self.ok.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for keys in ACCEPT_KEYS:
            QShortcut(QKeySequence(keys), self, self.ok.click)

    def typed(self) -> bool:
        """Return whether something was typed that leaving would lose."""
        raise NotImplementedError

    def reject(self) -> None:
        """Leave, after a question where something was typed."""
        if not self.typed():
            super().reject()
            return
        words = tr("Leave without what you wrote here?")
        box = MessageBox(self.windowTitle(), words, self, Icon.Question, Button.NoButton)
        leave = box.addButton(tr("Leave it"), Role.DestructiveRole)
        stay = box.addButton(tr("Go on writing"), Role.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        leave.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        box.open()
