"""The word lists that tell kinds: `resources/sources/kinds.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...model import ArticleKind

PATH = Path(__file__).resolve().parents[3] / "resources" / "sources" / "kinds.toml"


@dataclass(frozen=True, slots=True)
class Words:
    """Each list by its words, in lower case but for the types."""

    types: Mapping[str, ArticleKind]
    sections: Mapping[str, ArticleKind]
    addresses: Mapping[str, ArticleKind]
    labels: Mapping[str, ArticleKind]
    half_labels: Mapping[str, ArticleKind]
    signed: frozenset[str]
    label: re.Pattern[str]
    """One of the labels, half labels among them."""
    guests: re.Pattern[str]
    """What authors are who do not belong to the outlet."""
    staff: re.Pattern[str]
    argument: re.Pattern[str]
    reporting: re.Pattern[str]
    directions: re.Pattern[str]
    """The first word of a stage direction."""
    no_speakers: frozenset[str]
    paid: tuple[str, ...]
    """Labels of paid content and of press releases."""


@cache
def words() -> Words:
    """Return the lists, read once."""
    data = tomllib.loads(PATH.read_text(encoding="utf-8"))
    labels, half = _by_word(data["labels"]), _by_word(data["half_labels"])
    lists = data["words"]
    return Words(
        types=_by_word(data["types"]),
        sections=_by_word(data["sections"]),
        addresses=_by_word(data["addresses"]),
        labels=labels,
        half_labels=half,
        signed=frozenset(data["signed"]["opinion"]),
        label=_any({*labels, *half}),
        guests=_words(lists["guests"]),
        staff=_words(lists["staff"]),
        argument=_words(lists["argument"]),
        reporting=_words(lists["reporting"]),
        directions=_words(lists["directions"]),
        no_speakers=frozenset(lists["no_speakers"]),
        paid=tuple(lists["paid"]),
    )


def plain(text: str) -> str:
    """Return a label as the lists have it: lower case, straight marks, nothing but the words."""
    return " ".join(text.replace("’", "'").casefold().split()).strip(" .:;|*#_[]()–—-•·>»")


def _any(found: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of any of these, the longest first; an apostrophe may be curly."""
    longest_first = sorted(found, key=lambda word: (-len(word), word))
    return re.compile("|".join(re.escape(word).replace("'", "['’]") for word in longest_first), re.I)


def _words(found: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(found).pattern})\b", re.I)


def _by_word(lists: Mapping[str, list[str]]) -> dict[str, ArticleKind]:
    return {word: ArticleKind(kind) for kind, words in lists.items() for word in words}
