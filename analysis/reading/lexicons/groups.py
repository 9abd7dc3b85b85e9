"""Word groups: the sets that guards and slots name with @, from shared tables and from a lexicon's own `[groups]`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from ..english.places import SHARED
from ..english.text import fold, singular

NAME = "@name"
"""Any capitalised word that does not merely begin its sentence."""
NATION = "@nation"
NUMBER = "@number"
POSSESSIVE = "@possessive"
"""A word with a possessive ending, or a possessive pronoun."""
NOUN = "@noun"
"""A word that no closed class and no common verb accounts for."""
SPECIAL = (NAME, NATION, NOUN, NUMBER, POSSESSIVE)


@dataclass(frozen=True, slots=True)
class Groups:
    """The word groups that one lexicon can name."""

    words: Mapping[str, frozenset[str]]
    """Group name with its @ → words and phrases in lower case, singular and plural alike."""
    ready: dict[tuple[str, ...], object] = field(default_factory=dict, compare=False, repr=False)
    """What guards made ready of their lists, so that each is worked out once."""

    def __contains__(self, name: str) -> bool:
        return name in self.words or name in SPECIAL

    def holds(self, group: str, word: str) -> bool:
        """Return whether the lower-case `word` is in `group`."""
        return word in self.words[group] or singular(word) in self.words[group]


@cache
def shared_groups() -> Mapping[str, frozenset[str]]:
    """Return the shared word groups."""
    data = tomllib.loads((SHARED / "word_groups.toml").read_text("utf-8"))
    return _resolved(data["groups"], {})


def groups_with(own: Mapping[str, tuple[str, ...]]) -> Groups:
    """Return the shared groups and a lexicon's own, which win where both have a name."""
    return Groups({**shared_groups(), **_resolved(own, shared_groups())})


def _resolved(
    raw: Mapping[str, list[str]] | Mapping[str, tuple[str, ...]], known: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    """Return groups by name with @; a group may hold another that stands before it."""
    found: dict[str, frozenset[str]] = {}
    for name, words in raw.items():
        members: set[str] = set()
        for word in words:
            if word.startswith("@"):
                members |= found.get(word) or known.get(word) or frozenset()
            else:
                members |= {fold(word), singular(fold(word))}
        found["@" + name] = frozenset(members)
    return found
