"""What the window may ask of any view: find, zoom, copy, what a later start brings back, and an empty state.

A view fills `body` with its content. What it does not say otherwise works on the tables, charts and tabs in it.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTabWidget, QWidget

from ..session import Session
from ..widgets.body import Body
from ..widgets.chart import ChartBox
from ..widgets.data_table import DataTable
from .remembered import set_values, values_of


class View(QWidget):
    """One of the window's views, on a session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.body = Body()
        """Stands where the view lays it out."""

    @property
    def title(self) -> str:
        """What the view is called."""
        return self.accessibleName()

    @property
    def empty_words(self) -> str:
        """What the view says instead of its content, "" while it shows its content."""
        return self.body.empty_words

    # ------------------------------------------------------------------ find

    def begin_search(self, words: str) -> bool:
        """Let the user search this view, at first for `words` ("" for none); return whether it can be searched."""
        return False

    # ------------------------------------------------------------------ copy

    def copy_selection(self) -> bool:
        """Copy what is selected (Ctrl+C where no text has the focus); return whether there was anything.

        Rows of the tables that are seen: of the one with the keyboard, else of those with a selection, else of all;
        where no table is seen, the figures of the charts.
        """
        seen = self.findChildren(DataTable)
        tables = [t for t in seen if t.isVisibleTo(self) and t.rows_model.rows]
        focused = [t for t in tables if t.hasFocus()]
        chosen = focused or [t for t in tables if t.selectionModel().hasSelection()] or tables
        charts = [box.table for box in self.findChildren(ChartBox) if box.isVisibleTo(self) and box.has_table]
        copied = "\n".join(table.tsv() for table in chosen or charts)
        if not copied or not self.body.has_content:
            return False
        QGuiApplication.clipboard().setText(copied)
        return True

    def selected_articles(self) -> tuple[str, ...]:
        """Ids of the articles that the Articles menu works on."""
        return ()

    def select_articles(self, ids: tuple[str, ...]) -> bool:
        """Select these articles; return False where the view lists none."""
        return False

    # ------------------------------------------------------------------ zoom

    def zoom(self, steps: int) -> bool:
        """Make what is read larger or smaller; return False where the letters of the whole window do so."""
        return False

    # ------------------------------------------------------------------ what a later start brings back

    def switches(self) -> dict[str, QWidget]:
        """Return what the user sets in the view, by the name under which it is remembered: tabs, charts as tables."""
        parts: dict[str, QWidget] = {f"tabs{i}": tabs for i, tabs in enumerate(self.findChildren(QTabWidget))}
        return parts | {f"chart{i}": box for i, box in enumerate(self.findChildren(ChartBox))}

    def save_state(self) -> dict[str, object]:
        """Return what a later start brings back."""
        return values_of(self.switches())

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Bring back what `save_state` gave, as far as it still fits."""
        set_values(self.switches(), state)
