"""A field to search what is on show: how many hits, on to the next, Escape."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from analysis.messages import text as tr

from .passage_bar import arrow
from .plain import ElidedLabel, set_tip

FIELD_LETTERS = 24
"""Letters that the field has room for."""


class SearchField(QLineEdit):
    """Enter goes on to the next hit, Shift+Enter back."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)


class SearchBar(QWidget):
    """Hidden until a search begins. Who owns it says what a search is."""

    changed = Signal(str)
    """Other words are searched for; "" when the search ends."""
    stepped = Signal(int)
    """To the next hit (1) or the one before (-1)."""
    closed = Signal()

    def __init__(self, name: str, *, steps: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(name)
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(self.fontMetrics().averageCharWidth() * FIELD_LETTERS // 2)
        self.field.setMaximumWidth(self.fontMetrics().averageCharWidth() * FIELD_LETTERS * 2)
        self.field.textChanged.connect(self.changed)
        self.field.stepped.connect(self.stepped)
        self.count = ElidedLabel()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 2)
        row.addWidget(self.field, 2)
        row.addWidget(self.count, 3)
        if steps:
            row.addWidget(arrow("▲", tr("Previous hit (Shift+F3)"), lambda: self.stepped.emit(-1)))
            row.addWidget(arrow("▼", tr("Next hit (F3)"), lambda: self.stepped.emit(1)))
        done = QPushButton(tr("Done"))
        set_tip(done, tr("End the search (Esc)"))
        done.setFlat(True)
        done.setObjectName("link")
        done.clicked.connect(self.leave)
        row.addWidget(done)
        self.hide()

    @property
    def words(self) -> str:
        """What is searched for, "" where nothing is."""
        return self.field.text() if not self.isHidden() else ""

    def begin(self, words: str) -> None:
        """Show the bar and let the user type; other words than those of last time where some are given."""
        self.show()
        if words and words != self.field.text():
            self.field.setText(words)
        else:
            self.changed.emit(self.field.text())
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self) -> None:
        """End the search; the words are kept for the next one."""
        if not self.isHidden():
            self.hide()
            self.changed.emit("")
            self.closed.emit()
