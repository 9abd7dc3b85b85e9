"""The marks of an analyzer by outlet and voice: the chart of those for which none was drawn by hand."""

from __future__ import annotations

from collections.abc import Sequence

from ...comparison.marked import count_name, rate_name
from ...messages import message, render
from ...method import AnalyzerInfo
from ...model import Comparison, Measure, Passage, Voice
from ..facts import SPOKEN, figures
from ..labels import voice_label
from ..numbers import DASH, count, decimal
from .bars import Bar, Segment, stacked
from .scene import DEFAULT, Cell, Chart, ChartOptions, Column, Table
from .sheet import Sheet
from .voices import VOICE_PATTERN, voice_keys


def build(info: AnalyzerInfo, comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return the number of the analyzer's marks in each outlet by voice, with their number per 1,000 words."""
    sheet = Sheet(width, options)
    counts, rates = (figures(comparison, name(info)) for name in (count_name, rate_name))
    columns = [Column(sheet.say("output.column.outlet"))]
    columns += [Column(voice_label(v, options.language), numeric=True) for v in SPOKEN]
    columns.append(Column(sheet.say("output.column.per_1000"), numeric=True, decimals=1))
    bars: list[Bar] = []
    rows: list[tuple[Cell, ...]] = []
    passages: list[tuple[Passage, ...]] = []
    for group in comparison.groups:
        rate = next((m.value for m in rates[group.key] if m.dimension("voice") is None), None)
        bar = _bar(group.key, group.label, counts[group.key], rate, options)
        bars.append(bar)
        known = bool(counts[group.key])
        rows.append((group.label, *(s.value if known else None for s in bar.segments), rate))
        passages.append(tuple(p for segment in bar.segments for p in segment.passages))
    what = {"what": render(info.label, options.language), "explained": render(info.explained, options.language)}
    empty = not any(bar.total for bar in bars)
    if empty:
        sheet.y = sheet.em * 0.5
        sheet.note(sheet.say("output.chart.marked.empty", **what))
        sheet.y += sheet.em * 0.5
    else:
        stacked(sheet, info.id, bars, voice_keys(options.language), sheet.say("output.column.marks_rate"), share=False)
    return Chart(
        info.id,
        message("output.chart.marked.title", **what),
        message(f"output.chart.marked.{'empty' if empty else 'caption'}", **what),
        sheet.scene(),
        Table(tuple(columns), () if empty else tuple(rows), () if empty else tuple(passages)),
        empty=empty,
    )


def _bar(key: str, label: str, counts: Sequence[Measure], rate: float | None, options: ChartOptions) -> Bar:
    by_voice = {m.dimension("voice"): m for m in counts}
    segments = tuple(_segment(voice, by_voice.get(voice), options) for voice in SPOKEN)
    total = sum(segment.value for segment in segments)
    return Bar(key, label, segments, DASH if rate is None else f"{count(total)} · {decimal(rate, 1)}")


def _segment(voice: Voice, counted: Measure | None, options: ChartOptions) -> Segment:
    places = counted.passages if counted is not None else ()
    return Segment(
        voice, voice_label(voice, options.language), len(places), f"voice.{voice}", VOICE_PATTERN[voice], places
    )
