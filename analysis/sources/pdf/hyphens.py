"""Words that are parted at the end of a line, or by a drop capital, made whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LAST = re.compile(r"([^\W\d_.]+)-$")
_NEXT = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SUFFIXES = frozenset("able hood less ment ness ship some ward wards wise".split())
_COMPOUNDS = frozenset("in-law in-laws left-wing op-ed op-eds right-wing so-called".split())
"""Words that the press writes with a hyphen though the dictionary has them without."""
_SHORT = frozenset("by co de ex in no of off on re so to up".split())
"""Words of two letters that begin or end compounds: "so-called", "built-in"."""
_BEHIND_NAMES = re.compile(r"(?:ed|ing|ly)$|^(?:area|born|built|era|friendly|held|led|like|made|run|style|wide)$")
_OPENING = re.compile(r"""(?:[.!?:]['"”’)]*\s|[“"‘'(])\s*$""")
LONGEST = 80
"""Characters at the end of a text in which its last word is looked for."""
SHORTEST = 3
"""Letters of a part that counts as a word of its own: the dictionary knows most pairs of letters."""


def words_of(lines: Iterable[str]) -> set[str]:
    """Return the words that stand whole on a line, those with hyphens among them, in small letters."""
    return {word for line in lines for word in _WORD.findall(line.lower())}


def join(before: str, after: str, words: set[str]) -> str:
    """Return two lines of a paragraph as one; a word that was parted is whole again.

    The hyphen stays where the text has the word with it elsewhere, where a part is a number, name or abbreviation, or
    where the dictionary knows both parts and not the whole.
    """
    tail = before[-LONGEST:]
    m, following = _LAST.search(tail), _NEXT.match(after)
    if m is None or following is None or before.endswith(" -"):
        return before + after if before.endswith("-") and not before.endswith((" -", "--")) else f"{before} {after}"
    first, second = m[1].lower(), following[0].lower()
    if first == "mc" or first + second in words:
        return before[:-1] + after
    capitals = m[1].isupper() and len(m[1]) > 1 and following[0].isupper()
    if not capitals and not after[:1].islower():
        return before + after
    # A name is parted by no hyphen of its own, but one may stand behind it: "Trump-backed".
    name = not capitals and m[1][:1].isupper() and not _opens_sentence(tail[: m.start()])
    keeps = _belongs(first, second, words) and (not name or bool(_BEHIND_NAMES.search(second)))
    return before + after if keeps else before[:-1] + after


def _opens_sentence(before: str) -> bool:
    return not before.strip() or bool(_OPENING.search(before))


def _belongs(first: str, second: str, words: set[str]) -> bool:
    """Return whether the hyphen between two parts is one of the word."""
    if f"{first}-{second}" in words or f"{first}-{second}" in _COMPOUNDS or len(first) == 1:
        return True
    if known(first + second) or second in _SUFFIXES:
        return False
    short = len(first) >= SHORTEST or first in _SHORT
    return short and (len(second) >= SHORTEST or second in _SHORT) and known(first) and known(second)


def opens_word(capital: str, rest: str) -> bool:
    """Return whether a drop capital and what stands beside it are one word: "T" and "he", not "A" and "man"."""
    letter = capital[-1:]
    m = _NEXT.match(rest)
    if letter not in ("A", "I") or m is None:
        return m is not None or rest[:1] in "’'"
    return known((letter + m[0]).lower()) or not known(m[0].lower())


def known(word: str) -> bool:
    """Return whether the English dictionary has a word, inflected or not."""
    import simplemma

    return bool(simplemma.is_known(word, lang="en"))
