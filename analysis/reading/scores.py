"""What the Reader gives each sentence, as a layer of the analysis."""

from __future__ import annotations

import math

from ..model import Document, SentenceScore
from ..progress import checked
from ..readings import Reading
from ..thresholds import LOADED_SENTENCE
from .analyzers.loaded_words import sentence_probability, stand_out

SCALE = 4.0
"""The raters of the training sentences went from -4 to 4; divided by 4 valence stands on VADER's scale."""


def sentence_scores(document: Document) -> tuple[SentenceScore, ...]:
    """Return the scores of every sentence; nothing without a reading."""
    reading = document.reading
    if reading is None:
        return ()
    return tuple(_score(document, reading, index) for index in checked(range(len(document.sentences))))


def _score(document: Document, reading: Reading, index: int) -> SentenceScore:
    loaded = sentence_probability(document, index)
    return SentenceScore(
        valence=_scaled(float(reading.valence[index])),
        loaded=loaded,
        subjective=_known(float(reading.subjective[index])),
        loaded_as_a_whole=loaded is not None and loaded >= LOADED_SENTENCE and not stand_out(document, reading, index),
    )


def _scaled(valence: float) -> float | None:
    """Return a valence of -4 … 4 on the scale -1 … 1."""
    known = _known(valence)
    return None if known is None else max(-1.0, min(1.0, known / SCALE))


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value
