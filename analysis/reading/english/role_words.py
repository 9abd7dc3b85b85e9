"""The words that mean a kind of speaker, and the head of a description: `resources/attribution/speaker_kinds.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ...model import SpeakerKind
from .cues import RESOURCES
from .tables import words
from .text import word_key

WORD = re.compile(r"[^\W_](?:[\w.'’&-]*[\w.])?")


@dataclass(frozen=True, slots=True)
class RoleTables:
    """Words in lower case."""

    phrases: dict[str, SpeakerKind]
    words: dict[str, SpeakerKind]
    names: dict[str, SpeakerKind]
    seats: dict[str, SpeakerKind]
    issued: frozenset[str]
    acronyms: frozenset[str]
    heads: frozenset[str]
    offices: frozenset[str]
    veiled: frozenset[str]
    modifiers: frozenset[str]
    kin: frozenset[str]
    publics: frozenset[str]
    serving: frozenset[str]


_LISTS = ("issued", "acronyms", "heads", "offices", "veiled", "modifiers", "kin", "publics", "serving")


@cache
def kind_file() -> dict[str, Any]:  # Any: what TOML holds.
    """Return `speaker_kinds.toml` as it is read."""
    return tomllib.loads((RESOURCES / "speaker_kinds.toml").read_text(encoding="utf-8"))


@cache
def role_tables() -> RoleTables:
    """Return the words of every kind."""
    data = kind_file()

    def kinds(name: str) -> dict[str, SpeakerKind]:
        return {word: SpeakerKind(kind) for kind, listed in data[name].items() for word in listed}

    lists = {name: frozenset(data[name]["words"]) for name in _LISTS}
    return RoleTables(kinds("phrases"), kinds("words"), kinds("names"), kinds("seats"), **lists)


def kind_of_words(part: Sequence[str], from_left: bool = False) -> SpeakerKind | None:
    """Return the kind that a run of words gives: its longest phrase, else the word nearest its end."""
    kind = phrase_kind(part)
    if kind is not None:
        return kind
    tables = role_tables().words
    for word in part if from_left else reversed(part):
        kind = tables.get(word) or tables.get(word.rstrip(".")) or tables.get(word.replace(".", ""))
        if kind is not None and word:
            return kind
    return None


def phrase_kind(part: Sequence[str]) -> SpeakerKind | None:
    """Return the kind of the first phrase of three words, else of two, within a run of words."""
    phrases = role_tables().phrases
    runs = (" ".join(part[i : i + size]) for size in (3, 2) for i in range(len(part) - size + 1))
    return next((phrases[run] for run in runs if run in phrases), None)


def head_of(part: list[str]) -> list[str]:
    """Return the words of a description before its first preposition or participle."""
    ends = words("roles.head_ends")
    for i, word in enumerate(part):
        participle = word.endswith("ed") and part[i + 1 : i + 2] and part[i + 1] in ends
        if i and (participle or word in ends):
            return part[:i]
    return part


def head_word(description: str) -> str:
    """Return the word that a description is about: "adviser" of "One Republican adviser close to the palace"."""
    head = head_of([word_key(w) for w in WORD.findall(description.split(",")[0])])
    return head[-1] if head else ""
