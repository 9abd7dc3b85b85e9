"""Loaded words by outlet and voice, as the trained Reader marks them."""

from __future__ import annotations

from ...model import Comparison, Measure, Passage
from ..facts import SPOKEN, figures
from ..labels import voice_label
from ..numbers import DASH, count, percent
from .bars import Bar, Segment, stacked
from .scene import DEFAULT, Cell, Chart, ChartOptions, Column
from .sheet import Sheet, chart, empty_chart
from .voices import VOICE_PATTERN, voice_keys

ID = "loaded"


def build(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return the number of loaded words of each outlet by voice, with the share of loaded sentences."""
    sheet = Sheet(width, options)
    columns = [Column(sheet.say("output.column.outlet"))]
    columns += [Column(voice_label(v, options.language), numeric=True) for v in SPOKEN]
    columns.append(Column(sheet.say("output.column.per_1000"), numeric=True, decimals=1))
    columns.append(Column(sheet.say("output.column.loaded_share"), numeric=True, decimals=1))
    rates, shares = (figures(comparison, name) for name in ("loaded_rate", "loaded_share"))
    bars: list[Bar] = []
    rows: list[tuple[Cell, ...]] = []
    passages: list[tuple[Passage, ...]] = []
    for group in comparison.groups:
        by_voice = {m.dimension("voice"): m for m in rates[group.key]}
        parts = tuple(
            Segment(
                v,
                voice_label(v, options.language),
                len(_passages(by_voice.get(v))),
                f"voice.{v}",
                VOICE_PATTERN[v],
                _passages(by_voice.get(v)),
            )
            for v in SPOKEN
        )
        share = next((m for m in shares[group.key] if m.dimension("voice") is None), None)
        read = share is not None and share.value is not None
        total = sum(part.value for part in parts)
        note = f"{count(total)} · {percent(share.value, 1)}" if share and share.value is not None else DASH
        bars.append(Bar(group.key, group.label, parts, note))
        rate = by_voice[None].value if None in by_voice else None
        shown = 100 * share.value if share and share.value is not None else None
        rows.append((group.label, *(part.value if read else None for part in parts), rate, shown))
        passages.append(tuple(p for part in parts for p in part.passages))
    if not any(bar.total for bar in bars):
        return empty_chart(ID, width, options, columns)
    head = sheet.say("output.column.loaded_sentences")
    stacked(sheet, ID, bars, voice_keys(options.language), head, share=False)
    return chart(ID, sheet, columns, rows, passages)


def _passages(measure: Measure | None) -> tuple[Passage, ...]:
    return measure.passages if measure is not None else ()
