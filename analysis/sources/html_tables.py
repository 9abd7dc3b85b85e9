"""A table that a program saved as HTML under a spreadsheet's name (.xls) → rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from ..errors import SourceError
from ..messages import message
from ..settings import ReadSettings
from .columns import find_columns
from .draft import Draft
from .ledger import Ledger
from .table import Rows, drafts_of_rows

BREAKS = ("br", "p", "div")
Element = Any  # lxml has no types


def read_html_table(file: IO[bytes], source: str, stem: str, settings: ReadSettings, ledger: Ledger) -> Iterator[Draft]:
    """Yield the rows of the first table that has a column with texts; SourceError where none has."""
    from .page.decode import decode_page
    from .page.tree import tree_of

    text, _ = decode_page(file.read(), source)
    failure = SourceError(message("sources.empty"), source)
    for table in tree_of(text, source).iter("table"):
        rows = [[_words(cell) for cell in row.iter("td", "th")] for row in table.iter("tr")]
        rows = [row for row in rows if any(row)]
        if not rows:
            continue
        names = rows[0]
        try:
            columns = find_columns(names, settings, source)
        except SourceError as error:
            failure = error
            continue
        numbered: Rows = ((number, dict(zip(names, row, strict=False))) for number, row in enumerate(rows[1:], 2))
        yield from drafts_of_rows(numbered, columns, source, stem, ledger)
        return
    raise failure


def _words(cell: Element) -> str:
    """Return a cell's text, its breaks as line ends."""
    for element in cell.iter(*BREAKS):
        element.tail = "\n" + (element.tail or "")
    return str(cell.text_content()).strip()
