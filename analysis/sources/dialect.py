"""How the cells of a csv file are parted and quoted: found by reading its beginning in every usual way."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

DELIMITERS = "\t;|,"
PROBED_ROWS = 500
"""Rows of the beginning that are read in each way."""

_ESCAPES = {"n": "\u2028", "r": "", "t": " ", "\\": "\\\\"}
_ESCAPE = re.compile(r"\\([nrt\\])")


@dataclass(frozen=True, slots=True)
class Dialect:
    """A way of writing a table as lines."""

    delimiter: str = ","
    quoted: bool = True
    """Whether quotation marks hold a cell together; where they do not, they are text."""
    escaped: bool = False
    """Whether backslashes stand before quotation marks, line breaks and themselves, as databases write them."""

    def reader(self, lines: Iterable[str], strict: bool = False) -> Iterator[list[str]]:
        """Return the records of `lines`."""
        more: dict[str, Any] = {}
        if not self.quoted:
            more = {"quoting": csv.QUOTE_NONE}
        if self.escaped:
            more["escapechar"] = "\\"
            lines = map(_without_escapes, lines)
        return csv.reader(lines, delimiter=self.delimiter, strict=strict, **more)


def _without_escapes(line: str) -> str:
    r"""Return a line with its written `\n` as line breaks within a cell; the library would leave an "n"."""
    return _ESCAPE.sub(lambda m: _ESCAPES[m[1]], line) if "\\" in line else line


def sniffed(sample: str, whole: bool) -> Dialect:
    """Return the dialect in which most records of `sample` have as many cells as its first; `whole` says that it is
    the whole file, so that its last record is not cut off.

    Of equals the usual one: quotation marks hold cells together, no backslashes. Tables that are quoted otherwise
    break into records of all lengths.
    """
    lines = sample.splitlines(keepends=True)
    if not lines:
        return Dialect()
    head = re.sub(r'"(?:[^"]|"")*"', "", lines[0])
    delimiters = sorted((sign for sign in DELIMITERS if sign in head), key=lambda sign: -head.count(sign))
    if not delimiters:
        return Dialect()
    marked, escapes = '"' in sample, '\\"' in sample or "\\n" in sample
    best, best_score = Dialect(delimiters[0]), (-1.0, -1)
    # A written "\\n" in a text is no text: of equals the backslash then escapes.
    first = "\\n" in sample
    for delimiter, quoted, escaped in product(delimiters, (True, False), (first, not first)):
        if (not quoted and not marked) or (escaped and not escapes):
            continue
        dialect = Dialect(delimiter, quoted, escaped)
        score = _score(dialect, lines, whole)
        if score > best_score:
            best, best_score = dialect, score
    return best


def _score(dialect: Dialect, lines: list[str], whole: bool) -> tuple[float, int]:
    """Return the share of records that have the first one's length, and how many do."""
    records = dialect.reader(lines, strict=True)
    width, fine = 0, list[bool]()
    while len(fine) < PROBED_ROWS:
        try:
            cells = next(records)
        except StopIteration:
            break
        except csv.Error:
            fine.append(False)
            continue
        if not any(cells):
            continue
        width = width or len(cells)
        fine.append(len(cells) == width > 1 and (dialect.quoted or not any(map(_is_quoted, cells))))
    if not whole and len(fine) < PROBED_ROWS:
        fine = fine[:-1]  # the last one is cut off
    good = sum(fine)
    return (round(good / len(fine), 2) if fine else 0.0), good


def _is_quoted(cell: str) -> bool:
    return len(cell) > 1 and cell[0] == '"' == cell[-1] and '"' not in cell[1:-1].replace('""', "")
