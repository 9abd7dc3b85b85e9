"""What the views of a comparison share: their empty state, the notes that limit it, a page of charts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut, QShowEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from analysis.messages import Message, render
from analysis.messages import text as tr
from analysis.model import Comparison

from ..session import Session
from ..widgets.chart import ChartBox
from ..widgets.labels import STOPPED, Notes
from ..widgets.table_search import TableSearch
from .base import View

WIDEST = 1120
"""Pixels that a page of charts takes at most: wider, an eye loses the row between label and bar."""
GAP = 28
KINDS_NOTE = "comparison.note.kinds"
"""The note that names a setting, which the window has in a menu."""


class ComparisonView(View):
    """A view of the session's comparison. A subclass assembles `content` and fills it in `show_comparison`."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._stale = True
        self._notes = Notes()
        self.content = QWidget()
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.searching = TableSearch(self.content)
        layout.addWidget(self._notes)
        layout.addWidget(self.searching)
        layout.addWidget(self.content, 1)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.searching.leave)
        self.body.set_content(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        session.comparison_changed.connect(self._on_comparison_changed)
        session.articles_changed.connect(self._on_comparison_changed)
        session.resting_changed.connect(self._on_resting_changed)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what is new; called when the view is visible and there is something to show."""
        raise NotImplementedError

    def lacks(self, comparison: Comparison) -> str:
        """Return why this view has nothing to show of a comparison, "" where it has."""
        return ""

    def _on_comparison_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _on_resting_changed(self) -> None:
        if self.session.comparison is None:
            self._on_comparison_changed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        comparison = self.session.comparison
        lacks = self.lacks(comparison) if comparison is not None else ""
        if comparison is None or lacks:
            self._say_empty(lacks)
            return
        self.body.show_content()
        # Notes withhold an inference, never the counts.
        self._notes.set_notes([_worded(note) for note in comparison.notes])
        self.show_comparison(comparison)
        self.searching.refresh()

    def begin_search(self, words: str) -> bool:
        return self.body.has_content and self.searching.start(words)

    def _say_empty(self, lacks: str) -> None:
        if lacks:
            self.body.say(tr("Nothing to show here"), lacks)
        elif not self.session.articles:
            self.body.say(
                tr("No articles yet"),
                tr("Drop files here, paste a text, or open articles of two or more outlets on one event with Ctrl+O."),
            )
        elif not self.session.resting:
            self.body.say(tr("Being compared"), tr("The comparison opens here as soon as it is ready."))
        elif not self.session.scope:
            self.body.say(
                tr("Nothing to compare"),
                tr("Every article is left out of the comparison: tick some in the Library, or choose all in Articles."),
            )
        else:
            self.body.say(tr("Not compared"), tr(STOPPED))


class ChartPage(QScrollArea):
    """Charts below each other, no wider than reads well."""

    def __init__(self, parts: tuple[QWidget, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = _Page()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(18, 12, 18, 18)
        layout.setSpacing(GAP)
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)
        page.setMaximumWidth(WIDEST)
        self.setWidget(page)
        # Charts are drawn on paper; a page in the window's own ground would leave them as white patches.
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.viewport().setAutoFillBackground(True)
        page.setAutoFillBackground(False)

    def rebuild(self) -> None:
        """Lay every chart out anew."""
        for box in self.findChildren(ChartBox):
            box.rebuild()


class _Page(QWidget):
    """As wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, super().sizeHint().height())


def _worded(note: Message) -> str:
    """Return a note on the comparison, with where the window has the setting that it names."""
    words = render(note)
    return f"{words} " + tr("It is in the menu Analyse: Mix kinds of article.") if note.key == KINDS_NOTE else words
