"""Sentiment by VADER (Hutto and Gilbert 2014), sentence by sentence, with what each word added."""

from __future__ import annotations

from ...messages import Message, message
from ...model import Document, Mark, MarkKind, Measure, SectionKind, Sentence, Span, WordWeight
from ...progress import checked
from .base import AnalyzerInfo, MeasureInfo
from .sentiment_measures import COMPOUND, SHARE_NEGATIVE, SHARE_POSITIVE, sentiment_measures
from .sentiment_words import score

ENTRY = "vader"
UNSCORED = frozenset({SectionKind.DATELINE})
"""A dateline is a place and an agency; its words ("Victory, Texas") say nothing about the story."""


class SentimentAnalyzer:
    """Scores every sentence that has words, the dateline apart."""

    @property
    def info(self) -> AnalyzerInfo:
        return AnalyzerInfo(
            id="sentiment",
            version=1,
            label=message("sentiment.label"),
            kinds=(MarkKind.SENTIMENT,),
            measures=(
                MeasureInfo(
                    COMPOUND, message("sentiment.compound.label"), "compound", message("sentiment.compound.why")
                ),
                MeasureInfo(
                    SHARE_POSITIVE, message("sentiment.positive.label"), "share", message("sentiment.share.why")
                ),
                MeasureInfo(
                    SHARE_NEGATIVE, message("sentiment.negative.label"), "share", message("sentiment.share.why")
                ),
            ),
            colour_role="sentiment",
        )

    def marks(self, document: Document) -> tuple[Mark, ...]:
        """Return a mark per sentence: its compound, its voice, and its words' shares of the compound."""
        return tuple(
            _mark(document, sentence) for sentence in checked(document.sentences) if _scored(document, sentence)
        )

    def measures(self, document: Document, marks: tuple[Mark, ...]) -> tuple[Measure, ...]:
        """Return mean compound by voice and section, and the shares of positive and negative sentences."""
        return sentiment_measures(document, marks)


def _scored(document: Document, sentence: Sentence) -> bool:
    return sentence.section not in UNSCORED and any(c.isalpha() for c in sentence.span.of(document.text))


def _mark(document: Document, sentence: Sentence) -> Mark:
    scored = score(sentence.span.of(document.text))
    offset = sentence.span.start
    parts = tuple(
        WordWeight(Span(offset + part.span.start, offset + part.span.end), part.weight) for part in scored.parts
    )
    return Mark(
        id=f"{MarkKind.SENTIMENT}:{sentence.span.start}-{sentence.span.end}:{ENTRY}",
        kind=MarkKind.SENTIMENT,
        span=sentence.span,
        voice=document.voice_of(sentence.span),
        attribution=None,
        why=_why(scored.compound, len(parts)),
        entry=ENTRY,
        weight=scored.compound,
        parts=parts,
    )


def _why(compound: float, count: int) -> Message:
    if not count:
        return message("sentiment.why.none")
    return message("sentiment.why.words", compound=f"{compound:+.2f}", count=count)
