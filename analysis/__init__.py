"""Parallax's engine: read sources, analyse articles, compare outlets. Knows nothing of any window.

>>> reading = read(["story/"])                       # doctest: +SKIP
>>> comparison = compare([analyze(a) for a in reading.articles])   # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .progress import Report, silent
from .settings import CompareSettings, ReadSettings

if TYPE_CHECKING:
    from .model import Article, ArticleAnalysis, Comparison, Decision
    from .sources import Reading

__version__ = "0.1.0"
__all__ = ["CompareSettings", "ReadSettings", "analyze", "compare", "read"]


def read(paths: Sequence[str], settings: ReadSettings = ReadSettings(), report: Report = silent) -> Reading:
    """Return the articles of `paths` (files, folders, `-`) and what was skipped, each with its reason."""
    from .sources import read_paths

    return read_paths(paths, settings, report)


def analyze(article: Article, report: Report = silent) -> ArticleAnalysis:
    """Return everything found in one article."""
    from .reading import analyze_article

    return analyze_article(article, report=report)


def compare(
    analyses: Sequence[ArticleAnalysis],
    settings: CompareSettings = CompareSettings(),
    decisions: Sequence[Decision] = (),
    report: Report = silent,
) -> Comparison:
    """Return what sets the groups of articles apart; `decisions` of the user are applied first."""
    from .comparison import compare_analyses

    return compare_analyses(analyses, settings, decisions, report)
