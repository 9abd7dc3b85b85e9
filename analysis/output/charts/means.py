"""Means over sentences or mentions by voice, a row per outlet: a dot per voice on one scale."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ...messages import message
from ...model import Comparison, Group, Measure, Voice
from ..facts import SPOKEN, figures, voiced
from ..labels import voice_label
from ..numbers import DASH, count, decimal
from .metrics import width_of
from .scene import Anchor, Cell, Chart, ChartOptions, Column, Datum, Line, Marker, Shape
from .sheet import Key, Sheet, chart, empty_chart
from .voices import VOICE_PATTERN

VOICE_SHAPE = {Voice.NARRATOR: Shape.CIRCLE, Voice.QUOTED: Shape.SQUARE, Voice.REPORTED: Shape.DIAMOND}
STEP = 0.25
"""The scale ends at the next quarter beyond the data, so that outlets are compared and not stretched."""

Found = dict[tuple[str, str | None], Measure]
"""Measures by group and voice."""


@dataclass(frozen=True, slots=True)
class Means:
    """What is averaged: a measure of the comparison, and over what."""

    chart: str
    measure: str
    unit: str
    """The column heading of what is counted: sentences or mentions."""
    subject: str = ""
    """The actor, where the means are about one."""


def by_voice(means: Means, comparison: Comparison, width: float, options: ChartOptions) -> Chart:
    """Return the means of each outlet by voice, from -1 to +1."""
    sheet = Sheet(width, options)
    counted = sheet.say(f"output.column.{means.unit}")
    columns = [Column(sheet.say("output.column.outlet"))]
    for voice in SPOKEN:
        columns.append(Column(voice_label(voice, options.language), numeric=True, decimals=2))
        columns.append(Column(counted, numeric=True))
    found = _found(means, comparison)
    if not found:
        return empty_chart(means.chart, width, options, columns, means.subject)
    sheet.legend(
        [Key(voice_label(v, options.language), f"voice.{v}", VOICE_PATTERN[v], VOICE_SHAPE[v]) for v in SPOKEN]
    )
    _dots(sheet, means, comparison, found)
    rows: list[tuple[Cell, ...]] = []
    measured = voiced(comparison)
    for group in comparison.groups:
        mine = [found.get((group.key, voice)) for voice in SPOKEN]
        nothing = (None, 0 if group.key in measured else None)
        rows.append((group.label, *(v for m in mine for v in ((m.value, m.n) if m else nothing))))
    passages = [
        tuple(p for v in SPOKEN for p in (found[g.key, v].passages if (g.key, v) in found else ()))
        for g in comparison.groups
    ]
    return chart(means.chart, sheet, columns, rows, passages, means.subject)


def _found(means: Means, comparison: Comparison) -> Found:
    return {
        (key, m.dimension("voice")): m
        for key, measures in figures(comparison, means.measure).items()
        for m in measures
        if m.value is not None
        and m.dimension("section") is None
        and m.dimension("voice") in SPOKEN
        and (m.dimension("subject") or "") == means.subject
    }


def _dots(sheet: Sheet, means: Means, comparison: Comparison, found: Found) -> None:
    ends = [abs(v) for m in found.values() for v in (m.value, m.low, m.high) if v is not None]
    reach = min(math.ceil(max(ends) / STEP + 1e-9) * STEP or STEP, 1.0)
    labels = [group.label for group in comparison.groups]
    measured = voiced(comparison)
    notes = [" · ".join(_n(found.get((g.key, v)), g.key in measured) for v in SPOKEN) for g in comparison.groups]
    head = sheet.say(f"output.column.{means.unit}")
    side = max(width_of(note, sheet.small) for note in [*notes, head]) + sheet.em * 1.5
    left = sheet.label_width(labels)
    right = sheet.width - side
    middle, unit = (left + right) / 2, (right - left) / 2 / reach * 0.96
    base = sheet.y + sheet.small
    sheet.text(sheet.width, base, head, size=sheet.small, role="ink.muted", anchor=Anchor.END)
    ticks = [-reach, -reach / 2, 0.0, reach / 2, reach]
    for tick in ticks:
        shown = decimal(tick, 3, signed=True).rstrip("0").rstrip(".") if tick else "0"
        sheet.text(middle + tick * unit, base, shown, size=sheet.small, role="ink.muted", anchor=Anchor.MIDDLE)
    sheet.y += sheet.small * 1.6
    top, height = sheet.y, sheet.em * (2.3 if len(labels) <= 14 else 2.0)
    for tick in ticks:
        role = "line.strong" if not tick else "line"
        sheet.add(Line(middle + tick * unit, top, middle + tick * unit, top + height * len(labels), role))
    sheet.cut([top + height * i for i in range(len(labels))])
    for i, group in enumerate(comparison.groups):
        y = top + height * (i + 0.5)
        if i:
            sheet.rule(top + height * i)
        sheet.text(left - sheet.em * 0.6, y + sheet.em * 0.36, labels[i], room=left - sheet.em, anchor=Anchor.END)
        sheet.text(sheet.width, y + sheet.em * 0.36, notes[i], size=sheet.small, role="ink.muted", anchor=Anchor.END)
        for k, voice in enumerate(SPOKEN):
            measure = found.get((group.key, voice))
            if measure is not None:
                _dot(sheet, means, group, voice, measure, middle, unit, y + (k - 1) * height * 0.28)
    sheet.y = top + height * len(labels)


def _n(measure: Measure | None, read: bool) -> str:
    return count(measure.n if measure else 0) if read else DASH


def _dot(
    sheet: Sheet, means: Means, group: Group, voice: Voice, m: Measure, middle: float, unit: float, y: float
) -> None:
    tip = message(
        f"output.tip.mean.{means.unit}", outlet=group.label, voice=voice_label(voice, sheet.options.language),
        value=decimal(m.value, signed=True), count=m.n,
    )  # fmt: skip
    datum = Datum(f"{means.chart}/{group.key}/{voice}", tip, m.passages)
    if m.low is not None and m.high is not None:
        sheet.add(Line(middle + m.low * unit, y, middle + m.high * unit, y, f"voice.{voice}", 1.4, datum=datum))
    x = middle + (m.value or 0.0) * unit
    sheet.add(Marker(x, y, sheet.em * 0.62, f"voice.{voice}", VOICE_SHAPE[voice], VOICE_PATTERN[voice], datum))
