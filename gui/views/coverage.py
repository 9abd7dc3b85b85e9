"""Coverage: which outlets tell which statements, perhaps tell them, or were not found to."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QSplitter, QTabWidget, QVBoxLayout, QWidget

from analysis.messages import text as tr
from analysis.model import Comparison, CoverageState, Passage, Statement
from analysis.output.charts import coverage
from analysis.output.charts.scene import ChartOptions
from analysis.output.coverage import Answer, answers, contradicting, told_by
from analysis.output.labels import say

from ..paint.theme import Theme
from ..session import Session
from ..widgets.chart import ChartBox
from ..widgets.data_table import DataTable, Field, Value
from ..widgets.frozen_column import FrozenColumn
from ..widgets.labels import MutedLabel, named
from ..widgets.outlet_badge import badge_icon
from .chart_view import ChartPage, ComparisonView
from .coverage_versions import versions

GROUP_WIDTH, BADGE_WIDTH = 94, 44
"""Pixels of an outlet's column with and without its name."""
STATEMENT_WIDTH = 340
"""Pixels of the statement at least: with many outlets the table scrolls instead, and the statement stays in sight."""
COUNT_WIDTH, DIFFERS_WIDTH = 74, 120
CHARTED = 30
"""Statements in the chart; the table has all."""
SIGNS = {CoverageState.TOLD: "●", CoverageState.PERHAPS: "◐", CoverageState.NOT_FOUND: "○"}
FIXED = 2
"""Columns before those of the outlets: the statement, and by how many it is told."""


