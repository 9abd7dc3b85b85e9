"""A question that a line answers."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from ..widgets.plain import PlainLabel
from .form import FormDialog


class QuestionDialog(FormDialog):
    """One line."""

    def __init__(self, title: str, question: str, answer: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, QDialogButtonBox.StandardButton.Ok, parent)
        self.field = QLineEdit(answer)
        self.field.setAccessibleName(question)
        self.field.selectAll()
        self.field.setModified(False)
        label = PlainLabel(question)
        label.setWordWrap(True)
        label.setBuddy(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for part in (label, self.field, self.buttons):
            layout.addWidget(part)
        self.setMinimumWidth(420)
        self.field.setFocus()

    def answer(self) -> str:
        """Return what was typed."""
        return self.field.text().strip()

    def typed(self) -> bool:
        return self.field.isModified()
