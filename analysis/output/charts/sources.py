"""Who speaks where: kinds of sources, the ledger of speakers, and the stance of the cues."""

from __future__ import annotations

from collections.abc import Sequence

from ...messages import message
from ...model import Comparison, CueStance, Group, Measure, Passage, SourceCell, SourceRow, SpeakerKind
from ..facts import figures, measurable
from ..labels import cue_label, kind_label
from ..numbers import count, percent
from .bars import Bar, Segment, stacked
from .matrix import Matrix, matrix
from .metrics import width_of
from .scene import DEFAULT, Cell, Chart, ChartOptions, Column, Datum, Line, Marker, Pattern, Rect, Shape
from .sheet import Key, Sheet, chart, empty_chart

CUE_PATTERN = {
    CueStance.NEUTRAL: Pattern.OUTLINE,
    CueStance.ASSERTING: Pattern.SOLID,
    CueStance.DOUBTING: Pattern.HATCH,
    CueStance.CONCEDING: Pattern.DOTS,
    CueStance.ENDORSING: Pattern.CROSS,
    CueStance.EMOTIVE: Pattern.BACK_HATCH,
}
MOST_KINDS = 8
"""Columns of kinds; the least frequent beyond go into the last one, whose tooltip names them."""
ROOM_FOR_BARS = 5.0
"""In em: a column of the ledger that holds a bar and a number; in narrower ones the words are a circle."""


