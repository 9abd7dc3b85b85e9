"""Lines of running text → paragraphs, from line to line, column to column and page to page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from .columns import Line
from .hyphens import join

GAP = 1.3
"""A paragraph begins where the distance to the line above is this many times the usual one.
Programs set 1.4 to 2 times between paragraphs and vary under 1.05 within."""
INDENT = 0.7
"""First-line indent, in type sizes, from which a line begins a paragraph."""
SAME_INDENT = 0.25
"""Of the type size by which the indents of a file's paragraphs differ."""
DEEPEST_INDENT = 4.0
SHORT = 0.35
"""Of the column: a line that leaves as much room ends its paragraph even without a full stop."""
ROOM = 0.5
"""Of the type size: how much more room than its first word needs the next line leaves if it was broken on purpose."""
RESIZED = 1.18
"""Times the other's size: neighbouring lines that differ more belong to different paragraphs."""
_ENDED = re.compile(r"[.!?:…]['\"”’»)\]]*$")
_OPENS = '“"‘«'


@dataclass(frozen=True, slots=True)
class Setting:
    """How the running text is set."""

    pitch: float
    """Usual distance of baselines, in points."""
    size: float
    """Usual size of the type."""
    indent: float
    """The indent with which paragraphs begin, in points; 0 where they do not."""
    edges: dict[tuple[int, int, int], tuple[float, float]]
    """Left and right edge of each column, by page and the column's room."""

    def left(self, line: Line) -> float:
        return self.edges.get(_column(line), (line.left, line.right))[0]

    def right(self, line: Line) -> float:
        return self.edges.get(_column(line), (line.left, line.right))[1]

    def indented(self, line: Line) -> bool:
        return INDENT * line.height < line.left - self.left(line) < DEEPEST_INDENT * line.height

    def opens(self, line: Line) -> bool:
        """Return whether a line is indented as paragraphs are: a drop capital moves lines by another width."""
        return self.indent > 0 and abs(line.left - self.left(line) - self.indent) < SAME_INDENT * line.height

    def short(self, line: Line) -> bool:
        """Return whether a line leaves so much room that it ends its paragraph."""
        width = max(1.0, self.right(line) - self.left(line))
        return self.right(line) - line.right > SHORT * width

    def broken(self, above: Line, line: Line) -> bool:
        """Return whether the next line's first word had room on the line above."""
        return self.right(above) - above.right > line.first + ROOM * above.height


def setting_of(lines: Sequence[Line]) -> Setting:
    """Return how lines in the order of reading are set."""
    columns: dict[tuple[int, int, int], list[Line]] = {}
    for line in lines:
        columns.setdefault(_column(line), []).append(line)
    edges = {key: _edges(inside) for key, inside in columns.items()}
    pitches = [a.bottom - b.bottom for a, b in pairwise(lines) if below(a, b)]
    size = median(line.height for line in lines) if lines else 1.0
    setting = Setting(median(pitches) if pitches else 1.3 * size, size, 0.0, edges)
    begun = [b for a, b in pairwise(lines) if below(a, b) and _ENDED.search(a.text) and setting.broken(a, b)]
    indents = [line.left - setting.left(line) for line in begun if setting.indented(line)]
    usual = len(indents) > 1 and len(indents) >= 0.5 * len(begun)
    return replace(setting, indent=median(indents) if usual else 0.0)


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    # A line may hang out of the column; of few lines the longest is as good a guess as any.
    return lefts[len(lefts) // 20], rights[-1 - len(rights) // 20]


def _column(line: Line) -> tuple[int, int, int]:
    start = -1 if line.start == float("-inf") else round(line.start)
    return line.page, start, -1 if line.end == float("inf") else round(line.end)


def below(a: Line, b: Line) -> bool:
    """Return whether `b` is the line below `a` in the same column."""
    return a.page == b.page and 0 < a.bottom - b.bottom < 4 * a.height and b.left < a.right and a.left < b.right


def begins(above: Line, line: Line, setting: Setting) -> bool:
    """Return whether `line` begins a paragraph, where `above` is the line of the text before it."""
    if max(above.height, line.height) > RESIZED * min(above.height, line.height):
        return True
    ended = bool(_ENDED.search(above.text))
    broken = setting.broken(above, line)
    if above.page == line.page and abs(above.bottom - line.bottom) < 0.3 * above.height:
        # Two pieces of one row: the gap in it was wide.
        return above.end <= line.start + 1 and ended and broken
    if not below(above, line):
        return _begins_elsewhere(above, line, setting, ended)
    if above.bottom - line.bottom > GAP * setting.pitch * max(1.0, min(above.height, line.height) / setting.size):
        return True
    if above.text.endswith("-") and line.text[:1].islower():
        return False
    if setting.opens(line) and not line.text[:1].islower():
        return True
    if setting.indented(line) and ended and (above.left < line.left - INDENT * line.height or broken):
        return True
    if not broken or line.text[:1].islower():
        return False
    return ended or setting.short(above)


def _begins_elsewhere(above: Line, line: Line, setting: Setting, ended: bool) -> bool:
    """Return whether a line that is not the next of its column begins a paragraph.

    The paragraph goes on in the next column or page unless its sentence is over and its line was not full.
    """
    if line.text[:1].islower() or above.text.endswith("-"):
        return False
    same_column = (
        above.page == line.page and line.bottom < above.bottom and above.start < line.end and line.start < above.end
    )
    if same_column or setting.short(above):
        # Far below: what stands between is a picture, or the head of the text has ended.
        return True
    if not ended:
        return False
    return setting.indented(line) if setting.indent else setting.broken(above, line) or line.text[:1] in _OPENS


def paragraphs_of_lines(lines: Sequence[Line], setting: Setting, words: set[str]) -> list[str]:
    """Return the paragraphs that lines in the order of reading make up."""
    found: list[str] = []
    for i, line in enumerate(lines):
        if not found or begins(lines[i - 1], line, setting):
            found.append(line.text)
        else:
            found[-1] = join(found[-1], line.text, words)
    return found
