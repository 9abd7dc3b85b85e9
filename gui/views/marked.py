"""The marks of an analyzer for which no view was made: its chart, and each mark in a table."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from analysis.messages import render
from analysis.messages import text as tr
from analysis.method import AnalyzerInfo
from analysis.model import Comparison, Passage
from analysis.output.charts import marked
from analysis.output.labels import voice_label

from ..session import Session
from ..widgets.chart import ChartBox
from ..widgets.data_table import DataTable, Field, Value, with_notes
from ..widgets.inspector import shortened
from ..widgets.labels import EmptyState
from ..widgets.reader_state import missing
from .chart_view import ChartPage

SENTENCE = 300
"""Letters of a sentence in the table."""


class MarkedPage(QWidget):
    """A page for the tabs of a view of the comparison."""

    def __init__(self, session: Session, info: AnalyzerInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.info = info
        self.chart = ChartPage((ChartBox(session, partial(marked.build, info)),))
        self.table = DataTable(self.title)
        self.table.passages_activated.connect(session.open_passages)
        self.nothing = EmptyState("", "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.chart, 2)
        layout.addWidget(self.table, 3)
        layout.addWidget(self.nothing)

    @property
    def title(self) -> str:
        """What the marks are called."""
        return render(self.info.label)

    def show_comparison(self, comparison: Comparison) -> int:
        """Show what is new; return the number of marks."""
        rows: list[tuple[Value, ...]] = []
        passages: list[tuple[Passage, ...]] = []
        notes: list[str] = []
        for analysis in comparison.analyses:
            document = analysis.document
            for mark in analysis.of_kind(self.info.id):
                index = document.sentence_at(mark.span.start)
                sentence = document.sentences[index].span.of(document.text) if index is not None else ""
                words, voice = mark.span.of(document.text), voice_label(mark.voice)
                rows.append((analysis.article.label, words, voice, shortened(sentence, SENTENCE)))
                passages.append((Passage(analysis.article.id, mark.span),))
                notes.append(self._session.note(analysis.article.id, mark.id))
        fields = (Field(tr("Outlet")), Field(tr("Words")), Field(tr("Voice")), Field(tr("Sentence")))
        self.table.set_rows(*with_notes(fields, rows, notes), passages, stretch=3)
        for part in (self.chart, self.table):
            part.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        if not rows:
            why = missing(comparison) if self.info.needs_reader else ""
            self.nothing.say(tr("Nothing to show here"), why or tr("None was found in these articles."))
        self.chart.rebuild()
        return len(rows)
