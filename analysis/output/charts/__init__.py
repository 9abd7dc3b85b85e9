"""Charts: a comparison as scenes that the window paints and the report prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from ...messages import Message, message
from ...method import AnalyzerInfo
from ...model import Comparison
from . import agency, coverage, framing, keyness, loaded, marked, naming, sentiment, sources, stance, toward, voices
from .palette import Palette, outlet_role, palette
from .pieces import pieces
from .scene import DEFAULT, Cell, Chart, ChartOptions, Column, Datum, Scene, Table
from .svg import svg

Build = Callable[[Comparison, float, ChartOptions], Chart]


@dataclass(frozen=True, slots=True)
class ChartInfo:
    """A chart that can be shown."""

    id: str
    label: Message
    build: Build
    subjects: Callable[[Comparison], list[tuple[str, str]]]
    """(subject, label) pairs that `options.subject` can be; empty for a chart that is about no one thing."""


def _no_subjects(comparison: Comparison) -> list[tuple[str, str]]:
    return []


def concepts(comparison: Comparison) -> list[tuple[str, str]]:
    """Return the concepts that the naming chart can show, the sharpest contrast first."""
    return [(row.id, row.label) for row in comparison.naming]


def roles(comparison: Comparison) -> list[tuple[str, str]]:
    """Return the roles that the stance chart can show, the most frequent first."""
    labels = dict(concepts(comparison))
    split = [(s, *s.rpartition(stance.SEPARATOR)[::2]) for s in stance.subjects(comparison)]
    return [(subject, f"{labels.get(concept, concept)} ({role})") for subject, concept, role in split]


def _info(id: str, build: Build, subjects: Callable[[Comparison], list[tuple[str, str]]] = _no_subjects) -> ChartInfo:
    return ChartInfo(id, message(f"output.chart.{id}.name"), build, subjects)


CHARTS: tuple[ChartInfo, ...] = (
    _info("naming", naming.build, concepts),
    _info("stance", stance.build, roles),
    _info("framing", framing.build),
    _info("framing_voices", framing.build_voices),
    _info("voices", voices.build),
    _info("sources_kinds", sources.build_kinds),
    _info("sources_ledger", sources.build_ledger),
    _info("sources_cues", sources.build_cues),
    _info("agency", agency.build),
    _info("agency_actors", agency.build_actors),
    _info("agency_affected", agency.build_affected),
    _info("loaded", loaded.build),
    _info("sentiment", sentiment.build),
    _info("sentiment_along", sentiment.build_along),
    _info("valence", sentiment.build_valence),
    _info("toward", toward.build),
    _info("toward_voices", toward.build_voices, toward.subjects),
    _info("coverage", coverage.build),
    _info("keyness", keyness.build),
)
"""Every chart that is drawn by hand, in the order in which the report has them."""


def charts_of(comparison: Comparison) -> tuple[ChartInfo, ...]:
    """Return every chart of a comparison: those of `CHARTS`, and one for each analyzer that has none of these."""
    return (*CHARTS, *(marked_chart(info) for info in comparison.analyzers if not info.charts))


def marked_chart(info: AnalyzerInfo) -> ChartInfo:
    """Return the chart of an analyzer for which none was drawn by hand."""
    return ChartInfo(info.id, info.label, partial(marked.build, info), _no_subjects)


def build_chart(id: str, comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return the chart called `id`; KeyError where there is none."""
    return {info.id: info for info in charts_of(comparison)}[id].build(comparison, width, options)


__all__ = [
    "CHARTS",
    "Cell",
    "Chart",
    "ChartInfo",
    "ChartOptions",
    "Column",
    "Datum",
    "Palette",
    "Scene",
    "Table",
    "build_chart",
    "charts_of",
    "concepts",
    "marked_chart",
    "outlet_role",
    "palette",
    "pieces",
    "roles",
    "svg",
]
