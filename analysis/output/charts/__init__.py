"""Charts: a comparison as scenes that the window paints and the report prints."""

from __future__ import annotations

from .palette import Palette, outlet_role, palette
from .scene import Cell, Chart, ChartOptions, Column, Datum, Scene, Table
from .svg import svg

__all__ = [
    "Cell",
    "Chart",
    "ChartOptions",
    "Column",
    "Datum",
    "Palette",
    "Scene",
    "Table",
    "outlet_role",
    "palette",
    "svg",
]
