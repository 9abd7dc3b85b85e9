"""RTF bytes → tokens: groups, control words with their numbers, escaped bytes, plain bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

_TOKEN = re.compile(
    rb"(?P<open>\{)|(?P<close>\})|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z])|(?P<bytes>[^\\{}\r\n\0]+)|[\r\n\0]+|\\\Z"
)


class Token(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SYMBOL = auto()
    """A backslash and a sign that is no letter."""
    BYTE = auto()
    """A byte written as two hexadecimal digits."""
    BYTES = auto()
    """Bytes as they stand."""


class Found(NamedTuple):
    """One token of a file."""

    kind: Token
    data: bytes = b""
    """The name of a word, the sign, or the bytes."""
    number: int | None = None
    """What stands behind the name of a word."""


def tokens(data: bytes) -> Iterator[Found]:
    """Yield the tokens of an RTF file; one pass, whatever is broken in it. Embedded binary data is passed over."""
    at = 0
    while (m := _TOKEN.match(data, at)) is not None:
        at = m.end()
        kind = m.lastgroup
        if kind == "bytes":
            yield Found(Token.BYTES, m["bytes"])
        elif kind in ("word", "number"):
            number = None if m["number"] is None else int(m["number"])
            if m["word"] == b"bin":
                at += max(0, number or 0)
            else:
                yield Found(Token.WORD, m["word"], number)
        elif kind == "byte":
            yield Found(Token.BYTE, bytes.fromhex(m["byte"].decode("ascii")))
        elif kind == "open":
            yield Found(Token.OPEN)
        elif kind == "close":
            yield Found(Token.CLOSE)
        elif kind == "symbol":
            yield Found(Token.SYMBOL, m["symbol"])
