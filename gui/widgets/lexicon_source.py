"""Where a mark's judgement comes from: the lexicon entry behind it, its source and its example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from analysis.model import Mark


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the lexicon says about a term and its contrast set."""

    concept: str
    question: str
    source: str
    example: str


def judgement(mark: Mark) -> Judgement | None:
    """Return what the lexicon says about a framing mark; None for marks that a rule or a model made."""
    return _entries().get(mark.entry) if mark.entry else None


@cache
def _entries() -> Mapping[str, Judgement]:
    from analysis.reading.lexicons import load  # here: the window paints before the engine loads

    found: dict[str, Judgement] = {}
    lexicons = load()
    for lexicon in lexicons.lexicons:
        for concept in lexicon.concepts:
            whole = lexicons.concepts[concept.id]
            for variant in concept.variants:
                found[f"{lexicon.id}/{concept.id}/{variant.id}"] = Judgement(
                    whole.label, whole.question, variant.source, variant.example
                )
    return found
