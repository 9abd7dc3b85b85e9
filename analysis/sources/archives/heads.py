"""Where the head of a document begins that no mark parts from the document above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cut import with_letters
from .marks import table
from .values import is_date_line, is_rights

HEAD_LINES = 12
"""Lines between a date and the fields below it: headline, edition, copyright, byline."""
PROSE_WORDS = 12
"""Of a sentence that is a story's; headlines are shorter or have no full stop."""

_ENDED = re.compile(r"[.!?…][\"'”’)]*$")


def is_prose(line: str) -> bool:
    """Return whether a line is long and ends as a sentence does."""
    return _ENDED.search(line) is not None and len(line.split()) > PROSE_WORDS


def without_own(lines: Sequence[str], cover: bool = False) -> list[str]:
    """Return the lines that belong to no document, less those that the archive prints about itself.

    Of a `cover`, and below the last document where a summary opens, only prose can be a story's.
    """
    opening = next((line.casefold() for line in lines if line), "")
    own = cover or opening.startswith(tuple(table("shared")["summaries"]))
    return [line for line in lines if is_prose(line)] if own else with_letters(lines)


def head_above(lines: Sequence[str], at: int, floor: int, titled: bool = False, wrapped: bool = False) -> int | None:
    """Return where the head begins in which line `at` names a field; None where no date stands above it.

    The outlet stands above the date, and where documents are `titled` their title above that, over several lines where
    they are `wrapped`. Lines up to `floor` belong to another document.
    """
    day = _day_above(lines, at, floor)
    if day is None:
        return None
    start = _above(lines, day, floor)
    if titled:
        start = _above(lines, start, floor)
        while wrapped and start - 1 > floor and lines[start - 1]:
            start -= 1
    while (above := _above(lines, start, floor)) != start and is_rights(lines[above]):
        start = above
    return start if start > floor else None


def _day_above(lines: Sequence[str], at: int, floor: int) -> int | None:
    """Return the first of the dates above a field."""
    day, read = None, 0
    for i in range(at - 1, floor, -1):
        if not lines[i]:
            continue
        read += 1
        dated = is_date_line(lines[i])
        if day is not None and not dated:
            return day
        if read > HEAD_LINES or is_prose(lines[i]):
            return None
        day = i if dated else None
    return day


def _above(lines: Sequence[str], at: int, floor: int) -> int:
    """Return the next line above that is not empty, `at` where there is none."""
    return next((i for i in range(at - 1, floor, -1) if lines[i]), at)
