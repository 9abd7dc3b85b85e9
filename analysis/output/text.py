"""Texts as they can be shown."""

from __future__ import annotations

import re

from ..visible import HIDDEN

REPLACEMENT = "\ufffd"
_ENDS = "".join(f"{chr(plane + 0xFFFE)}-{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
"""The last two code points of every plane are no characters, and XML refuses them."""
_UNSHOWN = re.compile(f"(?![\n\t])[{HIDDEN}{_ENDS}]")


def shown(text: str) -> str:
    """Return `text` with tabs and line ends kept, and what hides in it or cannot be shown replaced one for one: control
    and direction characters, halves of surrogate pairs."""
    return text if text.isprintable() else _UNSHOWN.sub(REPLACEMENT, text)


FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula, full-width forms included."""


def cell_text(text: str) -> str:
    """Return `text` as a spreadsheet takes it from a file or the clipboard: where it begins like a formula, after an
    apostrophe, the spreadsheets' own sign for "this is text"."""
    text = shown(text)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
