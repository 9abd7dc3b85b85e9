"""Read: articles side by side, every mark where it stands. Assembles the columns and carries what is shared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from analysis.messages import text as tr
from analysis.model import Article, Passage

from ..session import Session
from ..state import selection_at
from ..widgets.article_column import ArticleColumn
from ..widgets.column_row import ColumnRow
from ..widgets.column_search import ColumnSearch
from ..widgets.deciding import NOTE_KEY, NOTHING_TO_DECIDE, REJECT_KEY, ask_note, reject_or_restore
from ..widgets.groups import first_columns
from ..widgets.keys import bind
from ..widgets.labels import STOPPED
from ..widgets.mark_toggles import MarkToggles
from ..widgets.passage_bar import PassageBar, arrow
from ..widgets.plain import ElidedLabel
from ..widgets.scope_chip import MOST_COLUMNS, ScopeChip
from .base import View

ROOMY, ROOMY_LETTERS = 300, 34
"""Pixels, and letters of the interface, that a column should have before another one is opened beside it unasked."""
ROOMY_LINES = 26
"""Lines of the interface that the view is high before details give way to the articles."""


class ReadView(View):
    """The columns, their switches, and the walk over marks and passages."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._chosen = False
        self._awaited: dict[str, object] = {}
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
        self.row = ColumnRow(self.session)
        self.row.columns_asked.connect(self.set_columns)
        self.row.focused.connect(self._show_place)
        self.body.set_content(self.row)
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
        bind(self, everywhere, Qt.ShortcutContext.WindowShortcut)
        bind(self, here, Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _decide(self, decided: bool) -> None:
        if not decided:
            self._place.set_words(tr(NOTHING_TO_DECIDE))

    # ------------------------------------------------------------------ columns

    @property
    def columns(self) -> tuple[ArticleColumn, ...]:
        """The open columns, from left to right."""
        return self.row.columns

    @property
    def column_ids(self) -> tuple[str, ...]:
        return self.row.ids

    def set_columns(self, ids: Sequence[str]) -> None:
        """Open these articles, in this order, as far as they are analysed; at most six."""
        self._chosen = True
        self._open(tuple(key for key in ids if key in self.session.analyses)[:MOST_COLUMNS])

    def _open(self, ids: tuple[str, ...]) -> None:
        self.row.open(ids)
        self._refresh()

    def _refresh(self) -> None:
        self.row.refresh()
        self._show_layers()
        self._show_compact()
        self.searching.refresh()
        self._show_found()
        self.toggles.count(self.column_ids)
        for part in (self.toggles, self._top):
            part.setVisible(bool(self.columns))
        self.chip.show_scope(self.column_ids)
        self.body.show_content(bool(self.columns))
        if not self.columns:
            self._say_empty()
        self._on_selection_changed()

    def _on_resting_changed(self) -> None:
        if not self.columns:
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
        self.row.link.realign()
        self._on_analyses_changed()

    def _fitting(self) -> int:
        roomy = max(ROOMY, ROOMY_LETTERS * self.fontMetrics().averageCharWidth())
        return min(MOST_COLUMNS, max(2, self.width() // roomy))

    def _show_compact(self) -> None:
        """Give the articles the lines that are not needed for working with them, where there are few."""
        compact = self.height() < ROOMY_LINES * self.fontMetrics().height()
        self.toggles.set_compact(compact)
        self.row.set_compact(compact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_compact()
        if not self._chosen and len(self.columns) != min(self._fitting(), len(self.session.analyses)):
            QTimer.singleShot(0, self, self._on_analyses_changed)

    def _on_link_toggled(self, on: bool) -> None:
        self.row.link.on = on

    def _show_layers(self, *_: object) -> None:
        layers = self.session.visible | ({"only"} if self.toggles.only else frozenset())
        self.row.show_layers(frozenset(layers))

    # ------------------------------------------------------------------ zoom

    @property
    def points(self) -> float:
        """Size of the articles' letters."""
        return self.row.points

    def zoom(self, steps: int) -> bool:
        """Make the articles' letters larger or smaller by so many points; 0 goes back to the first size."""
        self.row.zoom(steps)
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.row.show_points()
            self._show_compact()

    # ------------------------------------------------------------------ selection and the walk

    def column_of(self, article_id: str) -> ArticleColumn | None:
        """Return the open column of an article."""
        return self.row.of(article_id)

    @property
    def current_column(self) -> ArticleColumn | None:
        """The column that the keyboard walks over."""
        return self.row.current

    def next_mark(self) -> None:
        """Select the next visible mark of the current column."""
        self._step(1)

    def previous_mark(self) -> None:
        """Select the previous visible mark of the current column."""
        self._step(-1)

    def next_column(self) -> None:
        """Move the keyboard one column to the right."""
        self.row.step(1)

    def previous_column(self) -> None:
        """Move the keyboard one column to the left."""
        self.row.step(-1)

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

    def _on_selection_changed(self) -> None:
        self.row.show_selection(self.session.selection)
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
            self.row.set_current(passages[0].article)
            return
        order = {key: number for number, key in enumerate((*self.column_ids, *self.session.analyses))}
        known = tuple(sorted(known, key=lambda p: (min(order[p.article], MOST_COLUMNS), p.article, p.span)))
        self.row.scroll_to(known)  # before the walk begins
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
        self.row.show_found((*self.passages.passages, *self.searching.hits))

    # ------------------------------------------------------------------ copy and search

    def copy_selection(self) -> bool:
        """Copy what is selected in a column, else the passage that is explained."""
        cursors = [column.text.textCursor() for column in self.columns]
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
        if self.columns:
            self.searching.bar.begin(words)
        return bool(self.columns)

    def _searched(self) -> list[Article]:
        return [column.analysis.article for column in self.columns if column.analysis is not None]

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
        with self.row.link.held():
            self.session.select(selection_at(self.session.analyses[passage.article], passage))
        column = self.column_of(passage.article)
        if column is not None:
            self.row.ensureWidgetVisible(column, 0, 0)

    def _name_of(self, article_id: str) -> str:
        article = self.session.article(article_id)
        return article.label if article is not None else ""

    # ------------------------------------------------------------------ what a session brings back

    def save_state(self) -> dict[str, object]:
        """Return what a later start brings back: columns, widths, places, size of the text, links."""
        return {
            "columns": list(self.column_ids) if self._chosen else [],
            **self.row.save_state(),
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
        for name in ("link", "only"):
            if isinstance(on := state.get(name), bool):
                self.toggles.box(name).setChecked(on)
        self.row.restore_state(state)
