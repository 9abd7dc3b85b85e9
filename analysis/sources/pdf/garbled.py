"""Tells text from what comes out of a PDF that does not say which characters its signs are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .columns import Line

UNKNOWN_SHARE = 0.1
"""Of all characters: files that name their characters lack it for a few signs at most."""
MIN_LETTERS = 200
"""Fewer letters say nothing about a language."""
VOWELS = (0.22, 0.62)
"""Share of vowels among the letters of text in Latin script: natural text has .35 to .5; under .2 where letters are
shifted, as those of a font with numbers of its own are."""
MIXED_SHARE = 0.25
"""Of the words: letters with signs or digits between them, or capitals behind small letters."""
_MIXED = re.compile(r"\w*(?:[a-z][A-Z]|[^\W\d_][\d$%&#@<>=^~|\\{}\[\]+][^\W\d_])\w*")


def is_garbled(lines: Sequence[Line], unknown: int) -> bool:
    """Return whether the text of a file makes no sense because its fonts do not say what their signs are."""
    text = " ".join(line.text for line in lines)
    if unknown > UNKNOWN_SHARE * (len(text) + unknown):
        return True
    letters = [c for c in text.lower() if c.isalpha()]
    latin = [c for c in letters if c < "\u0250"]
    if len(latin) < MIN_LETTERS or len(latin) < 0.8 * len(letters):
        return False
    import unicodedata

    vowels = sum(unicodedata.normalize("NFD", c)[0] in "aeiouyæøœ" for c in latin) / len(latin)
    if not VOWELS[0] <= vowels <= VOWELS[1]:
        return True
    words = text.split()
    return sum(bool(_MIXED.match(word)) for word in words) > MIXED_SHARE * len(words)
