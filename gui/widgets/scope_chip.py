"""Says which articles are on show out of how many, and lets the user choose others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from analysis.messages import text as tr
from analysis.visible import visible

from ..dialogs.room import take_room
from ..paint.theme import Theme
from ..session import Session
from .groups import group_index
from .labels import MutedLabel
from .outlet_badge import badge_icon
from .plain import PlainLabel, YieldingLabel, set_title

MOST_COLUMNS = 6


class ScopeChip(QWidget):
    """“showing: 3 of 12 articles, by outlet [change]”."""

    chosen = Signal(object)
    """A tuple of article ids."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[str, ...] = ()
        self._label = YieldingLabel()
        self._label.setObjectName("muted")
        self._change = QPushButton(tr("Change…"))
        self._change.setFlat(True)
        self._change.setObjectName("link")
        self._change.setAccessibleName(tr("Choose the articles to show"))
        self._change.clicked.connect(self._on_change)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)
        layout.addWidget(self._change)

    def show_scope(self, shown: tuple[str, ...]) -> None:
        """Say that these articles are on show."""
        self._shown = shown
        words = tr("showing: {shown} of {all} articles, by {group}")
        group = self._session.settings.group_by
        self._label.set_words(words.format(shown=len(shown), all=len(self._session.articles), group=group))
        self._change.setEnabled(len(self._session.analyses) > 1)

    def _on_change(self) -> None:
        dialog = ColumnsDialog(self._session, self._shown, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.chosen.emit(dialog.ids())
        dialog.deleteLater()


class ColumnsDialog(QDialog):
    """Choose up to six articles and their order."""

    def __init__(self, session: Session, shown: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_title(self, tr("Articles side by side"))
        self.list = QListWidget()
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.list.setAccessibleName(tr("Articles to show"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme = Theme.of(self.palette())
        ready = [a for a in session.articles if a.id in session.analyses]
        order = {key: number for number, key in enumerate(shown)}
        for article in sorted(ready, key=lambda a: order.get(a.id, len(order))):
            item = QListWidgetItem(visible(f"{article.label}: {article.title}" if article.title else article.label))
            item.setIcon(badge_icon(group_index(session, article.id), theme, self.font()))
            item.setData(Qt.ItemDataRole.UserRole, article.id)
            item.setCheckState(Qt.CheckState.Checked if article.id in order else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self._hint = PlainLabel()
        buttons = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        self._buttons = QDialogButtonBox(buttons)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(MutedLabel(tr("Up to six at once. Drag to change their order.")))
        layout.addWidget(self.list, 1)
        layout.addWidget(self._hint)
        layout.addWidget(self._buttons)
        take_room(self, 560, 420)
        self.list.itemChanged.connect(self._on_changed)
        self._on_changed()

    def ids(self) -> tuple[str, ...]:
        """Return the ids of what is ticked, in the order shown."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() is Qt.CheckState.Checked)

    def _on_changed(self) -> None:
        count = len(self.ids())
        fits = 1 <= count <= MOST_COLUMNS
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(fits)
        self._hint.setText(tr("{count} chosen").format(count=count) if fits else tr("Choose one to six articles."))
