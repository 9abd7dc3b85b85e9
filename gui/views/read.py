"""Read: articles side by side, every mark where it stands. Assembles the columns and carries what is shared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from analysis.messages import text as tr
from analysis.model import Article, Passage

from ..session import Session
from ..state import Selection
from ..widgets.article_column import ArticleColumn
from ..widgets.column_search import ColumnSearch
from ..widgets.deciding import NOTE_KEY, NOTHING_TO_DECIDE, REJECT_KEY, ask_note, reject_or_restore
from ..widgets.groups import first_columns, group_index
from ..widgets.labels import STOPPED
from ..widgets.linked_columns import LinkedColumns
from ..widgets.mark_toggles import MarkToggles
from ..widgets.passage_bar import PassageBar, arrow
from ..widgets.plain import ElidedLabel
from ..widgets.scope_chip import MOST_COLUMNS, ScopeChip
from .base import View

ROOMY, ROOMY_LETTERS = 300, 34
"""Pixels, and letters of the interface, that a column should have before another one is opened beside it unasked."""
ROOMY_LINES = 26
"""Lines of the interface that the view is high before details give way to the articles."""
SIZES = (8.0, 40.0)
"""Smallest and largest text, in points."""
LARGER = 1.5
"""Points by which serif text is larger than the interface: it is read, not scanned."""


class ReadView(View):
    """The columns, their switches, and the walk over marks and passages."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._columns: list[ArticleColumn] = []
        self._zoom = 0
        self._chosen = False
        self._link = LinkedColumns(session)
        self._awaited: dict[str, object] = {}
        self._current = ""
        self._build()
        self._bind_keys()
        session.analyses_changed.connect(self._on_analyses_changed)
        session.articles_changed.connect(self._on_analyses_changed)
        session.scope_changed.connect(self._on_analyses_changed)
        session.comparison_changed.connect(self._on_comparison_changed)
        session.selection_changed.connect(self._on_selection_changed)
        session.resting_changed.connect(self._on_resting_changed)
        session.decisions_changed.connect(self._refresh)
        session.kinds_changed.connect(self._show_layers)
        session.passages_opened.connect(self.open_passages)
        self._on_analyses_changed()

    # ------------------------------------------------------------------ assembly

    def _build(self) -> None:
        self.passages = PassageBar(self._name_of)
        self.passages.moved.connect(self._on_passage_moved)
        self.passages.closed.connect(self._show_found)
        self.searching = ColumnSearch(self._searched, self._name_of, self)
        self.searching.found.connect(self._show_found)
        self.searching.moved.connect(self._on_passage_moved)
        self.searching.bar.closed.connect(self._to_text)
        self.chip = ScopeChip(self.session)
        self.chip.chosen.connect(self.set_columns)
        self._place = ElidedLabel()
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._top = QWidget()
        top = QHBoxLayout(self._top)
        top.setContentsMargins(10, 4, 10, 4)
        top.addWidget(self.chip)
        top.addWidget(self._place, 1)
        top.addWidget(arrow("▲", tr("Previous mark (Alt+Up)"), self.previous_mark))
        top.addWidget(arrow("▼", tr("Next mark (Alt+Down)"), self.next_mark))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(5)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self._splitter)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        self.body.set_content(area)
        self.toggles = MarkToggles(self.session, self)
        self.toggles.only_toggled.connect(self._show_layers)
        self.toggles.link_toggled.connect(self._on_link_toggled)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._top)
        whole.addWidget(self.passages)
        whole.addWidget(self.searching.bar)
        whole.addWidget(self.body, 1)
        whole.addWidget(self.toggles)

    def _bind_keys(self) -> None:
        everywhere = {
            "Alt+Down": self.next_mark,
            "Alt+Up": self.previous_mark,
            "Alt+PgDown": self.next_column,
            "Alt+PgUp": self.previous_column,
            "F3": lambda: self._step_found(1),
            "Shift+F3": lambda: self._step_found(-1),
        }
        # Lists and dialogs take letters and Escape for themselves.
        here = {
            "Escape": self._leave_found,
            REJECT_KEY: lambda: self._decide(reject_or_restore(self.session)),
            NOTE_KEY: lambda: self._decide(ask_note(self.session, self)),
        }
        contexts = (
            (everywhere, Qt.ShortcutContext.WindowShortcut),
            (here, Qt.ShortcutContext.WidgetWithChildrenShortcut),
        )
        for keys, context in contexts:
            for key, slot in keys.items():
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(context)
                shortcut.activated.connect(slot)

    def _decide(self, decided: bool) -> None:
        if not decided:
            self._place.set_words(tr(NOTHING_TO_DECIDE))

    # ------------------------------------------------------------------ columns

    @property
    def columns(self) -> tuple[ArticleColumn, ...]:
        """The open columns, from left to right."""
        return tuple(self._columns)

    @property
    def column_ids(self) -> tuple[str, ...]:
        return tuple(column.article_id for column in self._columns)

    def set_columns(self, ids: Sequence[str]) -> None:
        """Open these articles, in this order, as far as they are analysed; at most six."""
        self._chosen = True
        self._open(tuple(key for key in ids if key in self.session.analyses)[:MOST_COLUMNS])

    def _open(self, ids: tuple[str, ...]) -> None:
        kept = {column.article_id: column for column in self._columns if column.article_id in ids}
        for column in self._columns:
            if column.article_id not in kept:
                column.setParent(None)
                column.deleteLater()
        self._columns = [kept.get(key) or self._new_column(key) for key in ids]
        for number, column in enumerate(self._columns):
            self._splitter.insertWidget(number, column)
        if set(ids) - set(kept):
            self._splitter.setSizes([1000] * len(self._columns))
        if self._current not in ids:
            self._current = ids[0] if ids else ""
        self._refresh()

    def _new_column(self, article_id: str) -> ArticleColumn:
        column = ArticleColumn(self.session, article_id, group_index(self.session, article_id))
        column.text.set_point_size(self.points)
        column.focused.connect(self._on_focused)
        column.hovered.connect(lambda key, offset: self._link.light(self._columns, key, offset))
        column.scrolled.connect(lambda key: self._link.follow(self._columns, key))
        column.zoom_requested.connect(self.zoom)
        column.close_requested.connect(self._on_close_requested)
        column.move_requested.connect(self._on_move_requested)
        column.swap_requested.connect(self._on_swap_requested)
        return column

    def _refresh(self) -> None:
        for column in self._columns:
            column.set_group(group_index(self.session, column.article_id))
            column.show_analysis(self.session.analyses[column.article_id], self.session.comparison)
        self._show_layers()
        self._show_compact()
        self.searching.refresh()
        self._show_found()
        self.toggles.count(self.column_ids)
        for part in (self.toggles, self._top):
            part.setVisible(bool(self._columns))
        self.chip.show_scope(self.column_ids)
        self.body.show_content(bool(self._columns))
        if not self._columns:
            self._say_empty()
        self._on_selection_changed()

    def _on_resting_changed(self) -> None:
        if not self._columns:
            self._say_empty()

    def _say_empty(self) -> None:
        if self.session.articles and self.session.resting:
            self.body.say(tr("Not analysed"), tr(STOPPED))
        elif self.session.articles:
            self.body.say(tr("Being analysed"), tr("Each article opens here as soon as it has been read."))
        else:
            self.body.say(
                tr("No articles yet"),
                tr("Drop files here, paste a text, or open articles of two or more outlets on one event with Ctrl+O."),
            )

    def _on_analyses_changed(self) -> None:
        if self._awaited and not self._chosen:
            self.restore_state(self._awaited)
        ready = self.session.analyses
        if any(passage.article not in ready for passage in self.passages.passages):
            self.passages.leave()  # they belong to a story, or an analysis, that is gone
        within = set(self.session.scope) or set(ready)
        ids = tuple(key for key in self.column_ids if key in ready and key in within)
        if not self._chosen or not ids:
            self._chosen = False
            ids = first_columns(self.session, self._fitting())
        self._open(ids)

    def _on_comparison_changed(self) -> None:
        self._link.realign()
        self._on_analyses_changed()

    def _fitting(self) -> int:
        roomy = max(ROOMY, ROOMY_LETTERS * self.fontMetrics().averageCharWidth())
        return min(MOST_COLUMNS, max(2, self.width() // roomy))

    def _show_compact(self) -> None:
        """Give the articles the lines that are not needed for working with them, where there are few."""
        compact = self.height() < ROOMY_LINES * self.fontMetrics().height()
        self.toggles.set_compact(compact)
        for column in self._columns:
            column.set_compact(compact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_compact()
        if not self._chosen and len(self._columns) != min(self._fitting(), len(self.session.analyses)):
            QTimer.singleShot(0, self, self._on_analyses_changed)

    def _on_close_requested(self, article_id: str) -> None:
        if len(self._columns) > 1:
            self.set_columns([key for key in self.column_ids if key != article_id])

    def _on_move_requested(self, article_id: str, by: int) -> None:
        ids = list(self.column_ids)
        at = ids.index(article_id)
        to = min(max(0, at + by), len(ids) - 1)
        ids.insert(to, ids.pop(at))
        self.set_columns(ids)

    def _on_swap_requested(self, article_id: str, other: str) -> None:
        """Show another article in a column; where it is open already the two change places."""
        swapped = {article_id: other, other: article_id}
        self.set_columns([swapped.get(key, key) for key in self.column_ids])

    def _on_link_toggled(self, on: bool) -> None:
        self._link.on = on

    def _show_layers(self, *_: object) -> None:
        layers = self.session.visible | ({"only"} if self.toggles.only else frozenset())
        for column in self._columns:
            column.text.set_layers(frozenset(layers))
            column.strip.update()

    # ------------------------------------------------------------------ zoom

    @property
    def points(self) -> float:
        """Size of the articles' letters: somewhat larger than the window's, and whatever the user added."""
        return min(max(SIZES[0], self.font().pointSizeF() + LARGER + self._zoom), SIZES[1])

    def zoom(self, steps: int) -> bool:
        """Make the articles' letters larger or smaller by so many points; 0 goes back to the first size."""
        self._zoom = self._zoom + steps if steps else 0
        self._show_points()
        return True

    def _show_points(self) -> None:
        for column in self._columns:
            column.text.set_point_size(self.points)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._show_points()
            self._show_compact()

    # ------------------------------------------------------------------ selection and the walk

    def column_of(self, article_id: str) -> ArticleColumn | None:
        """Return the open column of an article."""
        return next((c for c in self._columns if c.article_id == article_id), None)

    @property
    def current_column(self) -> ArticleColumn | None:
        """The column that the keyboard walks over."""
        return self.column_of(self._current)

    def next_mark(self) -> None:
        """Select the next visible mark of the current column."""
        self._step(1)

    def previous_mark(self) -> None:
        """Select the previous visible mark of the current column."""
        self._step(-1)

    def next_column(self) -> None:
        """Move the keyboard one column to the right."""
        self._go_to_column(1)

    def previous_column(self) -> None:
        """Move the keyboard one column to the left."""
        self._go_to_column(-1)

    def _go_to_column(self, by: int) -> None:
        ids = self.column_ids
        if ids:
            at = ids.index(self._current) if self._current in ids else 0
            column = self._columns[(at + by) % len(ids)]
            self._area.ensureWidgetVisible(column, 0, 0)
            column.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._on_focused(column.article_id)

    def _step(self, direction: int) -> None:
        column = self.current_column
        if column is None:
            return
        found = column.step(direction, self.session.visible)
        if found is None:
            self._place.set_words(tr("no marks shown in {name}").format(name=self._column_name(column)))
            return
        selection, number, count, wrapped = found
        self.session.select(selection)
        place = tr("mark {number} of {count} in {name}")
        place = place.format(number=number, count=count, name=self._column_name(column))
        ends = tr("back at the first") if direction > 0 else tr("on at the last")
        self._place.set_words(f"{ends}: {place}" if wrapped else place)

    def _on_focused(self, article_id: str) -> None:
        self._current = article_id
        for column in self._columns:
            column.set_active(column.article_id == article_id)
        self._show_place()

    def _on_selection_changed(self) -> None:
        selection = self.session.selection
        if selection is not None and self.column_of(selection.passage.article) is not None:
            self._current = selection.passage.article
        for column in self._columns:
            column.set_active(column.article_id == self._current)
            column.show_selection(selection)
        self._show_place()

    def _show_place(self) -> None:
        """Say where among the marks of the current column the selection stands."""
        column = self.current_column
        place = column.place(self.session.visible) if column is not None else None
        if place is None or column is None:
            self._place.set_words("")
            return
        number, count = place
        words = tr("mark {number} of {count} in {name}") if number else tr("{count} marks in {name}")
        self._place.set_words(words.format(number=number, count=count, name=self._column_name(column)))

    def _column_name(self, column: ArticleColumn) -> str:
        """Return what tells a column from the others: its outlet, and its title where the outlet is there twice."""
        name = self._name_of(column.article_id)
        if sum(self._name_of(key) == name for key in self.column_ids) > 1:
            article = self.session.article(column.article_id)
            return f"{name}, “{article.title}”" if article is not None and article.title else name
        return name

    # ------------------------------------------------------------------ passages that a chart or table opened

    def open_passages(self, passages: Sequence[Passage]) -> None:
        """Show these passages, in columns of their own articles."""
        known = tuple(p for p in passages if p.article in self.session.analyses)
        if not known:
            return
        self._make_room(tuple(dict.fromkeys(p.article for p in known))[:MOST_COLUMNS])
        known = tuple(p for p in known if len(p.span))
        if not known:  # whole articles were asked for
            self.passages.leave()
            self._on_focused(passages[0].article)
            return
        order = {key: number for number, key in enumerate((*self.column_ids, *self.session.analyses))}
        known = tuple(sorted(known, key=lambda p: (min(order[p.article], MOST_COLUMNS), p.article, p.span)))
        # Each column shows its first passage before the walk begins; linked scrolling would pull them apart again.
        with self._link.held():
            for column in self._columns:
                own = [p for p in known if p.article == column.article_id]
                if own:
                    column.text.scroll_to(own[0].span)
        self.passages.open(known)
        self._show_found()

    def _make_room(self, wanted: tuple[str, ...]) -> None:
        """Open columns for these articles; the ones furthest to the right that nobody asked for give way."""
        ids = [*self.column_ids, *(key for key in wanted if key not in self.column_ids)]
        room = max(self._fitting(), len(wanted))
        while len(ids) > room:
            ids.remove(next(key for key in reversed(ids) if key not in wanted))
        if tuple(ids) != self.column_ids:
            self.set_columns(ids)

    def _show_found(self) -> None:
        for column in self._columns:
            found = (*self.passages.passages, *self.searching.hits)
            column.show_found([p.span for p in found if p.article == column.article_id])

    # ------------------------------------------------------------------ copy and search

    def copy_selection(self) -> bool:
        """Copy what is selected in a column, else the passage that is explained."""
        cursors = [column.text.textCursor() for column in self._columns]
        words = next((cursor.selection().toPlainText() for cursor in cursors if cursor.hasSelection()), "")
        selection = self.session.selection
        article = self.session.article(selection.passage.article) if selection is not None else None
        if not words and selection is not None and article is not None:
            words = selection.passage.span.of(article.text)
        if words:
            QGuiApplication.clipboard().setText(words)
        return bool(words)

    def begin_search(self, words: str) -> bool:
        """Search the open columns."""
        if self._columns:
            self.searching.bar.begin(words)
        return bool(self._columns)

    def _searched(self) -> list[Article]:
        return [column.analysis.article for column in self._columns if column.analysis is not None]

    def _step_found(self, by: int) -> None:
        walked = self.searching if self.searching.hits else self.passages
        walked.step(by)

    def _leave_found(self) -> None:
        """End the search; where there is none, leave the passages that were opened."""
        if self.searching.bar.isHidden():
            self.passages.leave()
        else:
            self.searching.bar.leave()

    def _to_text(self) -> None:
        column = self.current_column
        if column is not None:
            column.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_passage_moved(self, passage: Passage) -> None:
        if self.column_of(passage.article) is None:  # more articles than columns: the last one makes room
            self.set_columns((*self.column_ids[: MOST_COLUMNS - 1], passage.article))
        with self._link.held():
            self.session.select(self._selection_at(passage))
        column = self.column_of(passage.article)
        if column is not None:
            self._area.ensureWidgetVisible(column, 0, 0)

    def _name_of(self, article_id: str) -> str:
        article = self.session.article(article_id)
        return article.label if article is not None else ""

    def _selection_at(self, passage: Passage) -> Selection:
        """Return the mark or attribution that stands exactly at a passage, or the passage alone."""
        analysis = self.session.analyses[passage.article]
        for mark in analysis.marks:
            if mark.span == passage.span:
                return Selection(passage, mark.id, mark.attribution)
        for index, attribution in enumerate(analysis.document.attributions):
            if passage.span in attribution.content or passage.span == attribution.span:
                return Selection(passage, None, index)
        return Selection(passage)

    # ------------------------------------------------------------------ what a session brings back

    def save_state(self) -> dict[str, object]:
        """Return what a later start brings back: columns, widths, places, size of the text, links."""
        return {
            "columns": list(self.column_ids) if self._chosen else [],
            "widths": self._splitter.sizes(),
            "places": {c.article_id: c.text.verticalScrollBar().value() for c in self._columns},
            "zoom": self._zoom,
            "link": self.toggles.link,
            "only": self.toggles.only,
        }

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Bring back what `save_state` gave, as far as it still fits."""
        columns = state.get("columns")
        if isinstance(columns, list) and columns:
            if not set(columns) <= set(self.session.analyses):  # they come one by one while they are analysed
                self._awaited = dict(state)
                return
            self.set_columns(columns)
        self._awaited = {}
        if isinstance(steps := state.get("zoom"), int):
            self._zoom = steps
            self._show_points()
        for name in ("link", "only"):
            if isinstance(on := state.get(name), bool):
                self.toggles.box(name).setChecked(on)
        widths, places = state.get("widths"), state.get("places")
        if isinstance(widths, list) and len(widths) == len(self._columns):
            self._splitter.setSizes(widths)
        with self._link.held():
            for column in self._columns:
                if isinstance(places, dict) and isinstance(at := places.get(column.article_id), int):
                    column.text.verticalScrollBar().setValue(at)
