"""Tokens: words and punctuation, found by one compiled pattern.

A word keeps its inner hyphens, apostrophes and dots ("terror-designated", "al-Bukamal", "don't", "U.S.-backed").
The clitic 's is a token of its own ("Syria" + "'s") and counts as no word, so that a name is the same
word with and without it. Titles and initials keep their stop ("Mr.", "Lt.", "J. Marsh").
"""

from __future__ import annotations

import re
from functools import lru_cache

from ...model import Span, Token
from ..english.spelling import spelling_key
from ..english.text import lower
from .abbreviations import NEVER_LAST

_LETTERS = r"[^\W_]+"
TOKEN = re.compile(
    r"https?://[^\s<>\"”]+"
    r"|(?:" + "|".join(sorted(map(re.escape, NEVER_LAST), key=len, reverse=True)) + r")\.(?=\s)"
    r"|(?!I\.)[A-Z]\.(?=\s[A-Z])"
    r"|(?:[^\W\d_]\.){2,}(?:[-‐‑/]" + _LETTERS + r")*"
    r"|['’][sS](?![^\W_])"
    r"|\d+(?:[.,:]\d+)+(?:[-‐‑/&]" + _LETTERS + r")*"
    r"|" + _LETTERS + r"(?:(?:['’](?![sS](?![^\W_]))|[-‐‑&@/])[^\W_]+)*"
    r"|\.{2,}|-{2,}|'''(?!')|''|``|\S"
)
_CLITIC = frozenset(("'s", "’s", "'S", "’S"))


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of `text` from `start` to `end`."""
    found = []
    for match in TOKEN.finditer(text, start, end):
        piece = match.group()
        at = match.start()
        word = piece[0].isalnum() or (len(piece) > 1 and any(c.isalnum() for c in piece) and piece not in _CLITIC)
        found.append(Token(Span(at, match.end()), piece, word, _american(piece) if word else ""))
    return found


@lru_cache(maxsize=65536)
def _american(word: str) -> str:
    """Return a word in American spelling where it is printed in another, else nothing."""
    low = lower(word)
    spelled = spelling_key(low)
    return "" if spelled == low else spelled
