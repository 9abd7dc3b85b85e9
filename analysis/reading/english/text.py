"""Views of a text that keep its length, so that an offset in a view is an offset in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from .tables import endings

HYPHENS = "-\u2010\u2011\u2012\u2013"
"""What may stand for a hyphen inside a compound; the en dash does in "Saudi Arabia–backed"."""

_APOSTROPHES = "'\u2018\u2019\u02bc\u2032\u00b4`"
_SPACES = " \t\n\r\f\v\u00a0\u2007\u2009\u202f"

_FOLD = {ord(c): " " for c in HYPHENS + _SPACES} | {ord(c): "'" for c in _APOSTROPHES}
_KEY = bytes(
    ord(chr(i).lower()) if (chr(i).isascii() and chr(i).isalnum()) else 32 for i in range(256)
)  # everything but ASCII letters and digits is a blank

WORD = re.compile(
    r"(?:(?:[^\W\d_]\.){2,}|[$€£]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[\w$€£%]+\+?)(?:[&.'’\-\u2010\u2011\u2013](?:(?:[^\W\d_]\.){2,}|\w+))*"
)
"""A word as a reader sees it: "al-Bukamal", "U.S.-backed", "regime's", "15,000" are one each."""


def lower(text: str) -> str:
    """Return `text` in lower case at the same length (a few capitals, such as İ, would grow)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def fold(text: str) -> str:
    """Return `text` in lower case with hyphens and white space as blanks and straight apostrophes."""
    return lower(text).translate(_FOLD)


def key(text: str) -> bytes:
    """Return one byte per code point: ASCII letters and digits in lower case, anything else a blank.

    What the automaton reads: a term found here is compared with `fold` before it counts.
    """
    return text.encode("ascii", "replace").translate(_KEY)


_KEYS = _KEY[:10] + b"\n" + _KEY[11:]


def keys(texts: Sequence[str]) -> list[bytes]:
    """Return the key of each of `texts`, none of which has a line end."""
    return "\n".join(texts).encode("ascii", "replace").translate(_KEYS).split(b"\n") if texts else []


def singular(word: str) -> str:
    """Return a lower-case word without possessive and without the commonest plural endings."""
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    word = word.rstrip("'’")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(endings("word_classes.es_plurals")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(endings("word_classes.no_plurals")):
        return word[:-1]
    return word


_STRAIGHT = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛‹›`´′", "'"))
_PAIR = re.compile(r"''(?=\w)|''")


def straighten(text: str) -> str:
    """Return `text` with straight quotation marks, one for one, so that every offset stays.

    A pair of single marks becomes a double mark and a blank: the blank stands on the outer side.
    """
    straight = text.translate(_STRAIGHT)
    if "''" not in straight:
        return straight

    def pair(match: re.Match[str]) -> str:
        at = match.end()
        return ' "' if at < len(straight) and straight[at].isalnum() else '" '

    return _PAIR.sub(pair, straight)


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """Return `word` as it is counted: lower case, straight apostrophes, plain hyphens."""
    return straighten(word).replace("‐", "-").replace("‑", "-").casefold()


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """Return the dictionary form of an English word, in lower case ("were" → "be")."""
    import simplemma

    return str(simplemma.lemmatize(word_key(word), lang="en")).casefold()


def owns(text: str, end: int) -> bool:
    """Return whether a name that ends at `end` owns what follows: "Orr's lawyer", "Daniels' lawyer"."""
    return text[end : end + 2] in ("'s", "’s") or (text[end - 1 : end] == "s" and text[end : end + 2] in ("' ", "’ "))
