"""Texts as they can be shown."""

from __future__ import annotations

import unicodedata

REPLACEMENT = "\ufffd"
HIDDEN = ("Cc", "Cs")
"""Unicode categories that neither XML nor a font can show: control characters and halves of surrogate pairs."""


def shown(text: str) -> str:
    """Return `text` with tabs and line ends kept, and what cannot be shown replaced one for one."""
    if text.isprintable():
        return text
    return "".join(c if c in "\t\n" or _visible(c) else REPLACEMENT for c in text)


FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula, full-width forms included."""


def cell_text(text: str) -> str:
    """Return `text` as a spreadsheet takes it from a file or the clipboard: where it begins like a formula, after an
    apostrophe, the spreadsheets' own sign for "this is text"."""
    text = shown(text)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _visible(character: str) -> bool:
    # The last two code points of every plane are no characters, and XML refuses them.
    return unicodedata.category(character) not in HIDDEN and ord(character) & 0xFFFE != 0xFFFE
