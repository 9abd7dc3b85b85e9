"""A table of plain rows: sorted by a click on a heading, copied as TSV, each row opening its passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QAction, QFont, QGuiApplication, QIcon, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from analysis.messages import text as tr
from analysis.model import Passage
from analysis.output.text import cell_text
from analysis.visible import visible

from ..models.filtering import filter_change
from .plain import tip

DASH = "–"
SORT_ROLE = Qt.ItemDataRole.UserRole
WIDEST = 340
"""Pixels that a column takes by itself at most."""
MEASURED = 50
"""Rows whose cells are measured for the widths of columns: about what is seen. Measuring the thousand that Qt takes by
itself held the window up for 10 s in a table of 200 outlets."""
Value = str | int | float | None
Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a table."""

    title: str
    numeric: bool = False
    decimals: int = 0
    strong: bool = False
    centred: bool = False
    full: str = ""
    """The title in full, where a heading has to be short."""
    icon: QIcon | None = None

    def shown(self, value: Value) -> str:
        """Return a value as it stands in a cell; what cannot be measured is a dash."""
        if value is None:
            return DASH
        if isinstance(value, float):
            return f"{round(value, self.decimals) + 0.0:,.{self.decimals}f}".replace("-", "−")  # no negative zero
        return f"{value:,}" if isinstance(value, int) else visible(value)


def with_notes(
    fields: Sequence[Field], rows: Sequence[tuple[Value, ...]], notes: Sequence[str]
) -> tuple[tuple[Field, ...], list[tuple[Value, ...]]]:
    """Return columns and rows with what the user wrote about each row's mark; the same where nothing was written."""
    if not any(notes):
        return tuple(fields), list(rows)
    return (*fields, Field(tr("Note"))), [(*row, note) for row, note in zip(rows, notes, strict=True)]


