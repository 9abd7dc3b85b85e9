"""Naming: which variant each outlet chose for the same thing, and how the choice casts whom."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from analysis.comparison.concepts import SCARE_QUOTES
from analysis.comparison.naming import contrast
from analysis.messages import text as tr
from analysis.model import Comparison, NamingRow
from analysis.output.charts import framing, naming, roles, stance
from analysis.output.charts.scene import ChartOptions

from ..session import Session
from ..widgets.chart import ChartBox
from ..widgets.data_table import DataTable, Field
from ..widgets.labels import MutedLabel, named
from ..widgets.letters import scale_letters
from ..widgets.plain import PlainLabel
from ..widgets.turning_splitter import TurningSplitter
from .chart_view import ChartPage, ComparisonView

CONCEPTS_LETTERS = 58
"""Letters of width that the list of concepts has beside the charts."""
CONTRAST = 1
"""The column that the concepts are sorted by until the user sorts them otherwise."""
HEADING = 34
"""Pixels of a heading beside its words: margins and the sign of the sorting."""


class NamingView(ComparisonView):
    """Concepts on the left, the sharpest contrast first; the chosen one on the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._concept = ""
        self._ids: list[str] = []
        self.concepts = DataTable(tr("Concepts"))
        self.concepts.sortByColumn(CONTRAST, Qt.SortOrder.DescendingOrder)
        self.concepts.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.concepts.passages_activated.connect(session.open_passages)
        self._label, self._question = PlainLabel(), MutedLabel()
        self.role = QComboBox()
        self.role.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        named(self.role, tr("Whose casting"))
        self.role.currentIndexChanged.connect(self._on_role_changed)
        self.words = ChartBox(session, naming.build, ChartOptions(limit=24))
        self.stance = ChartBox(session, stance.build, ChartOptions(limit=24))
        self.dimensions = ChartBox(session, framing.build)
        self.voices = ChartBox(session, framing.build_voices)
        self._page = ChartPage((self.words, self._casting(), self.dimensions, self.voices))
        self._assemble()

    def _casting(self) -> QWidget:
        self._casting_box = QWidget()
        row = QHBoxLayout()
        row.addWidget(MutedLabel(tr("How the terms cast the")))
        row.addWidget(self.role)
        row.addStretch(1)
        layout = QVBoxLayout(self._casting_box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.stance)
        return self._casting_box

    def _assemble(self) -> None:
        scale_letters(self._label, 1.25)
        for label in (self._label, self._question):
            label.setWordWrap(True)
        head = QVBoxLayout()
        head.setContentsMargins(18, 8, 18, 0)
        head.addWidget(self._label)
        head.addWidget(self._question)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._page, 1)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(TurningSplitter(self.concepts, right, CONCEPTS_LETTERS))

    def lacks(self, comparison: Comparison) -> str:
        if comparison.naming:
            return ""
        return tr("No framing term was found in these articles. Lexicons for other topics find other terms.")

    def show_comparison(self, comparison: Comparison) -> None:
        self._ids = [row.id for row in comparison.naming]
        kept = self._concept if self._concept in self._ids else self._ids[0]
        rows = [(row.label, contrast_of(row), uses_of(row), groups_using(row)) for row in comparison.naming]
        passages = [[p for cell in row.cells for use in cell.uses for p in use.passages] for row in comparison.naming]
        fields = (
            Field(tr("Concept")),
            Field(
                tr("Contrast"), numeric=True, decimals=1, full=tr("How far the outlets' choices differ, over all uses")
            ),
            Field(tr("Uses"), numeric=True),
            Field(tr("Outlets"), numeric=True),
        )
        self.concepts.set_rows(fields, rows, passages, stretch=0)
        for column in range(1, len(fields)):  # what is left belongs to the concepts' names
            width = self.concepts.fontMetrics().horizontalAdvance(fields[column].title) + HEADING
            self.concepts.setColumnWidth(column, width)
        self._concept = ""
        self.concepts.select_source_row(self._ids.index(kept))
        self.show_concept(kept)
        self.dimensions.rebuild()
        self.voices.rebuild()

    def show_concept(self, concept: str) -> None:
        """Show one concept."""
        comparison = self.session.comparison
        row = next((r for r in comparison.naming if r.id == concept), None) if comparison is not None else None
        if row is None or comparison is None or concept == self._concept:
            return
        self._concept = concept
        self._label.setText(row.label)
        self._question.setText(row.question)
        self._question.setVisible(bool(row.question))
        self.words.set_subject(concept)
        self.words.rebuild()
        self._fill_roles(comparison, concept)

    def _fill_roles(self, comparison: Comparison, concept: str) -> None:
        kept = str(self.role.currentText())
        self.role.blockSignals(True)
        self.role.clear()
        for subject, _ in roles(comparison):
            of, _, role = subject.rpartition(stance.SEPARATOR)
            if of == concept:
                self.role.addItem(tr(role), subject)
        self.role.setCurrentIndex(max(0, self.role.findText(kept)))
        self.role.blockSignals(False)
        self._casting_box.setVisible(self.role.count() > 0)
        self._on_role_changed()

    def _on_role_changed(self) -> None:
        if self.role.count():
            self.stance.set_subject(str(self.role.currentData()))
            self.stance.rebuild()

    def _on_row_changed(self, current: QModelIndex) -> None:
        source = self.concepts.source_row(current)
        if 0 <= source < len(self._ids):
            self.show_concept(self._ids[source])


def contrast_of(row: NamingRow) -> float | None:
    """Return by how much the groups' choices differ (G²); None where there is nothing to contrast."""
    if row.id == SCARE_QUOTES or groups_using(row) < 2:
        return None
    counts: list[Counter[str]] = [Counter() for _ in row.cells]
    for counter, cell in zip(counts, row.cells, strict=True):
        for use in cell.uses:
            counter[use.variant] += len(use.passages)
    return contrast([counter for counter in counts if counter])


def uses_of(row: NamingRow) -> int:
    """Return how often the concept is put into words at all."""
    return sum(cell.opportunities for cell in row.cells)


def groups_using(row: NamingRow) -> int:
    """Return how many groups refer to the concept."""
    return sum(cell.opportunities > 0 for cell in row.cells)
