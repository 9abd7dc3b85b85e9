"""Agency: acts of force or harm, how each outlet words them, who is named as acting and as affected."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from analysis.messages import text as tr
from analysis.model import Comparison, MarkKind
from analysis.output.acts import acts_of
from analysis.output.charts import agency
from analysis.output.charts.scene import ChartOptions
from analysis.output.labels import act_form_label, voice_label

from ..session import Session
from ..widgets.chart import ChartBox
from ..widgets.data_table import DataTable, Field, Value, with_notes
from ..widgets.inspector import shortened
from ..widgets.reader_state import missing
from .chart_view import ChartPage, ComparisonView

SHOWN = 14
"""Names in a chart; its table has them all."""
SENTENCE = 300
"""Letters of a sentence in the table of acts."""


class AgencyView(ComparisonView):
    """Charts with the outlets side by side, and every act in a table."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        options = ChartOptions(limit=SHOWN)
        self.page = ChartPage(
            (
                ChartBox(session, agency.build),
                ChartBox(session, agency.build_actors, options),
                ChartBox(session, agency.build_affected, options),
            )
        )
        self.acts = DataTable(tr("Acts of force or harm"))
        self.acts.passages_activated.connect(session.open_passages)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Agency"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.page, tr("Charts"))
        self.tabs.addTab(self.acts, tr("All acts"))
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)

    def lacks(self, comparison: Comparison) -> str:
        if any(analysis.of_kind(MarkKind.AGENCY) for analysis in comparison.analyses):
            return ""
        return missing(comparison) or tr("No act of force or harm is told in these articles.")

    def show_comparison(self, comparison: Comparison) -> None:
        self.page.rebuild()
        rows: list[tuple[Value, ...]] = []
        passages, notes = [], []
        for one in acts_of(comparison):
            document = one.analysis.document
            index = document.sentence_at(one.mark.span.start)
            sentence = document.sentences[index].span.of(document.text) if index is not None else ""
            rows.append(
                (
                    one.group.label,
                    one.mark.span.of(document.text),
                    act_form_label(one.act.form),
                    one.actor or None,
                    one.affected or None,
                    voice_label(one.mark.voice),
                    shortened(sentence, SENTENCE),
                )
            )
            passages.append((one.passage,))
            notes.append(self.session.note(one.analysis.article.id, one.mark.id))
        fields = (
            Field(tr("Outlet")),
            Field(tr("Act")),
            Field(tr("Form")),
            Field(tr("Who acts")),
            Field(tr("Done to")),
            Field(tr("Voice")),
            Field(tr("Sentence")),
        )
        self.acts.set_rows(*with_notes(fields, rows, notes), passages, stretch=6)
        self.tabs.setTabText(1, tr("All acts {count}").format(count=len(rows)))
