"""Counts of marks in one article, and rates per 1,000 words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import ArticleAnalysis, Document, Mark, Measure, Voice
from .passages import of_marks

VOICES = (Voice.NARRATOR, Voice.QUOTED, Voice.REPORTED, Voice.SCARE)
Dimensions = tuple[tuple[str, str], ...]


def marked_measures(analysis: ArticleAnalysis) -> Iterator[Measure]:
    """Yield count and rate, of all marks and of each voice, for every analyzer that has no measures of its own.

    Nothing where an analyzer needs the Reader and the article was not read.
    """
    for info in analysis.method.analyzers:
        if not info.measures and (analysis.was_read or not info.needs_reader):
            yield from by_voice(analysis.document, info.id, analysis.of_kind(info.id), "marks")


def by_voice(document: Document, name: str, marks: Sequence[Mark], unit: str) -> Iterator[Measure]:
    """Yield count and rate of all marks, then of those in each voice."""
    yield from count_and_rate(document, name, marks, (), document.words, unit)
    words = voice_words(document)
    for voice in VOICES:
        of_voice = [mark for mark in marks if mark.voice is voice]
        yield from count_and_rate(document, name, of_voice, (("voice", voice.value),), words[voice], unit)


def count_and_rate(
    document: Document, name: str, marks: Sequence[Mark], dimensions: Dimensions, words: int, unit: str
) -> tuple[Measure, Measure]:
    """Return the number of marks and 1,000 × marks / words, None without words; `n` of the rate is the words."""
    places = of_marks(document, marks)
    rate = 1000 * len(marks) / words if words else None
    return (
        Measure(f"{name}.count", dimensions, float(len(marks)), len(marks), unit, passages=places),
        Measure(f"{name}.rate", dimensions, rate, words, "per 1,000 words", passages=places),
    )


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
