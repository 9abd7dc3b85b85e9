"""The words that set each outlet apart."""

from __future__ import annotations

from collections.abc import Sequence

from ...messages import message
from ...model import Comparison, Group, Keyword
from ..numbers import count, decimal
from .metrics import width_of
from .palette import outlet_role
from .scene import DEFAULT, Anchor, Chart, ChartOptions, Column, Datum, Rect
from .sheet import Sheet, chart, empty_chart

ID = "keyness"
PANEL = 20.0
"""In em: the narrowest panel that holds a word, a bar and its counts."""
ROWS_IN_ALL = 96
"""Bars on one chart; with many outlets each shows fewer, but never under three."""


def build(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return a panel of keywords per outlet, the strongest first."""
    sheet = Sheet(width, options)
    say = sheet.say
    columns = [Column(say("output.column.outlet")), Column(say("output.column.word"))]
    columns += [Column(say("output.column.z"), numeric=True, decimals=1)]
    columns += [Column(say(f"output.column.{k}"), numeric=True) for k in ("here", "elsewhere")]
    words = {g.key: [k for k in comparison.wording if k.group == g.key and k.z > 0] for g in comparison.groups}
    places = {group.key: i for i, group in enumerate(comparison.groups)} | dict(options.places)
    panels = [(places[g.key], g, words[g.key]) for g in comparison.groups if words[g.key]]
    if not panels:
        return empty_chart(ID, width, options, columns)
    most = max(min(options.limit, ROWS_IN_ALL // len(panels)), 3)
    across = max(min(int(sheet.width / (sheet.em * PANEL)), 3, len(panels)), 1)
    gap = sheet.em * 2
    wide = (sheet.width - gap * (across - 1)) / across
    longest = max(k.z for _, _, some in panels for k in some)
    for start in range(0, len(panels), across):
        row = panels[start : start + across]
        sheet.cuts.append(sheet.y)  # Nothing above the panels is to be repeated; each keeps its words together.
        for j, (i, group, some) in enumerate(row):
            _panel(sheet, (wide + gap) * j, wide, group, some[:most], outlet_role(i), longest)
        sheet.y += sheet.em * (2.2 + 1.55 * max(min(len(some), most) for _, _, some in row))
    rows = [(g.label, k.word, k.z, k.count, k.rest) for _, g, some in panels for k in some]
    return chart(ID, sheet, columns, rows, [k.passages for _, _, some in panels for k in some])


def _panel(
    sheet: Sheet, x: float, wide: float, group: Group, words: Sequence[Keyword], role: str, longest: float
) -> None:
    sheet.text(x, sheet.y + sheet.em, group.label, room=wide, bold=True)
    label = min(max(width_of(k.word, sheet.em) for k in words), wide * 0.45) + sheet.em * 0.5
    side = max(width_of(_counts(k), sheet.small) for k in words) + sheet.em * 0.5
    unit, step = (wide - label - side) / longest, sheet.em * 1.55
    for i, keyword in enumerate(words):
        top = sheet.y + sheet.em * 1.6 + step * i
        base = top + step / 2 + sheet.em * 0.36
        tip = message(
            "output.tip.keyword", outlet=group.label, word=keyword.word, count=keyword.count, rest=keyword.rest,
            z=decimal(keyword.z, 1), rate=decimal(keyword.per_1000_words, 1),
        )  # fmt: skip
        datum = Datum(f"{ID}/{group.key}/{keyword.word}", tip, keyword.passages)
        sheet.text(
            x + label - sheet.em * 0.5, base, keyword.word, room=label - sheet.em * 0.4, anchor=Anchor.END, datum=datum
        )
        bar = max(keyword.z * unit, 1.5)
        sheet.add(Rect(x + label, top + step * 0.2, bar, step * 0.6, role, datum=datum))
        sheet.text(x + label + bar + sheet.em * 0.35, base, _counts(keyword), size=sheet.small, role="ink.muted")


def _counts(keyword: Keyword) -> str:
    return f"{count(keyword.count)} : {count(keyword.rest)}"
