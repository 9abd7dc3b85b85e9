"""Text of words that a data set gives one by one, each punctuation mark a word of its own.

Coded places count their offsets in this text: what is changed here moves them.
"""

from __future__ import annotations

from collections.abc import Sequence

LEFT = frozenset(",.;:?!)]}%”»…")
"""Marks that stand at the end of the word before."""
RIGHT = frozenset("([{“«‘$£€₹#@")
"""Marks that stand at the beginning of the word behind."""
BOTH = frozenset("/")
ENDINGS = frozenset(("s", "t", "re", "ve", "ll", "d", "m"))
"""What stands behind an apostrophe."""
BEHIND_DASH = frozenset(
    "a an and are as at because but for from has have he her his how i if in is it its many not of on one or she "
    "so some that the their there these they this those to was we were what when where which while who with you".split()
)
"""Words before which a hyphen alone is a dash: "the army - which"; in "face - to - face" it is none."""


def joined(words: Sequence[str]) -> str:
    """Return the words of one paragraph with the spaces between them that print has.

    Straight marks open and close in turn. Whether a hyphen was a dash is told by the word behind it.
    """
    words = [word for word in words if word.strip().strip("\u200b\xad")]
    parts: list[str] = []
    opened: set[str] = set()
    glued = True
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        after = words[at + 1] if at + 1 < len(words) else ""
        left, right = _sides(words, at, before, after, opened)
        parts.append(word if glued or left else f" {word}")
        glued = right
    return "".join(parts)


def _sides(words: Sequence[str], at: int, before: str, after: str, opened: set[str]) -> tuple[bool, bool]:
    """Return whether the word stands close to the one before and to the one behind."""
    word = words[at]
    if word in ('"', "“", "”"):
        return _quotation_mark(word, before, after, opened)
    if word in ("'", "’"):
        return _apostrophe(words, at, before, after, opened)
    if word == "‘":
        opened.add("'")
        return False, True
    if word == "-":
        chained = "-" in (words[at - 2] if at > 1 else "", words[at + 2] if at + 2 < len(words) else "")
        hyphen = bool(before and after) and (chained or after.lower() not in BEHIND_DASH) and after[:1].isalnum()
        return hyphen, hyphen
    ending = (word[:1] in "'’" and word[1:].lower() in ENDINGS) or word.lower() in ("n't", "n’t")
    return word in LEFT or word in BOTH or ending, word in RIGHT or word in BOTH


def _quotation_mark(word: str, before: str, after: str, opened: set[str]) -> tuple[bool, bool]:
    behind_end = not after or (before in ",.?!" and after[:1].islower())
    closes = word == "”" or (word == '"' and bool(before) and ('"' in opened or behind_end))
    if closes:
        opened.discard('"')
    else:
        opened.add('"')
    return closes, not closes


def _apostrophe(words: Sequence[str], at: int, before: str, after: str, opened: set[str]) -> tuple[bool, bool]:
    if after.lower() in ENDINGS and before[-1:].isalnum():
        return True, True
    if "'" in opened:
        opened.discard("'")
        return True, False
    if words[at] == "’" or (before[-1:].lower() == "s" and not _closed_later(words, at)):
        return True, False
    opened.add("'")
    return False, True


def _closed_later(words: Sequence[str], at: int) -> bool:
    """Return whether a mark follows that closes what the one at `at` may open."""
    later = next((i for i in range(at + 1, len(words)) if words[i] == "'"), None)
    return later is not None and words[later - 1][-1:].lower() != "s"
