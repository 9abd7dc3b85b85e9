"""Where the figures of an article come from."""

from __future__ import annotations

from collections.abc import Iterable

from ...model import Document, Mark, Passage, Sentence


def of_marks(document: Document, marks: Iterable[Mark]) -> tuple[Passage, ...]:
    """Return the places of marks."""
    return tuple(Passage(document.article.id, mark.span) for mark in marks)


def of_sentences(document: Document, sentences: Iterable[Sentence]) -> tuple[Passage, ...]:
    """Return the places of sentences."""
    return tuple(Passage(document.article.id, sentence.span) for sentence in sentences)
