"""The tables as CSV files (RFC 4180, UTF-8).

With a byte order mark, without which Excel reads UTF-8 as the system's old code page; R and pandas skip it.
A text that begins like a formula gets an apostrophe in front, the spreadsheets' own sign for "this is text": articles
come from anywhere, and a spreadsheet would run `=HYPERLINK(…)`. Numbers are never touched. JSON and xlsx need neither.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from ...model import Comparison
from ...progress import checked
from ..charts.scene import Cell, Table
from ..text import cell_text
from .rows import NamedTable, tables


def csv_files(comparison: Comparison, made: Iterable[NamedTable] | None = None) -> dict[str, bytes]:
    """Return the files by name, such as "framing.csv"; `made` are the tables where they are made already."""
    return {f"{named.name}.csv": _csv(named.table) for named in made or tables(comparison)}


def _csv(table: Table) -> bytes:
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([cell_text(column.title) for column in table.columns])
    writer.writerows([_cell(cell) for cell in row] for row in checked(table.rows))
    return target.getvalue().encode("utf-8-sig")


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return repr(round(cell, 6) + 0.0)
    if isinstance(cell, int):
        return str(cell)
    return cell_text(cell)
