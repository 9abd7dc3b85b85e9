"""Words: what sets each outlet's vocabulary apart."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from analysis.messages import text as tr
from analysis.model import Comparison
from analysis.output.charts import keyness
from analysis.output.charts.scene import ChartOptions

from ..session import Session
from ..widgets.chart import ChartBox
from ..widgets.data_table import DataTable, Field
from .chart_view import ChartPage, ComparisonView

SHOWN = 14
"""Words per outlet in the chart; the table has all."""


class WordsView(ComparisonView):
    """Keyness per outlet, as a chart and as a table with effect sizes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.page = ChartPage((ChartBox(session, keyness.build, ChartOptions(limit=SHOWN)),))
        self.table = DataTable(tr("Words that set outlets apart"))
        self.table.passages_activated.connect(session.open_passages)
        tabs = QTabWidget()
        tabs.setAccessibleName(tr("Words"))
        tabs.setDocumentMode(True)
        tabs.addTab(self.page, tr("Chart"))
        tabs.addTab(self.table, tr("All words"))
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(tabs)

    def lacks(self, comparison: Comparison) -> str:
        if len(comparison.groups) < 2:
            return tr("Words set an outlet apart from others: open articles of a second outlet.")
        if not comparison.wording:
            return tr("No word is frequent enough in one outlet and rare enough in the others.")
        return ""

    def show_comparison(self, comparison: Comparison) -> None:
        self.page.rebuild()
        labels = {group.key: group.label for group in comparison.groups}
        fields = (
            Field(tr("Outlet")),
            Field(tr("Word")),
            Field(tr("z"), numeric=True, decimals=2),
            Field(tr("Log-odds"), numeric=True, decimals=2),
            Field(tr("Count"), numeric=True),
            Field(tr("In all others"), numeric=True),
            Field(tr("Per 1,000 words"), numeric=True, decimals=1),
        )
        rows = [
            (labels.get(k.group, k.group), k.word, k.z, k.log_odds, k.count, k.rest, k.per_1000_words)
            for k in comparison.wording
        ]
        self.table.set_rows(fields, rows, [k.passages for k in comparison.wording])
