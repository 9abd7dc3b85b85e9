"""A note beside a mark: a text of several lines."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from analysis.messages import text as tr

from ..widgets.labels import MutedLabel
from ..widgets.plain import ElidedLabel
from .form import FormDialog
from .room import take_room


class NoteDialog(FormDialog):
    """The words of a mark, and what the user writes about it."""

    def __init__(self, marked: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Note"), QDialogButtonBox.StandardButton.Save, parent)
        self._before = note
        heading = ElidedLabel(tr("About “{words}”").format(words=" ".join(marked.split())))
        self.text = QPlainTextEdit(note)
        self.text.setAccessibleName(tr("Note"))
        self.text.setTabChangesFocus(True)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        hint = MutedLabel(tr("Ctrl+Enter saves. An empty note is taken away."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for part in (heading, self.text, hint, self.buttons):
            layout.addWidget(part)
        take_room(self, 460, 260)
        self.text.setFocus()

    def note(self) -> str:
        """Return what is written."""
        return self.text.toPlainText().strip()

    def typed(self) -> bool:
        return self.note() != self._before.strip()
