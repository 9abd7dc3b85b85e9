"""Sentiment: by voice and along each article."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from analysis.messages import text as tr
from analysis.model import Comparison, MarkKind
from analysis.output.charts import sentiment

from ..session import Session
from ..widgets.chart import ChartBox
from .chart_view import ChartPage, ComparisonView


class SentimentView(ComparisonView):
    """Two charts: the outlets' own words apart from what they quote, and the course of each article."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.page = ChartPage((ChartBox(session, sentiment.build), ChartBox(session, sentiment.build_along)))
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)

    def lacks(self, comparison: Comparison) -> str:
        if any(analysis.of_kind(MarkKind.SENTIMENT) for analysis in comparison.analyses):
            return ""
        return tr("No sentence of these articles could be scored; only English is.")

    def show_comparison(self, comparison: Comparison) -> None:
        self.page.rebuild()
