"""Nations in words: by the tables, and by the form of their adjectives where no table knows them."""

from __future__ import annotations

import re

from ..english.kinds import first_name_gender
from ..english.referring import tables

WORD = re.compile(r"[^\W_](?:[\w'’-]*\w)?")

_PEOPLE = re.compile(r"(?:ians?|eans?|ans?|ese|ish)$")

_COUNTRY = re.compile(r"(?:ia|a|e|ium|land)$")

_STEM = 3
"""Letters that a people and its country must share at least."""


def people_of(word: str) -> str:
    """Return a key for a people that no table knows by its adjective: "Ombrian"; "" where it is none."""
    stem = _PEOPLE.sub("", word.casefold())
    known = word.casefold() in tables().nation or not word[:1].isupper() or first_name_gender(f"{word} Orr")
    return "" if known or stem == word.casefold() or len(stem) < _STEM else f"~{stem}"


def country_of(word: str) -> str:
    """Return the same key by the name of the country: "Ombria"."""
    stem = _COUNTRY.sub("", word.casefold())
    return f"~{stem}" if word[:1].isupper() and len(stem) >= _STEM else ""


def nations_in(words: str) -> set[str]:
    """Return the nations that `words` name; a people that no table knows by a key made of its adjective."""
    peoples = {people_of(word) for word in WORD.findall(words)} - {""}
    return peoples | _known_nations(words)


def _known_nations(words: str) -> set[str]:
    low = " " + " ".join(w.casefold().removesuffix("'s").removesuffix("’s") for w in WORD.findall(words)) + " "
    return {nation for form, nation in tables().nation.items() if f" {form} " in low}