class RowsModel(QAbstractTableModel):
    """Rows of values, with the passages each stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = parent
        self.fields: tuple[Field, ...] = ()
        self.rows: tuple[tuple[Value, ...], ...] = ()
        self.passages: tuple[tuple[Passage, ...], ...] = ()
        self.icons: tuple[QIcon | None, ...] = ()

    def set_rows(
        self,
        fields: Sequence[Field],
        rows: Sequence[Sequence[Value]],
        passages: Sequence[Sequence[Passage]] = (),
        icons: Sequence[QIcon | None] = (),
    ) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.fields = tuple(fields)
        self.rows = tuple(tuple(row) for row in rows)
        self.passages = tuple(tuple(some) for some in passages)
        self.icons = tuple(icons)
        self.endResetModel()

    def words_of(self, row: int) -> str:
        """Return a row as it is searched: what its cells show, in small letters."""
        shown = (field.shown(value) for field, value in zip(self.fields, self.rows[row], strict=False))
        return "\n".join(shown).casefold()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.fields)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        field, value = self.fields[column], self.rows[row][column]
        if role == Qt.ItemDataRole.DisplayRole:
            return field.shown(value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(field.shown(value))
        if role == SORT_ROLE:
            # A dash sorts below every number.
            return (-1e300 if value is None else value) if field.numeric else (value or "")
        if role == Qt.ItemDataRole.TextAlignmentRole and field.numeric:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.TextAlignmentRole and field.centred:
            return int(Qt.AlignmentFlag.AlignCenter)
        if role == Qt.ItemDataRole.FontRole and field.strong:
            font = QFont(self._view.font()) if self._view is not None else QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.DecorationRole and column == 0 and self.icons:
            return self.icons[row]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not section < len(self.fields):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(self.fields[section].title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.fields[section].full or self.fields[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            field = self.fields[section]
            side = Qt.AlignmentFlag.AlignRight if field.numeric else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DecorationRole:
            return self.fields[section].icon
        return None


class RowsFilter(QSortFilterProxyModel):
    """The rows that hold every word of a search, in the order of a column."""

    def __init__(self, rows: RowsModel) -> None:
        super().__init__(rows)
        self._rows = rows
        self._words: tuple[str, ...] = ()
        self.setSourceModel(rows)
        self.setSortRole(SORT_ROLE)
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def set_words(self, text: str) -> None:
        """Show only rows with all of these words, in any of their cells."""
        words = tuple(text.casefold().split())
        if words == self._words:
            return
        with filter_change(self):
            self._words = words

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._words:
            return True
        hay = self._rows.words_of(source_row)
        return all(word in hay for word in self._words)


class DataTable(QTableView):
    """Rows that open passages. `late` ones measure their columns when they are seen: those behind charts seldom are."""

    passages_activated = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, late: bool = False) -> None:
        super().__init__(parent)
        self._late = late
        self.setAccessibleName(name)
        self._stretch: int | None = None
        self._unfitted = False
        self.rows_model = RowsModel(self)
        self._proxy = RowsFilter(self.rows_model)
        self.setModel(self._proxy)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setResizeContentsPrecision(MEASURED)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.activated.connect(self._on_activated)
        copy = QAction(tr("Copy rows"), self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy_rows)
        self._open_passages = QAction(tr("Open passages"), self)
        self._open_passages.triggered.connect(lambda: self._on_activated(self.currentIndex()))
        self.addActions([self._open_passages, copy])
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def set_rows(
        self,
        fields: Sequence[Field],
        rows: Sequence[Sequence[Value]],
        passages: Sequence[Sequence[Passage]] = (),
        icons: Sequence[QIcon | None] = (),
        stretch: int | None = None,
        fit: bool = True,
    ) -> None:
        """Show these rows in columns as wide as they need; `stretch` takes what is left.

        Without `fit` the caller gives the widths: measuring forty columns takes longer than filling them.
        """
        self.rows_model.set_rows(fields, rows, passages, icons)
        self._open_passages.setVisible(bool(passages))
        self._stretch, self._unfitted = stretch, fit
        if self.isVisible() or not self._late:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give new columns their widths."""
        if not self._unfitted:
            return
        self._unfitted = False
        self.resizeColumnsToContents()
        header = self.horizontalHeader()
        for column in range(len(self.rows_model.fields)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, min(self.columnWidth(column) + 12, WIDEST))
        if self._stretch is not None:
            header.setSectionResizeMode(self._stretch, QHeaderView.ResizeMode.Stretch)

    def tsv(self, whole: bool = False) -> str:
        """Return the chosen rows (all of them when `whole` or where none is chosen) with headings, as TSV."""
        model = self.rows_model
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        shown = chosen if chosen and not whole else list(range(self._proxy.rowCount()))
        lines = ["\t".join(copied(field.full or field.title) for field in model.fields)]
        for row in shown:
            source = self._proxy.mapToSource(self._proxy.index(row, 0)).row()
            values = model.rows[source]
            lines.append("\t".join(copied(value) for value in values))
        return "\n".join(lines) + "\n"

    def copy_rows(self) -> None:
        """Put the chosen rows on the clipboard."""
        QGuiApplication.clipboard().setText(self.tsv())

    def set_filter(self, words: str) -> None:
        """Show only rows with all of these words; all rows for ""."""
        self._proxy.set_words(words)

    def chosen_rows(self) -> list[int]:
        """Return the selected rows by their places among the rows as given, in the order in which they are shown."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.source_row(self._proxy.index(row, 0)) for row in chosen]

    def shown_rows(self) -> list[int]:
        """Return the rows that the filter lets through, in the order in which they are shown."""
        return [self.source_row(self._proxy.index(row, 0)) for row in range(self._proxy.rowCount())]

    def source_row(self, index: QModelIndex) -> int:
        """Return the place of a shown row among the rows as given, -1 where there is none."""
        return self._proxy.mapToSource(index).row()

    def select_source_row(self, row: int) -> None:
        """Select a row by its place among the rows as given, however they are sorted."""
        self.selectRow(self._proxy.mapFromSource(self.rows_model.index(row, 0)).row())

    def passages_of(self, index: QModelIndex) -> tuple[Passage, ...]:
        """Return what a row stands for."""
        source = self.source_row(index)
        return self.rows_model.passages[source] if 0 <= source < len(self.rows_model.passages) else ()

    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid() and (passages := self.passages_of(index)):
            self.passages_activated.emit(passages)


def copied(value: Value) -> str:
    """Return a value as it is copied: one line, and no text a formula."""
    if isinstance(value, str):
        return cell_text(" ".join(value.split()))
    return "" if value is None else str(value)
