"""Go to anything: actions, articles, outlets, people and places, by a few letters of their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from analysis.messages import text as tr

SHOWN = 40
"""Entries listed at most; whoever wants another writes another letter."""
LEAST = 55
"""Least similarity (0 to 100, rapidfuzz WRatio) of an entry that is listed. With 55 a slip in a word of five letters is
forgiven and entries without a common part are gone; tried on the sample story's actions and actors."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to go to."""

    label: str
    kind: str
    go: Callable[[], object]
    keys: str = ""


class GoToDialog(QDialog):
    """A field and the entries that fit it; Enter goes."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Go to anything"))
        self._entries = tuple(entries)
        self._shown: list[Entry] = []
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Go to an article, outlet, person, place or action"))
        self.field.setAccessibleName(tr("Go to anything"))
        self.field.textChanged.connect(self._on_text_changed)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What fits"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda _: self.accept())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.resize(600, 420)
        self._on_text_changed("")

    def chosen(self) -> Entry | None:
        """The entry under the cursor."""
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _on_text_changed(self, text: str) -> None:
        self._shown = fitting(self._entries, text)
        self.list.clear()
        for entry in self._shown:
            more = "   ".join(filter(None, (entry.kind, entry.keys)))
            item = QListWidgetItem(f"{entry.label}   –   {more}" if more else entry.label)
            item.setToolTip(entry.label)
            self.list.addItem(item)
        if not self._shown:
            item = QListWidgetItem(tr("Nothing fits. Try fewer letters."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if event.key() in steps:
                row = self.list.currentRow() + steps[Qt.Key(event.key())]
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.accept()
                return True
        return super().eventFilter(watched, event)


def fitting(entries: Sequence[Entry], text: str) -> list[Entry]:
    """Return the entries that fit `text`, best first; the first ones where nothing is written."""
    wanted = text.strip().casefold()
    if not wanted:
        return list(entries[:SHOWN])
    from rapidfuzz import fuzz

    scored = []
    for i, entry in enumerate(entries):
        label = entry.label.casefold()
        if wanted in label:
            words = label.split()
            score = 200.0 if label.startswith(wanted) else 180.0 if any(w.startswith(wanted) for w in words) else 160.0
        else:
            score = fuzz.WRatio(wanted, label)
        if score >= LEAST:
            scored.append((-score, i, entry))
    return [entry for _, _, entry in sorted(scored, key=lambda s: s[:2])[:SHOWN]]
