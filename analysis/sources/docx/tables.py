"""Tables of a Word document: those that lay out a page are read cell by cell, those of values row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..metadata.keys import is_header_key
from ..word_processor import CELL_WORDS, Paragraph
from .markup import attribute, child, flag, name, shown_children

Cell = list[Paragraph]


def paragraphs_of_table(table: Any, read: Callable[[Any], Cell]) -> Iterator[Paragraph]:
    """Yield a table of values row by row, what a table of another kind holds paragraph by paragraph.

    `read` gives the paragraphs of a cell. Cells come as they stand in the file, whatever they say they span.
    """
    rows = [[read(cell) for cell in _cells(row)] for row in shown_children(table) if _is_shown_row(row)]
    of_values = _holds_values(rows)
    for cells in rows:
        filled = [cell for cell in cells if cell]
        texts = [" ".join(" ".join(p.text for p in cell).split()) for cell in filled]
        if len(filled) == 2 and is_header_key(texts[0].rstrip(" :")):
            yield Paragraph(f"{texts[0].rstrip(' :')}: {texts[1]}")
        elif of_values:
            yield Paragraph(" | ".join(texts))
        else:
            yield from (paragraph for cell in filled for paragraph in cell)


def _holds_values(rows: list[list[Cell]]) -> bool:
    """Return whether the table has columns, and single short entries in them."""
    cells = [cell for row in rows for cell in row if cell]
    columns = sum(sum(bool(cell) for cell in row) > 1 for row in rows)
    return columns > 1 and all(len(cell) == 1 and len(cell[0].text.split()) <= CELL_WORDS for cell in cells)


def _is_shown_row(element: Any) -> bool:
    if name(element) != "w:tr":
        return False
    properties = child(element, "w:trPr")
    return properties is None or not (child(properties, "w:del") is not None or flag(properties, "w:hidden"))


def _cells(row: Any) -> Iterator[Any]:
    """Yield the cells of a row, without those that a cell above covers."""
    for element in shown_children(row):
        if name(element) != "w:tc":
            continue
        merge = child(element, "w:tcPr", "w:vMerge")
        deleted = child(element, "w:tcPr", "w:cellDel")
        if deleted is None and (merge is None or attribute(merge, "val") == "restart"):
            yield element
