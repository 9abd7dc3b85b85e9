"""Keyword in context over articles. Knows no Qt."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from analysis.messages import text as tr
from analysis.model import Article, Passage, Span

CONTEXT = 120
"""Letters kept on either side at most, whole words only: what a wide column shows."""
PATIENCE_S = 2
"""How long a search may take. Some patterns take for ever, and the standard library's engine cannot be stopped."""
MOST = 5000
"""Lines shown at most; a search that finds more says so."""


class BadPattern(Exception):
    """A pattern that cannot be searched for; the message is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class Line:
    """One hit with what stands around it, on one line."""

    article: str
    outlet: str
    span: Span
    left: str
    hit: str
    right: str

    @property
    def passage(self) -> Passage:
        return Passage(self.article, self.span)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for, and how."""

    words: str
    whole: bool = True
    case: bool = False
    regex: bool = False


def pattern(query: Query) -> regex.Pattern[str]:
    """Return the compiled query; raises BadPattern."""
    source = query.words if query.regex else _plain(query.words)
    if query.whole:
        source = rf"(?<!\w)(?:{source})(?!\w)"
    try:
        return regex.compile(source, 0 if query.case else regex.IGNORECASE)
    except (regex.error, RecursionError, OverflowError) as error:
        words = tr("This is not a regular expression ({reason}); correct it or switch “Regex” off.")
        raise BadPattern(words.format(reason=getattr(error, "msg", error))) from error


def _plain(words: str) -> str:
    """Return a pattern for words as written: any white space and any apostrophe between them will do."""
    escaped = re.escape(" ".join(words.split()))
    return re.sub("['’]", "['’]", escaped.replace(r"\ ", r"\s+"))


def search(articles: Iterable[Article], query: Query) -> tuple[Line, ...]:
    """Return a line per hit, article by article, at most `MOST`; raises BadPattern."""
    if not query.words.strip():
        return ()
    compiled, found, ends = pattern(query), [], time.monotonic() + PATIENCE_S
    try:
        for article in articles:
            for match in compiled.finditer(article.text, timeout=max(0.001, ends - time.monotonic())):
                if match.start() == match.end():  # a pattern such as x* also finds nothing, everywhere
                    continue
                found.append(_line(article, Span(*match.span())))
                if len(found) >= MOST:
                    return tuple(found)
    except TimeoutError as error:
        words = tr("This search takes longer than {seconds} s; make the pattern simpler or search fewer articles.")
        raise BadPattern(words.format(seconds=PATIENCE_S)) from error
    return tuple(found)


def _line(article: Article, span: Span) -> Line:
    text = article.text
    start, end = max(0, span.start - CONTEXT), min(len(text), span.end + CONTEXT)
    while 0 < start < span.start and not text[start - 1].isspace():
        start += 1
    while span.end < end < len(text) and not text[end].isspace():
        end -= 1
    left, right = text[start : span.start], text[span.end : end]
    return Line(article.id, article.label, span, _flat(left), _flat(span.of(text)), _flat(right))


def _flat(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def ordered(lines: Sequence[Line], by: str) -> tuple[Line, ...]:
    """Return lines sorted by the words before the hit (nearest first), after it, by outlet, or as they stand."""
    if by == "left":
        return tuple(sorted(lines, key=lambda line: [w.lower() for w in reversed(re.findall(r"\w+", line.left))]))
    if by == "right":
        return tuple(sorted(lines, key=lambda line: [w.lower() for w in re.findall(r"\w+", line.right)]))
    if by == "outlet":
        return tuple(sorted(lines, key=lambda line: (line.outlet.lower(), line.article, line.span)))
    return tuple(lines)
