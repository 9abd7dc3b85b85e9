"""What chart builders draw on: a page that grows downwards, with labels that never overlap or leave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...messages import Argument, message
from ...model import Passage
from ..labels import say
from .metrics import elide, width_of, wrap
from .scene import (
    Anchor,
    Cell,
    Chart,
    ChartOptions,
    Column,
    Datum,
    Item,
    Line,
    Marker,
    Pattern,
    Rect,
    Scene,
    Shape,
    Table,
    Text,
)

MIN_WIDTH = 320.0
"""Below this, labels leave no room for data; the scene is then wider than asked, and its view scrolls."""
LABEL_SHARE = 0.3
"""Of the width, at most, for the names of outlets: 25 characters at the report's width."""
LEVEL_LINES = 3
"""Lines of a level column heading; a name that needs more is set upright."""
MANY_ROWS = 14
"""From here on rows stand closer, so that forty outlets still fit a page."""
KEPT = 3
"""Rows that stay together at the end of a page and at the beginning of the next."""


def least_width(options: ChartOptions) -> float:
    """Return the width in pixels that a scene has at least: it grows with the letters."""
    return MIN_WIDTH * options.size / 12


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of a legend."""

    label: str
    role: str
    pattern: Pattern = Pattern.SOLID
    shape: Shape | None = None


@dataclass
class Sheet:
    """A scene in the making; `y` is where the next thing goes."""

    width: float
    options: ChartOptions
    y: float = 0.0
    items: list[Item] = field(default_factory=list)
    cuts: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.width = max(self.width, least_width(self.options))

    @property
    def em(self) -> float:
        return self.options.size

    @property
    def small(self) -> float:
        """Size of secondary text."""
        return round(self.options.size * 0.875, 2)

    def say(self, key: str, **args: Argument) -> str:
        return say(key, self.options.language, **args)

    def add(self, *items: Item) -> None:
        self.items.extend(items)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        room: float | None = None,
        size: float | None = None,
        role: str = "ink",
        anchor: Anchor = Anchor.START,
        bold: bool = False,
        italic: bool = False,
        angle: float = 0.0,
        full: str = "",
        datum: Datum | None = None,
    ) -> None:
        """Put a text, shortened to `room`; the whole then becomes its tooltip."""
        size = size or self.em
        shown = text if room is None else elide(text, room, size, bold)
        full = full or (text if shown != text else "")
        self.add(Text(x, y, shown, size, role, anchor, bold, italic, angle, full, datum))

    def rule(self, y: float, start: float = 0.0, role: str = "line") -> None:
        self.add(Line(start, y, self.width, y, role))

    def legend(self, keys: Sequence[Key]) -> None:
        """Put swatches with their labels in lines, and move below them."""
        box, gap = self.em * 0.9, self.em * 1.4
        x, line = 0.0, self.em * 1.7
        for key in keys:
            wide = box + self.em * 0.45 + width_of(key.label, self.small)
            if x and x + wide > self.width:
                x, self.y = 0.0, self.y + line
            middle = self.y + line / 2
            if key.shape is not None:
                self.add(Marker(x + box / 2, middle, box * 0.9, key.role, key.shape, key.pattern))
            else:
                self.add(Rect(x, middle - box / 2, box, box, key.role, key.pattern))
            self.text(
                x + box + self.em * 0.45, middle + self.small * 0.36, key.label, size=self.small, role="ink.muted",
                room=self.width - x - box,
            )  # fmt: skip
            x += wide + gap
        self.y += line + self.em * 0.5

    def note(self, text: str, italic: bool = False) -> None:
        """Put a line of secondary text, wrapped, and move below it."""
        for line in wrap(text, self.width, self.small):
            self.text(0, self.y + self.small, line, size=self.small, role="ink.muted", italic=italic)
            self.y += self.small * 1.45
        self.y += self.em * 0.3

    def label_width(self, labels: Sequence[str], share: float = LABEL_SHARE) -> float:
        """Width of a column that holds `labels`, at most `share` of the sheet, with its gap to the data."""
        widest = max((width_of(label, self.em) for label in labels), default=0.0)
        return min(widest, self.width * share) + self.em

    def row_height(self, rows: int) -> float:
        return self.em * (2.1 if rows <= MANY_ROWS else 1.6)

    def cut(self, tops: Sequence[float]) -> None:
        """Let a page end between rows that begin at `tops`, but never with fewer than KEPT of them on a page."""
        if len(tops) >= 2 * KEPT:
            self.cuts += [tops[0], *tops[KEPT : len(tops) - KEPT + 1]]

    def scene(self) -> Scene:
        cuts = tuple(round(cut, 2) for cut in self.cuts)
        return Scene(round(self.width, 2), round(self.y + self.em * 0.25, 2), tuple(self.items), cuts)


def level_heads(sheet: Sheet, labels: Sequence[str], step: float) -> list[tuple[str, ...]]:
    """Return the lines of each heading over columns `step` apart; nothing where one needs more than LEVEL_LINES."""
    size, room = sheet.small, step - sheet.em * 0.4
    longest = max((width_of(word, size) for label in labels for word in label.split()), default=0.0)
    lines = [tuple(wrap(label, room, size)) for label in labels]
    return lines if longest <= room and max((len(some) for some in lines), default=0) <= LEVEL_LINES else []


def heads(sheet: Sheet, labels: Sequence[str], x: float, step: float, italic: bool = False) -> None:
    """Put headings over columns `step` apart: level where they fit in three lines, upright where they do not."""
    size, lines = sheet.small, level_heads(sheet, labels, step)
    if lines:
        rows = max((len(some) for some in lines), default=0)
        for i, some in enumerate(lines):
            for k, line in enumerate(some):
                y = sheet.y + size * (1 + 1.2 * (rows - len(some) + k))
                sheet.text(x + step * i, y, line, size=size, role="ink.muted", italic=italic)
        sheet.y += size * 1.2 * rows + sheet.em * 0.5
        return
    height = min(max(width_of(label, size) for label in labels), size * 11)
    for i, label in enumerate(labels):
        across = x + step * i + min(step, sheet.em * 1.8) / 2 + size * 0.36
        sheet.text(
            across, sheet.y + height, label, size=size, role="ink.muted", italic=italic, angle=-90.0, room=height
        )  # fmt: skip
    sheet.y += height + sheet.em * 0.5


def chart(
    id: str,
    sheet: Sheet,
    columns: Sequence[Column],
    rows: Sequence[tuple[Cell, ...]],
    passages: Sequence[tuple[Passage, ...]] = (),
    subject: str = "",
    caption: str = "caption",
) -> Chart:
    """Return the finished chart; its title and caption are messages named after its id."""
    args = {"subject": subject} if subject else {}
    return Chart(
        id,
        message(f"output.chart.{id}.title", **args),
        message(f"output.chart.{id}.{caption}", **args),
        sheet.scene(),
        Table(tuple(columns), tuple(rows), tuple(passages)),
    )


def empty_chart(id: str, width: float, options: ChartOptions, columns: Sequence[Column], subject: str = "") -> Chart:
    """Return a chart that says in words that there is nothing to show, and why; of whom, where it is about somebody."""
    sheet = Sheet(width, options)
    sheet.y = sheet.em * 0.5
    sheet.note(sheet.say(f"output.chart.{id}.empty"))
    sheet.y += sheet.em * 0.5
    return Chart(
        id,
        message(f"output.chart.{id}.title", subject=subject) if subject else message(f"output.chart.{id}.name"),
        message(f"output.chart.{id}.empty"),
        sheet.scene(),
        Table(tuple(columns), ()),
        empty=True,
    )
