"""What the Reader's loaded sentences and words amount to in one article."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from statistics import fmean

from ...model import Document, Mark, Measure, Passage, SectionKind, Sentence, Voice
from ...progress import checked
from .framing_measures import voice_words

SHARE, MEAN, WORDS = "loaded.share", "loaded.mean", "loaded.words"
VOICES = (Voice.NARRATOR, Voice.QUOTED, Voice.REPORTED, Voice.MIXED)
Dimensions = tuple[tuple[str, str], ...]


def loaded_measures(document: Document, marks: Sequence[Mark], threshold: float) -> tuple[Measure, ...]:
    """Return shares and means over sentences by voice and section, and loaded words per 1,000 words by voice.

    share = sentences at or over `threshold` / n, mean = Σ probability / n, with n sentences that were read.
    """
    reading = document.reading
    if reading is None:
        return ()
    read = read_sentences(document, lambda i: float(reading.loaded[i]))
    found: list[Measure] = []
    for dimensions, group in by_dimension(document, read):
        n = len(group)
        over = [pair for pair in group if pair[1] >= threshold]
        share, mean = (len(over) / n, fmean(p for _, p in group)) if n else (None, None)
        found.append(Measure(SHARE, dimensions, share, n, "share", passages=_passages(document, over)))
        found.append(Measure(MEAN, dimensions, mean, n, "probability", passages=_passages(document, group)))
    words = voice_words(document)
    found.append(_rate(document, marks, (), document.words))
    for voice in (Voice.NARRATOR, Voice.QUOTED, Voice.REPORTED):
        found.append(_rate(document, [m for m in marks if m.voice is voice], (("voice", voice.value),), words[voice]))
    return tuple(found)


Read = tuple[Sentence, float]


def read_sentences(document: Document, figure: Callable[[int], float]) -> list[Read]:
    """Return the sentences with words, the dateline apart, whose figure is known."""
    found = []
    for index, sentence in enumerate(checked(document.sentences)):
        value = figure(index)
        text = sentence.span.of(document.text)
        if sentence.section is not SectionKind.DATELINE and any(c.isalpha() for c in text) and not math.isnan(value):
            found.append((sentence, value))
    return found


def by_dimension(document: Document, read: Sequence[Read]) -> list[tuple[Dimensions, list[Read]]]:
    """Return all, those of each voice, and those of each section that the article has."""
    groups: list[tuple[Dimensions, list[Read]]] = [((), list(read))]
    voices = [document.voice_of(sentence.span) for sentence, _ in read]
    for voice in VOICES:
        of_voice = [pair for pair, own in zip(read, voices, strict=True) if own is voice]
        groups.append(((("voice", voice.value),), of_voice))
    for section in SectionKind:
        of_section = [pair for pair in read if pair[0].section is section]
        if of_section or any(s.kind is section for s in document.article.sections):
            groups.append(((("section", section.value),), of_section))
    return groups


def _rate(document: Document, marks: Sequence[Mark], dimensions: Dimensions, words: int) -> Measure:
    rate = 1000 * len(marks) / words if words else None
    passages = tuple(Passage(document.article.id, mark.span) for mark in marks)
    return Measure(WORDS, dimensions, rate, words, "per 1,000 words", passages=passages)


def _passages(document: Document, read: Sequence[Read]) -> tuple[Passage, ...]:
    return tuple(Passage(document.article.id, sentence.span) for sentence, _ in read)
