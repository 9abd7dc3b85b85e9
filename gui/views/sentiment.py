"""Sentiment: of sentences by voice and along each article, and toward each actor."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from analysis.messages import text as tr
from analysis.model import Comparison, MarkKind, Passage
from analysis.output.charts import sentiment, toward
from analysis.output.charts.scene import ChartOptions
from analysis.output.facts import SPOKEN
from analysis.output.labels import voice_label

from ..session import Session
from ..widgets.chart import ChartBox
from ..widgets.data_table import DataTable, Field, Value
from ..widgets.labels import EmptyState, MutedLabel, named
from ..widgets.plain import PlainLabel
from ..widgets.reader_state import missing
from .chart_view import ChartPage, ComparisonView

ACTORS = 14
"""Actors in the chart; the table has them all."""


class SentimentView(ComparisonView):
    """VADER by voice and along each article, the Reader's valence beside it, and the mentions of each actor."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.valence = ChartBox(session, sentiment.build_valence)
        self.page = ChartPage(
            (ChartBox(session, sentiment.build), self.valence, ChartBox(session, sentiment.build_along))
        )
        self.actor = QComboBox()
        self.actor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        named(self.actor, tr("Toward whom"))
        self.actor.currentIndexChanged.connect(self._on_actor_changed)
        self.by_voice = ChartBox(session, toward.build_voices)
        self.toward = ChartPage((ChartBox(session, toward.build, ChartOptions(limit=ACTORS)), self._chosen()))
        self.actors = DataTable(tr("Sentiment toward actors, by outlet and voice"))
        self.actors.passages_activated.connect(session.open_passages)
        self.nobody = EmptyState("", "")
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Sentiment"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.page, tr("Sentences"))
        self.tabs.addTab(self._with_reason(), tr("Toward actors"))
        self.tabs.addTab(_below(_unreliable(), self.actors), tr("All actors"))
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)

    def _chosen(self) -> QWidget:
        box, row = QWidget(), QHBoxLayout()
        row.addWidget(MutedLabel(tr("By voice, toward")))
        row.addWidget(self.actor)
        row.addStretch(1)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.by_voice)
        return box

    def _with_reason(self) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_unreliable())
        layout.addWidget(self.toward)
        layout.addWidget(self.nobody)
        return box

    def lacks(self, comparison: Comparison) -> str:
        if any(analysis.of_kind(MarkKind.SENTIMENT) for analysis in comparison.analyses):
            return ""
        return tr("No sentence of these articles could be scored; only English is.")

    def show_comparison(self, comparison: Comparison) -> None:
        known = toward.actors(comparison)
        self.valence.setVisible(not missing(comparison))
        self.toward.setVisible(bool(known))
        self.nobody.setVisible(not known)
        self.tabs.setTabVisible(2, bool(known))
        if not known:
            why = missing(comparison) or tr("No person, body or place is named in these articles.")
            self.nobody.say(tr("Nothing to show here"), why)
        self._fill_actors([name for name, _ in known])
        self.page.rebuild()
        self.toward.rebuild()
        self._fill_table(comparison, [name for name, _ in known])

    def _fill_actors(self, names: list[str]) -> None:
        kept = self.actor.currentText()
        self.actor.blockSignals(True)
        self.actor.clear()
        self.actor.addItems(names)
        self.actor.setCurrentIndex(max(0, self.actor.findText(kept)) if names else -1)
        self.actor.blockSignals(False)
        self.by_voice.set_subject(self.actor.currentText())

    def _on_actor_changed(self) -> None:
        self.by_voice.set_subject(self.actor.currentText())

    def _fill_table(self, comparison: Comparison, names: list[str]) -> None:
        """A row per actor and outlet."""
        rows: list[tuple[Value, ...]] = []
        passages: list[tuple[Passage, ...]] = []
        for row in toward.rows(comparison):
            spoken = tuple(m.value if m is not None else None for m in row.by_voice)
            rows.append((row.actor, row.group.label, row.mean.n, *row.counts, row.mean.value, *spoken))
            passages.append(row.mean.passages)
        fields = (
            Field(tr("Actor")),
            Field(tr("Outlet")),
            Field(tr("Mentions"), numeric=True),
            Field(tr("Neg."), numeric=True, full=tr("Negative mentions")),
            Field(tr("Neut."), numeric=True, full=tr("Neutral mentions")),
            Field(tr("Pos."), numeric=True, full=tr("Positive mentions")),
            Field(tr("Mean"), numeric=True, decimals=2, full=tr("Mean over the mentions, from -1 to 1")),
            *(
                Field(short, numeric=True, decimals=2, full=tr("Mean: {voice}").format(voice=voice_label(voice)))
                for voice, short in zip(SPOKEN, (tr("Own"), tr("Quoted"), tr("Reported")), strict=True)
            ),
        )
        self.actors.set_rows(fields, rows, passages, stretch=0)
        self.tabs.setTabText(2, tr("All actors {count}").format(count=len(names)))


def _unreliable() -> QWidget:
    """Return the line that stands above all sentiment toward actors."""
    words = tr(
        "Unreliable: of 100 calls that readers judged in reports, 58 were fair. Read the passages before you rely on "
        "any of this; it stands in no report and no table."
    )
    label = PlainLabel(words)
    label.setWordWrap(True)
    label.setContentsMargins(12, 8, 12, 4)
    return label


def _below(head: QWidget, body: QWidget) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(head)
    layout.addWidget(body, 1)
    return box
