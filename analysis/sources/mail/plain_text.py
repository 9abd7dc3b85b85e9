"""The plain part of a mail as it is read: without the addresses behind its links and what stands below its end."""

from __future__ import annotations

import re

_LINK = re.compile(r"[ \t]*[(<\[] ?(?:https?://|mailto:)[^\s)>\]]{1,2000} ?[)>\]]")
_MARKED = re.compile(r"(?:^|(?<= ))\*\* (?=\S)|(?<=\S) \*\*$", re.M)
"""How newsletters' programs mark headings and links in plain text."""
SIGNATURE_LINES = 15


def readable(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of a plain part, and the lines below the sign that ends it: a signature, a list's footer."""
    lines = _MARKED.sub("", _LINK.sub("", text.replace("\r\n", "\n"))).split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    for at in range(len(lines) - 1, max(0, len(lines) - SIGNATURE_LINES - 1), -1):
        if lines[at] in ("-- ", "--"):
            return "\n".join(lines[:at]), tuple(line.strip() for line in lines[at + 1 :] if line.strip())
    return "\n".join(lines), ()
