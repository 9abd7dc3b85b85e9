"""A sentence among all that are compared with each other."""

from __future__ import annotations

from dataclasses import dataclass

MIN_WORDS = 4
"""Shorter sentences ("He was right.") are alike by chance: they tell the same only where they are equal."""


@dataclass(frozen=True, slots=True)
class Place:
    """One sentence: the index of its article among the analyses, its own index there, its number of words."""

    article: int
    sentence: int
    words: int

    @property
    def short(self) -> bool:
        return self.words < MIN_WORDS
