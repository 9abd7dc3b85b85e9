"""What the lexicons that were searched say about a concept, and their digests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..messages import message, render, text
from ..model import ArticleAnalysis

SCARE_QUOTES = "scare-quotes"
"""The concept of terms set off by quotation marks. Its variants are the terms: no alternatives to each other."""


def descriptions(analyses: Iterable[ArticleAnalysis]) -> Mapping[str, tuple[str, str]]:
    """Return label and question of every concept by its id."""
    found = {SCARE_QUOTES: _scare_quotes()}
    for codebook in {id(a.method.codebook): a.method.codebook for a in analyses}.values():
        found |= codebook.concepts
    return found


def describe(concept: str, known: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    """Return label and question of `concept`; one that no lexicon has any more keeps its id as label."""
    return known.get(concept) or (text(concept.rpartition("/")[2].replace("_", " ").replace("-", " ")), "")


def digests(analyses: Iterable[ArticleAnalysis]) -> tuple[tuple[str, str], ...]:
    """Return name and digest of each lexicon."""
    return tuple(sorted({pair for a in analyses for pair in a.method.codebook.digests}))


def _scare_quotes() -> tuple[str, str]:
    return render(message("comparison.scare.label")), render(message("comparison.scare.question"))
