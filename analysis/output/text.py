"""Texts and table cells as they are shown."""

from __future__ import annotations

import unicodedata

from .charts.scene import Table
from .numbers import DASH, count, decimal

REPLACEMENT = "\ufffd"
HIDDEN = ("Cc", "Cs")
"""Unicode categories that neither XML nor a font can show: control characters and halves of surrogate pairs."""


def shown(text: str) -> str:
    """Return `text` with tabs and line ends kept, and what cannot be shown replaced one for one."""
    if text.isprintable():
        return text
    return "".join(c if c in "\t\n" or unicodedata.category(c) not in HIDDEN else REPLACEMENT for c in text)


def cells(table: Table) -> list[list[str]]:
    """Return the rows of `table` as they are printed."""
    return [
        [
            DASH if cell is None
            else cell if isinstance(cell, str)
            else count(cell) if isinstance(cell, int)
            else decimal(cell, column.decimals)
            for cell, column in zip(row, table.columns, strict=True)
        ]
        for row in table.rows
    ]  # fmt: skip
