"""What could not be read or analysed: each with its reason and what to try, to copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from analysis.messages import text as tr
from analysis.visible import visible

from ..widgets.plain import PlainLabel, menu_text, set_tip, set_title
from .room import take_room


class SkippedDialog(QDialog):
    """A list of sources, each with the reason why it was left out. Stays open beside the window."""

    def __init__(
        self,
        title: str,
        skipped: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        hint: str = "",
        caption: str = "",
        columns: tuple[str, str] | None = None,
        choices: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_title(self, caption or tr("Left out"))
        heading = PlainLabel(title)
        heading.setObjectName("heading")
        heading.setWordWrap(True)
        below = PlainLabel(hint)
        below.setObjectName("hint")
        below.setWordWrap(True)
        below.setVisible(bool(hint))
        self.table = QTableWidget(len(skipped), 2)
        self.table.setHorizontalHeaderLabels(columns or (tr("Source"), tr("Why, and what to try")))
        self.table.setAccessibleName(title)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        for row, (source, reason) in enumerate(skipped):
            for column, value in enumerate((source, reason)):
                item = QTableWidgetItem(visible(value, lines=True))
                set_tip(item, value)
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                self.table.setItem(row, column, item)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 240)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionResized.connect(self.table.resizeRowsToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QPushButton(tr("Copy list"))
        copy.clicked.connect(self.copy)
        copy.setAutoDefault(False)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        for label, act in choices:
            button = buttons.addButton(menu_text(label), QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(self.accept)
            button.clicked.connect(lambda _=False, act=act: act())
        buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence.StandardKey.Copy, self, self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        for part in (heading, below, self.table, buttons):
            layout.addWidget(part)
        self._skipped = tuple(skipped)
        take_room(self, 720, 340)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
        self.table.resizeRowsToContents()

    def copy(self) -> None:
        """Put the list on the clipboard, a line per source."""
        lines = (f"{source}\t{' '.join(reason.split())}" for source, reason in self._skipped)
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
