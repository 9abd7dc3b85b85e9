"""Columns of articles side by side: which are open, how wide, how large their letters, and which has the keyboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget

from analysis.model import Passage

from ..session import Session
from ..state import Selection
from .article_column import ArticleColumn
from .groups import group_index
from .linked_columns import LinkedColumns

SIZES = (8.0, 40.0)
"""Smallest and largest text, in points."""
LARGER = 1.5
"""Points by which serif text is larger than the interface: it is read, not scanned."""


class ColumnRow(QScrollArea):
    """Opens a column for each article that it is given; asks for others where the user wants them."""

    columns_asked = Signal(object)
    """Ids of articles to show instead: one was closed, moved or swapped."""
    focused = Signal()
    """Another column has the keyboard."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.columns: tuple[ArticleColumn, ...] = ()
        """From left to right."""
        self.current_id = ""
        self.zoom_steps = 0
        self.link = LinkedColumns(session)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(5)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidget(self._splitter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # ------------------------------------------------------------------ which are open

    @property
    def ids(self) -> tuple[str, ...]:
        """The articles, from left to right."""
        return tuple(column.article_id for column in self.columns)

    def of(self, article_id: str) -> ArticleColumn | None:
        """Return the column of an article."""
        return next((c for c in self.columns if c.article_id == article_id), None)

    @property
    def current(self) -> ArticleColumn | None:
        """The column that the keyboard walks over."""
        return self.of(self.current_id)

    def open(self, ids: Sequence[str]) -> None:
        """Show these articles; columns of those that stay are kept as they are."""
        kept = {column.article_id: column for column in self.columns if column.article_id in ids}
        for column in self.columns:
            if column.article_id not in kept:
                column.setParent(None)
                column.deleteLater()
        self.columns = tuple(kept.get(key) or self._new_column(key) for key in ids)
        for number, column in enumerate(self.columns):
            self._splitter.insertWidget(number, column)
        if set(ids) - set(kept):
            self._splitter.setSizes([1000] * len(self.columns))
        if self.current_id not in ids:
            self.current_id = ids[0] if ids else ""

    def _new_column(self, article_id: str) -> ArticleColumn:
        column = ArticleColumn(self._session, article_id, group_index(self._session, article_id))
        column.text.set_point_size(self.points)
        column.focused.connect(self.set_current)
        column.hovered.connect(lambda key, offset: self.link.light(self.columns, key, offset))
        column.scrolled.connect(lambda key: self.link.follow(self.columns, key))
        column.zoom_requested.connect(self.zoom)
        column.close_requested.connect(self._on_close_requested)
        column.move_requested.connect(self._on_move_requested)
        column.swap_requested.connect(self._on_swap_requested)
        return column

    def _on_close_requested(self, article_id: str) -> None:
        if len(self.columns) > 1:
            self.columns_asked.emit(tuple(key for key in self.ids if key != article_id))

    def _on_move_requested(self, article_id: str, by: int) -> None:
        ids = list(self.ids)
        at = ids.index(article_id)
        to = min(max(0, at + by), len(ids) - 1)
        ids.insert(to, ids.pop(at))
        self.columns_asked.emit(tuple(ids))

    def _on_swap_requested(self, article_id: str, other: str) -> None:
        """Show another article in a column; where it is open already the two change places."""
        swapped = {article_id: other, other: article_id}
        self.columns_asked.emit(tuple(swapped.get(key, key) for key in self.ids))

    # ------------------------------------------------------------------ what they show

    def refresh(self) -> None:
        """Show what is new of every article."""
        for column in self.columns:
            column.set_group(group_index(self._session, column.article_id))
            column.show_analysis(self._session.analyses[column.article_id], self._session.comparison)

    def show_layers(self, layers: frozenset[str]) -> None:
        """Show these kinds of marks."""
        for column in self.columns:
            column.text.set_layers(layers)
            column.strip.update()

    def show_found(self, passages: Sequence[Passage]) -> None:
        """Light passages that were opened or searched for."""
        for column in self.columns:
            column.show_found([p.span for p in passages if p.article == column.article_id])

    def show_selection(self, selection: Selection | None) -> None:
        """Show what is selected; its column has the keyboard from now on."""
        if selection is not None and self.of(selection.passage.article) is not None:
            self.current_id = selection.passage.article
        for column in self.columns:
            column.set_active(column.article_id == self.current_id)
            column.show_selection(selection)

    def set_compact(self, compact: bool) -> None:
        """Let details of the articles give way to their texts."""
        for column in self.columns:
            column.set_compact(compact)

    def scroll_to(self, passages: Sequence[Passage]) -> None:
        """Bring each column to its first passage; linked scrolling would pull them apart again."""
        with self.link.held():
            for column in self.columns:
                own = [p for p in passages if p.article == column.article_id]
                if own:
                    column.text.scroll_to(own[0].span)

    # ------------------------------------------------------------------ the keyboard

    def set_current(self, article_id: str) -> None:
        """Let the keyboard walk over the column of an article."""
        self.current_id = article_id
        for column in self.columns:
            column.set_active(column.article_id == article_id)
        self.focused.emit()

    def step(self, by: int) -> None:
        """Move the keyboard so many columns to the right."""
        if self.columns:
            at = self.ids.index(self.current_id) if self.current_id in self.ids else 0
            column = self.columns[(at + by) % len(self.columns)]
            self.ensureWidgetVisible(column, 0, 0)
            column.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.set_current(column.article_id)

    # ------------------------------------------------------------------ how large their letters are

    @property
    def points(self) -> float:
        """Size of the articles' letters: somewhat larger than the window's, and whatever the user added."""
        return min(max(SIZES[0], self.font().pointSizeF() + LARGER + self.zoom_steps), SIZES[1])

    def zoom(self, steps: int) -> None:
        """Make the articles' letters larger or smaller by so many points; 0 goes back to the first size."""
        self.zoom_steps = self.zoom_steps + steps if steps else 0
        self.show_points()

    def show_points(self) -> None:
        """Take over the size of the window's letters."""
        for column in self.columns:
            column.text.set_point_size(self.points)

    # ------------------------------------------------------------------ what a later start brings back

    def save_state(self) -> dict[str, object]:
        """Return widths, places and the size of the letters."""
        return {
            "widths": self._splitter.sizes(),
            "places": {c.article_id: c.text.verticalScrollBar().value() for c in self.columns},
            "zoom": self.zoom_steps,
        }

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Bring back what `save_state` gave, as far as it still fits."""
        if isinstance(steps := state.get("zoom"), int):
            self.zoom_steps = steps
            self.show_points()
        widths, places = state.get("widths"), state.get("places")
        if isinstance(widths, list) and len(widths) == len(self.columns):
            self._splitter.setSizes(widths)
        with self.link.held():
            for column in self.columns:
                if isinstance(places, dict) and isinstance(at := places.get(column.article_id), int):
                    column.text.verticalScrollBar().setValue(at)
