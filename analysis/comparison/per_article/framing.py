"""What framing marks amount to in one article: counts, and rates per 1,000 words, by voice and by dimension."""

from __future__ import annotations

from ...model import ArticleAnalysis, Dimension, MarkKind, Measure
from .marked import by_voice, count_and_rate

NAME, UNIT = "framing", "terms"


def framing_measures(analysis: ArticleAnalysis) -> tuple[Measure, ...]:
    """Return count and rate of all framing marks, of each voice and of each dimension.

    rate = 1,000 × marks / words; `n` of a rate is its number of words: those in the voice for a voice, else all words.
    Scare quotes set words off from the outlet's own, so their words are counted with the outlet's own.
    None where there are no such words.
    """
    document, marks = analysis.document, analysis.of_kind(MarkKind.FRAMING)
    found = list(by_voice(document, NAME, marks, UNIT))
    for dimension in Dimension:
        of_dimension = [mark for mark in marks if mark.dimension is dimension]
        by = (("dimension", dimension.value),)
        found.extend(count_and_rate(document, NAME, of_dimension, by, document.words, UNIT))
    return tuple(found)
