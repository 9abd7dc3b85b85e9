"""The word lists that short sources go back by: `resources/attribution/referents.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..english.nations import nations
from .cues import RESOURCES
from .inflection import verb_forms


@dataclass(frozen=True, slots=True)
class Tables:
    same: Mapping[str, frozenset[str]]
    """Role → the roles that mean the same."""
    women: frozenset[str]
    men: frozenset[str]
    doing: Mapping[str, tuple[str, ...]]
    """Verb form → what somebody who does this is called."""
    nation: Mapping[str, str]
    """Adjective, country or people's noun, in lower case → nation."""
    bodies: Mapping[str, frozenset[str]]
    documents: frozenset[str]
    writing: frozenset[str]
    """Forms of verbs of whoever issues a document."""
    before_names: frozenset[str]
    """Nouns that stand before the name of a body."""
    told: Mapping[str, frozenset[str]]
    """Adjective → the words in which the same was told before: "defeated", "lost"."""


@cache
def tables() -> Tables:
    """Return `resources/attribution/referents.toml`, read once."""
    data = tomllib.loads((RESOURCES / "referents.toml").read_text(encoding="utf-8"))
    roles = data["roles"]
    same: dict[str, frozenset[str]] = {}
    for row in roles["same"]:
        for word in row:
            same[word] = same.get(word, frozenset()) | frozenset(row)
    doing: dict[str, tuple[str, ...]] = {}
    for verb, called in roles["doing"].items():
        doing |= {form: tuple(called) for _, form in verb_forms(verb)}
    nation = {form.casefold(): _nation(form) for form in nations().canonical}
    for row in data["nations"]["more"]:
        nation |= {form.casefold(): row[0] for form in row}
    nation |= {noun: _nation(adjective) for noun, adjective in data["nations"]["people"].items()}
    means = {noun: frozenset(words) for noun, words in data["bodies"]["means"].items()}
    documents = frozenset(data["documents"]["words"])
    writing = frozenset(data["documents"]["writing"])
    before = frozenset(data["bodies"]["before_names"])
    told = {word: frozenset(verbs) for word, verbs in data["told"].items()}
    return Tables(
        same, frozenset(roles["women"]), frozenset(roles["men"]), doing, nation, means, documents, writing, before, told
    )


@cache
def _by_row() -> dict[str, str]:
    from .places import SHARED

    data = tomllib.loads((SHARED / "nations.toml").read_text("utf-8"))
    return {form: row[0] for row in data["nations"] for form in row}


def _nation(form: str) -> str:
    """Return the first form of the row of nations that `form` stands in."""
    canonical = nations().find(form) or form
    return _by_row().get(canonical, canonical)
