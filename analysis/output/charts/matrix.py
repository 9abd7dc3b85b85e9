"""A grid of cells with headed columns and labelled rows: what the naming, source and coverage charts are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .metrics import elide, width_of, wrap
from .scene import Anchor
from .sheet import LABEL_SHARE, Sheet, heads

WIDEST_COLUMN = 12.0
"""In em. A column needs no more; two outlets then stand side by side instead of at the edges of the page."""
NARROWEST_COLUMN = 1.0
"""In em: upright headings closer than this would touch. The scene then grows wider than asked, and its view scrolls."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Where the cells are."""

    left: float
    top: float
    step: float
    height: float

    def cell(self, row: int, column: int) -> tuple[float, float]:
        """Return the left and the top of a cell."""
        return self.left + self.step * column, self.top + self.height * row

    def middle(self, row: int) -> float:
        return self.top + self.height * (row + 0.5)


def matrix(
    sheet: Sheet,
    rows: Sequence[str],
    columns: Sequence[str],
    notes: Sequence[str] = (),
    note_head: str = "",
    share: float = LABEL_SHARE,
    height: float = 0.0,
    italic: bool = False,
    fulls: Sequence[str] = (),
    lines: int = 1,
) -> Matrix:
    """Draw the headings, the row labels and faint rules; return where the cells are, and move below them.

    `notes` stand at the right end of the rows under `note_head`; `fulls` are the tooltips of shortened
    labels; a label may run over `lines`, in the smaller size then.
    """
    left = sheet.label_width(rows, share)
    side = max((width_of(n, sheet.small) for n in [*notes, note_head]), default=0.0) + sheet.em if notes else 0.0
    step = min((sheet.width - left - side) / max(len(columns), 1), sheet.em * WIDEST_COLUMN)
    if step < sheet.em * NARROWEST_COLUMN:
        step = sheet.em * NARROWEST_COLUMN
        sheet.width = left + step * len(columns) + side
    heads(sheet, columns, left, step, italic)
    if note_head:
        sheet.text(
            sheet.width, sheet.y - sheet.em * 0.5, note_head, size=sheet.small, role="ink.muted", anchor=Anchor.END
        )
    made = Matrix(left, sheet.y, step, height or sheet.row_height(len(rows)))
    for i, label in enumerate(rows):
        sheet.rule(made.top + made.height * i)
        base = made.middle(i) + sheet.em * 0.36
        _label(sheet, label, made.middle(i), left - sheet.em, lines, fulls[i] if fulls else "")
        if notes:
            sheet.text(sheet.width, base, notes[i], size=sheet.small, role="ink.muted", anchor=Anchor.END)
    sheet.cut([made.top + made.height * i for i in range(len(rows))])
    sheet.y = made.top + made.height * len(rows)
    sheet.rule(sheet.y)
    sheet.y += sheet.em * 0.3
    return made


def _label(sheet: Sheet, label: str, middle: float, room: float, lines: int, full: str) -> None:
    if lines == 1:
        sheet.text(0, middle + sheet.em * 0.36, label, room=room, full=full)
        return
    size = sheet.small
    broken = wrap(label, room, size)
    if len(broken) > lines:
        rest = " ".join(broken[lines - 1 :])
        broken = (*broken[: lines - 1], elide(rest, room, size))
    step = size * 1.22
    first = middle + size * 0.36 - step * (len(broken) - 1) / 2
    for k, line in enumerate(broken):
        sheet.text(0, first + step * k, line, size=size, full=full)
