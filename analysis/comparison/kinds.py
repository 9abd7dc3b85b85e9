"""Which articles figures of the outlets' own voice are about: those of the story's main kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from ..messages import Message, message
from ..model import Article, ArticleAnalysis, ArticleKind
from ..settings import CompareSettings

KIND = "kind"
"""The column by which groups are kinds: nothing is mixed then."""
PAID = "sources.paid"
"""The note of an article that is paid content or a press release."""
_COUNTS_AS = {ArticleKind.LIVE: ArticleKind.NEWS}
"""A live page reports as news does."""


def main_kind(articles: Sequence[Article]) -> ArticleKind:
    """Return the kind of most articles, live pages among the news; of equally many the first of `ArticleKind`."""
    counts = Counter(_counted(article) for article in articles)
    order = list(ArticleKind)
    return min(counts, key=lambda kind: (-counts[kind], order.index(kind)), default=ArticleKind.NEWS)


def apart(analyses: Sequence[ArticleAnalysis], settings: CompareSettings) -> tuple[str, ...]:
    """Return the ids of the articles that are not of the main kind, unless the user wants kinds mixed or apart."""
    if settings.mix_kinds or settings.group_by == KIND:
        return ()
    scored = [analysis.article for analysis in analyses if analysis.article.scored]
    main = main_kind(scored)
    return tuple(article.id for article in scored if _counted(article) is not main or is_paid(article))


def is_paid(article: Article) -> bool:
    """Return whether an article says that it is paid content or a press release: nobody's report."""
    return any(note.key == PAID for note in article.notes)


def paid_note(analyses: Sequence[ArticleAnalysis]) -> tuple[Message, ...]:
    """Return which articles say that they are paid content or press releases; nothing where none does."""
    paid = [analysis.article for analysis in analyses if is_paid(analysis.article)]
    if not paid:
        return ()
    return (message("comparison.note.paid", count=len(paid), names=", ".join(map(_named, paid))),)


def _counted(article: Article) -> ArticleKind:
    return _COUNTS_AS.get(article.kind, article.kind)


def kinds_note(analyses: Sequence[ArticleAnalysis], left_out: Sequence[str]) -> tuple[Message, ...]:
    """Return which kind the figures are about and which articles they leave out, by kind; nothing where none is."""
    scored = [analysis.article for analysis in analyses if analysis.article.scored]
    left_out = [article.id for article in scored if article.id in left_out and not is_paid(article)]
    if not left_out:
        return ()
    by_kind: dict[str, list[str]] = defaultdict(list)
    for article in scored:
        if article.id in left_out:
            by_kind[str(article.kind)].append(_named(article))
    names = "; ".join(f"{kind}: {', '.join(by_kind[kind])}" for kind in map(str, ArticleKind) if kind in by_kind)
    main = str(main_kind(scored))
    return (message("comparison.note.kinds", count=len(left_out), kind=main, names=names),)


def _named(article: Article) -> str:
    return f"{article.label} (“{article.title}”)" if article.title else article.label


def incomplete_note(analyses: Sequence[ArticleAnalysis]) -> tuple[Message, ...]:
    """Return which articles are here in part only; nothing where all are whole."""
    parts = [analysis.article for analysis in analyses if not analysis.article.complete]
    if not parts:
        return ()
    names = ", ".join(map(_named, parts))
    return (message("comparison.note.incomplete", count=len(parts), names=names),)
