"""What the trained Reader adds to an article, as outputs show it; None and empty where there is no Reader."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import ArticleAnalysis, Document, Mark, MarkKind, Measure

TOWARD = "toward.mean"


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """The Reader's figures for a sentence."""

    valence: float | None
    """-1 … 1."""
    loaded: float | None
    """Probability that the wording is loaded."""


NOT_READ = ReadSentence(None, None)


def read_sentence(document: Document, index: int) -> ReadSentence:
    """Return the figures of the sentence at `index`."""
    from ..reading.analyzers.loaded import sentence_probability
    from ..reading.analyzers.valence import sentence_valence

    if document.reading is None:
        return NOT_READ
    return ReadSentence(sentence_valence(document, index), sentence_probability(document, index))


def toward_actors(analysis: ArticleAnalysis) -> dict[tuple[str, str | None], Measure]:
    """Return the sentiment toward each actor, by name and voice; the voice None is all voices."""
    found: dict[tuple[str, str | None], Measure] = {}
    for measure in analysis.measures:
        subject = measure.dimension("subject")
        if measure.name == TOWARD and subject is not None:
            found[subject, measure.dimension("voice")] = measure
    return found


def framing_beside(analysis: ArticleAnalysis, mark: Mark) -> tuple[Mark, ...]:
    """Return the framing terms that stand where a loaded word does: the lexicons then agree with the Reader."""
    return tuple(term for term in analysis.of_kind(MarkKind.FRAMING) if term.span.overlaps(mark.span))


def loaded_beside(analysis: ArticleAnalysis, term: Mark) -> tuple[Mark, ...]:
    """Return the loaded words that stand where a framing term does."""
    return tuple(mark for mark in analysis.of_kind(MarkKind.LOADED) if mark.span.overlaps(term.span))
