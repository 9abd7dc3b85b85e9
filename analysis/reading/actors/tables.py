"""The tables of `resources/english/names.toml`: titles, particles, last words of names, places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..english.tables import endings, words
from ..english.titles import all_titles


@dataclass(frozen=True, slots=True)
class Tables:
    titles: frozenset[str]
    trades: frozenset[str]
    particles: frozenset[str]
    shortened: frozenset[str]
    """Words of names that end in a full stop: "St" of "St. John"."""
    organization: frozenset[str]
    place_words: frozenset[str]
    place_cues: frozenset[str]
    places: frozenset[str]
    adjectives: frozenset[str]
    never: frozenset[str]
    group_endings: tuple[str, ...]
    things: frozenset[str]
    suffixes: frozenset[str]
    family_first: frozenset[str]
    first_names: frozenset[str]


@cache
def tables() -> Tables:
    return Tables(
        all_titles(),
        words("names.trades"),
        words("names.particles"),
        words("names.shortened"),
        words("names.organization_words"),
        words("names.place_words"),
        words("names.place_cues"),
        words("names.places"),
        words("names.adjectives"),
        words("names.not_names") | words("calendar.days") | words("calendar.months"),
        endings("names.group_endings"),
        words("names.thing_words"),
        words("names.suffixes"),
        words("names.family_first"),
        words("names.women") | words("names.men"),
    )
