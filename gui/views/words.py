"""Words: what sets each outlet's vocabulary apart, and which words the Reader holds to be loaded."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from analysis import analyzers
from analysis.messages import text as tr
from analysis.model import Comparison, MarkKind, Passage
from analysis.output.charts import keyness, loaded
from analysis.output.charts.scene import ChartOptions
from analysis.output.labels import voice_label
from analysis.output.reader import framing_beside

from ..session import Session
from ..widgets.chart import ChartBox
from ..widgets.data_table import DataTable, Field, Value, with_notes
from ..widgets.inspector import shortened
from ..widgets.labels import EmptyState
from ..widgets.reader_state import missing
from .chart_view import ChartPage, ComparisonView
from .marked import MarkedPage

SHOWN = 14
"""Words per outlet in the chart; the table has all."""
SENTENCE = 300
"""Letters of a sentence in the table."""


class WordsView(ComparisonView):
    """Keyness per outlet, as a chart and as a table with effect sizes; loaded words by voice, and each of them; then
    what other analyzers mark."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.page = ChartPage((ChartBox(session, keyness.build, ChartOptions(limit=SHOWN)),))
        self.table = DataTable(tr("Words that set outlets apart"))
        self.table.passages_activated.connect(session.open_passages)
        self.loaded = ChartPage((ChartBox(session, loaded.build),))
        self.loaded_words = DataTable(tr("Loaded words"))
        self.loaded_words.passages_activated.connect(session.open_passages)
        self.no_loaded = EmptyState("", "")
        self._loaded_page = QWidget()
        column = QVBoxLayout(self._loaded_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.loaded, 2)
        column.addWidget(self.loaded_words, 3)
        column.addWidget(self.no_loaded)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Words"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.page, tr("Set apart"))
        self.tabs.addTab(self.table, tr("All words"))
        self.tabs.addTab(self._loaded_page, tr("Loaded words"))
        self.marked = tuple(MarkedPage(session, info) for info in analyzers() if not info.charts)
        for page in self.marked:
            self.tabs.addTab(page, page.title)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)

    def lacks(self, comparison: Comparison) -> str:
        kinds = (MarkKind.LOADED, *(page.info.id for page in self.marked))
        if any(analysis.of_kind(kind) for analysis in comparison.analyses for kind in kinds):
            return ""
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
        self._show_loaded(comparison)
        for page in self.marked:
            count = page.show_comparison(comparison)
            self.tabs.setTabText(self.tabs.indexOf(page), f"{page.title} {count}" if count else page.title)

    def _show_loaded(self, comparison: Comparison) -> None:
        """A row per loaded word, with its probability and whether a lexicon has a term there too."""
        rows: list[tuple[Value, ...]] = []
        passages: list[tuple[Passage, ...]] = []
        notes: list[str] = []
        for analysis in comparison.analyses:
            text = analysis.document.text
            for mark in analysis.of_kind(MarkKind.LOADED):
                terms = framing_beside(analysis, mark)
                index = analysis.document.sentence_at(mark.span.start)
                sentence = analysis.document.sentences[index].span.of(text) if index is not None else ""
                rows.append(
                    (
                        analysis.article.label,
                        mark.span.of(text),
                        100 * mark.weight,
                        voice_label(mark.voice),
                        ", ".join(term.span.of(text) for term in terms) or tr("no"),
                        shortened(sentence, SENTENCE),
                    )
                )
                passages.append((Passage(analysis.article.id, mark.span),))
                notes.append(self.session.note(analysis.article.id, mark.id))
        fields = (
            Field(tr("Outlet")),
            Field(tr("Word")),
            Field(tr("Probability, %"), numeric=True),
            Field(tr("Voice")),
            Field(tr("In a lexicon")),
            Field(tr("Sentence")),
        )
        self.loaded_words.set_rows(*with_notes(fields, rows, notes), passages, stretch=5)
        for part in (self.loaded, self.loaded_words):
            part.setVisible(bool(rows))
        self.no_loaded.setVisible(not rows)
        if not rows:
            why = missing(comparison) or tr("The Reader holds no wording in these articles to be loaded.")
            self.no_loaded.say(tr("Nothing to show here"), why)
        self.loaded.rebuild()
        self.tabs.setTabText(2, tr("Loaded words {count}").format(count=len(rows)) if rows else tr("Loaded words"))