def build_kinds(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return how many attributions each outlet gives to each kind of source."""
    sheet = Sheet(width, options)
    places: dict[tuple[str, str], tuple[Passage, ...]] = {}
    for key, measures in figures(comparison, "source_kind_share").items():
        for m in measures:
            places[key, m.dimension("kind") or ""] = m.passages
    totals = {k: sum(len(p) for (_, kind), p in places.items() if kind == k) for k in SpeakerKind}
    kinds = sorted((k for k in SpeakerKind if totals[k]), key=lambda k: -totals[k])
    columns = [Column(sheet.say("output.column.outlet"))]
    columns += [Column(kind_label(k, options.language), numeric=True) for k in kinds]
    if not kinds:
        return empty_chart("sources_kinds", width, options, columns)
    most = min(MOST_KINDS, max(int(sheet.width * 0.65 / (sheet.em * 5)), 2))
    shown = [[k] for k in kinds] if len(kinds) <= most else [*([k] for k in kinds[: most - 1]), kinds[most - 1 :]]
    heads = [
        kind_label(some[0], options.language)
        if len(some) == 1
        else sheet.say("output.column.other_kinds", count=len(some))
        for some in shown
    ]
    sums = [sum(len(places.get((g.key, k), ())) for k in kinds) for g in comparison.groups]
    measured = measurable(comparison)
    read = [g.key in measured for g in comparison.groups]
    notes = [count(n if known else None) for n, known in zip(sums, read, strict=True)]
    grid = matrix(sheet, [g.label for g in comparison.groups], heads, notes, sheet.say("output.column.total"))
    cells = {
        (i, j): tuple(p for k in some for p in places.get((g.key, k), ()))
        for i, g in enumerate(comparison.groups)
        for j, some in enumerate(shown)
    }
    longest = max(len(p) for p in cells.values())
    for (i, j), found in cells.items():
        if found:
            group, names = comparison.groups[i], ", ".join(kind_label(k, options.language) for k in shown[j])
            tip = message(
                "output.tip.part", outlet=group.label, part=names, count=len(found), of=sums[i],
                share=percent(len(found), sums[i]),
            )  # fmt: skip
            _bar(sheet, grid, i, j, len(found), longest, Datum(f"sources_kinds/{group.key}/{shown[j][0]}", tip, found))
    table: list[tuple[Cell, ...]] = [
        (g.label, *(len(places.get((g.key, k), ())) if known else None for k in kinds))
        for g, known in zip(comparison.groups, read, strict=True)
    ]
    passages = [tuple(p for k in kinds for p in places.get((g.key, k), ())) for g in comparison.groups]
    return chart("sources_kinds", sheet, columns, table, passages)


def _bar(
    sheet: Sheet, grid: Matrix, i: int, j: int, value: int, longest: int, datum: Datum, thick: float = 0.5
) -> None:
    """Draw a cell's bar and its number."""
    x, y = grid.cell(i, j)
    room = grid.step - width_of(count(longest), sheet.small) - sheet.em * 1.2
    wide, high = max(room * value / longest, 2.0), grid.height * thick
    sheet.add(Rect(x, y + (grid.height - high) / 2, wide, high, "presence", Pattern.SOLID, 0.0, datum))
    sheet.text(x + wide + sheet.em * 0.3, grid.middle(i) + sheet.small * 0.36, count(value), size=sheet.small)


def build_ledger(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return the speakers with most words: how many each outlet gives them, and how early."""
    sheet = Sheet(width, options)
    columns = [Column(sheet.say("output.column.speaker")), Column(sheet.say("output.column.kind"))]
    columns += [Column(group.label, numeric=True) for group in comparison.groups]
    rows = sorted(comparison.sources, key=lambda r: (-_words(r), r.speaker))
    shown = [row for row in rows if _words(row)][: options.limit]
    if not shown:
        return empty_chart("sources_ledger", width, options, columns)
    labels = [row.speaker for row in shown]
    fulls = [f"{row.speaker} ({kind_label(row.kind, options.language)})" for row in shown]
    grid = matrix(
        sheet, labels, [g.label for g in comparison.groups], [count(_words(r)) for r in shown],
        sheet.say("output.column.words"), height=sheet.em * 2.3, fulls=fulls,
    )  # fmt: skip
    longest = max(cell.words for row in shown for cell in row.cells)
    bars = grid.step >= sheet.em * ROOM_FOR_BARS
    for i, row in enumerate(shown):
        for j, (group, cell) in enumerate(zip(comparison.groups, row.cells, strict=True)):
            if cell.attributions:
                _given(sheet, grid, i, j, row, cell, group.label, longest, bars)
    table: list[tuple[Cell, ...]] = [
        (row.speaker, kind_label(row.kind, options.language), *(cell.words for cell in row.cells)) for row in rows
    ]
    passages = [tuple(p for cell in row.cells for p in cell.passages) for row in rows]
    caption = "caption" if bars else "caption_many"
    return chart("sources_ledger", sheet, columns, table, passages, caption=caption)


def _words(row: SourceRow) -> int:
    return sum(cell.words for cell in row.cells)


def _given(
    sheet: Sheet, grid: Matrix, i: int, j: int, row: SourceRow, cell: SourceCell, outlet: str, longest: int, bars: bool
) -> None:
    tip = message(
        "output.tip.given", outlet=outlet, speaker=row.speaker, words=count(cell.words), count=cell.attributions,
        first=percent(cell.first, 1) if cell.first is not None else "–",
    )  # fmt: skip
    datum = Datum(f"sources_ledger/{row.speaker}/{cell.group}", tip, cell.passages)
    x, y = grid.cell(i, j)
    if not bars:
        size = max((cell.words / longest) ** 0.5 * min(grid.step, grid.height) * 0.92, 3.0)
        sheet.add(Marker(x + min(grid.step, sheet.em * 1.8) / 2, grid.middle(i), size, "presence", datum=datum))
        return
    room = grid.step - width_of(count(longest), sheet.small) - sheet.em * 1.4
    wide = max(room * cell.words / longest, 1.5)
    sheet.add(Rect(x, y + sheet.em * 0.4, wide, sheet.em * 0.75, "presence", datum=datum))
    sheet.text(x + wide + sheet.em * 0.3, y + sheet.em * 1.08, count(cell.words), size=sheet.small)
    if cell.first is not None:
        track, base = grid.step - sheet.em * 0.9, y + sheet.em * 1.72
        sheet.add(Line(x, base, x + track, base, "line"))
        sheet.add(Marker(x + track * cell.first, base, sheet.em * 0.5, "presence.single", Shape.CIRCLE, datum=datum))


def build_cues(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return the stance of the words that introduce sources, by outlet."""
    sheet = Sheet(width, options)
    columns = [Column(sheet.say("output.column.outlet"))]
    columns += [Column(cue_label(s, options.language), numeric=True) for s in CueStance]
    measured, shares = measurable(comparison), figures(comparison, "cue_stance_share")
    bars = [_cues(g, shares[g.key], g.key in measured, options.language) for g in comparison.groups]
    if not any(bar.total for bar in bars):
        return empty_chart("sources_cues", width, options, columns)
    keys = [
        Key(cue_label(s, options.language), f"cue.{s}", CUE_PATTERN[s])
        for i, s in enumerate(CueStance)
        if any(bar.segments[i].value for bar in bars)
    ]
    stacked(sheet, "sources_cues", bars, keys, sheet.say("output.column.attributions"), share=False)
    rows: list[tuple[Cell, ...]] = [
        (g.label, *(s.value if g.key in measured else None for s in bar.segments))
        for g, bar in zip(comparison.groups, bars, strict=True)
    ]
    passages = [tuple(p for s in bar.segments for p in s.passages) for bar in bars]
    return chart("sources_cues", sheet, columns, rows, passages)


def _cues(group: Group, shares: Sequence[Measure], measured: bool, language: str) -> Bar:
    found = {m.dimension("stance"): m.passages for m in shares}
    parts = tuple(
        Segment(s, cue_label(s, language), len(found.get(s, ())), f"cue.{s}", CUE_PATTERN[s], found.get(s, ()))
        for s in CueStance
    )
    total = sum(part.value for part in parts) if measured else None
    return Bar(group.key, group.label, parts, count(total))
