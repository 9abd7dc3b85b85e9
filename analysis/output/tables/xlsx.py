"""The tables as one Excel workbook, the same bytes for the same comparison."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from ...model import Comparison
from ...progress import abandonable, checked
from ..charts.scene import Cell, Table
from ..text import shown
from .rows import NamedTable, tables

CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  (Written without a zone: a clock would make two runs differ.)
LONGEST = 32_767
"""Characters that Excel keeps in a cell."""
WIDEST = 60
"""Characters of a column's width, at most; longer texts are cut by the next cell, not lost."""
OPTIONS = {
    "in_memory": True,
    # Texts of articles must never become formulas, links or numbers.
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def xlsx(comparison: Comparison, made: Iterable[NamedTable] | None = None) -> bytes:
    """Return the workbook: a sheet per table, headings frozen and filtered; `made` are the tables where there are."""
    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, OPTIONS)
    book.set_properties({"title": shown(comparison.title), "created": CREATED})
    bold = book.add_format({"bold": True, "bottom": 1})
    for named in made or tables(comparison):
        _fill(book.add_worksheet(named.name), named.table, bold)
    abandonable(book.close)  # Everything is written here.
    return target.getvalue()


def _fill(sheet: Any, table: Table, bold: Any) -> None:  # Any: xlsxwriter is untyped.
    for j, column in enumerate(table.columns):
        sheet.write_string(0, j, _text(column.title), bold)
        longest = max((len(_text(row[j])) for row in table.rows), default=0)
        sheet.set_column(j, j, min(max(longest, len(column.title)) + 2, WIDEST))
    for i, row in enumerate(checked(table.rows), start=1):
        for j, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(i, j, _text(cell))
            elif cell is not None:
                sheet.write_number(i, j, round(cell, 6))
    sheet.freeze_panes(1, 0)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _text(cell: Cell) -> str:
    return shown(cell)[:LONGEST] if isinstance(cell, str) else "" if cell is None else str(cell)
