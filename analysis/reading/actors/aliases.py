"""The tables of `resources/attribution/aliases.toml`: forms of one name, and what bodies are called later."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ...model import SpeakerKind
from ..english.cues import RESOURCES
from ..english.kinds import known_body


@dataclass(frozen=True, slots=True)
class Aliases:
    same: Mapping[str, str]
    """Form as printed → the name to count under."""
    shown: frozenset[str]
    """Short forms that stay as they are where the article prints no other."""
    bodies: frozenset[str]
    plural: frozenset[str]
    recalled: frozenset[str]
    generic: frozenset[str]
    group_words: frozenset[str]
    group_phrases: tuple[str, ...]


@cache
def aliases() -> Aliases:
    """Return the tables, read once."""
    data = tomllib.loads((RESOURCES / "aliases.toml").read_text(encoding="utf-8"))
    return Aliases(
        {form: name for name, forms in data["same"].items() for form in forms},
        frozenset(data["shown"]["names"]),
        frozenset(data["described"]["bodies"]),
        frozenset(data["described"]["plural"]),
        frozenset(data["recalled"]["nouns"]),
        frozenset(data["recalled"]["generic"]),
        frozenset(data["groups"]["words"]),
        tuple(data["groups"]["phrases"]),
    )


@lru_cache(maxsize=10_000)
def is_group(name: str) -> bool:
    """Return whether a body's name is an armed group's or a movement's."""
    low = name.casefold().replace("’", "'")
    canonical = aliases().same.get(name, "").casefold()
    return (
        known_body(name) is SpeakerKind.ARMED_GROUP
        or low.split()[-1] in aliases().group_words
        or any(phrase in text for phrase in aliases().group_phrases for text in (low, canonical))
    )
