"""Blocks in the order of reading → the running text, and what stands in it: headings, captions, notes, values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

from ..captions import CAPTION_WORDS, is_caption
from ..metadata.lines import line_alone
from .columns import Line
from .glyphs import Box
from .order import Block

LARGER = 1.18
"""Times the running text's size: a line this much larger is a heading."""
SMALLER = 0.93
"""Times the running text's size: smaller type is a caption, a note or a credit."""
UNDER_PICTURE = 4.0
"""Times the type size: how far below or above a picture its caption begins."""
VALUE_WORDS = 3
"""Labels and numbers of charts and tables have no more words a line."""
VALUE_LINES = 3
STANDFIRST_WORDS = 30
"""A longer run of the text's type is the text itself."""
CAPTION_GAP = 1.5
"""Times the type size: the text goes on below a caption after a wider gap than between its lines."""
_FIGURE = re.compile(r"(?:Figure|Fig\.|Chart|Graphic|Map|Table)\s?\d{0,2}\s?[.:]")
_NOTE_MARK = re.compile(r"(?:\d{1,3}|[*†‡§])[.)]?\s*(?=\S)")


class Part(Enum):
    """What lines are to the text."""

    FLOW = auto()
    HEADING = auto()
    SMALL = auto()
    """Smaller type that is nothing else: a byline, a credit, a box."""
    CAPTION = auto()
    NOTE = auto()
    VALUES = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """Lines of one block that are the same part of the text."""

    part: Part
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def usual_size(lines: Iterable[Line]) -> float:
    """Return the type size in which most of the text is set."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.height * 4) / 4] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 1.0


def runs_of(blocks: Sequence[Block], pictures: Sequence[Box], size: float) -> list[Run]:
    """Return the runs of a page, whose usual type has this size."""
    found: list[Run] = []
    for block in blocks:
        if _is_values(block.lines) and block.lines[0].height <= LARGER * size:
            found.append(Run(Part.VALUES, block.lines))
            continue
        for part, lines in groupby(block.lines, key=lambda line: _by_size(line, size)):
            found.append(Run(part, tuple(lines)))
    found = _with_rows_of_values([run for one in found for run in _figures(one)])
    last_flow = max((i for i, run in enumerate(found) if run.part is Part.FLOW), default=-1)
    lowest = min((line.bottom for run in found if run.part is Part.FLOW for line in run.lines), default=0.0)
    opened = next((i for i, run in enumerate(found) if _is_text(run)), len(found))
    return [
        _small(one, i > last_flow, lowest, pictures) if one.part is Part.SMALL and not above else one
        for i, run in enumerate(found)
        for one, above in _header_apart(run, i < opened)
    ]


def _is_text(run: Run) -> bool:
    """Return whether a run is more of the running text than a standfirst."""
    return run.part is Part.FLOW and len(run.text.split()) > STANDFIRST_WORDS


def _header_apart(run: Run, above: bool) -> Iterator[tuple[Run, bool]]:
    """Yield a run, of small type `above` the text its byline and dates first, and whether they are that.

    A picture may stand right below them, so that they are no caption.
    """
    end = 0
    if above and run.part is Part.SMALL and run.lines[0].page == 0:
        end = next((i for i, line in enumerate(run.lines) if not line_alone(line.text)), len(run.lines))
    if end:
        yield Run(run.part, run.lines[:end]), True
    if end < len(run.lines):
        yield Run(run.part, run.lines[end:]), False


def _figures(run: Run) -> list[Run]:
    """Return a run of text with what is labelled as a figure's caption apart: from its label to the next gap."""
    if run.part is not Part.FLOW or not any(_FIGURE.match(line.text) for line in run.lines):
        return [run]
    found: list[tuple[Part, list[Line]]] = []
    for i, line in enumerate(run.lines):
        gap = run.lines[i - 1].bottom - line.bottom > CAPTION_GAP * line.height if i else True
        part = Part.CAPTION if gap and _FIGURE.match(line.text) else Part.FLOW if gap or not found else found[-1][0]
        if found and found[-1][0] is part:
            found[-1][1].append(line)
        else:
            found.append((part, [line]))
    return [Run(part, tuple(lines)) for part, lines in found]


def _with_rows_of_values(runs: list[Run]) -> list[Run]:
    """Return runs in which the columns of a table, its labels among them, are one run of rows."""
    values = [run for run in runs if run.part is Part.VALUES]
    if not values:
        return runs
    heights = {round(line.bottom) for run in values for line in run.lines}
    found: list[Run] = []
    table = -1
    for run in runs:
        beside = all(round(line.bottom) in heights for line in run.lines)
        labels = run.part is Part.FLOW and beside and _is_short(run.lines)
        if run.part is not Part.VALUES and not labels:
            found.append(run)
        elif table < 0:
            table = len(found)
            found.append(Run(Part.VALUES, run.lines))
        else:
            lines = sorted((*found[table].lines, *run.lines), key=lambda line: (-round(line.bottom), line.left))
            found[table] = Run(Part.VALUES, tuple(lines))
    return found


def _is_short(lines: Sequence[Line]) -> bool:
    return sum(len(line.text.split()) <= VALUE_WORDS for line in lines) >= 0.8 * len(lines)


def _by_size(line: Line, size: float) -> Part:
    if line.height > LARGER * size:
        return Part.HEADING
    return Part.SMALL if line.height < SMALLER * size else Part.FLOW


def _small(run: Run, behind: bool, lowest: float, pictures: Sequence[Box]) -> Run:
    """Return a run of small type as the caption or note that it is, if it is one."""
    if len(run.text.split()) <= CAPTION_WORDS and (_at_picture(run.lines, pictures) or is_caption(run.text, False)):
        return Run(Part.CAPTION, run.lines)
    below = behind or run.lines[0].bottom < lowest
    if below and _NOTE_MARK.match(run.lines[0].text):
        return Run(Part.NOTE, run.lines)
    return run


def _at_picture(lines: Sequence[Line], pictures: Sequence[Box]) -> bool:
    """Return whether lines stand right below or above a picture."""
    top, bottom = lines[0].top, lines[-1].bottom
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    reach = UNDER_PICTURE * lines[0].height
    for picture in pictures:
        beside = min(right, picture.right) - max(left, picture.left)
        if beside < 0.5 * min(right - left, picture.right - picture.left):
            continue
        if -lines[0].height < picture.bottom - top < reach or -lines[0].height < bottom - picture.top < reach / 2:
            return True
    return False


def _is_values(lines: Sequence[Line]) -> bool:
    """Return whether lines are the labels and numbers of a chart or table."""
    numbers = sum(any(c.isdigit() for c in line.text) for line in lines)
    return len(lines) >= VALUE_LINES and _is_short(lines) and numbers >= 0.4 * len(lines)
