"""In whose voice each outlet's words stand."""

from __future__ import annotations

from ...model import Comparison, Voice
from ..facts import SPOKEN, voice_shares, voiced
from ..labels import voice_label
from ..numbers import count
from .bars import Bar, Segment, stacked
from .scene import DEFAULT, Cell, Chart, ChartOptions, Column, Pattern
from .sheet import Key, Sheet, chart, empty_chart

VOICE_PATTERN = {
    Voice.NARRATOR: Pattern.SOLID,
    Voice.QUOTED: Pattern.OUTLINE,
    Voice.REPORTED: Pattern.HATCH,
    Voice.SCARE: Pattern.DOTS,
}
"""One meaning of fill in every chart and in the articles: filled is the outlet's own, outlined is quoted."""


def voice_keys(language: str) -> list[Key]:
    """Return the legend of the three voices."""
    return [Key(voice_label(v, language), f"voice.{v}", VOICE_PATTERN[v]) for v in SPOKEN]


def build(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return the shares of own, quoted and reported words by outlet."""
    sheet = Sheet(width, options)
    columns = [Column(sheet.say("output.column.outlet"))]
    columns += [Column(voice_label(v, options.language), numeric=True) for v in SPOKEN]
    columns.append(Column(sheet.say("output.column.words"), numeric=True))
    bars: list[Bar] = []
    rows: list[tuple[Cell, ...]] = []
    by_group, measured = voice_shares(comparison), voiced(comparison)
    for group in comparison.groups:
        shares = by_group[group.key]
        segments = tuple(
            Segment(
                v, voice_label(v, options.language), shares[v].words, f"voice.{v}", VOICE_PATTERN[v], shares[v].passages
            )
            for v in SPOKEN
        )
        total = sum(s.value for s in segments)
        read = group.key in measured
        bars.append(Bar(group.key, group.label, segments, count(total if read else None)))
        rows.append((group.label, *(s.value if read else None for s in segments), total if read else None))
    if not any(bar.total for bar in bars):
        return empty_chart("voices", width, options, columns)
    stacked(sheet, "voices", bars, voice_keys(options.language), sheet.say("output.column.words"), share=True)
    passages = [tuple(p for s in bar.segments for p in s.passages) for bar in bars]
    return chart("voices", sheet, columns, rows, passages)
