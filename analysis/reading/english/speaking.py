"""Which nouns can be the head of a source: persons, bodies and documents: `resources/attribution/speaking.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from .cues import RESOURCES
from .inflection import plural
from .kinds import role_words
from .tables import endings

_AGENT_ENDINGS = endings("word_classes.agent_endings")
_SHORTEST_AGENT = 4


@dataclass(frozen=True, slots=True)
class SpeakingWords:
    speaking: frozenset[str]
    documents: frozenset[str]
    things: frozenset[str]
    laws: frozenset[str]
    reading: frozenset[str]
    with_article: frozenset[str]
    before_nouns: frozenset[str]
    adjectives: frozenset[str]


@cache
def speaking_words() -> SpeakingWords:
    data = tomllib.loads((RESOURCES / "speaking.toml").read_text(encoding="utf-8"))
    documents = _with_plurals(data["documents"]["words"])
    speaking = _with_plurals([*data["people"]["words"], *role_words()]) | documents
    things = _with_plurals(data["things"]["words"]) - speaking
    laws, reading = frozenset(data["laws"]["words"]), frozenset(data["reading"]["verbs"])
    with_article = frozenset(data["with_article"]["words"])
    before_nouns = frozenset(data["before_nouns"]["words"])
    adjective = frozenset(data["adjectives"]["words"])
    return SpeakingWords(speaking, documents, things, laws, reading, with_article, before_nouns, adjective)


def _with_plurals(words: Iterable[str]) -> frozenset[str]:
    return frozenset((*words, *(plural(word) for word in words)))


@lru_cache(maxsize=10_000)
def can_speak(word: str) -> bool:
    """Whether `word`, in lower case, is a noun for persons, bodies or documents."""
    words = speaking_words()
    if word in words.speaking:
        return True
    if word in words.things:
        return False
    single = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    if "-" in word:
        return can_speak(word.rsplit("-", 1)[1])
    return len(single) > _SHORTEST_AGENT and single.endswith(_AGENT_ENDINGS)
