"""A box of mail (mbox) → the bytes of each, one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

MAX_MAIL = 50_000_000
"""Bytes of one mail in a box; servers take 25 to 50 MB."""
MAX_LINE = 1_000_000
_SEPARATOR = re.compile(rb"From \S[^\n]{0,200}\d{4}")


def mails_in(file: IO[bytes]) -> Iterator[bytes | int]:
    """Yield the bytes of each mail; the limit in bytes in place of one that is larger."""
    lines: list[bytes] = []
    size, blank, begun = 0, True, False
    while line := file.readline(MAX_LINE):
        if blank and line.startswith(b"From ") and _SEPARATOR.match(line):
            if begun:
                yield b"".join(lines) if size <= MAX_MAIL else MAX_MAIL
            lines, size, begun, blank = [], 0, True, False
            continue
        blank = not line.strip()
        size += len(line)
        begun = begun or not blank
        if size <= MAX_MAIL:
            # A line that begins like the next mail is marked so.
            lines.append(line[1:] if re.match(rb">+From ", line) else line)
        else:
            lines.clear()
    if begun:
        yield b"".join(lines) if size <= MAX_MAIL else MAX_MAIL
