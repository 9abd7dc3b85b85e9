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


def _visible(character: str) -> bool:
    # The last two code points of every plane are no characters, and XML refuses them.
    return unicodedata.category(character) not in HIDDEN and ord(character) & 0xFFFE != 0xFFFE
