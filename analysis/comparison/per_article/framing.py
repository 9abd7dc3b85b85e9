"""What framing marks amount to in one article: counts, and rates per 1,000 words, by voice and by dimension."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import ArticleAnalysis, Dimension, Document, Mark, MarkKind, Measure, Voice
from .passages import of_marks

COUNT, RATE = "framing.count", "framing.rate"
VOICES = (Voice.NARRATOR, Voice.QUOTED, Voice.REPORTED, Voice.SCARE)


def framing_measures(analysis: ArticleAnalysis) -> tuple[Measure, ...]:
    """Return count and rate of all framing marks, of each voice and of each dimension.

    rate = 1,000 × marks / words; `n` of a rate is its number of words: those in the voice for a voice, else all words.
    Scare quotes set words off from the outlet's own, so their words are counted with the outlet's own.
    None where there are no such words.
    """
    document, marks = analysis.document, analysis.of_kind(MarkKind.FRAMING)
    found: list[Measure] = []
    total = document.words
    found.extend(_pair(document, marks, (), total))
    words = voice_words(document)
    for voice in VOICES:
        of_voice = [mark for mark in marks if mark.voice is voice]
        found.extend(_pair(document, of_voice, (("voice", voice.value),), words[voice]))
    for dimension in Dimension:
        of_dimension = [mark for mark in marks if mark.dimension is dimension]
        found.extend(_pair(document, of_dimension, (("dimension", dimension.value),), total))
    return tuple(found)


def voice_words(document: Document) -> dict[Voice, int]:
    """Return the number of words in each voice; scare quotes stand among the outlet's own words."""
    counts = dict.fromkeys(VOICES, 0)
    if not document.voices:
        counts[Voice.NARRATOR] = document.words
    for run in document.voices:
        if run.voice in counts:
            counts[run.voice] += document.words_in(run.span)
    counts[Voice.SCARE] += counts[Voice.NARRATOR]
    return counts


def _pair(
    document: Document, marks: Sequence[Mark], dimensions: tuple[tuple[str, str], ...], words: int
) -> tuple[Measure, Measure]:
    passages = of_marks(document, marks)
    rate = 1000 * len(marks) / words if words else None
    return (
        Measure(COUNT, dimensions, float(len(marks)), len(marks), "terms", passages=passages),
        Measure(RATE, dimensions, rate, words, "per 1,000 words", passages=passages),
    )
