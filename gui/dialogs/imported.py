"""The files that were opened for the story: what each holds, and what did not come in, to copy and to try again."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from analysis.messages import Label, render
from analysis.messages import text as tr
from analysis.sources.file_kinds import ENDINGS
from analysis.sources.left_out import file_on_disk, summary

from ..imports import FileAccount, Item, Why
from ..opening import open_path
from ..session import Session
from ..widgets.data_table import DataTable, Field
from ..widgets.flow import FlowLayout
from ..widgets.plain import PlainLabel, set_tip, set_title
from ..widgets.wrapping import WrappedColumn
from .room import take_room

NO_TEXT_COLUMN = "sources.no_text_column"
"""The reason that a question to the user can take away."""
TABLES = frozenset(ending for ending, kind in ENDINGS.items() if kind in ("csv", "jsonl", "xlsx")) | {"xls"}
"""Endings of files that are tables."""
WRAPPED_ROWS = 300
"""Rows whose reasons are broken into lines at most: more are measured too slowly, and their tooltips have the whole."""
ROOM = (1060, 720)
"""Pixels that the window takes where the screen has them."""
FOLDER_LETTERS = 22
REASON_LETTERS = 34
"""Letters that they have room for at least."""
FILES_FOLDER = 5
"""Column of the table of files."""
ROW, REASON, ITEMS_FOLDER = 1, 3, 4
"""Columns of the table of what did not come in."""
WHAT = {
    Why.SKIPPED: Label("skipped"),
    Why.MISSING: Label("missing"),
    Why.DIFFERS: Label("one too many"),
    Why.TWICE: Label("there twice"),
    Why.PRESENT: Label("in the story already"),
}


def file_fields() -> tuple[Field, ...]:
    """Return the columns of the table of files."""
    left_out = tr("Articles, rows or files that were skipped, each with its reason below")
    return (
        Field(tr("File"), strong=True),
        Field(tr("Stated"), numeric=True, full=tr("Articles that the file says it holds")),
        Field(tr("Read"), numeric=True, full=tr("Articles that were read")),
        Field(tr("Skipped"), numeric=True, full=left_out),
        Field(
            tr("Missing"), numeric=True, full=tr("Articles that the file says it holds and that were not found in it")
        ),
        Field(tr("Folder")),
    )


def item_fields() -> tuple[Field, ...]:
    """Return the columns of the table of what did not come in."""
    return (
        Field(tr("File"), strong=True),
        Field(tr("Row")),
        Field(tr("What")),
        Field(tr("Why, and what to try")),
        Field(tr("Folder")),
    )


class ImportedFiles(QDialog):
    """Stays open beside the window and follows the session."""

    retry_asked = Signal(object)
    """Items to be read again."""
    column_asked = Signal(object)
    """Paths of tables of which the user wants to say what their columns hold."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_title(self, tr("Imported files"))
        self._session = session
        self._files: tuple[FileAccount, ...] = ()
        self._items: tuple[Item, ...] = ()
        self.heading = PlainLabel()
        self.heading.setObjectName("heading")
        self.heading.setWordWrap(True)
        self.hint = PlainLabel()
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Filter by file, folder, reason…"))
        self.filter.setAccessibleName(tr("Filter the files and what was left out"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._on_filter_changed)
        self.filter.installEventFilter(self)
        self.files = self._table(tr("Files that were opened"))
        self.items = self._table(tr("What did not come in, each with its reason"))
        self.items.setItemDelegate(WrappedColumn(self.items, REASON, ITEMS_FOLDER))
        self.files.setItemDelegate(WrappedColumn(self.files, None, FILES_FOLDER))
        self.parts = QSplitter(Qt.Orientation.Vertical)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.files)
        self.parts.addWidget(self.items)
        self.parts.setStretchFactor(0, 2)
        self.parts.setStretchFactor(1, 3)
        self.again = self._button(tr("Try all again"), self._on_again)
        self.column = self._button(tr("Choose columns…"), self._on_column)
        self.folder = self._button(tr("Open folder"), self._on_folder)
        self.copy = self._button(tr("Copy list"), self._on_copy)
        self.clear = self._button(tr("Clear list"), self._on_clear)
        set_tip(self.column, tr("Say which columns of the selected table hold text, title, outlet, date and author"))
        set_tip(self.folder, tr("Show the folder of the selected file"))
        set_tip(self.copy, tr("Copy the selected rows, all rows where none is selected"))
        set_tip(self.clear, tr("Forget these files; articles that came in stay in the story"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.close_button = buttons.button(QDialogButtonBox.StandardButton.Close)
        self.close_button.setDefault(True)
        row = FlowLayout()
        row.setSpacing(8)
        for part in (self.again, self.column, self.folder, self.copy, self.clear, buttons):
            row.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for widget in (self.heading, self.hint, self.filter):
            layout.addWidget(widget)
        layout.addWidget(self.parts, 1)
        layout.addStretch(0)  # takes the room of the tables while there are none
        layout.addLayout(row)
        take_room(self, *ROOM)
        self._divided = False
        session.imported_changed.connect(self.refresh)
        self.refresh()
        (self.items if self._items else self.files if self._files else self.close_button).setFocus()

    # ------------------------------------------------------------------ how it is made

    def _table(self, name: str) -> DataTable:
        table = DataTable(name)
        for label, act in ((tr("Try again"), self._on_again), (tr("Open folder"), self._on_folder)):
            action = QAction(label, table)
            action.triggered.connect(act)
            table.addAction(action)
        table.selectionModel().selectionChanged.connect(lambda *_: self._on_selected(table))
        return table

    def _button(self, label: str, act: object) -> QPushButton:
        button = QPushButton(label)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    # ------------------------------------------------------------------ what it shows

    def refresh(self) -> None:
        """Show what the session has now: files with something left out first."""
        known = self._session.imported
        self._files = tuple(sorted(known.files, key=lambda a: (-a.lost, a.path)))
        self._items = tuple(sorted(known.items, key=lambda i: (i.path, len(i.row), i.row)))
        self.files.set_rows(file_fields(), [_file_row(account) for account in self._files])
        self.items.set_rows(item_fields(), [_item_row(item) for item in self._items])
        self.items.setColumnHidden(ROW, not any(item.row for item in self._items))
        wrapped = len(self._items) <= WRAPPED_ROWS
        self.items.setWordWrap(wrapped)
        mode = QHeaderView.ResizeMode.ResizeToContents if wrapped else QHeaderView.ResizeMode.Fixed
        self.items.verticalHeader().setSectionResizeMode(mode)
        self.heading.setText(self._summary())
        self.hint.setText(self._hint())
        self.hint.setVisible(bool(self.hint.text()))
        for part in (self.filter, self.parts):
            part.setVisible(bool(self._files))
        self.items.setVisible(bool(self._items))
        self.column.setVisible(any(map(_is_table, self._files)) or bool(self._without_text()))
        self._fill()
        self._refresh_buttons()
        at = self.focusWidget()
        if at is not None and not at.isVisibleTo(self):
            self.close_button.setFocus()  # keys, Escape among them, would reach nothing

    def _fill(self) -> None:
        """Give folders what is left in the upper table, reasons in the lower one; where that is little, they scroll."""
        letter = self.fontMetrics().averageCharWidth()
        self.items.setColumnWidth(ITEMS_FOLDER, FOLDER_LETTERS * letter)
        for table, column, least in (
            (self.files, FILES_FOLDER, FOLDER_LETTERS),
            (self.items, REASON, REASON_LETTERS),
        ):
            others = sum(table.columnWidth(i) for i in range(len(table.rows_model.fields)) if i != column)
            table.setColumnWidth(column, max(least * letter, table.viewport().width() - others))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()
        if not self._divided:
            self._divide()

    def _divide(self) -> None:
        """Give each table the room of its rows; where there is not enough, the one with more rows has the rest."""
        self._divided = True
        whole = self.parts.height()
        upper, lower = (_height(table) for table in (self.files, self.items))
        least = whole // 3
        upper = max(min(upper, whole - min(lower, whole - least)), least)
        self.parts.setSizes([upper, whole - upper])

    def _summary(self) -> str:
        if not self._files:
            return tr("No files were opened yet")
        files, *parts = map(render, summary(self._files))
        return f"{files}: {', '.join(parts)}"

    def _hint(self) -> str:
        if not self._files:
            return tr(
                "Every file that is opened for the story stands here, with what it says it holds, what was read of it, "
                "and why the rest was not."
            )
        if not self._items:
            return tr("Everything was read.")
        return ""

    def _refresh_buttons(self) -> None:
        chosen, some = self.chosen_items(), bool(self._chosen_paths())
        count = len(_retried(chosen))
        narrowed = tr("Try shown again") if self.filter.text().strip() else tr("Try all again")
        self.again.setText(tr("Try selected again") if some else narrowed)
        self.again.setEnabled(bool(count))
        self.folder.setEnabled(some)
        self.column.setEnabled(bool(self._chosen_tables()))
        self.copy.setEnabled(bool(self._files))
        self.clear.setEnabled(bool(self._files))

    # ------------------------------------------------------------------ what is chosen

    def _chosen_paths(self) -> list[str]:
        return [self._items[row].path for row in self.items.chosen_rows()] or [
            self._files[row].path for row in self.files.chosen_rows()
        ]

    def chosen_items(self) -> tuple[Item, ...]:
        """Return the selected rows; those of the selected files; all that are shown where nothing is selected."""
        rows = self.items.chosen_rows()
        files = {self._files[row].path for row in self.files.chosen_rows()}
        if not rows and files:
            return tuple(item for item in self._items if item.path in files)
        return tuple(self._items[row] for row in rows or self.items.shown_rows())

    def _on_selected(self, table: DataTable) -> None:
        other = self.files if table is self.items else self.items
        if table.selectionModel().hasSelection() and other.selectionModel().hasSelection():
            other.clearSelection()  # what the buttons act on is in one table
        self._refresh_buttons()

    # ------------------------------------------------------------------ what is done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter in the filter go to what it found: the default button would close the list."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in enter:
            (self.items if self.items.model().rowCount() else self.files).setFocus()
            return True
        return super().eventFilter(watched, event)

    def _on_filter_changed(self, words: str) -> None:
        self.files.set_filter(words)
        self.items.set_filter(words)
        self._fill()
        self._refresh_buttons()

    def _on_again(self) -> None:
        if items := _retried(self.chosen_items()):
            self.retry_asked.emit(items)

    def _on_column(self) -> None:
        if tables := self._chosen_tables():
            self.column_asked.emit(tables)

    def _without_text(self) -> list[str]:
        """Return the tables of which no column is known to hold the texts."""
        return list(dict.fromkeys(item.path for item in self._items if item.key == NO_TEXT_COLUMN))

    def _chosen_tables(self) -> tuple[str, ...]:
        """Return the selected tables; where nothing is selected those without texts."""
        waiting, chosen = self._without_text(), dict.fromkeys(self._chosen_paths())
        tables = {account.path for account in self._files if _is_table(account)} | set(waiting)
        return tuple(path for path in chosen if path in tables) if chosen else tuple(waiting)

    def _on_folder(self) -> None:
        for path in self._chosen_paths()[:1]:
            there = file_on_disk(path)
            if there:
                open_path(Path(there if os.path.isdir(there) else os.path.dirname(os.path.abspath(there))))
            else:
                self.hint.setText(tr("{path} is not there any more.").format(path=path))
                self.hint.show()

    def _on_copy(self) -> None:
        self._copied_table().copy_rows()

    def _copied_table(self) -> DataTable:
        if self.files.selectionModel().hasSelection() or not self._items:
            return self.files
        return self.items

    def _on_clear(self) -> None:
        from ..imports import Imported

        self._session.set_imported(Imported())
        self.close_button.setFocus()


def _retried(items: Sequence[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.count)


def _is_table(account: FileAccount) -> bool:
    return os.path.splitext(account.path)[1][1:].lower() in TABLES


def _height(table: DataTable) -> int:
    """Return how many pixels a table's rows take with its heading and a bar below."""
    bars = table.horizontalHeader().sizeHint().height() + table.horizontalScrollBar().sizeHint().height()
    return table.verticalHeader().length() + bars


def _file_row(account: FileAccount) -> tuple[str | int | None, ...]:
    folder, name = os.path.split(account.path)
    return (name or account.path, account.stated, account.read, account.skipped, account.missing, folder)


def _item_row(item: Item) -> tuple[str | int | None, ...]:
    folder, name = os.path.split(item.path)
    return (name or item.path, item.row, tr(WHAT[item.why]), " ".join(item.reason.split()), folder)
