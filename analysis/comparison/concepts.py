"""What the lexicons that were searched say about a concept, and their digests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ..messages import message, render, text

if TYPE_CHECKING:
    from ..reading.lexicons import Lexicons

SCARE_QUOTES = "scare-quotes"
"""The concept of terms set off by quotation marks. Its variants are the terms: no alternatives to each other."""


def searched() -> Iterator[Lexicons]:
    """Yield the lexicons of the analyzers that use any."""
    from ..reading.analyzers import registry
    from ..reading.lexicons import Lexicons

    for analyzer in registry():
        lexicons = getattr(analyzer, "lexicons", None)
        if isinstance(lexicons, Lexicons):
            yield lexicons


def descriptions() -> Mapping[str, tuple[str, str]]:
    """Return label and question of every concept by its id."""
    found = {SCARE_QUOTES: _scare_quotes()}
    for lexicons in searched():
        found |= {key: (concept.label, concept.question) for key, concept in lexicons.concepts.items()}
    return found


def describe(concept: str, known: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    """Return label and question of `concept`; one that no lexicon has any more keeps its id as label."""
    return known.get(concept) or (text(concept.rpartition("/")[2].replace("_", " ").replace("-", " ")), "")


def digests() -> tuple[tuple[str, str], ...]:
    """Return name and digest of each lexicon."""
    return tuple(sorted(pair for lexicons in searched() for pair in lexicons.digests))


def _scare_quotes() -> tuple[str, str]:
    return render(message("comparison.scare.label")), render(message("comparison.scare.question"))
