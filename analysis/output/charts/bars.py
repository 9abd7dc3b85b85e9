"""Stacked bars, a row per outlet: what several charts are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...messages import message
from ...model import Passage
from ..numbers import count, percent
from .metrics import width_of
from .scene import Anchor, Datum, Line, Pattern, Rect
from .sheet import Key, Sheet


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar."""

    id: str
    label: str
    value: int
    role: str
    pattern: Pattern
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: its name, its parts, and what stands at its end."""

    id: str
    label: str
    segments: tuple[Segment, ...]
    note: str

    @property
    def total(self) -> int:
        return sum(segment.value for segment in self.segments)


def stacked(sheet: Sheet, chart: str, bars: Sequence[Bar], keys: Sequence[Key], note_head: str, share: bool) -> None:
    """Draw `bars` under their legend; each fills the width when `share`, otherwise lengths compare."""
    sheet.legend(keys)
    left = sheet.label_width([bar.label for bar in bars])
    notes = max([width_of(bar.note, sheet.small) for bar in bars] + [width_of(note_head, sheet.small)])
    full = max(sheet.width - left - notes - sheet.em, sheet.em * 6)
    sheet.text(sheet.width, sheet.y + sheet.small, note_head, size=sheet.small, role="ink.muted", anchor=Anchor.END)
    sheet.y += sheet.small * 1.5
    longest = max((bar.total for bar in bars), default=0)
    height = sheet.row_height(len(bars))
    sheet.cut([sheet.y + height * i for i in range(len(bars))])
    for bar in bars:
        _row(sheet, chart, bar, left, full / max(bar.total if share else longest, 1), height, share)
        sheet.y += height
    sheet.add(Line(left, sheet.y - height * len(bars), left, sheet.y, "line.strong"))


def _row(sheet: Sheet, chart: str, bar: Bar, left: float, unit: float, height: float, share: bool) -> None:
    thick, base = height * 0.68, sheet.y + height / 2 + sheet.em * 0.36
    sheet.text(left - sheet.em * 0.6, base, bar.label, room=left - sheet.em, anchor=Anchor.END)
    sheet.text(sheet.width, base, bar.note, size=sheet.small, role="ink.muted", anchor=Anchor.END)
    x = left + 1
    for segment in bar.segments:
        if not segment.value:
            continue
        wide = max(segment.value * unit - 1, 1.0)  # A gap of one pixel keeps neighbours apart.
        value = percent(segment.value, bar.total) if share else count(segment.value)
        tip = message(
            "output.tip.part", outlet=bar.label, part=segment.label, count=segment.value, of=bar.total,
            share=percent(segment.value, bar.total),
        )  # fmt: skip
        datum = Datum(f"{chart}/{bar.id}/{segment.id}", tip, segment.passages)
        sheet.add(Rect(x, sheet.y + (height - thick) / 2, wide, thick, segment.role, segment.pattern, 0.0, datum))
        _value(sheet, value, x, wide, base, segment.pattern, datum)
        x += wide + 1


def _value(sheet: Sheet, value: str, x: float, wide: float, base: float, pattern: Pattern, datum: Datum) -> None:
    """Write the value inside its segment where it fits; on a pattern it gets a plate of paper to stand on."""
    need = width_of(value, sheet.small)
    if need + sheet.em * 0.7 > wide:
        return
    solid = pattern is Pattern.SOLID
    if not solid:
        sheet.add(
            Rect(
                x + (wide - need) / 2 - 3, base - sheet.small * 0.92, need + 6, sheet.small * 1.2, "paper", datum=datum
            )
        )
    role = "ink.on_fill" if solid else "ink"
    sheet.text(x + wide / 2, base, value, size=sheet.small, role=role, anchor=Anchor.MIDDLE, datum=datum)
