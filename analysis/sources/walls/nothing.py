"""Whether a text is nothing but a wall: a request for consent, for a subscription or scripts, an error, a check."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ...messages import Message, message
from .words import phrases, plain

MOST_WORDS = 700
"""Words of the longest wall: requests for consent list what partners do; of those looked at the longest had 420."""
ERROR_WORDS = 150
"""Words of the longest error page; articles under a title such as "Page not found" are longer."""
HELD = 0.6
"""Share of its words in paragraphs with a phrase of walls from which a text is one."""
LEAST_PHRASES = 3
FEW_WORDS = 30
"""Words up to which one phrase is enough where it asks for something: "Please enable JavaScript to continue." """
BUTTON_WORDS = 6
"""Of the longest button: "Accept all cookies and continue"."""
FREE_WORDS = 20
"""Words without a phrase of walls up to which a text may be one whose other lines went as furniture."""
HEADLINE_WORDS = 10
"""Words before an offer of the rest that may be a headline only: with more, the text is a stub."""
SHORT_ERROR = 40
"""Words of an error page whose first line says a whole phrase: "The page you are looking for …"."""
SHOWN = 60
_TOLD = re.compile(r"\b(?:said|says|told|ruled|announced|according to|sagte|dijo|déclaré)\b")
"""What is said of somebody is a report, though it be about walls; of those looked at none has such a word."""
_NO_REQUEST = re.compile(r"\b(?:was|were|had|has|did|would|should|(?:must|will|have) be(?:en)?)\b")
"""What a button or a request does not have."""
_ASKING = re.compile(
    r"(?:(?:please|sorry|you (?:must|need to|have to|can|may)|to [\w' ]{1,40}|we|our)[,:]? (?:please )?)?"
)
"""What may stand before a phrase in a sentence that asks the reader for something."""
_SENTENCE = re.compile(r"(?<=[.!?…:|•–—]) ")
KINDS = ("robot", "script", "consent", "login", "cut")


def wall_of(title: str, paragraphs: Sequence[str], removed: Sequence[str] = ()) -> Message | None:
    """Return that a text is no article but a wall, and of which kind; None where it may be an article.

    `removed` are lines left out as furniture, which a request for consent looks like.
    """
    words = _words(paragraphs)
    if words > MOST_WORDS:
        return None
    lines = [plain(p) for p in paragraphs]
    if words <= ERROR_WORDS and not any(map(_TOLD.search, lines)):
        for line in (plain(title), *lines[:2]):
            if _opens(phrases().robot, line):
                return message("sources.wall.robot")
            if _opens(phrases().error, line) and _is_error(line, lines, words):
                return message("sources.wall.error", title=_bare(line)[:SHOWN])
    free = 0
    for line in sorted(lines, key=len, reverse=True):
        free += 0 if _kinds(line) else len(line.split())
        if free > max(FREE_WORDS, (1 - HELD) * words):
            return None  # whatever the shorter lines say
    held = [line for line in lines if _kinds(line)]
    free = words - _words(held)
    if free <= FREE_WORDS:
        held += [line for line in map(plain, removed) if _kinds(line)]
    found = {kind: len({phrase for line in held for k, phrase in _kinds(line) if k == kind}) for kind in KINDS}
    offered = found["cut"] > 0 and free <= HEADLINE_WORDS
    enough = 1 if free + _words(held) <= FEW_WORDS and any(map(_asks, held)) else LEAST_PHRASES
    if not offered and (sum(found.values()) < enough or _words(held) < HELD * (free + _words(held))):
        return None
    kind = max(KINDS, key=lambda name: found[name])
    if found["consent"] and kind != "robot" and not offered:
        kind = "consent"
    return message(f"sources.wall.{'login' if kind == 'cut' else kind}")


@lru_cache(maxsize=1024)
def _kinds(line: str) -> frozenset[tuple[str, str]]:
    """Return the phrases of walls in a line, each with the kind of wall; none where it reports what somebody said."""
    if _TOLD.search(line):
        return frozenset()
    lists = phrases()
    patterns = (lists.robot, lists.script, lists.consent, lists.login, lists.cut)
    return frozenset((kind, m[0]) for kind, p in zip(KINDS, patterns, strict=True) for m in p.finditer(line))


def _asks(line: str) -> bool:
    """Return whether a line with a phrase of walls is a button, or asks for something: the phrase opens a sentence."""
    if _NO_REQUEST.search(line):
        return False
    found = [phrase for _, phrase in _kinds(line)]
    if len(line.split()) <= BUTTON_WORDS and not line.endswith("."):
        return bool(found)
    sentences = [_bare(sentence) for sentence in _SENTENCE.split(line)]
    return any(
        sentence.startswith(phrase, start)
        for sentence in sentences
        for start in {0, _lead(sentence)}
        for phrase in found
    )


def _lead(sentence: str) -> int:
    """Return where in a sentence that asks for something the request begins, behind "please" and the like."""
    m = _ASKING.match(sentence)
    return m.end() if m else 0


def _words(lines: Sequence[str]) -> int:
    return sum(len(line.split()) for line in lines)


def _bare(line: str) -> str:
    """Return a line without the signs at its ends; by steps, for a pattern takes time in the square of many signs."""
    start, end = 0, len(line)
    while start < end and not line[start].isalnum():
        start += 1
    while end > start and not line[end - 1].isalnum():
        end -= 1
    return line[start:end]


def _opens(pattern: re.Pattern[str], line: str) -> bool:
    return pattern.match(_bare(line)) is not None


def _is_error(line: str, lines: Sequence[str], words: int) -> bool:
    """Return whether a line that opens like an error is one: nothing but that, or others say the same."""
    pattern = phrases().error
    opening = pattern.match(_bare(line))
    if words <= SHORT_ERROR and opening is not None and len(opening[0].split()) > 2:
        return True
    again = {m[0] for other in (line, *lines) for m in pattern.finditer(other)}
    return pattern.fullmatch(_bare(line)) is not None or len(again) > 1
