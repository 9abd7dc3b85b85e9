"""Named persons, bodies and places, put together over an article: names by the Reader, by rules where there is none."""

from __future__ import annotations

from ...model import Actor, Document
from .candidates import find_candidates
from .gather import actors_of, gather, with_nations

__all__ = ["find_actors"]


def find_actors(document: Document) -> tuple[Actor, ...]:
    """Return the actors of `document` in the order of their first mention, each with every mention of it."""
    return actors_of(with_nations(document, gather(document, find_candidates(document))))
