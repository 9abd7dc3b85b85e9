"""Every article of the story in a table: sort, filter, choose what is compared, edit details of many at once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from analysis.messages import text as tr

from .. import commands
from ..models.articles import COLUMNS, KEYS, ROLE_ID, ArticlesFilter, ArticlesModel, tsv
from ..session import Session
from ..widgets.doubt_sign import SignedCells
from ..widgets.flow import FlowLayout
from ..widgets.plain import PlainLabel
from .base import View

FILTER_LETTERS = 20
"""Letters that the filter has room for at least."""


class ArticleTable(QTableView):
    """The table; Enter opens what is selected, Space ticks it."""

    opened = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt would begin at the tick box, round which no cursor can be seen.
        if not self.currentIndex().isValid() and self.model().rowCount():
            first = self.model().index(0, KEYS.index("outlet"))
            self.selectionModel().setCurrentIndex(first, self.selectionModel().SelectionFlag.NoUpdate)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            box = self.currentIndex().siblingAtColumn(KEYS.index("compared"))
            ticked = Qt.CheckState(box.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self.model().setData(box, state, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)


class LibraryView(View):
    """The Library."""

    open_asked = Signal()
    paste_asked = Signal()
    sample_asked = Signal()
    imported_asked = Signal()
    selection_changed = Signal()
    opened = Signal(object)
    """Ids of articles to read."""
    menu_asked = Signal(QPoint)
    """A context menu is wanted at this place of the screen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.model = ArticlesModel.of(session)
        self.shown = ArticlesFilter(self)
        self.shown.setSourceModel(self.model)
        self._fits, self._fitting = True, False
        self._known: frozenset[str] = frozenset()
        self.table = self._make_table()
        self.setFocusProxy(self.table)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Filter by outlet, title, author, date, file…"))
        self.filter.setAccessibleName(tr("Filter the articles"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._on_filter_changed)
        self.count = PlainLabel()
        self.count.setObjectName("muted")
        self.body.set_content(self._make_full())
        self.body.set_empty(self._make_empty())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.body)
        session.imported_changed.connect(self._show_imported)
        self._show_imported()
        self.model.compared_toggled.connect(self._on_compared_toggled)
        for signal in (self.model.modelReset, self.model.rowsInserted, self.model.dataChanged):
            signal.connect(self._show_count)
        self.model.modelReset.connect(self._on_reset)
        self._show_count()

    # ------------------------------------------------------------------ what the window asks

    def selected_articles(self) -> tuple[str, ...]:
        """Ids of the selected rows, from top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.shown.index(row, 0).data(ROLE_ID) for row in rows)

    def select_articles(self, ids: tuple[str, ...]) -> bool:
        """Select the rows of these articles."""
        self.table.clearSelection()
        for row in range(self.shown.rowCount()):
            if self.shown.index(row, 0).data(ROLE_ID) in ids:
                self.table.selectionModel().select(
                    self.shown.index(row, 0),
                    self.table.selectionModel().SelectionFlag.Select | self.table.selectionModel().SelectionFlag.Rows,
                )
        return True

    def copy_selection(self) -> bool:
        """Put the selected rows on the clipboard as a spreadsheet takes them; all rows where none is selected."""
        if not self.shown.rowCount():
            return False
        chosen = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        rows = chosen or range(self.shown.rowCount())
        header = self.table.horizontalHeader()
        columns = [header.logicalIndex(i) for i in range(header.count())]
        columns = [c for c in columns if not header.isSectionHidden(c) and COLUMNS[c].key != "compared"]
        QGuiApplication.clipboard().setText(tsv(self.shown, rows, columns))
        return True

    def begin_search(self, words: str) -> bool:
        """Put the cursor into the filter."""
        if not self.model.rowCount():
            return False
        if words:
            self.filter.setText(words)
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()
        return True

    def save_state(self) -> dict[str, object]:
        """Return widths, order and sorting of the columns."""
        return {
            "keys": list(KEYS),
            "fits": self._fits,
            "columns": bytes(self.table.horizontalHeader().saveState().toBase64().data()).decode("ascii"),
        }

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Bring back widths, order and sorting of the columns, if they are the same columns."""
        if state.get("keys") != list(KEYS):
            return
        self._fits = state.get("fits") is True
        self.table.horizontalHeader().restoreState(QByteArray.fromBase64(str(state.get("columns", "")).encode("ascii")))

    # ------------------------------------------------------------------ how it is made

    def _make_table(self) -> QTableView:
        table = ArticleTable()
        table.setModel(self.shown)
        table.setItemDelegateForColumn(KEYS.index("title"), SignedCells(table))
        table.setAccessibleName(tr("Articles of the story"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setCornerButtonEnabled(False)
        table.setSortingEnabled(True)
        self.shown.sort(-1)  # the order in which the articles came, until a column is clicked
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.horizontalHeader().setSortIndicatorClearable(True)
        table.verticalHeader().hide()
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(lambda at: self.menu_asked.emit(table.viewport().mapToGlobal(at)))
        table.doubleClicked.connect(self._on_opened)
        table.opened.connect(self._on_opened)
        table.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        header = table.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(30)
        header.setSectionResizeMode(KEYS.index("compared"), QHeaderView.ResizeMode.Fixed)
        header.sectionResized.connect(self._on_section_resized)
        self._fit(table)
        return table

    def _fit_title(self) -> None:
        """Give the title what the figures leave, until the user sets widths himself."""
        if not self._fits:
            return
        title, notes = KEYS.index("title"), KEYS.index("notes")
        others = sum(self.table.columnWidth(i) for i in range(len(KEYS)) if i not in (title, notes))
        most = COLUMNS[title].width * self.fontMetrics().averageCharWidth() + 24
        self._fitting = True
        self.table.setColumnWidth(title, min(max(self.table.viewport().width() - others, most // 2), most))
        self._fitting = False

    def _on_section_resized(self, column: int, *_: int) -> None:
        if not self._fitting and COLUMNS[column].key != "notes" and self.isVisible():
            self._fits = False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "table"):
            self._fit(self.table)
            self._fit_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def _fit(self, table: QTableView) -> None:
        """Give rows and columns the sizes that the font asks for, columns only until the user sets them himself."""
        # The view's own letters: the table hears of new ones later than the view.
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)
        if self._fits:
            unit = self.fontMetrics().averageCharWidth()
            self._fitting = True
            for i, column in enumerate(COLUMNS):
                table.horizontalHeader().resizeSection(i, column.width * unit + 24)
            self._fitting = False

    def _make_full(self) -> QWidget:
        page = QWidget()
        top = FlowLayout()
        top.setContentsMargins(16, 12, 16, 10)
        top.setSpacing(12)
        self.filter.setMinimumWidth(self.fontMetrics().averageCharWidth() * FILTER_LETTERS)
        self.filter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        top.addWidget(self.filter)
        top.addWidget(self.count)
        for label, signal in ((tr("Add articles…"), self.open_asked), (tr("Paste…"), self.paste_asked)):
            top.addWidget(_button(label, signal))
        self.imported = _button(tr("Imported files…"), self.imported_asked)
        top.addWidget(self.imported)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.table)
        return page

    def _make_empty(self) -> QWidget:
        page = QWidget()
        heading = PlainLabel(tr("Drop articles here"))
        heading.setObjectName("heading")
        hint = PlainLabel(
            tr(
                "Files, folders or text: two or more outlets on one event. Text, saved web pages, PDF, Word, RTF, "
                "mail, what news archives export, tables with an article a row and zips of these can be read. "
                "Nothing leaves this computer."
            )
        )
        hint.setObjectName("hint")
        page.setAccessibleName(f"{heading.text()}. {hint.text()}")
        hint.setWordWrap(True)
        hint.setFixedWidth(460)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        buttons = FlowLayout(centred=True)
        buttons.setSpacing(8)
        for label, signal in (
            (tr("Open articles…"), self.open_asked),
            (tr("Paste an article…"), self.paste_asked),
            (tr("Open the sample story"), self.sample_asked),
        ):
            buttons.addWidget(_button(label, signal))
        middle = QHBoxLayout()  # not an alignment: that would cut a text of several lines
        middle.addStretch()
        middle.addWidget(hint)
        middle.addStretch()
        layout = QVBoxLayout(page)
        layout.setSpacing(14)
        layout.addStretch(2)
        layout.addWidget(heading, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(middle)
        layout.addLayout(buttons)
        layout.addStretch(3)
        return page

    # ------------------------------------------------------------------ what happens

    def _on_filter_changed(self, text: str) -> None:
        self.shown.set_words(text)
        self._show_count()

    def _show_count(self) -> None:
        total, visible = self.model.rowCount(), self.shown.rowCount()
        compared = len(self.session.scope)
        counted = tr("{compared} of {total} compared").format(compared=compared, total=total)
        if visible != total:
            counted = tr("{visible} of {total} shown").format(visible=visible, total=total) + " · " + counted
        self.count.setText(counted)
        self.body.show_content(bool(total))
        if not total:
            self.filter.clear()  # it was meant for the articles that are gone, and would hide the next ones

    def _on_reset(self) -> None:
        """Begin another story at its first column."""
        known = frozenset(article.id for article in self.session.articles)
        if known.isdisjoint(self._known):
            self.table.horizontalScrollBar().setValue(0)
        self._known = known

    def _show_imported(self) -> None:
        """Offer the list of imported files once there are some."""
        known = self.session.imported
        self.imported.setText(
            tr("Imported files ({count} not read)…").format(count=f"{known.lost:,}")
            if known.lost
            else tr("Imported files…")
        )
        self.imported.setVisible(bool(known.files))

    def _on_compared_toggled(self, article_id: str, on: bool) -> None:
        chosen = self.selected_articles()
        ids = frozenset(chosen if article_id in chosen else (article_id,))  # a tick in a selection ticks all of it
        order = [a.id for a in self.session.articles]
        wanted = frozenset(self.session.scope) | ids if on else frozenset(self.session.scope) - ids
        commands.set_scope(self.session, [key for key in order if key in wanted])

    def _on_opened(self, *_: object) -> None:
        ids = self.selected_articles()
        if ids:
            self.opened.emit(ids)


def _button(label: str, signal: SignalInstance) -> QPushButton:
    button = QPushButton(label)
    button.clicked.connect(lambda: signal.emit())
    return button
