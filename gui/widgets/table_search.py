"""The search of a view's tables: rows without the words step aside; charts show their tables meanwhile."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QWidget

from analysis.messages import text as tr

from .chart import ChartBox
from .data_table import DataTable
from .search_bar import SearchBar


class TableSearch(SearchBar):
    """Searches whatever tables stand in `content`, on the page that is in front."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(tr("Search the table"), steps=False, parent=parent)
        self._content = content
        self._turned: list[ChartBox] = []
        self.changed.connect(self._filter)
        self.closed.connect(self._turn_back)
        self.stepped.connect(lambda _: self._to_table())

    def start(self, words: str) -> bool:
        """Begin a search; return whether there is anything to search on this page."""
        if not (self._tables() or self._charts()):
            return False
        for tabs in self._content.findChildren(QTabWidget):
            tabs.currentChanged.connect(self.refresh)
        self.begin(words)
        return True

    def refresh(self, *_: object) -> None:
        """Search anew: another page is in front, or there are other rows."""
        if not self.isHidden():
            self._filter(self.field.text())

    def _tables(self) -> list[DataTable]:
        return [t for t in self._content.findChildren(DataTable) if t.isVisibleTo(self._content)]

    def _charts(self) -> list[ChartBox]:
        boxes = self._content.findChildren(ChartBox)
        return [box for box in boxes if box.isVisibleTo(self._content) and box.has_table]

    def _filter(self, words: str) -> None:
        if words.strip() and not self._tables():
            for box in self._charts():
                box.show_table(True)
                self._turned.append(box)
        for table in self._content.findChildren(DataTable):
            table.set_filter(words)
        tables = self._tables()
        shown, of = sum(t.model().rowCount() for t in tables), sum(t.rows_model.rowCount() for t in tables)
        counted = tr("{shown} of {all} rows").format(shown=f"{shown:,}", all=f"{of:,}")
        self.count.set_words(counted if words.strip() else "")

    def _turn_back(self) -> None:
        turned, self._turned = self._turned, []
        for box in turned:
            box.show_table(False)
        self._to_table()

    def _to_table(self) -> None:
        """Let the keyboard work on the rows that are left."""
        for table in self._tables():
            if table.model().rowCount():
                table.setFocus()
                return
        self._content.setFocus()
