"""Which statements stand in which outlets."""

from __future__ import annotations

from collections.abc import Mapping

from ...messages import message
from ...model import Comparison, Passage, Statement
from ..numbers import count
from .matrix import matrix
from .scene import DEFAULT, Anchor, Cell, Chart, ChartOptions, Column, Datum, Pattern, Rect
from .sheet import Sheet, chart, empty_chart

ID = "coverage"
LABEL, LABEL_MANY = 0.4, 0.36
"""Of the width, for the statement itself: it is what the reader looks for."""
FEW = 12
LINES, HEIGHT = 2, 2.5
"""A statement runs over two lines; the rows are so many em high."""


def build(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return the most widely found statements by outlet, and how many stand in one outlet only."""
    sheet = Sheet(width, options)
    group_of = {article: g.key for g in comparison.groups for article in g.articles}
    columns = [Column(sheet.say("output.column.statement"))] + [Column(g.label) for g in comparison.groups]
    found = [(s, _by_group(s, group_of)) for s in comparison.statements]
    shared = [(s, _by_group(s, group_of)) for s in shared_statements(comparison)]
    if not shared:
        return empty_chart(ID, width, options, columns)
    shown = shared[: options.limit]
    printed = {a.article.id: a.document.text for a in comparison.analyses}
    texts = [_text(printed, statement) for statement, _ in shown]
    labels = [group.label for group in comparison.groups]
    share = LABEL if len(labels) <= FEW else LABEL_MANY
    notes = [f"{len(by)}/{len(labels)}" for _, by in shown]
    grid = matrix(
        sheet,
        texts,
        labels,
        notes,
        sheet.say("output.column.found_in"),
        share=share,
        height=sheet.em * HEIGHT,
        fulls=texts,
        lines=LINES,
    )
    size = min(grid.step * 0.8, grid.height * 0.45, sheet.em * 1.1)
    across = min(grid.step, sheet.em * 1.8) / 2
    for i, (statement, by) in enumerate(shown):
        for j, group in enumerate(comparison.groups):
            places = by.get(group.key)
            if places:
                tip = message("output.tip.found", outlet=group.label, text=_quoted(printed, places[0]))
                datum = Datum(f"{ID}/{statement.id}/{group.key}", tip, places)
                x = grid.cell(i, j)[0] + across - size / 2
                sheet.add(Rect(x, grid.middle(i) - size / 2, size, size, "presence", Pattern.SOLID, 1.5, datum))
    _alone(sheet, comparison, found, grid.left, grid.step, across)
    if len(shared) > len(shown):
        sheet.note(sheet.say("output.more_statements", count=len(shared) - len(shown)))
    rows: list[tuple[Cell, ...]] = [
        (_text(printed, s), *(sheet.say("output.found") if g.key in by else None for g in comparison.groups))
        for s, by in shared
    ]
    return chart(ID, sheet, columns, rows, [tuple(p for some in by.values() for p in some) for _, by in shared])


def shared_statements(comparison: Comparison) -> list[Statement]:
    """Return the statements of two groups or more, the most widely found first, then the surest."""
    group_of = {article: g.key for g in comparison.groups for article in g.articles}
    breadth = {s.id: len({group_of[m.article] for m in s.members}) for s in comparison.statements}
    shared = [s for s in comparison.statements if breadth[s.id] > 1]
    return sorted(shared, key=lambda s: (-breadth[s.id], -(s.confidence or 0.0), s.id))


def _by_group(statement: Statement, group_of: dict[str, str]) -> dict[str, tuple[Passage, ...]]:
    found: dict[str, tuple[Passage, ...]] = {}
    for member in statement.members:
        key = group_of[member.article]
        found[key] = (*found.get(key, ()), Passage(member.article, member.span))
    return found


def _text(printed: Mapping[str, str], statement: Statement) -> str:
    first = statement.members[0]
    return _quoted(printed, Passage(first.article, first.span))


def _quoted(printed: Mapping[str, str], passage: Passage) -> str:
    return " ".join(passage.span.of(printed[passage.article]).split())


def _alone(
    sheet: Sheet,
    comparison: Comparison,
    found: list[tuple[Statement, dict[str, tuple[Passage, ...]]]],
    left: float,
    step: float,
    across: float,
) -> None:
    """A last row: how many statements each outlet has that no other has."""
    base = sheet.y + sheet.em * 1.1
    sheet.text(0, base, sheet.say("output.found_only"), role="ink.muted", italic=True, room=left - sheet.em)
    for j, group in enumerate(comparison.groups):
        places = tuple(p for _, by in found if list(by) == [group.key] for p in by[group.key])
        if places:
            tip = message("output.tip.only", outlet=group.label, count=len(places))
            datum = Datum(f"{ID}/only/{group.key}", tip, places)
            sheet.text(
                left + step * j + across, base, count(len(places)), size=sheet.small, anchor=Anchor.MIDDLE, datum=datum
            )
    sheet.y += sheet.em * 1.9
