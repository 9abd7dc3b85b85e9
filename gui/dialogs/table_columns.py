"""Which column of a table holds what: its first rows, and a box for each thing that can be known of an article."""

from __future__ import annotations

import os

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from analysis.messages import Label
from analysis.messages import text as tr
from analysis.sources.look import TableLook
from analysis.visible import visible

from ..widgets.data_table import DataTable, Field
from ..widgets.labels import named
from ..widgets.plain import PlainLabel
from .form import FormDialog
from .room import take_room

FIELDS = {
    "text": Label("Text"),
    "title": Label("Title"),
    "outlet": Label("Outlet"),
    "published": Label("Date"),
    "byline": Label("Author"),
}


class TableColumnsDialog(FormDialog):
    """Begins with what the columns seem to hold; everything but the text may be in none."""

    def __init__(self, path: str, look: TableLook, parent: QWidget | None = None) -> None:
        super().__init__(tr("Read a table"), QDialogButtonBox.StandardButton.Ok, parent)
        name = os.path.basename(path) or path
        heading = PlainLabel(name)
        heading.setObjectName("heading")
        heading.setWordWrap(True)
        asked = PlainLabel(tr("An article a row is read. Which column holds what?"))
        asked.setWordWrap(True)
        self.table = DataTable(tr("First rows of {file}").format(file=name))
        self.table.set_rows([Field(column) for column in look.names], look.rows)
        self.table.setSortingEnabled(False)
        self.table.setVisible(bool(look.rows))
        self.boxes: dict[str, QComboBox] = {}
        form = QFormLayout()
        form.setSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        guessed = look.guess()
        for field, label in FIELDS.items():
            self.boxes[field] = self._box(tr(label), look, guessed.get(field, ""))
            form.addRow(tr(label), self.boxes[field])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for part in (heading, asked):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self._check()
        take_room(self, 820, 560 if look.rows else self.sizeHint().height())
        self.boxes["text"].setFocus()

    def _box(self, label: str, look: TableLook, guessed: str) -> QComboBox:
        box = QComboBox()
        named(box, tr("Column with: {field}").format(field=label))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(20)
        box.addItem(tr("– none –"), "")
        for name in look.names:
            box.addItem(visible(name), name)
        box.setCurrentIndex(max(0, box.findData(guessed)))
        box.currentIndexChanged.connect(self._check)
        return box

    def columns(self) -> tuple[tuple[str, str], ...]:
        """Return the column of each field, "" for none, as `ReadSettings.columns` takes them."""
        return tuple((field, str(box.currentData())) for field, box in self.boxes.items())

    def typed(self) -> bool:
        return False  # a choice is made again in a moment

    def _check(self) -> None:
        self.ok.setEnabled(bool(self.boxes["text"].currentData()))
