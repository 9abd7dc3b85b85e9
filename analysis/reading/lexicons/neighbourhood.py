"""The words on both sides of a term within its sentence; a sentence is read once, when a term in it asks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ...model import Span
from ..english.tables import words
from ..english.text import WORD, fold
from ..english.titles import shortened

REACH = 140
"""Code points read on each side of a term: more than any window of the guards can use."""

ABBREVIATIONS = shortened() | words("lexicons.abbreviations") | {m.capitalize() for m in words("calendar.months_short")}
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_LINE_END = re.compile("\n")
_LAST_WORD = re.compile(r"\w+$")
_TRANSPARENT = re.compile(r"^[\s\"“”‘’']*$")


class Word(NamedTuple):
    """A word beside a term; a tuple, because every word of a text in which a guard asks becomes one."""

    text: str
    low: str
    """In lower case; an acronym stays as printed, so that IS and US are no function words."""
    start: int
    apart: bool
    """Whether punctuation stands between it and the word before."""
    first: bool = False
    """Whether it begins its sentence, so that its capital says nothing."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper() or (self.text[:3].lower() in ("al-", "el-") and self.text[3:4].isupper())


@dataclass(frozen=True, slots=True)
class _Sides:
    """What stands beside a term."""

    before: Sequence[Word]
    after: Sequence[Word]
    apart_before: bool
    starts: bool


class Around:
    """The words of a term's sentence before and after it, looked up when the first of them is asked for."""

    __slots__ = ("_all", "_found", "span", "text")

    def __init__(self, neighbourhoods: Neighbourhoods, span: Span) -> None:
        self.text = neighbourhoods.text
        self.span = span
        self._all = neighbourhoods
        self._found: _Sides | None = None

    @property
    def before(self) -> Sequence[Word]:
        """In text order: the last one touches the term."""
        return self._sides().before

    @property
    def after(self) -> Sequence[Word]:
        return self._sides().after

    @property
    def apart_before(self) -> bool:
        """Whether punctuation stands between the term and the word before."""
        return self._sides().apart_before

    @property
    def starts(self) -> bool:
        """Whether the term begins its sentence."""
        return self._sides().starts

    def _sides(self) -> _Sides:
        if self._found is None:
            self._found = self._all.sides(self.span)
        return self._found


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence in words, or several that a term reaches over."""

    words: Sequence[Word]
    starts: Sequence[int]
    """Where each word begins."""


class Neighbourhoods:
    """The neighbourhoods of one text's terms; a sentence is cut into words when the first term in it asks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._line_starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self._lines: dict[int, Sequence[int]] = {}
        self._sentences: dict[tuple[int, int], _Sentence] = {}

    def around(self, span: Span) -> Around:
        """Return the words beside `span`, up to the ends of its sentence."""
        return Around(self, span)

    def sides(self, span: Span) -> _Sides:
        """Return what `Around` holds of `span`."""
        begin = self._line_starts[bisect_right(self._line_starts, span.start) - 1]
        borders = self._lines.get(begin)
        if borders is None:
            borders = self._lines[begin] = _borders(self.text, begin)
        last = len(borders) - 1
        at = bisect_right(borders, span.start, 0, last) - 1
        follows = min(bisect_left(borders, span.end, at + 1), last)
        start, end = borders[at], borders[follows]
        sentence = self._sentences.get((start, end))
        if sentence is None:
            words = [w for a, b in pairwise(borders[at : follows + 1]) for w in _words(self.text, a, b, True)]
            sentence = self._sentences[start, end] = _Sentence(words, [word.start for word in words])
        before = self._before(sentence, span, max(start, span.start - REACH))
        after = self._after(sentence, span, min(end, span.end + REACH))
        gap = self.text[before[-1].end : span.start] if before else ""
        return _Sides(before, after, not _transparent(gap), not before and span.start - start < REACH)

    def _before(self, sentence: _Sentence, span: Span, edge: int) -> Sequence[Word]:
        first, last = bisect_left(sentence.starts, edge), bisect_left(sentence.starts, span.start)
        if first < last and sentence.words[last - 1].end > span.start:  # "[pre-]war": a piece of the term's own word
            word = sentence.words[last - 1]
            return (*sentence.words[first : last - 1], *_words(self.text, word.start, span.start, word.first, False))
        return sentence.words[first:last]

    def _after(self, sentence: _Sentence, span: Span, edge: int) -> Sequence[Word]:
        first, last = bisect_left(sentence.starts, span.end), bisect_left(sentence.starts, edge)
        if first and sentence.words[first - 1].end > span.end:  # "rebel[-held]": the rest of the term's own word
            word = sentence.words[first - 1]
            rest = _words(self.text, span.end, word.end, False, False)
            return (*rest, *sentence.words[first:last])
        if first < last:  # what stands between is seen from the term's end
            word = sentence.words[first]
            apart = not _transparent(self.text[span.end : word.start])
            if apart != word.apart:
                return (Word(word.text, word.low, word.start, apart), *sentence.words[first + 1 : last])
        return sentence.words[first:last]


def around(text: str, span: Span) -> Around:
    """Return the words beside `span`, up to the ends of its sentence; for many spans make `Neighbourhoods` once."""
    return Neighbourhoods(text).around(span)


def _borders(text: str, begin: int) -> Sequence[int]:
    """Return where each sentence of a line begins, and where the line ends."""
    end = text.find("\n", begin)
    end = len(text) if end < 0 else end
    ends = (match for match in _SENTENCE_END.finditer(text, begin, end) if _ends(text, begin, match.start()))
    return [begin, *(match.end() for match in ends), end]


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
        word, at = match[0], match.start()
        low = _low(word)
        if word.isupper() and len(word) > 1:
            shouted = text[start:end].isupper() if shouted is None else shouted
            low = low if shouted else word
        # A single blank stands before most words; what does not match it is looked at.
        apart = text[last:at] != " " and not _transparent(text[last:at])
        last = at + len(word)
        found.append(Word(word, low, at, apart, sentence_start and not found))
    return found


def _transparent(gap: str) -> bool:
    """Whether nothing but blanks and quotation marks stands in `gap`."""
    return not gap or bool(_TRANSPARENT.match(gap))
