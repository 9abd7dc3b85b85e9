"""Sentiment by VADER (Hutto and Gilbert 2014), sentence by sentence, with what each word added."""

from __future__ import annotations

from ...messages import Message, message
from ...model import Document, Mark, MarkKind, SectionKind, Sentence, Span, WordWeight
from ...progress import checked
from .sentiment_words import score

ENTRY = "vader"
UNSCORED = frozenset({SectionKind.DATELINE})
"""A dateline is a place and an agency; its words ("Victory, Texas") say nothing about the story."""


def sentiment_marks(document: Document) -> tuple[Mark, ...]:
    """Return a mark per sentence: its compound, its voice, and its words' shares of the compound."""
    return tuple(_mark(document, sentence) for sentence in checked(document.sentences) if _scored(document, sentence))


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
