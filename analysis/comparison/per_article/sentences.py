"""The Reader's scores of an article's sentences by voice and by section."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...model import ArticleAnalysis, SectionKind, Sentence, SentenceScore, Voice
from ...progress import checked

VOICES = (Voice.NARRATOR, Voice.QUOTED, Voice.REPORTED, Voice.MIXED)
Dimensions = tuple[tuple[str, str], ...]
Read = tuple[Sentence, float]


def read_sentences(analysis: ArticleAnalysis, figure: Callable[[SentenceScore], float | None]) -> list[Read]:
    """Return the sentences with words, the dateline apart, whose figure is known."""
    found = []
    text = analysis.document.text
    for sentence, score in zip(checked(analysis.document.sentences), analysis.scores, strict=True):
        value = figure(score)
        worded = any(c.isalpha() for c in sentence.span.of(text))
        if value is not None and worded and sentence.section is not SectionKind.DATELINE:
            found.append((sentence, value))
    return found


def by_dimension(analysis: ArticleAnalysis, read: Sequence[Read]) -> list[tuple[Dimensions, list[Read]]]:
    """Return all, those of each voice, and those of each section that the article has."""
    document = analysis.document
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
