"""Where a sentence ends: a stop, what may close after it, and the word before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .abbreviations import AFTER_CLOCK, BEFORE_NUMBER, CLOCK, MAYBE_LAST, NEVER_LAST, OPENERS

_STOP = re.compile(r"(?P<stop>[.!?…]+)(?P<close>(?:''|[\"'”’»›)\]])*)(?P<gap>\s+|$)|(?P<wide>[。！？]+[」』”]*)\s*")
_WORD_BEFORE = re.compile(r"[^\s\"“”„«»()\[\]—–]+$")
_NEXT = re.compile(r"(?P<open>(?:''|``|[\"'“”‘„«‹(\[—–-])*\s?)(?P<word>[^\W_][\w.'’-]*)?")
_SAID = re.compile(
    r"(?:[^\W\d_][\w’'-]*(?:\.(?=,)|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.)?,?\s+){1,8}?(?:said|says|asked|asks|wrote|writes|added|adds|told|replied|shouted|exclaimed|"
    r"tweeted|wondered|demanded|cried|joked|quipped|responded|answered|yelled|continued|(?:planned|wanted|hoped)\sto\sask)\b"
)
# No word of an article is longer; what is longer is no word, and looking back stays cheap.
_LOOK_BACK = 40


def sentence_ends(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of `text[start:end]` (one paragraph or less) as trimmed (start, end)."""
    begin = _skip(text, start, end)
    for match in _STOP.finditer(text, start, end):
        at = match.end("close") if match["wide"] is None else match.end("wide")
        if at <= begin:
            continue
        if match.end() >= end:
            break
        if match["wide"] is not None or _ends(text, begin, end, match):
            yield begin, at
            begin = match.end()
    stop = end
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    if begin < stop:
        yield begin, stop


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends(text: str, begin: int, end: int, match: re.Match[str]) -> bool:
    """Whether the stop of `match` ends the sentence that began at `begin`."""
    following = _NEXT.match(text, match.end(), end)
    word = (following["word"] or "") if following else ""
    if word and word[0].islower() and not word[1:2].isupper():
        # "Really?" he asked. … and so on, an ellipsis, an abbreviation: a small letter carries on.
        return False
    if match["stop"] != ".":
        closes = bool(match["close"]) and match["close"] != ")"
        return not (closes and "…" not in match["stop"] and _SAID.match(text, match.end(), min(end, match.end() + 90)))
    if match["close"]:
        return True
    before = _WORD_BEFORE.search(text, max(begin, match.start() - _LOOK_BACK), match.start())
    return before is None or _ends_after(before.group(), word, text, begin, before.start())


def _ends_after(last: str, word: str, text: str, begin: int, at: int) -> bool:
    """Whether a stop after the word `last` ends its sentence when `word` follows."""
    plain = last.lstrip("'‘’").rsplit("-", 1)[-1]
    following = word.rstrip(".").split("'")[0].split("’")[0]
    opens = following in OPENERS or not following
    if plain in NEVER_LAST or (plain.isupper() and plain.title() in NEVER_LAST and len(plain) > 1):
        return False
    if plain in BEFORE_NUMBER:
        return not word[:1].isdigit()
    if plain in CLOCK:
        return following not in AFTER_CLOCK
    if plain.isdigit() and at == begin:
        return False  # "1. First point" opens a list item.
    if len(plain) == 1 and plain.isalpha() and plain.isupper() and plain != "I":
        return opens and not _follows_name(text, begin, at)
    if "." in plain or plain in MAYBE_LAST:
        return opens
    return True


def _follows_name(text: str, begin: int, at: int) -> bool:
    """Whether the word before `at` is capitalised or missing: a letter after it is an initial."""
    before = _WORD_BEFORE.search(text, max(begin, at - _LOOK_BACK), max(begin, at - 1))
    return before is None or before.group()[:1].isupper()
