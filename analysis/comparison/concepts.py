"""What the lexicons say about a concept, for those who show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..messages import text
from .naming import Describe

if TYPE_CHECKING:
    from ..reading.lexicons.entries import Lexicon


def _loaded() -> Sequence[Lexicon]:
    try:
        from ..reading import lexicons
    except ImportError:  # TODO until the reading room is whole
        return ()
    store = getattr(lexicons, "loaded", None)
    return store() if store else ()


def describe() -> Describe:
    """Return what gives the label and question of a concept by its id, with or without the lexicon's own."""
    known: dict[str, tuple[str, str]] = {}
    for lexicon in _loaded():
        for concept in lexicon.concepts:
            known.setdefault(concept.id, (concept.label, concept.question))
            known[f"{lexicon.id}/{concept.id}"] = (concept.label, concept.question)

    def of(concept: str) -> tuple[str, str]:
        return known.get(concept) or (text(concept.rpartition("/")[2].replace("_", " ").replace("-", " ")), "")

    return of


def digests() -> tuple[tuple[str, str], ...]:
    """Return name and digest of each lexicon."""
    return tuple(sorted((lexicon.name, lexicon.sha256) for lexicon in _loaded()))
