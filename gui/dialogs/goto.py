"""Go to anything: actions, articles, outlets, people and places, by a few letters of their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from analysis.messages import text as tr
from analysis.visible import visible

from ..theme import role
from ..widgets.plain import set_tip, set_title
from .room import take_room

ASIDE = Qt.ItemDataRole.UserRole
SHOWN = 40
"""Entries listed at most; whoever wants another writes another letter."""
LEAST = 75
"""Least similarity (0 to 100, rapidfuzz partial ratio) of an entry without the letters written. With 75 a slip in a
word of seven letters is forgiven and entries without a common part stay away; tried on the sample story's entries."""
FUZZY_FROM = 4
"""Letters from which slips are forgiven: three letters resemble too much."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to go to."""

    label: str
    kind: str
    go: Callable[[], object]
    keys: str = ""


class EntryDelegate(QStyledItemDelegate):
    """The entry at the left, what it is and its keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, option.fontMetrics.height() + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.highlight())
        inner = option.rect.adjusted(10, 0, -10, 0)
        aside = index.data(ASIDE) or ""
        painter.setPen(role(option.palette, "muted"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
        enabled = index.flags() & Qt.ItemFlag.ItemIsEnabled
        painter.setPen(role(option.palette, "text" if enabled else "muted"))
        room = inner.width() - option.fontMetrics.horizontalAdvance(aside) - 16
        label = option.fontMetrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)
        painter.restore()


class GoToDialog(QDialog):
    """A field and the entries that fit it; Enter goes."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_title(self, tr("Go to anything"))
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
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.setObjectName("popup")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        take_room(self, 600, 420)
        self.field.setFocus()
        self._on_text_changed("")

    def chosen(self) -> Entry | None:
        """The entry under the cursor."""
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _on_text_changed(self, text: str) -> None:
        self._shown = fitting(self._entries, text)
        self.list.clear()
        for entry in self._shown:
            item = QListWidgetItem(visible(entry.label))
            item.setData(ASIDE, visible("   ".join(filter(None, (entry.keys, entry.kind)))))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (entry.label, entry.kind))))
            set_tip(item, entry.label)
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
    scored = []
    for i, entry in enumerate(entries):
        score = _score(wanted, entry.label.casefold())
        if score >= LEAST:
            scored.append((-score, i, entry))
    return [entry for _, _, entry in sorted(scored, key=lambda s: s[:2])[:SHOWN]]


def _score(wanted: str, label: str) -> float:
    """Return how well a label fits: its beginning before a word's, a word's before any place, that before a slip."""
    words = label.split()
    if label.startswith(wanted):
        return 400.0
    if all(any(word.startswith(part) for word in words) for part in wanted.split()):
        return 300.0
    if wanted in label:
        return 200.0
    if len(wanted) < FUZZY_FROM:
        return 0.0
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(wanted, label) if len(wanted) <= len(label) else 0.0
