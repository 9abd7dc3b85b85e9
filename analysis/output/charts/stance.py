"""How each outlet's choices cast one role of one concept: diverging bars, never an average."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ...messages import message
from ...model import Comparison, MarkKind, Passage, StanceRow, Voice
from ..facts import in_own_voice, own, voiced
from ..labels import voice_label
from ..numbers import DASH, MINUS, count
from .metrics import width_of
from .scene import DEFAULT, Anchor, Cell, Chart, ChartOptions, Column, Datum, Line, Pattern, Rect
from .sheet import Key, Sheet, chart, empty_chart
from .voices import VOICE_PATTERN

ID = "stance"
SCALE = (-2, -1, 0, 1, 2)
SEPARATOR = ":"

Places = dict[tuple[str, int, Voice], list[Passage]]
"""Passages by group, stance and voice."""


def subjects(comparison: Comparison) -> list[str]:
    """Return what `options.subject` can be, the most frequent first: "concept:role"."""
    totals: dict[str, int] = defaultdict(int)
    for row in comparison.stances:
        totals[f"{row.concept}{SEPARATOR}{row.role}"] += sum(n for _, _, n in row.counts)
    return sorted(totals, key=lambda s: (-totals[s], s))


def build(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return how often each outlet casts the role of `options.subject` from −2 (against) to +2 (in favour)."""
    sheet = Sheet(width, options)
    columns = [Column(sheet.say("output.column.outlet"))] + [Column(_sign(s), numeric=True) for s in SCALE]
    known = subjects(comparison)
    subject = options.subject or next(iter(known), "")
    concept, _, role = subject.rpartition(SEPARATOR)
    label = next((r.label for r in comparison.naming if r.id == concept), concept)
    name = f"{label} ({role})" if role else label
    if subject not in known:
        return empty_chart(ID, width, options, columns)
    rows = {row.group: row for row in comparison.stances if (row.concept, row.role) == (concept, role)}
    places = _places(comparison, concept, role)
    _legend(sheet)
    _bars(sheet, comparison, rows, places)
    measured = voiced(comparison)
    table: list[tuple[Cell, ...]] = [
        (g.label, *(_count(rows.get(g.key), s) if g.key in measured else None for s in SCALE))
        for g in comparison.groups
    ]
    passages = [rows[g.key].passages if g.key in rows else () for g in comparison.groups]
    return chart(ID, sheet, columns, table, passages, name)


def _sign(stance: int) -> str:
    return f"+{stance}" if stance > 0 else str(stance).replace("-", MINUS)


def _count(row: StanceRow | None, stance: int) -> int:
    return sum(n for s, _, n in row.counts if s == stance) if row else 0


def _places(comparison: Comparison, concept: str, role: str) -> Places:
    found: Places = defaultdict(list)
    for group, analysis in in_own_voice(comparison).values():
        for mark in analysis.of_kind(MarkKind.FRAMING):
            for casting in mark.castings if mark.concept == concept else ():
                if casting.role == role:
                    found[group.key, casting.stance, mark.voice].append(Passage(analysis.article.id, mark.span))
    return found


def _legend(sheet: Sheet) -> None:
    say = sheet.say
    keys = [Key(f"{_sign(s)} {say(f'output.stance.{s}')}", f"stance.{s}") for s in SCALE]
    voices = (Voice.NARRATOR, Voice.QUOTED, Voice.REPORTED)
    keys += [Key(voice_label(v, sheet.options.language), "line.strong", VOICE_PATTERN[v]) for v in voices]
    sheet.legend(keys)


