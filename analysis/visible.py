"""Names and texts as a person can read them: what hides in a line, or turns it round, stands there as its code."""

from __future__ import annotations

import re

HIDDEN = (
    "\x00-\x1f\x7f-\x9f"  # control characters, line ends and escape sequences of terminals among them
    "\u00ad\u200b\u2060\ufeff\ufffe\uffff"  # nothing to see: two names would look the same
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # directions: “exe.txt” for “txt.exe”
    "\u2028\u2029"  # line and paragraph separators
    "\ud800-\udfff"  # halves of pairs, which no output can encode
)
"""Characters that are shown by their code, as a regular expression's set. The joiners U+200C and U+200D are not among
them: Persian and emoji are spelled with them."""
_ANY = re.compile(f"[{HIDDEN}]")
_ANY_BUT_LINES = re.compile(f"(?![\n\t])[{HIDDEN}]")


def visible(text: str, *, lines: bool = False) -> str:
    """Return `text` with control and direction characters as codes, such as [U+202E]; with `lines`, line ends and
    tabs stay as they are."""
    return (_ANY_BUT_LINES if lines else _ANY).sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
