"""The words on both sides of a term, up to the ends of its sentence; each line is read once, when a term in it asks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...model import Span
from .text import WORD, fold

REACH = 140
"""Code points read on each side of a term: more than any window of the guards can use."""

ABBREVIATIONS = frozenset(
    "Mr Mrs Ms Dr Prof Rep Reps Sen Sens Gov Gen Col Lt Sgt Capt Maj Cmdr St Jr Sr No vs "
    "Jan Feb Aug Sept Oct Nov Dec".split()
)
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_LAST_WORD = re.compile(r"\w+$")
_TRANSPARENT = re.compile(r"^[\s\"“”‘’']*$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word beside a term."""

    text: str
    low: str
    """In lower case; an acronym stays as printed, so that IS and US are no function words."""
    span: Span
    apart: bool
    """Whether punctuation stands between it and the word before."""
    first: bool = False
    """Whether it begins its sentence, so that its capital says nothing."""

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper() or (self.text[:3].lower() in ("al-", "el-") and self.text[3:4].isupper())


@dataclass(frozen=True, slots=True)
class Around:
    """The words of a term's sentence before and after it."""

    text: str
    span: Span
    before: tuple[Word, ...]
    """In text order: the last one touches the term."""
    after: tuple[Word, ...]
    apart_before: bool
    """Whether punctuation stands between the term and the word before."""
    starts: bool
    """Whether the term begins its sentence."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a text in words and sentences."""

    words: tuple[Word, ...]
    starts: tuple[int, ...]
    """Where each word begins."""
    sentences: tuple[int, ...]
    """Where each sentence begins."""


class Neighbourhoods:
    """The neighbourhoods of one text's terms; a line is cut into words when the first term in it asks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines: dict[int, _Line] = {}

    def around(self, span: Span) -> Around:
        """Return the words beside `span`, up to the ends of its sentence."""
        text = self.text
        begin = text.rfind("\n", 0, span.start) + 1
        line = self._lines.get(begin)
        if line is None:
            line = self._lines[begin] = _line(text, begin)
        at = bisect_right(line.sentences, span.start) - 1
        sentence = line.sentences[at]
        end = text.find("\n", span.end)
        end = len(text) if end < 0 else end
        follows = bisect_left(line.sentences, span.end, at + 1)
        if follows < len(line.sentences):
            end = line.sentences[follows]
        before = self._before(line, span, max(sentence, span.start - REACH))
        after = self._after(line, span, min(end, span.end + REACH))
        gap = text[before[-1].span.end : span.start] if before else ""
        return Around(text, span, before, after, not _transparent(gap), not before and span.start - sentence < REACH)

    def _before(self, line: _Line, span: Span, edge: int) -> tuple[Word, ...]:
        first, last = bisect_left(line.starts, edge), bisect_left(line.starts, span.start)
        if first < last and line.words[last - 1].span.end > span.start:  # "[pre-]war": a piece of the term's own word
            word = line.words[last - 1]
            return (*line.words[first : last - 1], *_words(self.text, word.span.start, span.start, word.first, False))
        return line.words[first:last]

    def _after(self, line: _Line, span: Span, edge: int) -> tuple[Word, ...]:
        first, last = bisect_left(line.starts, span.end), bisect_left(line.starts, edge)
        if first and line.words[first - 1].span.end > span.end:  # "rebel[-held]": the rest of the term's own word
            word = line.words[first - 1]
            rest = _words(self.text, span.end, word.span.end, False, False)
            return (*rest, *line.words[first:last])
        if first < last:  # what stands between is seen from the term's end
            word = line.words[first]
            apart = not _transparent(self.text[span.end : word.span.start])
            if apart != word.apart:
                return (Word(word.text, word.low, word.span, apart), *line.words[first + 1 : last])
        return line.words[first:last]


def around(text: str, span: Span) -> Around:
    """Return the words beside `span`, up to the ends of its sentence; for many spans make `Neighbourhoods` once."""
    return Neighbourhoods(text).around(span)


def _line(text: str, begin: int) -> _Line:
    end = text.find("\n", begin)
    end = len(text) if end < 0 else end
    ends = (match for match in _SENTENCE_END.finditer(text, begin, end) if _ends(text, begin, match.start()))
    sentences = [begin, *(match.end() for match in ends)]
    words: list[Word] = []
    for start, stop in zip(sentences, [*sentences[1:], end], strict=True):
        words.extend(_words(text, start, stop, True))
    return _Line(tuple(words), tuple(word.span.start for word in words), tuple(sentences))


def _ends(text: str, begin: int, at: int) -> bool:
    """Whether the stop at `at` ends its sentence; a full stop behind an initial or abbreviation does not."""
    if text[at] != ".":
        return True
    before = text[at - 1 : at] if at > begin else ""
    if not before or not (before in ")]%" or before.isdigit() or before.islower()):
        return False
    word = _LAST_WORD.search(text, max(begin, at - 6), at)
    return word is None or word.group() not in ABBREVIATIONS


@lru_cache(maxsize=16384)
def _low(word: str) -> str:
    return fold(word)


def _words(text: str, start: int, end: int, sentence_start: bool, shouted: bool | None = None) -> Sequence[Word]:
    """Return the words of a stretch; `shouted`: whether all of it is in capitals, so that they make no acronym."""
    found: list[Word] = []
    last = start
    for match in WORD.finditer(text, start, end):
        word = match.group()
        low = _low(word)
        if len(word) > 1 and word.isupper():
            shouted = text[start:end].isupper() if shouted is None else shouted
            low = low if shouted else word
        at = match.start()
        apart = not _transparent(text[last:at])
        last = at + len(word)
        found.append(Word(word, low, Span(at, last), apart, sentence_start and not found))
    return found


def _transparent(gap: str) -> bool:
    """Whether nothing but blanks and quotation marks stands in `gap`."""
    return gap == " " or not gap or bool(_TRANSPARENT.match(gap))
