"""Texts as they can be shown: what no font can show stands there by its code, such as [U+0007]."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from ..visible import HIDDEN

# Joiners are spelled with, and selectors of a variant belong to the sign before them.
_IGNORED = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufff0-\ufff8\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
"""What Unicode says is not to be seen where a font does not know it (Default_Ignorable_Code_Point)."""
_HIDDEN = re.compile(f"[{HIDDEN}{_IGNORED}]")
_NO_CHARACTERS = ("Cc", "Cs", "Co", "Cn")
"""Unicode categories that have no sign of their own: control, halves of surrogate pairs, private use, unassigned."""
LINES = "\t\n"


def shown(text: str) -> str:
    """Return `text` with tabs and line ends kept, and what hides in it or is no character shown by its code."""
    return text if text.isprintable() else coded(text, is_hidden)


def coded(text: str, hidden: Callable[[str], bool]) -> str:
    """Return `text` with each run of characters that are `hidden` as their codes: [U+202E U+0007]."""
    parts: list[str] = []
    run: list[str] = []
    for character in text:
        if character not in LINES and hidden(character):
            run.append(f"U+{ord(character):04X}")
            continue
        if run:
            parts.append(f"[{' '.join(run)}]")
            run.clear()
        parts.append(character)
    if run:
        parts.append(f"[{' '.join(run)}]")
    return "".join(parts)


@lru_cache(maxsize=4096)
def is_hidden(character: str) -> bool:
    """Return whether a character shows nothing, turns the line round, or is none."""
    return _HIDDEN.match(character) is not None or unicodedata.category(character) in _NO_CHARACTERS


FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula, full-width forms included."""


def cell_text(text: str) -> str:
    """Return `text` as a spreadsheet takes it from a file or the clipboard: where it begins like a formula, after an
    apostrophe, the spreadsheets' own sign for "this is text"."""
    text = shown(text)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
