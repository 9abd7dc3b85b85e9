"""The tables of `resources/attribution/names.toml`: titles, particles, last words of names, places."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from ..english.cues import RESOURCES


@dataclass(frozen=True, slots=True)
class Tables:
    titles: frozenset[str]
    trades: frozenset[str]
    particles: frozenset[str]
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
    data = tomllib.loads((RESOURCES / "names.toml").read_text(encoding="utf-8"))
    return Tables(
        frozenset(data["titles"]),
        frozenset(data["trades"]),
        frozenset(data["particles"]),
        frozenset(data["organization_words"]),
        frozenset(data["place_words"]),
        frozenset(data["place_cues"]),
        frozenset(data["places"]),
        frozenset(data["adjectives"]),
        frozenset(data["not_names"]),
        tuple(data["group_endings"]),
        frozenset(data["thing_words"]),
        frozenset(data["suffixes"]),
        frozenset(data["family_first"]),
        frozenset((*data["women"], *data["men"])),
    )
