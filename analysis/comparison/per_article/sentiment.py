"""What sentence scores amount to in one article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import fmean

from ...model import ArticleAnalysis, Document, Mark, MarkKind, Measure, SectionKind, Voice
from ...progress import checked
from .passages import of_marks

COMPOUND = "sentiment.compound"
SHARE_POSITIVE = "sentiment.positive"
SHARE_NEGATIVE = "sentiment.negative"

THRESHOLD = 0.05
"""At or beyond ±.05 a sentence counts as positive or negative (VADER's authors, Hutto and Gilbert 2014)."""

VOICES = (Voice.NARRATOR, Voice.QUOTED, Voice.REPORTED, Voice.MIXED)
_TESTS: tuple[tuple[str, Callable[[float], bool]], ...] = (
    (SHARE_POSITIVE, lambda compound: compound >= THRESHOLD),
    (SHARE_NEGATIVE, lambda compound: compound <= -THRESHOLD),
)


def sentiment_measures(analysis: ArticleAnalysis) -> tuple[Measure, ...]:
    """Return mean compound and shares over all sentences, by voice and by section; None where there is no sentence.

    mean = Σ compound / n and share = sentences beyond the threshold / n, with n sentences.
    """
    document, marks = analysis.document, analysis.of_kind(MarkKind.SENTIMENT)
    found = list(_three(document, marks, ()))
    for voice in checked(VOICES):
        found.extend(_three(document, [m for m in marks if m.voice is voice], (("voice", voice.value),)))
    for section in checked(SectionKind):
        of_section = [m for m in marks if _section(document, m) is section]
        if of_section or any(s.kind is section for s in document.article.sections):
            found.extend(_three(document, of_section, (("section", section.value),)))
    return tuple(found)


def _section(document: Document, mark: Mark) -> SectionKind | None:
    index = document.sentence_at(mark.span.start)
    return document.sentences[index].section if index is not None else None


def _three(document: Document, marks: Sequence[Mark], dimensions: tuple[tuple[str, str], ...]) -> list[Measure]:
    n = len(marks)
    mean = fmean(mark.weight for mark in marks) if n else None
    found = [Measure(COMPOUND, dimensions, mean, n, "compound", passages=of_marks(document, marks))]
    for name, beyond in _TESTS:
        counted = [mark for mark in marks if beyond(mark.weight)]
        share = len(counted) / n if n else None
        found.append(Measure(name, dimensions, share, n, "share", passages=of_marks(document, counted)))
    return found
