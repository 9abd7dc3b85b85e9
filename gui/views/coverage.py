"""Coverage: which statements stand in which outlets, and what their versions say differently."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QSplitter, QTabWidget, QVBoxLayout, QWidget

from analysis.messages import text as tr
from analysis.model import Comparison, Passage, Statement
from analysis.output.charts import coverage
from analysis.output.charts.scene import ChartOptions

from ..paint.theme import Theme
from ..session import Session
from ..widgets.article_column import date_of
from ..widgets.chart import ChartBox
from ..widgets.data_table import DataTable, Field, Value
from ..widgets.inspector import shortened
from ..widgets.inspector_parts import Stack, heading, link, paragraph
from ..widgets.labels import MutedLabel, named
from ..widgets.outlet_badge import badge_icon
from .chart_view import ChartPage, ComparisonView

GROUP_WIDTH, BADGE_WIDTH, STATEMENT_WIDTH = 94, 44, 340
"""Pixels of an outlet's column with and without its name, and of the statement before names get room."""
COUNT_WIDTH, SIMILARITY_WIDTH = 74, 86
CHARTED = 30
"""Statements in the chart; the table has all."""


class CoverageView(ComparisonView):
    """A row per statement, the most widely found first; the versions of the chosen one below."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._listed: list[Statement] = []
        self._named = True
        self.show_which = QComboBox()
        named(self.show_which, tr("Which statements"))
        self.show_which.currentIndexChanged.connect(self._fill)
        self.show_which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.show_which.setMinimumContentsLength(34)
        self._count = MutedLabel()
        self.table = DataTable(tr("Statements by outlet"))
        self.table.passages_activated.connect(session.open_passages)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
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
        row.addWidget(MutedLabel(tr("Statements found")))
        row.addWidget(self.show_which)
        row.addWidget(self._count, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.table)
        splitter.addWidget(self.versions)
        splitter.setSizes([380, 220])
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
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
        self.show_which.addItem(tr("anywhere"), ("all", ""))
        self.show_which.addItem(tr("in two outlets or more"), ("shared", ""))
        self.show_which.addItem(tr("in every outlet"), ("every", ""))
        for group in comparison.groups:
            self.show_which.addItem(tr("only in {name}").format(name=group.label), ("only", group.key))
        for group in comparison.groups:
            self.show_which.addItem(tr("elsewhere, not found in {name}").format(name=group.label), ("not", group.key))
        wanted = [self.show_which.itemData(i) for i in range(self.show_which.count())]
        self.show_which.setCurrentIndex(wanted.index(kept) if kept in wanted else 0)
        self.show_which.blockSignals(False)
        self.page.rebuild()
        self._fill()

    def _fill(self) -> None:
        comparison = self.session.comparison
        chosen = self.show_which.currentData()
        if comparison is None or chosen is None:
            return
        groups = groups_of(comparison)
        found = [(s, groups[s.id]) for s in comparison.statements]
        kept = [(s, by) for s, by in found if _wanted(by, *chosen, len(comparison.groups))]
        kept.sort(key=lambda pair: (-len(pair[1]), pair[0].members[0].span, pair[0].id))
        self._listed = [statement for statement, _ in kept]
        fields = [Field(tr("Statement")), Field(tr("Found in"), numeric=True)]
        fields += self._group_fields(comparison)
        fields.append(Field(tr("Similarity"), numeric=True, decimals=2))
        rows: list[tuple[Value, ...]] = []
        for statement, by in kept:
            signs = tuple("●" if group.key in by else "" for group in comparison.groups)
            rows.append((text_of(comparison, statement), len(by), *signs, statement.confidence))
        passages = [tuple(Passage(m.article, m.span) for m in s.members) for s in self._listed]
        self.table.set_rows(fields, rows, passages, stretch=0)
        for column, width in ((1, COUNT_WIDTH), (2 + len(comparison.groups), SIMILARITY_WIDTH)):
            self.table.setColumnWidth(column, width)
        for column in range(2, 2 + len(comparison.groups)):
            self.table.setColumnWidth(column, self._group_width(comparison))
        self._count.setText(tr("{count} of {all} statements").format(count=len(kept), all=len(found)))
        if kept:
            self.table.selectRow(0)
        else:
            self.versions.setWidget(QWidget())

    def _room_for_names(self, comparison: Comparison) -> bool:
        rest = self.table.viewport().width() - COUNT_WIDTH - SIMILARITY_WIDTH
        return rest - GROUP_WIDTH * len(comparison.groups) >= STATEMENT_WIDTH

    def _group_width(self, comparison: Comparison) -> int:
        if not self._named:
            return BADGE_WIDTH
        rest = self.table.viewport().width() - COUNT_WIDTH - SIMILARITY_WIDTH - 2 * STATEMENT_WIDTH
        return min(max(GROUP_WIDTH, rest // len(comparison.groups)), 2 * GROUP_WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        comparison = self.session.comparison
        if comparison is not None and self._listed and self._named != self._room_for_names(comparison):
            QTimer.singleShot(0, self, self._fill)

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
            self._show_versions(comparison, self._listed[row])

    def _show_versions(self, comparison: Comparison, statement: Statement) -> None:
        stack = Stack()
        stack.add(heading(tr("Its versions")))
        for member in statement.members:
            analysis = comparison.analysis_of(member.article)
            stack.add(MutedLabel(f"{analysis.article.label} · {date_of(analysis.article.published)}"))
            words = shortened(member.span.of(analysis.document.text), 400)
            passage = Passage(member.article, member.span)
            stack.add(link(words, partial(self.session.open_passages, (passage,)), words))
        differences = list(_differences(comparison, statement))
        stack.section(tr("What differs"), *[paragraph(words) for words in differences])
        missing = list(_missing(comparison, statement))
        stack.section(tr("Not found in"), *[paragraph(words, muted=True) for words in missing])
        stack.finish()
        self.versions.setWidget(stack)


def groups_of(comparison: Comparison) -> dict[str, frozenset[str]]:
    """Return the keys of the groups that each statement stands in, by its id."""
    group = {article: g.key for g in comparison.groups for article in g.articles}
    return {s.id: frozenset(group[m.article] for m in s.members) for s in comparison.statements}


def _wanted(by: frozenset[str], which: str, key: str, groups: int) -> bool:
    wanted = {
        "all": True,
        "shared": len(by) > 1,
        "every": len(by) == groups,
        "only": by == {key},
        "not": key not in by,
    }
    return wanted[which]


def text_of(comparison: Comparison, statement: Statement) -> str:
    """Return a statement in the words of its first member."""
    first = statement.members[0]
    return " ".join(first.span.of(comparison.analysis_of(first.article).document.text).split())


KINDS = {"number": "Numbers", "term": "Terms", "voice": "Voice", "cue": "Cue", "name": "Names"}


def _differences(comparison: Comparison, statement: Statement) -> Iterator[str]:
    for difference in statement.differences:
        said = [
            f"{comparison.analysis_of(article).article.label}: {value or tr('nothing')}"
            for article, value in difference.values
        ]
        yield f"{tr(KINDS.get(difference.kind, difference.kind))}. " + "; ".join(said)


def _missing(comparison: Comparison, statement: Statement) -> Iterator[str]:
    """Say which articles have no such sentence, with when they came out and how long they are."""
    present = {member.article for member in statement.members}
    for analysis in comparison.analyses:
        if analysis.article.scored and analysis.article.id not in present:
            words = tr("{name} · {date} · {count:,} words")
            date = date_of(analysis.article.published)
            yield words.format(name=analysis.article.label, date=date, count=analysis.document.words)
