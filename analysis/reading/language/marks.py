"""Quotation marks: which characters they are, and a straight view of the same length."""

from __future__ import annotations

import re

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
