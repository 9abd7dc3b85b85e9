"""Lines of a csv file → its records; a quotation mark that is never closed costs its own record and no other."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from ..messages import Message, message
from .dialect import Dialect
from .draft import MAX_TEXT

MAX_LINE = 2 * MAX_TEXT
"""Characters of one line; a longer one is passed over without being kept."""

Record = tuple[int, list[str] | Message]


def records(stream: IO[str], dialect: Dialect) -> Iterator[Record]:
    """Yield the cells of each record with its number, from 1; a message where it cannot be read."""
    lines = _Lines(stream)
    strict = dialect.reader(lines, strict=True)
    number = width = 0
    while True:
        number += 1
        lines.record.clear()
        try:
            cells = next(strict)
            width = width or len(cells)
            yield number, cells
        except StopIteration:
            return
        except csv.Error:
            yield number, _mended(lines, dialect, number, width)


def _mended(lines: _Lines, dialect: Dialect, number: int, width: int) -> list[str] | Message:
    """Return the cells of a record that breaks the rules, or what is wrong with it.

    The lines that an open quotation mark has swallowed are given back, to be read as records of their own. Where its
    own line has as many cells as the table has columns, and the next one too, the mark is text.
    """
    first, *others = lines.record
    if len(first) >= MAX_LINE or lines.skipped:
        lines.skipped = False
        return message("sources.line_too_long", row=number, limit=MAX_LINE)
    if _is_open(lines.record, dialect):
        lines.give_back(others)
        plain = replace(dialect, quoted=False)
        cells = next(plain.reader([first]), [])
        if len(cells) == width and _width(others[:1], dialect) in (None, width):
            return cells
        return message("sources.quote_open", row=number)
    try:
        return next(dialect.reader(lines.record))
    except csv.Error:
        lines.give_back(others)
        return message("sources.line_too_long", row=number, limit=MAX_TEXT)


def _width(lines: list[str], dialect: Dialect) -> int | None:
    """Return how many cells a line has, None where there is none."""
    try:
        return next((len(cells) for cells in dialect.reader(lines)), None)
    except csv.Error:  # a cell longer than any may be
        return 0


def _is_open(record: list[str], dialect: Dialect) -> bool:
    """Return whether a quotation mark of a broken record was never closed.

    It was not if a further line would still belong to it, or if the mark that closes it opens a cell: it stands at the
    beginning of a line or behind a delimiter. Any other is a mark in the middle of a cell, which is read as it stands.
    """
    try:
        if len(list(dialect.reader([*record, "end"]))) == 1:
            return True
    except csv.Error:  # a cell longer than any may be
        return len(record) > 1
    last = record[-1].replace('""', "")
    before = last.partition('"')[0]
    return len(record) > 1 and before.strip(" ")[-1:] in ("", dialect.delimiter)


class _Lines:
    """The lines of a file, one at a time."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._back: deque[str] = deque()
        self.record: list[str] = []
        """The lines of the record under way."""
        self.skipped = False
        """Whether a line was passed over for its length."""

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else self._stream.readline(MAX_LINE)
        if not line:
            raise StopIteration
        self.record.append(line)
        if len(line) >= MAX_LINE and not line.endswith(("\n", "\r")):
            self.skipped = True
            while (rest := self._stream.readline(MAX_LINE)) and not rest.endswith(("\n", "\r")):
                pass
            raise csv.Error("line too long")
        return line

    def give_back(self, lines: list[str]) -> None:
        """Take `lines` back, to be given out again."""
        self._back.extendleft(reversed(lines))
