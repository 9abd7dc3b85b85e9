"""A question that a line answers: typed, or chosen from what is offered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from ..widgets.plain import PlainLabel
from .form import FormDialog


class QuestionDialog(FormDialog):
    """One line. What is offered can be typed over, for an answer that is not among it."""

    def __init__(
        self, title: str, question: str, answer: str = "", offered: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(title, QDialogButtonBox.StandardButton.Ok, parent)
        self.box = QComboBox() if offered else None
        self.field = QLineEdit()
        if self.box is not None:
            self.box.setEditable(True)
            self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            self.box.setLineEdit(self.field)
            self.box.addItems(list(offered))
            self.field.returnPressed.connect(self.ok.click)  # a box keeps Enter from the dialog
            self.box.setAccessibleName(question)
        else:
            self.field.setText(answer)
        self.field.setAccessibleName(question)
        self.field.selectAll()
        self.field.setModified(False)
        label = PlainLabel(question)
        label.setWordWrap(True)
        label.setBuddy(self.box or self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for part in (label, self.box or self.field, self.buttons):
            layout.addWidget(part)
        self.setMinimumWidth(420)
        (self.box or self.field).setFocus()

    def answer(self) -> str:
        """Return what was typed or chosen."""
        return self.field.text().strip()

    def typed(self) -> bool:
        return self.field.isModified()