def _bars(sheet: Sheet, comparison: Comparison, rows: dict[str, StanceRow], places: Places) -> None:
    """Draw against to the left and in favour to the right of a column that holds the neutral count."""
    labels = [group.label for group in comparison.groups]
    left, height = sheet.label_width(labels), sheet.row_height(len(labels))
    neutral = max(width_of(sheet.say("output.stance.0"), sheet.small), sheet.em * 3) + sheet.em
    digits = sheet.em * 2.2
    side = (sheet.width - left - neutral - 2 * digits) / 2
    minus, plus = left + digits + side, left + digits + side + neutral
    longest = max(max(sum(_count(r, s) for s in (-2, -1)), sum(_count(r, s) for s in (1, 2)), 1) for r in rows.values())
    _heads(sheet, minus, plus)
    top, measured = sheet.y, voiced(comparison)
    sheet.cut([top + height * i for i in range(len(labels))])
    for group in comparison.groups:
        row, base = rows.get(group.key), sheet.y + height / 2 + sheet.em * 0.36
        sheet.text(left - sheet.em * 0.6, base, group.label, room=left - sheet.em, anchor=Anchor.END)
        if row is None:
            nothing = "·" if group.key in measured else DASH
            sheet.text((minus + plus) / 2, base, nothing, role="ink.muted", anchor=Anchor.MIDDLE)
        else:
            for stances, x, way in (((-1, -2), minus, -1), ((1, 2), plus, 1)):
                _side(sheet, group.key, group.label, row, places, stances, x, way, side / longest, height)
            zero = _count(row, 0)
            if zero:
                datum = _datum(sheet, group.key, group.label, 0, None, zero, places)
                sheet.text((minus + plus) / 2, base, count(zero), size=sheet.small, anchor=Anchor.MIDDLE, datum=datum)
        sheet.y += height
    sheet.add(Line(minus, top, minus, sheet.y, "line.strong"), Line(plus, top, plus, sheet.y, "line.strong"))


def _heads(sheet: Sheet, minus: float, plus: float) -> None:
    base, gap = sheet.y + sheet.small, sheet.em * 0.4
    for x, key, anchor in (
        (minus - gap, "output.stance.against", Anchor.END),
        ((minus + plus) / 2, "output.stance.0", Anchor.MIDDLE),
        (plus + gap, "output.stance.for", Anchor.START),
    ):
        sheet.text(x, base, sheet.say(key), size=sheet.small, role="ink.muted", anchor=anchor)
    sheet.y += sheet.small * 1.6


def _side(
    sheet: Sheet, key: str, label: str, row: StanceRow, places: Places, stances: Sequence[int], x: float, way: int,
    unit: float, height: float,
) -> None:  # fmt: skip
    """Draw one side of a row outwards from `x`, the milder stance first, and its count at the end."""
    total, thick = 0, height * 0.62
    for stance in stances:
        for s, voice, n in row.counts:
            if s != stance:
                continue
            wide = max(n * unit - 1, 2.0)
            at = x + 1 if way > 0 else x - wide - 1
            datum = _datum(sheet, key, label, stance, voice, n, places)
            pattern = VOICE_PATTERN.get(own(voice), Pattern.SOLID)
            sheet.add(Rect(at, sheet.y + (height - thick) / 2, wide, thick, f"stance.{stance}", pattern, 0.0, datum))
            x += way * (wide + 1)
            total += n
    if total:
        anchor = Anchor.START if way > 0 else Anchor.END
        base = sheet.y + height / 2 + sheet.small * 0.36
        sheet.text(x + way * sheet.em * 0.4, base, count(total), size=sheet.small, anchor=anchor)


def _datum(sheet: Sheet, key: str, label: str, stance: int, voice: Voice | None, n: int, places: Places) -> Datum:
    found = [p for (g, s, v), some in places.items() if (g, s) == (key, stance) and voice in (None, v) for p in some]
    spoken = voice_label(voice, sheet.options.language) if voice else sheet.say("output.all_voices")
    tip = message("output.tip.stance", outlet=label, stance=_sign(stance), voice=spoken, count=n)
    return Datum(f"{ID}/{key}/{stance}/{voice or 'all'}", tip, tuple(found))