class CoverageView(ComparisonView):
    """A row per statement, the most widely told first; the versions of the chosen one below."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._listed: list[Statement] = []
        self._answers: dict[tuple[str, str], Answer] = {}
        self._named = True
        self.show_which = QComboBox()
        named(self.show_which, tr("Which statements"))
        self.show_which.currentIndexChanged.connect(self._fill)
        self.show_which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.show_which.setMinimumContentsLength(10)
        self._count = MutedLabel()
        self.table = DataTable(tr("Statements by outlet"))
        self.table.passages_activated.connect(session.open_passages)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.frozen = FrozenColumn(self.table)
        self.versions = QScrollArea()
        self.versions.setWidgetResizable(True)
        self.versions.setAccessibleName(tr("Versions of the statement"))
        self.versions.setFrameShape(QScrollArea.Shape.NoFrame)
        self.page = ChartPage((ChartBox(session, coverage.build, ChartOptions(limit=CHARTED)),))
        self._assemble()

    def _assemble(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 6)
        row.setSpacing(8)
        row.addWidget(MutedLabel(tr("Statements")))
        row.addWidget(self.show_which, 1)
        row.addWidget(self._count, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.table)
        splitter.addWidget(self.versions)
        splitter.setSizes([380, 220])
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        legend = MutedLabel(_legend())
        legend.setContentsMargins(12, 0, 12, 6)
        legend.setWordWrap(True)
        column.addLayout(row)
        column.addWidget(legend)
        column.addWidget(splitter, 1)
        tabs = QTabWidget()
        tabs.setAccessibleName(tr("Coverage"))
        tabs.setDocumentMode(True)
        tabs.addTab(listed, tr("Statements"))
        tabs.addTab(self.page, tr("Chart"))
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(tabs)

    def lacks(self, comparison: Comparison) -> str:
        if sum(analysis.article.scored for analysis in comparison.analyses) < 2:
            return tr("Coverage compares articles: open at least one more in English on the same event.")
        return "" if comparison.statements else tr("No sentence of these articles could be aligned.")

    def show_comparison(self, comparison: Comparison) -> None:
        kept = self.show_which.currentData()
        self.show_which.blockSignals(True)
        self.show_which.clear()
        self.show_which.addItem(tr("all"), ("all", ""))
        self.show_which.addItem(tr("told by two outlets or more"), ("shared", ""))
        self.show_which.addItem(tr("told by every outlet"), ("every", ""))
        self.show_which.addItem(tr("with numbers that differ, or that one may deny"), ("differ", ""))
        for state, words in (
            (CoverageState.PERHAPS, tr("perhaps in {name}")),
            (CoverageState.NOT_FOUND, tr("not found in {name}")),
        ):
            for group in comparison.groups:
                self.show_which.addItem(words.format(name=group.label), (str(state), group.key))
        wanted = [self.show_which.itemData(i) for i in range(self.show_which.count())]
        self.show_which.setCurrentIndex(wanted.index(kept) if kept in wanted else 0)
        self.show_which.blockSignals(False)
        self._answers = answers(comparison)
        self.page.rebuild()
        self._fill()

    def _fill(self) -> None:
        comparison = self.session.comparison
        chosen = self.show_which.currentData()
        if comparison is None or chosen is None:
            return
        told = told_by(comparison)
        which, key = chosen
        groups = len(comparison.groups)
        kept = [s for s in comparison.statements if self._wanted(s, which, key, told[s.id], groups)]
        kept.sort(key=lambda s: (-told[s.id], s.members[0].span, s.id))
        self._listed = kept
        fields = [Field(tr("Statement")), Field(tr("Told by"), numeric=True)]
        fields += self._group_fields(comparison)
        fields.append(Field(tr("Differs"), full=tr("What differs: numbers, or a denial")))
        rows: list[tuple[Value, ...]] = []
        for statement in kept:
            given = (self._answers.get((statement.id, group.key)) for group in comparison.groups)
            signs = tuple(SIGNS[answer.state] if answer is not None else None for answer in given)
            differs = ", ".join(say(f"output.differs.{d.kind}") for d in contradicting(statement))
            rows.append((text_of(comparison, statement), told[statement.id], *signs, f"≠ {differs}" if differs else ""))
        passages = [tuple(Passage(m.article, m.span) for m in s.members) for s in kept]
        self.table.set_rows(fields, rows, passages, fit=False)
        self._set_widths(comparison)
        self._count.setText(tr("{count} of {all} statements").format(count=len(kept), all=len(comparison.statements)))
        if kept:
            self.table.selectRow(0)
        else:
            self.versions.setWidget(QWidget())

    def _wanted(self, statement: Statement, which: str, key: str, told: int, groups: int) -> bool:
        if which in ("all", "shared", "every"):
            return told >= {"all": 0, "shared": 2, "every": groups}[which]
        if which == "differ":
            return bool(contradicting(statement))
        answer = self._answers.get((statement.id, key))
        return answer is not None and answer.state == which

    def _set_widths(self, comparison: Comparison) -> None:
        """Give the statement what the other columns leave, never less than it can be read in."""
        groups = len(comparison.groups)
        wide = self._group_width(comparison)
        rest = self._rest() - wide * groups
        widths = {0: max(STATEMENT_WIDTH, rest), 1: COUNT_WIDTH, FIXED + groups: DIFFERS_WIDTH}
        widths |= dict.fromkeys(range(FIXED, FIXED + groups), wide)
        for column, width in widths.items():
            self.table.setColumnWidth(column, width)
        self.frozen.place()

    def _rest(self) -> int:
        return self.table.viewport().width() - COUNT_WIDTH - DIFFERS_WIDTH

    def _room_for_names(self, comparison: Comparison) -> bool:
        return self._rest() - GROUP_WIDTH * len(comparison.groups) >= STATEMENT_WIDTH

    def _group_width(self, comparison: Comparison) -> int:
        if not self._named:
            return BADGE_WIDTH
        rest = self._rest() - 2 * STATEMENT_WIDTH
        return min(max(GROUP_WIDTH, rest // len(comparison.groups)), 2 * GROUP_WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._on_resized)

    def _on_resized(self) -> None:
        comparison = self.session.comparison
        if comparison is None or not self._listed:
            return
        if self._named != self._room_for_names(comparison):
            self._fill()
        else:
            self._set_widths(comparison)

    def _group_fields(self, comparison: Comparison) -> list[Field]:
        """Return a column per group: its badge, and its name where there is room."""
        theme, self._named = Theme.of(self.palette()), self._room_for_names(comparison)
        return [
            Field(
                group.label if self._named else "",
                centred=True,
                full=group.label,
                icon=badge_icon(self.session.places.of_group(group), theme, self.font()),
            )
            for group in comparison.groups
        ]

    def _on_row_changed(self, current: QModelIndex) -> None:
        row, comparison = self.table.source_row(current), self.session.comparison
        if comparison is not None and 0 <= row < len(self._listed):
            self.versions.setWidget(versions(self.session, comparison, self._listed[row]))


def text_of(comparison: Comparison, statement: Statement) -> str:
    """Return a statement in the words of its first member."""
    first = statement.members[0]
    return " ".join(first.span.of(comparison.analysis_of(first.article).document.text).split())


def _legend() -> str:
    words = tr("{told} told · {perhaps} perhaps: the nearest passage is shown below · {not_found} not found")
    return words.format(
        told=SIGNS[CoverageState.TOLD],
        perhaps=SIGNS[CoverageState.PERHAPS],
        not_found=SIGNS[CoverageState.NOT_FOUND],
    )
