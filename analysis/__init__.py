"""Parallax's engine: read sources, analyse articles, compare outlets. Knows nothing of any window.

>>> reading = read(["story/"])                       # doctest: +SKIP
>>> found = list(analyze_all(reading.articles))                     # doctest: +SKIP
>>> comparison = compare([a for a in found if not isinstance(a, Failure)])   # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from .errors import ParallaxError
from .failures import Failure, part_of_work
from .messages import Message, message
from .progress import Report, following, part, saying, silent
from .settings import CompareSettings, ReadSettings

if TYPE_CHECKING:
    from .errors import LexiconError
    from .method import AnalyzerInfo
    from .model import Article, ArticleAnalysis, Comparison, Decision
    from .sources import Reading
    from .sources.dates import DayOrder

__version__ = "0.1.0"
__all__ = [
    "CompareSettings",
    "Failure",
    "ReadSettings",
    "analyze",
    "analyze_all",
    "analyzers",
    "check_lexicons",
    "compare",
    "load_reader",
    "no_reader",
    "read",
]


def read(
    paths: Sequence[str],
    settings: ReadSettings = ReadSettings(),
    report: Report = silent,
    only: Collection[str] = (),
    day_orders: Mapping[str, DayOrder] = MappingProxyType({}),
) -> Reading:
    """Return the articles of `paths` (files, folders, `-`) and what was skipped, each with its reason.

    With `only`, files among these, no others are read; `day_orders` are those of their folders, as a Reading has them.
    """
    from .sources import read_paths

    with following(report) as followed:
        return read_paths(paths, settings, followed, only, day_orders)


def analyze(article: Article, report: Report = silent) -> ArticleAnalysis:
    """Return everything found in one article; a ParallaxError that names the part where one of it fails."""
    from .reading.pipeline import analyze_article

    return analyze_article(article, report=report)


def analyze_all(articles: Sequence[Article], report: Report = silent) -> Iterator[ArticleAnalysis | Failure]:
    """Yield everything found in each article, or why it could not be analysed: no article takes the others down."""
    for i, article in enumerate(articles):
        doing = message("progress.analysing", name=article.label)
        mine = saying(part(report, i / len(articles), (i + 1) / len(articles)), doing)
        mine(0.0, None)
        yield _analyzed(article, mine)


def _analyzed(article: Article, report: Report) -> ArticleAnalysis | Failure:
    try:
        with part_of_work("analysis"):
            return analyze(article, report)
    except ParallaxError as error:
        return Failure(article.source, error.message, article.id)


def analyzers() -> tuple[AnalyzerInfo, ...]:
    """Return what each analyzer gives, in the order in which they are shown; loads nothing."""
    from .reading.analyzers import infos

    return infos()


def load_reader(report: Report = silent) -> None:
    """Load the trained Reader, where there is one, so that the first article need not wait for it."""
    from .reading import reader

    if reader.available() is None:
        report(0.0, message("reader.loading"))
        reader.shared()


def no_reader() -> Message | None:
    """Return why there is no trained Reader, None where there is one; loads nothing."""
    from .reading.reader import available

    return available()


def check_lexicons(paths: Sequence[str]) -> list[LexiconError]:
    """Return every fault of lexicon files, in file and line order."""
    from .reading.lexicons import check

    return check(paths)


def compare(
    analyses: Sequence[ArticleAnalysis],
    settings: CompareSettings = CompareSettings(),
    decisions: Sequence[Decision] = (),
    report: Report = silent,
) -> Comparison:
    """Return what sets the groups of articles apart; `decisions` of the user are applied first."""
    from .comparison import compare_analyses

    with following(report) as followed:
        return compare_analyses(analyses, settings, decisions, followed)
