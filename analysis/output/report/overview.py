"""One row of key figures per outlet, for a reader with no time: the first page of a report."""

from __future__ import annotations

from ...model import Comparison, Group, Measure
from ..charts import Cell, Column, Table
from ..facts import figures, measurable, quoted_shares, voiced_words
from ..labels import say, short
from ..numbers import DASH, decimal, percent
from .outline import Grid

MOST = 20
"""Outlets in the table at most: with more, the first page would be this table alone, and the charts have it all."""
FIGURES = ("words", "quoted", "rate", "attributions", "named")

WIDTHS = (2.4, 0.9, 1.5, 1.1, 1.2, 1.0)


def overview(comparison: Comparison, language: str) -> Grid | None:
    """Return the table, or None where there is nothing to set side by side."""
    if not 1 < len(comparison.groups) <= MOST:
        return None
    columns = [Column(say("output.column.outlet", language))]
    columns += [Column(say(f"output.overview.{name}", language), numeric=True) for name in FIGURES]
    measured = measurable(comparison)
    nothing = (None,) * len(FIGURES)
    rows: list[tuple[Cell, ...]] = [
        _row(comparison, g, language) if g.key in measured else (short(g.label), *nothing) for g in comparison.groups
    ]
    return Grid(say("output.caption.overview", language), Table(tuple(columns), tuple(rows)), WIDTHS)


def _row(comparison: Comparison, group: Group, language: str) -> tuple[Cell, ...]:
    quoted = quoted_shares(comparison)[group.key]
    among = voiced_words(comparison).get(group.key, 0)
    terms = sum(
        m.value or 0 for m in figures(comparison, "framing_count")[group.key] if m.dimension("dimension") is None
    )
    return (
        short(group.label),
        group.words,
        None if quoted is None else percent(quoted, 1),
        decimal(1000 * terms / among, 1) if among else None,
        _whole(_one(comparison, "attributions", group)),
        _share(_one(comparison, "source_named_share", group)),
    )


def _one(comparison: Comparison, name: str, group: Group) -> Measure | None:
    return next((m for m in figures(comparison, name)[group.key] if len(m.dimensions) == 1), None)


def _whole(measure: Measure | None) -> int | None:
    return None if measure is None or measure.value is None else round(measure.value)


def _share(measure: Measure | None) -> str:
    return DASH if measure is None or measure.value is None else percent(measure.value, 1)
