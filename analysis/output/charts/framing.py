"""How many framing terms each outlet has: by dimension, and by the voice they stand in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...model import Comparison, Dimension, Measure, Passage, Voice
from ..facts import SPOKEN, figures, own, voiced, voiced_words
from ..labels import dimension_label
from ..numbers import DASH, count, decimal
from .bars import Bar, Segment, stacked
from .scene import DEFAULT, Cell, Chart, ChartOptions, Column, Pattern
from .sheet import Key, Sheet, chart, empty_chart
from .voices import voice_keys

DIMENSION_PATTERN = {
    Dimension.EVALUATION: Pattern.SOLID,
    Dimension.DISTANCING: Pattern.HATCH,
    Dimension.AGENCY: Pattern.DOTS,
    Dimension.STATUS: Pattern.CROSS,
    Dimension.INTENSITY: Pattern.BACK_HATCH,
}


def build(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return the framing terms of each outlet by dimension."""
    keys = [(d, Key(dimension_label(d, options.language), f"dimension.{d}", DIMENSION_PATTERN[d])) for d in Dimension]
    return _build("framing", comparison, width, options, keys, lambda m: m.dimension("dimension"))


def build_voices(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return the framing terms of each outlet by voice."""
    keys = list(zip(SPOKEN, voice_keys(options.language), strict=True))
    return _build("framing_voices", comparison, width, options, keys, lambda m: own(Voice(m.dimension("voice") or "")))


def _build(
    id: str,
    comparison: Comparison,
    width: float,
    options: ChartOptions,
    keys: Sequence[tuple[str, Key]],
    of: Callable[[Measure], str | None],
) -> Chart:
    sheet = Sheet(width, options)
    columns = [Column(sheet.say("output.column.outlet")), *(Column(key.label, numeric=True) for _, key in keys)]
    columns.append(Column(sheet.say("output.column.per_1000"), numeric=True, decimals=1))
    bars: list[Bar] = []
    rows: list[tuple[Cell, ...]] = []
    passages: list[tuple[Passage, ...]] = []
    by_group = figures(comparison, "framing_count")
    measured, words = voiced(comparison), voiced_words(comparison)
    for group in comparison.groups:
        found: dict[str, list[Passage]] = {name: [] for name, _ in keys}
        for measure in by_group[group.key]:
            # One dimension and one voice each; the measures over all dimensions would count twice.
            if measure.dimension("dimension"):
                found[of(measure) or ""] += measure.passages
        parts = tuple(
            Segment(name, key.label, len(found[name]), key.role, key.pattern, tuple(found[name])) for name, key in keys
        )
        total = sum(part.value for part in parts)
        read = group.key in measured
        among = words.get(group.key, 0)
        rate = 1000 * total / among if among and read else None
        note = f"{count(total)} · {decimal(rate, 1)}" if read else DASH
        bars.append(Bar(group.key, group.label, parts, note))
        rows.append((group.label, *(part.value if read else None for part in parts), rate))
        passages.append(tuple(p for part in parts for p in part.passages))
    if not any(bar.total for bar in bars):
        return empty_chart(id, width, options, columns)
    used = [key for i, (_, key) in enumerate(keys) if any(bar.segments[i].value for bar in bars)]
    stacked(sheet, id, bars, used, sheet.say("output.column.terms_rate"), share=False)
    return chart(id, sheet, columns, rows, passages)
