"""Which statements which outlets tell: told, perhaps, not found."""

from __future__ import annotations

from collections.abc import Mapping

from ...messages import message
from ...model import Comparison, CoverageState, Group, Passage, Statement
from ...progress import checked
from ..coverage import Answer, answers, contradicting, told_by
from ..numbers import DASH
from .matrix import Matrix, matrix
from .scene import DEFAULT, Cell, Chart, ChartOptions, Column, Datum, Marker, Pattern, Shape
from .sheet import Key, Sheet, chart, empty_chart

ID = "coverage"
LABEL, LABEL_MANY = 0.4, 0.36
"""Of the width, for the statement itself: it is what the reader looks for."""
FEW = 12
LOOKS = {
    CoverageState.TOLD: (Pattern.SOLID, Shape.SQUARE),
    CoverageState.PERHAPS: (Pattern.OUTLINE, Shape.SQUARE),
    CoverageState.NOT_FOUND: (Pattern.OUTLINE, Shape.CIRCLE),
}
LINES, HEIGHT = 2, 2.5
"""A statement runs over two lines; the rows are so many em high."""


def build(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return the most widely told statements by outlet, each with the outlet's answer."""
    sheet = Sheet(width, options)
    columns = [Column(sheet.say("output.column.statement")), Column(sheet.say("output.column.differs"))]
    columns += [Column(g.label) for g in comparison.groups]
    shared = shared_statements(comparison)
    if not shared:
        return empty_chart(ID, width, options, columns)
    found = answers(comparison)
    printed = {a.article.id: a.document.text for a in comparison.analyses}
    shown = shared[: options.limit]
    sheet.legend([Key(sheet.say(f"output.coverage.{state}"), "presence", *LOOKS[state]) for state in LOOKS])
    texts = [_text(printed, statement) for statement in shown]
    labels = [group.label for group in comparison.groups]
    grid = matrix(
        sheet,
        texts,
        labels,
        [_note(comparison, statement, found) for statement in shown],
        sheet.say("output.column.told_by"),
        share=LABEL if len(labels) <= FEW else LABEL_MANY,
        height=sheet.em * HEIGHT,
        fulls=texts,
        lines=LINES,
    )
    for i, statement in enumerate(checked(shown)):
        for j, group in enumerate(comparison.groups):
            answer = found.get((statement.id, group.key))
            if answer is not None:
                _mark(sheet, grid, (i, j), answer, _datum(statement, group, answer, printed))
    if len(shared) > len(shown):
        sheet.note(sheet.say("output.more_statements", count=len(shared) - len(shown)))
    rows = [_row(sheet, comparison, statement, found, printed) for statement in checked(shared)]
    passages = [_told(comparison, statement, found) for statement in checked(shared)]
    return chart(ID, sheet, columns, rows, passages)


def _mark(sheet: Sheet, grid: Matrix, cell: tuple[int, int], answer: Answer, datum: Datum) -> None:
    """Draw an answer: a full square, a hollow one, or a small circle."""
    size = min(grid.step * 0.8, grid.height * 0.45, sheet.em * 1.1)
    middle = grid.cell(*cell)[0] + min(grid.step, sheet.em * 1.8) / 2
    pattern, shape = LOOKS[answer.state]
    small = size * 0.6 if answer.state is CoverageState.NOT_FOUND else size
    sheet.add(Marker(middle, grid.middle(cell[0]), small, "presence", shape, pattern, datum))


def _datum(statement: Statement, group: Group, answer: Answer, printed: Mapping[str, str]) -> Datum:
    text = _quoted(printed, answer.passages[0]) if answer.passages else DASH
    tip = message(f"output.tip.{answer.state}", outlet=group.label, text=text)
    return Datum(f"{ID}/{statement.id}/{group.key}", tip, answer.passages)


def _note(comparison: Comparison, statement: Statement, found: Mapping[tuple[str, str], Answer]) -> str:
    told = sum(_state(found, statement, group) is CoverageState.TOLD for group in comparison.groups)
    return ("* " if contradicting(statement) else "") + f"{told}/{len(comparison.groups)}"


def _state(found: Mapping[tuple[str, str], Answer], statement: Statement, group: Group) -> CoverageState | None:
    answer = found.get((statement.id, group.key))
    return answer.state if answer is not None else None


def _row(
    sheet: Sheet,
    comparison: Comparison,
    statement: Statement,
    found: Mapping[tuple[str, str], Answer],
    printed: Mapping[str, str],
) -> tuple[Cell, ...]:
    differs = ", ".join(sheet.say(f"output.differs.{d.kind}") for d in contradicting(statement))
    states = (_state(found, statement, group) for group in comparison.groups)
    said = (sheet.say(f"output.coverage.{state}") if state is not None else None for state in states)
    return (_text(printed, statement), differs or None, *said)


def _told(comparison: Comparison, statement: Statement, found: Mapping[tuple[str, str], Answer]) -> tuple[Passage, ...]:
    given = (found.get((statement.id, group.key)) for group in comparison.groups)
    return tuple(p for a in given if a is not None and a.state is CoverageState.TOLD for p in a.passages)


def shared_statements(comparison: Comparison) -> list[Statement]:
    """Return the statements of two groups or more, the most widely found first, then the surest."""
    group_of = {article: g.key for g in comparison.groups for article in g.articles}
    told = told_by(comparison)
    shared = [s for s in comparison.statements if len({group_of[m.article] for m in s.members}) > 1]
    return sorted(shared, key=lambda s: (-told[s.id], -(s.confidence or 0.0), s.id))


def _text(printed: Mapping[str, str], statement: Statement) -> str:
    first = statement.members[0]
    return _quoted(printed, Passage(first.article, first.span))


def _quoted(printed: Mapping[str, str], passage: Passage) -> str:
    return " ".join(passage.span.of(printed[passage.article]).split())
