"""What is known of an article besides its text, in words: its kind, whether it is whole, where values come from, and
what its import noted."""

from __future__ import annotations

from analysis.messages import Label, render
from analysis.messages import text as tr
from analysis.model import Article, ArticleKind

KINDS = {
    ArticleKind.NEWS: Label("news"),
    ArticleKind.ANALYSIS: Label("analysis"),
    ArticleKind.OPINION: Label("opinion"),
    ArticleKind.LETTER: Label("letter"),
    ArticleKind.LIVE: Label("live blog"),
    ArticleKind.INTERVIEW: Label("interview"),
    ArticleKind.TRANSCRIPT: Label("transcript"),
}
QUIET = frozenset({"sources.removed", "sources.page_left_out", "sources.page_data"})
"""Notes that say what an import usually does; every other one is something for the user to look at."""
WHOLE, INCOMPLETE = Label("whole"), Label("incomplete")


def evidence(article: Article, field: str) -> str:
    """Return where the value of a field comes from, "" where nothing says it."""
    known = next((known for known in article.evidence if known.field == field), None)
    return render(known.message) if known is not None else ""


def completeness(article: Article) -> str:
    """Return whether the source holds the whole article, in a word."""
    return tr(WHOLE if article.complete else INCOMPLETE)


def doubts(article: Article) -> tuple[str, ...]:
    """Return what the import noted that the user should look at."""
    return tuple(render(note) for note in article.notes if note.key not in QUIET)


def notes(article: Article) -> tuple[str, ...]:
    """Return all that the import noted, first what the user should look at."""
    usual = (render(note) for note in article.notes if note.key in QUIET)
    return (*doubts(article), *usual)
