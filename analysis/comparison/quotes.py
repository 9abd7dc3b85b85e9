"""The same statement by the same speaker, as several articles cut it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..messages import text
from ..model import ArticleAnalysis, Attribution, Form, QuoteCut, SharedQuote, Span
from ..progress import checked
from .ledger import speaker_rows
from .runs import components, shared_runs, sharing
from .scope import Scope
from .stopwords import STOP_WORDS

MIN_RUN = 5
"""Equal quoted words in a row that make two quotations one statement; four are often a set phrase."""


MIN_TELLING = 3
"""Words that are no function words in the shared run; fewer will do where the run is most of the shorter quotation
("it is together that we" opens many sentences)."""


@dataclass(frozen=True, slots=True)
class _Quoted:
    analysis: ArticleAnalysis
    index: int
    attribution: Attribution
    span: Span
    words: tuple[str, ...]


def shared_quotes(scope: Scope) -> tuple[SharedQuote, ...]:
    """Return the statements that at least two articles quote, the most widely quoted first.

    Two quotations are one statement when they share MIN_RUN words in a row, MIN_TELLING of them telling, and their
    speakers can be the same; where one article names no speaker for it, twice as many words are asked for.
    """
    quoted = [q for analysis in checked(scope.scored) for q in _quoted(scope, analysis)]
    rows, names = speaker_rows(scope)
    edges = [
        (i, j)
        for i, j in sharing([q.words for q in quoted], MIN_RUN)
        if quoted[i].analysis is not quoted[j].analysis and _same(quoted[i], quoted[j], rows)
    ]
    found = [[quoted[i] for i in held] for held in components(len(quoted), edges) if len(held) > 1]
    found.sort(key=lambda cuts: -len({q.analysis.article.id for q in cuts}))
    return tuple(_shared(n, cuts, rows, names) for n, cuts in enumerate(checked(found), 1))


def _quoted(scope: Scope, analysis: ArticleAnalysis) -> list[_Quoted]:
    """Return the attributions with words between quotation marks, with these words."""
    document = analysis.document
    found = []
    for index, attribution in checked(scope.attributions(analysis)):
        if attribution.form is Form.INDIRECT or not attribution.content:
            continue
        words: list[str] = []
        for part in attribution.content:
            for quotation in document.quotations:
                if part.overlaps(quotation.inner):
                    inner = Span(max(part.start, quotation.inner.start), min(part.end, quotation.inner.end))
                    tokens = document.tokens[document.token_at(inner.start) : document.token_at(inner.end)]
                    words += [token.text.casefold().replace("’", "'") for token in tokens if token.word]
        span = Span(attribution.content[0].start, attribution.content[-1].end)
        if len(words) >= MIN_RUN:
            found.append(_Quoted(analysis, index, attribution, span, tuple(words)))
    return found


def _same(a: _Quoted, b: _Quoted, rows: Mapping[tuple[str, int], int]) -> bool:
    least = MIN_RUN
    if rows[a.analysis.article.id, a.index] != rows[b.analysis.article.id, b.index]:
        named = [q.attribution.speaker is not None and q.attribution.speaker.named for q in (a, b)]
        least = 2 * MIN_RUN
        if all(named):
            return False
    shorter = min(len(a.words), len(b.words))
    return any(
        _telling(a.words[run.a : run.a_end]) >= MIN_TELLING or 2 * (run.a_end - run.a) > shorter
        for run in shared_runs(a.words, b.words, least)
    )


def _telling(words: Sequence[str]) -> int:
    return sum(word not in STOP_WORDS for word in words)


def _shared(n: int, cuts: list[_Quoted], rows: Mapping[tuple[str, int], int], names: Sequence[str]) -> SharedQuote:
    """Return the statement, by the speaker whom most articles name, else describe."""
    speakers = [(q, q.attribution.speaker) for q in cuts if q.attribution.speaker]
    named = [q for q, speaker in speakers if speaker.named] or [q for q, _ in speakers]
    counts = Counter(names[rows[q.analysis.article.id, q.index]] for q in named)
    speaker = min(counts, key=lambda name: (-counts[name], name)) if counts else text("no source given")
    return SharedQuote(f"q{n}", speaker, tuple(_cut(q) for q in cuts))


def _cut(quoted: _Quoted) -> QuoteCut:
    cue = " ".join(part.of(quoted.analysis.document.text) for part in quoted.attribution.cue)
    return QuoteCut(
        quoted.analysis.article.id,
        quoted.index,
        quoted.span,
        " ".join(cue.lower().split()),
        quoted.attribution.cue_stance,
        len(quoted.words),
    )
