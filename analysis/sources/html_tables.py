"""Tables that a program saved as HTML under a spreadsheet's name (.xls) → rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import IO, Any

from ..errors import SourceError
from ..settings import ReadSettings
from .draft import Draft
from .ledger import Ledger
from .table import drafts_of_rows
from .table_files import Cells, by_name, head_of

BREAKS = ("br", "p", "div")
Element = Any  # lxml has no types


def read_html_table(file: IO[bytes], source: str, stem: str, settings: ReadSettings, ledger: Ledger) -> Iterator[Draft]:
    """Yield the rows of all tables that have a column with texts, numbered on from table to table.

    Where none has, and the most of the words stand outside of tables, the file is a page; else SourceError.
    """
    from .page import page
    from .page.decode import decode_page
    from .page.tree import tree_of

    data = file.read()
    text, _ = decode_page(data, source)
    root = tree_of(text, source)
    failure: SourceError | None = None
    read, within = False, 0
    for cells in _tables(root):
        rows = iter(cells)
        try:
            names, columns = head_of(rows, settings, source)
        except SourceError as error:
            failure = failure or error
            within += sum(len(cell) for _, row in cells if isinstance(row, list) for cell in row)
            continue
        yield from drafts_of_rows(by_name(rows, names), columns, source, stem, ledger)
        read = True
    if read:
        return
    if failure is not None and within * 2 > len(str(root.text_content()).strip()):
        raise failure
    yield page(text, hashlib.sha256(data).hexdigest(), source, stem)


def _tables(root: Element) -> list[list[Cells]]:
    """Return the rows of each table that have anything in them; those of a table in another are its own."""
    rows: dict[Element, list[str]] = {}
    for cell in root.iter("td", "th"):
        if (row := next(cell.iterancestors("tr"), None)) is not None:
            rows.setdefault(row, []).append(_words(cell))
    tables: dict[Element, list[Cells]] = {}
    number = 0
    for row, cells in rows.items():
        if any(cells) and (table := next(row.iterancestors("table"), None)) is not None:
            number += 1
            tables.setdefault(table, []).append((number, cells))
    return list(tables.values())


def _words(cell: Element) -> str:
    """Return a cell's text, its breaks as line ends."""
    for element in cell.iter(*BREAKS):
        element.tail = "\n" + (element.tail or "")
    return str(cell.text_content()).strip()
