"""Sources: who speaks, in how many words, how early, with which cue; the same words in different cuts."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from analysis.messages import text as tr
from analysis.model import Comparison, Passage
from analysis.output.charts import sources, voices
from analysis.output.charts.scene import ChartOptions
from analysis.output.labels import cue_label, kind_label

from ..session import Session
from ..widgets.chart import ChartBox
from ..widgets.data_table import DataTable, Field, Value
from ..widgets.inspector import shortened
from ..widgets.labels import EmptyState
from .chart_view import ChartPage, ComparisonView

LEDGER = 40
"""Speakers in the ledger's chart; the table has them all."""


class SourcesView(ComparisonView):
    """Charts, the ledger of speakers, and the quotations that several outlets share."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.page = ChartPage(
            (
                ChartBox(session, voices.build),
                ChartBox(session, sources.build_kinds),
                ChartBox(session, sources.build_ledger, ChartOptions(limit=LEDGER)),
                ChartBox(session, sources.build_cues),
            )
        )
        self.speakers = DataTable(tr("Speakers by outlet"))
        self.quotes = DataTable(tr("The same words in different cuts"))
        self._no_quotes = EmptyState(
            tr("No shared quotation"), tr("No words of one speaker stand in two articles of this comparison.")
        )
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Sources"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.page, tr("Charts"))
        self.tabs.addTab(self.speakers, tr("Speakers"))
        self._shared = QWidget()
        shared = QVBoxLayout(self._shared)
        shared.setContentsMargins(0, 0, 0, 0)
        shared.addWidget(self.quotes)
        shared.addWidget(self._no_quotes)
        self.tabs.addTab(self._shared, tr("Same words, different cuts"))
        for table in (self.speakers, self.quotes):
            table.passages_activated.connect(session.open_passages)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)

    def lacks(self, comparison: Comparison) -> str:
        if any(analysis.document.attributions for analysis in comparison.analyses):
            return ""
        return tr("No words in these articles are attributed to a source.")

    def show_comparison(self, comparison: Comparison) -> None:
        self.page.rebuild()
        self._show_speakers(comparison)
        self._show_quotes(comparison)

    def _show_speakers(self, comparison: Comparison) -> None:
        """A row per speaker and outlet, so that every column sorts."""
        rows: list[tuple[Value, ...]] = []
        passages: list[tuple[Passage, ...]] = []
        for row in comparison.sources:
            for group, cell in zip(comparison.groups, row.cells, strict=True):
                if not cell.attributions:
                    continue
                first = None if cell.first is None else 100 * cell.first
                cues = ", ".join(f"{cue} {count} ({cue_label(stance)})" for cue, stance, count in cell.cues)
                named = tr("yes") if row.named else tr("no")
                kind = kind_label(row.kind)
                rows.append((row.speaker, kind, named, group.label, cell.attributions, cell.words, first, cues))
                passages.append(cell.passages)
        fields = (
            Field(tr("Speaker")),
            Field(tr("Kind")),
            Field(tr("Named")),
            Field(tr("Outlet")),
            Field(tr("Attributions"), numeric=True),
            Field(tr("Words"), numeric=True),
            Field(tr("First at, %"), numeric=True),
            Field(tr("Cues")),
        )
        self.speakers.set_rows(fields, rows, passages, stretch=7)
        self.tabs.setTabText(1, tr("Speakers {count}").format(count=len(comparison.sources)))

    def _show_quotes(self, comparison: Comparison) -> None:
        """A row per cut; cuts of one statement stand together."""
        rows: list[tuple[Value, ...]] = []
        passages: list[tuple[Passage, ...]] = []
        for number, quote in enumerate(comparison.quotes, 1):
            every = tuple(Passage(cut.article, cut.span) for cut in quote.cuts)
            for cut in quote.cuts:
                analysis = comparison.analysis_of(cut.article)
                words = shortened(cut.span.of(analysis.document.text), 400)
                stance = cue_label(cut.cue_stance)
                rows.append((number, quote.speaker, analysis.article.label, cut.cue, stance, cut.words, words))
                passages.append((Passage(cut.article, cut.span), *(p for p in every if p.article != cut.article)))
        fields = (
            Field(tr("Statement"), numeric=True),
            Field(tr("Speaker")),
            Field(tr("Outlet")),
            Field(tr("Cue")),
            Field(tr("Cue stance")),
            Field(tr("Words"), numeric=True),
            Field(tr("Its cut")),
        )
        self.quotes.set_rows(fields, rows, passages, stretch=6)
        self.quotes.setVisible(bool(rows))
        self._no_quotes.setVisible(not rows)
        self.tabs.setTabText(2, tr("Same words, different cuts {count}").format(count=len(comparison.quotes)))
