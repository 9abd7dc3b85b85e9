"""The closed classes of `resources/syntax/words.toml`, and which forms can be participles."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..english import tables
from ..english.inflection import irregular_participles, irregular_verbs

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


@dataclass(frozen=True, slots=True)
class Words:
    """Words in lower case, by the job that they have in a clause."""

    relative: frozenset[str]
    negations: frozenset[str]
    nobody: frozenset[str]
    besides: frozenset[str]
    modals: frozenset[str]
    conditions: frozenset[str]
    blaming: frozenset[str]
    of_objects: frozenset[str]
    no_actors: frozenset[str]
    quantities: frozenset[str]
    participles: frozenset[str]
    """Irregular ones; the others end in -ed."""
    bases: frozenset[str]
    """Irregular verbs as a dictionary has them: "feed" ends in -ed and is no participle."""


@cache
def words() -> Words:
    """Return the closed classes, read once."""
    data = tomllib.loads((RESOURCES / "syntax" / "words.toml").read_text(encoding="utf-8"))
    classes = {name: frozenset(listed) for name, listed in data.items()}
    classes["no_actors"] |= tables.words("calendar.days") | tables.words("calendar.hours")
    return Words(
        **classes,
        participles=irregular_participles(),
        bases=irregular_verbs(),
    )


def can_be_participle(low: str) -> bool:
    """Return whether a lower-case verb form may be a past participle: "seized", "shot", but not "seizes", "shoot"."""
    known = words()
    return low in known.participles or (low.endswith("ed") and low not in known.bases)
