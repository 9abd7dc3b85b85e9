"""Characters → words in rows: what stands on one baseline, from left to right."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from .glyphs import Glyph
from .hyphens import opens_word

SAME_BASE = 0.12
"""Of the type's size: characters whose baselines differ by less stand in one row."""
SPACE = 0.14
"""Of the type's size: a wider gap parts words. Justified newspaper type goes down to .18, kerning stays under .08."""
DOUBLED = 0.12
"""Of the type's size: the same character drawn again nearer than this is bold or a shadow, drawn twice."""
RAISED = 0.85
"""Of the neighbour's size: smaller type above or below its baseline is an index; a number is that of a note."""
DROP_CAPITAL = 1.7
"""Times the page's usual type: a single letter of this size that stands before smaller lines opens a story."""
NEAR_ROWS = 12
"""Rows in which the word of an index is looked for: side by side, columns have as many in the height of a line."""
_NOTE_NUMBER = re.compile(r"[(\[]?(?:\d{1,3}|[*†‡§¶]{1,3})[)\]]?")
QUOTES = "“‘\"'«"
_UNITS = frozenset("m km cm mm ft mi CO H R x".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word: from `left` to `right` on a baseline, in points."""

    text: str
    left: float
    right: float
    base: float
    size: float


Row = list[Word]


def rows_of(glyphs: Sequence[Glyph]) -> list[Row]:
    """Return the rows of a page from its head to its foot."""
    if not glyphs:
        return []
    usual = median(glyph.size for glyph in glyphs)
    capitals, glyphs = _drop_capitals(glyphs, usual)
    rows = [words for row in _rows(glyphs) if (words := _words(row))]
    rows = _without_indices(rows)
    for capital in capitals:
        _join_capital(capital, rows, usual)
    return sorted(rows, key=lambda row: -row[0].base)


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = []
    base = size = 0.0
    for glyph in sorted(glyphs, key=lambda g: (-g.base, g.left)):
        if not rows or base - glyph.base > SAME_BASE * min(size, glyph.size):
            rows.append([])
            base, size = glyph.base, glyph.size
        rows[-1].append(glyph)
    return rows


def _words(row: list[Glyph]) -> Row:
    """Return the words of a row; characters drawn twice count once."""
    glyphs: list[Glyph] = []
    for glyph in sorted(row, key=lambda g: g.left):
        if not any(
            glyph.text == other.text and 0 <= glyph.left - other.left < DOUBLED * glyph.size and glyph.text != " "
            and glyph.left != other.left
            for other in glyphs[-3:]
        ):  # fmt: skip
            glyphs.append(glyph)
    gaps = [b.left - a.right for a, b in pairwise(glyphs) if " " not in (a.text, b.text)]
    # Letters set apart, as in headings of sections, are no words.
    spaced = max(0.0, median(gaps)) if gaps else 0.0
    runs: list[list[Glyph]] = [[]]
    for glyph in glyphs:
        last = runs[-1][-1] if runs[-1] else None
        if last and glyph.left - last.right > SPACE * max(last.size, glyph.size) + spaced:
            runs.append([])
        if glyph.text == " ":
            runs.append([])
        else:
            runs[-1].append(glyph)
    return [_word(run) for run in runs if run]


def _word(run: list[Glyph]) -> Word:
    text = "".join(glyph.text for glyph in run)
    if any(unicodedata.bidirectional(c) in ("R", "AL") for c in text):
        text = _right_to_left(text)
    right = max(glyph.right for glyph in run)
    return Word(text, run[0].left, right, run[0].base, median(glyph.size for glyph in run))


def _right_to_left(text: str) -> str:
    """Return what is drawn from left to right in the order of reading; numbers in it stay as they are."""
    return "".join(part[::-1] if part[0].isdigit() else part for part in re.findall(r"\d+|\D", text)[::-1])


def _without_indices(rows: list[Row]) -> list[Row]:
    """Return the rows with raised and lowered small type at its word; numbers of notes are left out.

    The number before a note itself stands in the note's row.
    """
    bases = [-row[0].base for row in rows]
    kept: list[Row] = [list(row) for row in rows]
    for i, row in enumerate(rows):
        for word in row:
            if not any(word is other for other in kept[i]):
                continue  # part of the word before it already
            number = bool(_NOTE_NUMBER.fullmatch(word.text))
            if host := _host(word, rows, bases, kept):
                _take_in(word, number, kept[host[0]], host[1])
                kept[i].remove(word)
            elif number and (note := _note_after(word, rows, bases, kept)):
                kept[note[0]].insert(note[1], replace(word, base=rows[note[0]][0].base))
                kept[i].remove(word)
    return [row for row in kept if row]


def _take_in(index: Word, number: bool, row: Row, place: int) -> None:
    """Set an index to the word before it, or leave a note's number out; what follows without a space is one word."""
    before = row[place]
    if not number or before.text in _UNITS or before.text[-1:].isdigit():
        before = replace(before, text=before.text + index.text, right=max(before.right, index.right))
    row[place] = before
    if place + 1 < len(row) and row[place + 1].left - index.right < SPACE * before.size:
        after = row.pop(place + 1)
        row[place] = replace(before, text=before.text + after.text, right=after.right)


def _note_after(word: Word, rows: list[Row], bases: list[float], kept: list[Row]) -> tuple[int, int] | None:
    """Return the row and place of the larger word that stands right behind a raised number at the start of a row."""
    first = bisect_left(bases, -word.base)
    for i in range(first, min(first + NEAR_ROWS, len(rows))):
        base = rows[i][0].base
        if word.base - base > 2 * word.size:
            return None
        place = bisect_left([other.left for other in kept[i]], word.left)
        if word.base - base > SAME_BASE * word.size and place < len(kept[i]):
            other = kept[i][place]
            near = -0.1 * other.size < other.left - word.right < 0.6 * other.size
            if near and word.base - base < 0.7 * other.size and word.size < RAISED * other.size:
                return i, place
    return None


def _host(word: Word, rows: list[Row], bases: list[float], kept: list[Row]) -> tuple[int, int] | None:
    """Return the row and place of the larger word before `word`, if `word` is its index."""
    first = bisect_left(bases, -word.base - 0.4 * word.size)
    for i in range(first, min(first + NEAR_ROWS, len(rows))):
        base = rows[i][0].base
        if word.base - base > 2 * word.size:
            return None
        if abs(word.base - base) <= SAME_BASE * word.size:
            continue
        place = bisect_left([other.left for other in kept[i]], word.left) - 1
        if place >= 0:
            other = kept[i][place]
            near = -0.3 * other.size < word.left - other.right < 0.25 * other.size
            raised = -0.3 * other.size < word.base - base < 0.7 * other.size
            if near and raised and word.size < RAISED * other.size:
                return i, place
    return None


def _drop_capitals(glyphs: Sequence[Glyph], usual: float) -> tuple[list[Glyph], list[Glyph]]:
    """Return the large letters that stand alone, a quotation mark before them included, and the other characters."""
    large = sorted(
        (g for g in glyphs if g.size >= DROP_CAPITAL * usual and g.text != " "), key=lambda g: (g.base, g.left)
    )
    runs: list[list[Glyph]] = []
    for glyph in large:
        last = runs[-1][-1] if runs else None
        if last and abs(last.base - glyph.base) < 0.1 * glyph.size and glyph.left - last.right < glyph.size:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    alone = [
        run for run in runs if run[-1].text.isupper() and (len(run) == 1 or (len(run) == 2 and run[0].text in QUOTES))
    ]
    taken = {id(glyph) for run in alone for glyph in run}
    capitals = [replace(run[-1], text="".join(g.text for g in run), left=run[0].left) for run in alone]
    return capitals, [glyph for glyph in glyphs if id(glyph) not in taken]


def _join_capital(capital: Glyph, rows: list[Row], usual: float) -> None:
    """Set a large letter before the first line that stands at its right, or as a word of its own."""
    beside: list[tuple[float, int, int]] = []
    for i, row in enumerate(rows):
        if not capital.base - 0.3 * usual <= row[0].base <= capital.base + 0.8 * capital.size:
            continue
        for place, word in enumerate(row):
            if -0.2 * usual <= word.left - capital.right <= 1.2 * usual and word.size < 0.7 * capital.size:
                beside.append((word.base, i, place))
                break
    if not beside:
        word = Word(capital.text, capital.left, capital.right, capital.base, capital.size)
        same = next((row for row in rows if abs(row[0].base - word.base) < SAME_BASE * word.size), None)
        if same is None:
            rows.append([word])
        else:
            same.append(word)
            same.sort(key=lambda other: other.left)
        return
    _, i, place = max(beside)
    word = rows[i][place]
    glue = "" if opens_word(capital.text, word.text) else " "
    rows[i][place] = replace(word, text=capital.text + glue + word.text, left=capital.left)
