"""The figures of one article, from its analysis alone; the JSON of an article lists them.

Those of groups stand beside this package: they leave out what the wire shares and count by the voice of most words.
"""

from __future__ import annotations

from ...model import ArticleAnalysis, Measure
from .agency import agency_measures
from .framing import framing_measures
from .loaded import loaded_measures
from .marked import marked_measures
from .sentiment import sentiment_measures
from .toward import toward_measures
from .valence import valence_measures

__all__ = ["article_measures"]


def article_measures(analysis: ArticleAnalysis) -> tuple[Measure, ...]:
    """Return all figures of an article, nothing for one in a language that is not scored."""
    if not analysis.article.scored:
        return ()
    return (
        *framing_measures(analysis),
        *sentiment_measures(analysis),
        *valence_measures(analysis),
        *toward_measures(analysis),
        *loaded_measures(analysis),
        *agency_measures(analysis),
        *marked_measures(analysis),
    )
