"""Paragraphs, sentences and tokens of an article, section by section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from ...model import Article, Section, SectionKind, Sentence, Span, Token
from ...progress import checked
from .sentences import sentence_ends
from .tokens import tokenize

_BLOCK = re.compile(r"\n[^\S\n]*(?:\n\s*)")
_LINE = re.compile(r"\n")
# Mail and wire services wrap between 60 and 80 columns; a paragraph a line is longer or uneven.
_WRAP_MIN, _WRAP_MAX = 50, 100
LONGEST_SENTENCE = 300
"""Tokens. The longest sentence of the news measured has 220; what is longer is a list, a table or a text without full
stops. It is cut, since rules look ahead as far as their sentence goes and VADER looks up each word's place in it:
100,000 words without a full stop would take hours. Re-run `python -m tests.benchmarks.growth` when changing it."""


def segment(article: Article) -> tuple[tuple[Span, ...], tuple[Sentence, ...], tuple[Token, ...]]:
    """Return the paragraphs, sentences and tokens of `article`.

    No sentence crosses a paragraph or a section; a dateline is a sentence of its own within its paragraph. One of more
    than LONGEST_SENTENCE tokens is cut.
    """
    text = article.text
    paragraphs: list[Span] = []
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    for paragraph, pieces in checked(_paragraphs(text, article.sections)):
        for kind, piece in pieces:
            whole = kind is SectionKind.DATELINE
            spans = [_trim(text, piece)] if whole else [Span(*s) for s in sentence_ends(text, piece.start, piece.end)]
            for span in spans:
                first = len(tokens)
                tokens.extend(tokenize(text, span.start, span.end))
                for start, end in checked(_bounded(tokens, first)):
                    cut = Span(
                        span.start if start == first else tokens[start].span.start,
                        span.end if end == len(tokens) else tokens[end - 1].span.end,
                    )
                    sentences.append(Sentence(cut, len(paragraphs), kind, (start, end)))
        paragraphs.append(paragraph)
    return tuple(paragraphs), tuple(sentences), tuple(tokens)


def _bounded(tokens: list[Token], first: int) -> Iterator[tuple[int, int]]:
    """Yield the tokens from `first` on as ranges of at most LONGEST_SENTENCE, cut where a clause ends if one does."""
    while len(tokens) - first > LONGEST_SENTENCE:
        last = first + LONGEST_SENTENCE
        half = last - LONGEST_SENTENCE // 2
        end = next((i + 1 for i in range(last - 1, half, -1) if tokens[i].text in _CLAUSE_ENDS), last)
        yield first, end
        first = end
    if len(tokens) > first:
        yield first, len(tokens)


_CLAUSE_ENDS = frozenset(";:,")


def _trim(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _paragraphs(text: str, sections: tuple[Section, ...]) -> Iterator[tuple[Span, list[tuple[SectionKind, Span]]]]:
    """Yield each paragraph with its pieces by section: more than one only where a dateline opens it."""
    pieces = list(_section_pieces(text, sections))
    at = 0
    for block in _blocks(text):
        held: list[tuple[SectionKind, Span]] = []
        while at < len(pieces) and pieces[at][1].end <= block.start:
            at += 1
        i = at
        while i < len(pieces) and pieces[i][1].start < block.end:
            kind, span = pieces[i]
            cut = _trim(text, Span(max(span.start, block.start), min(span.end, block.end)))
            i += 1
            if not len(cut):
                continue
            if held and SectionKind.DATELINE not in (held[-1][0], kind) and held[-1][0] is not kind:
                yield _around(held), held
                held = []
            held.append((kind, cut))
        if held:
            yield _around(held), held


def _around(pieces: list[tuple[SectionKind, Span]]) -> Span:
    return Span(pieces[0][1].start, pieces[-1][1].end)


def _section_pieces(text: str, sections: tuple[Section, ...]) -> Iterator[tuple[SectionKind, Span]]:
    """Yield the whole text by section; what no section claims is body."""
    at = 0
    for section in sorted(sections, key=lambda s: s.span):
        start, end = max(at, section.span.start), min(len(text), section.span.end)
        if start > at:
            yield SectionKind.BODY, Span(at, start)
        if end > start:
            yield section.kind, Span(start, end)
            at = end
    if at < len(text):
        yield SectionKind.BODY, Span(at, len(text))


def _blocks(text: str) -> Iterator[Span]:
    """Yield the paragraphs of `text`: blocks between blank lines, cut at line ends unless these only wrap."""
    at = 0
    for end in [*(m.start() for m in _BLOCK.finditer(text)), len(text)]:
        yield from _lines(text, at, end)
        at = end


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    cuts = [start, *(m.end() for m in _LINE.finditer(text, start, end)), end]
    lines = [_trim(text, Span(a, b)) for a, b in pairwise(cuts)]
    lines = [line for line in lines if len(line)]
    if not lines:
        return
    if _wrapped(text, lines):
        yield Span(lines[0].start, lines[-1].end)
    else:
        yield from lines


def _wrapped(text: str, lines: list[Span]) -> bool:
    """Whether line ends only wrap: even lengths, and most lines stop in mid-sentence."""
    inner = lines[:-1]
    if len(inner) < 2:
        return False
    widths = [len(line) for line in inner]
    middle = median(widths)
    if not _WRAP_MIN <= middle <= _WRAP_MAX or max(widths) > middle * 1.3:
        return False
    broken = sum(text[line.end - 1] not in '.!?:"”' for line in inner)
    return broken * 2 > len(inner)
