"""What a chart is before anything paints it: shapes with colour roles, and the table behind them.

The window turns a Scene into graphics items, `svg` turns it into a vector file; neither decides anything.
Lengths are in pixels at 96 dpi, y grows downwards, a text's `y` is its baseline.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...messages import Message
from ...model import Passage
from ..numbers import DASH, count, decimal

Cell = str | int | float | None
"""A value of a table; None is shown as a dash."""


class Pattern(StrEnum):
    """How an area is filled, so that colour never stands alone."""

    SOLID = "solid"
    OUTLINE = "outline"
    """Border in the role's colour, inside left empty."""
    HATCH = "hatch"
    """Diagonal lines, rising."""
    BACK_HATCH = "back_hatch"
    """Diagonal lines, falling."""
    DOTS = "dots"
    CROSS = "cross"
    """Both diagonals."""


class Anchor(StrEnum):
    START = "start"
    MIDDLE = "middle"
    END = "end"


class Shape(StrEnum):
    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"


@dataclass(frozen=True, slots=True)
class Datum:
    """What a data mark stands for; the same id on several items makes them one mark."""

    id: str
    """Unique in its scene and the same for the same data."""
    tooltip: Message
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Rect:
    x: float
    y: float
    width: float
    height: float
    role: str
    pattern: Pattern = Pattern.SOLID
    radius: float = 0.0
    datum: Datum | None = None


@dataclass(frozen=True, slots=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float
    role: str
    width: float = 1.0
    dashed: bool = False
    datum: Datum | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    """A point of data, centred at x, y."""

    x: float
    y: float
    size: float
    """From edge to edge."""
    role: str
    shape: Shape = Shape.CIRCLE
    pattern: Pattern = Pattern.SOLID
    datum: Datum | None = None


@dataclass(frozen=True, slots=True)
class Text:
    x: float
    y: float
    text: str
    size: float
    role: str = "ink"
    anchor: Anchor = Anchor.START
    bold: bool = False
    italic: bool = False
    angle: float = 0.0
    """Degrees, clockwise, about x, y."""
    full: str = ""
    """The whole text where `text` is shortened; shown as a tooltip."""
    datum: Datum | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """An open line through points."""

    points: tuple[tuple[float, float], ...]
    role: str
    width: float = 1.0
    datum: Datum | None = None


Item = Rect | Line | Marker | Text | Path


@dataclass(frozen=True, slots=True)
class Scene:
    """Shapes in painting order."""

    width: float
    height: float
    items: tuple[Item, ...]
    cuts: tuple[float, ...] = ()
    """Where a page may end: first below the headings, which are repeated, then between rows. Empty: nowhere."""

    @property
    def data(self) -> tuple[Datum, ...]:
        """Every data mark once, in painting order."""
        return tuple({i.datum.id: i.datum for i in self.items if i.datum is not None}.values())


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    numeric: bool = False
    decimals: int = 0
    """How many are shown; the value itself is not rounded."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a chart shows, as plain rows: for screen readers, for copying, for the report's appendix."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    passages: tuple[tuple[Passage, ...], ...] = ()
    """One per row."""
    groups: tuple[int, ...] = ()
    """Numbers of rows that belong together, where rows are set in groups."""

    def printed(self) -> list[list[str]]:
        """Return the cells as they are shown to people."""
        return [[_printed(c, column) for c, column in zip(row, self.columns, strict=True)] for row in self.rows]


def _printed(cell: Cell, column: Column) -> str:
    if cell is None:
        return DASH
    if isinstance(cell, str):
        return cell
    return count(cell) if isinstance(cell, int) else decimal(cell, column.decimals)


@dataclass(frozen=True, slots=True)
class Chart:
    """A scene, the table behind it, and what it is called; `empty` where there was nothing to show."""

    id: str
    title: Message
    caption: Message
    scene: Scene
    table: Table
    empty: bool = False


@dataclass(frozen=True, slots=True)
class ChartOptions:
    """What a user can choose about a chart."""

    language: str = "en"
    size: float = 12.0
    """Of the text, in pixels; everything else follows."""
    subject: str = ""
    """The concept, role or speaker that the chart is about, where it is about one."""
    limit: int = 12
    """How many rows at most, for charts that list the largest."""
    places: tuple[tuple[str, int], ...] = ()
    """(group key, number of its colour), where groups do not go by their order in the comparison."""


DEFAULT = ChartOptions()
