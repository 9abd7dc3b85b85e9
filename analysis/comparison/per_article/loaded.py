"""What the Reader's loaded sentences and words amount to in one article."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from ...model import ArticleAnalysis, Document, Mark, MarkKind, Measure, Voice
from ...thresholds import LOADED_SENTENCE
from .marked import voice_words
from .passages import of_marks, of_sentences
from .sentences import Dimensions, by_dimension, read_sentences

SHARE, MEAN, WORDS = "loaded.share", "loaded.mean", "loaded.words"


def loaded_measures(analysis: ArticleAnalysis) -> tuple[Measure, ...]:
    """Return shares and means over sentences by voice and section, and loaded words per 1,000 words by voice.

    share = loaded sentences / n, mean = Σ probability / n, with n sentences that were read. Nothing without a reading.
    """
    if not analysis.was_read:
        return ()
    document, marks = analysis.document, analysis.of_kind(MarkKind.LOADED)
    found: list[Measure] = []
    for dimensions, group in by_dimension(analysis, read_sentences(analysis, lambda score: score.loaded)):
        n = len(group)
        over = [sentence for sentence, probability in group if probability >= LOADED_SENTENCE]
        share, mean = (len(over) / n, fmean(p for _, p in group)) if n else (None, None)
        everything = of_sentences(document, (sentence for sentence, _ in group))
        found.append(Measure(SHARE, dimensions, share, n, "share", passages=of_sentences(document, over)))
        found.append(Measure(MEAN, dimensions, mean, n, "probability", passages=everything))
    words = voice_words(document)
    found.append(_rate(document, marks, (), document.words))
    for voice in (Voice.NARRATOR, Voice.QUOTED, Voice.REPORTED):
        found.append(_rate(document, [m for m in marks if m.voice is voice], (("voice", voice.value),), words[voice]))
    return tuple(found)


def _rate(document: Document, marks: Sequence[Mark], dimensions: Dimensions, words: int) -> Measure:
    rate = 1000 * len(marks) / words if words else None
    return Measure(WORDS, dimensions, rate, words, "per 1,000 words", passages=of_marks(document, marks))
