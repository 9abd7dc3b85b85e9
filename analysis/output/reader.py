"""What the trained Reader adds to an article, as outputs show it; None and empty where there is no Reader."""

from __future__ import annotations

from collections.abc import Iterable

from ..messages import Message, message
from ..model import ArticleAnalysis, Mark, MarkKind, Measure

TOWARD = "toward.mean"


def toward_actors(measures: Iterable[Measure]) -> dict[tuple[str, str | None], Measure]:
    """Return those of an article's figures that are toward an actor, by name and voice; None is all voices."""
    found: dict[tuple[str, str | None], Measure] = {}
    for measure in measures:
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


def agreement(mark: Mark, analysis: ArticleAnalysis) -> Message:
    """Return whether lexicon and Reader agree at a loaded word or a framing term; the two are never merged."""
    beside = framing_beside if mark.kind == MarkKind.LOADED else loaded_beside
    return message(f"loaded.{'both' if beside(analysis, mark) else 'only'}.{mark.kind}")
