"""The mean valence of an article's sentences."""

from __future__ import annotations

from statistics import fmean

from ...model import ArticleAnalysis, Measure
from .passages import of_sentences
from .sentences import by_dimension, read_sentences

VALENCE = "valence.mean"


def valence_measures(analysis: ArticleAnalysis) -> tuple[Measure, ...]:
    """Return the mean valence over sentences, by voice and by section; None where there is no sentence."""
    if not analysis.was_read:
        return ()
    found = []
    for dimensions, group in by_dimension(analysis, read_sentences(analysis, lambda score: score.valence)):
        mean = fmean(value for _, value in group) if group else None
        passages = of_sentences(analysis.document, (sentence for sentence, _ in group))
        found.append(Measure(VALENCE, dimensions, mean, len(group), "valence", passages=passages))
    return tuple(found)
