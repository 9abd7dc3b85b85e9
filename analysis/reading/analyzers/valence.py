"""Valence: the Reader's own estimate of how people would rate each sentence. It stands beside VADER, never in it."""

from __future__ import annotations

import math
from statistics import fmean

from ...messages import message
from ...model import Document, Mark, Measure, Passage
from .base import AnalyzerInfo, MeasureInfo
from .loaded_measures import by_dimension, read_sentences

VALENCE = "valence.mean"
SCALE = 4.0
"""The raters of the training sentences went from -4 to 4; divided by 4 it stands on the compound's scale."""


class ValenceAnalyzer:
    """Measures the Reader's valence of sentences; it marks nothing."""

    @property
    def info(self) -> AnalyzerInfo:
        return AnalyzerInfo(
            id="valence",
            version=1,
            label=message("valence.label"),
            kinds=(),
            measures=(MeasureInfo(VALENCE, message("valence.mean.label"), "valence", message("valence.mean.why")),),
            colour_role="sentiment",
            needs_reader=True,
        )

    def marks(self, document: Document) -> tuple[Mark, ...]:
        return ()

    def measures(self, document: Document, marks: tuple[Mark, ...]) -> tuple[Measure, ...]:
        """Return the mean valence over sentences, by voice and by section; None where there is no sentence."""
        reading = document.reading
        if reading is None:
            return ()
        read = read_sentences(document, lambda i: scaled(float(reading.valence[i])))
        found = []
        for dimensions, group in by_dimension(document, read):
            mean = fmean(value for _, value in group) if group else None
            passages = tuple(Passage(document.article.id, sentence.span) for sentence, _ in group)
            found.append(Measure(VALENCE, dimensions, mean, len(group), "valence", passages=passages))
        return tuple(found)


def scaled(value: float) -> float:
    """Return a valence of -4 … 4 on the scale -1 … 1."""
    return max(-1.0, min(1.0, value / SCALE)) if not math.isnan(value) else value


def sentence_valence(document: Document, index: int) -> float | None:
    """Return the valence of sentence `index`, -1 … 1; None where it was not read."""
    if document.reading is None:
        return None
    value = scaled(float(document.reading.valence[index]))
    return None if math.isnan(value) else value
