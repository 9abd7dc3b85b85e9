"""The words of labels: `resources/language/labels.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PATH = Path(__file__).resolve().parents[3] / "resources" / "language" / "labels.toml"


@dataclass(frozen=True, slots=True)
class LabelWords:
    """Each list of the file, in lower case."""

    speakers: frozenset[str]
    asks: frozenset[str]
    answers: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    rubrics: frozenset[str]
    openers: frozenset[str]
    verbs: frozenset[str]
    said_nouns: frozenset[str]
    directions: frozenset[str]
    closings: frozenset[str]


@cache
def label_words() -> LabelWords:
    """Return the lists, read once."""
    data = tomllib.loads(PATH.read_text(encoding="utf-8"))
    return LabelWords(**{name: frozenset(words) for name, words in data.items()})


def opens_with(words: list[str], phrases: frozenset[str]) -> bool:
    """Return whether the first one, two or three of `words` are one of the phrases."""
    return any(" ".join(words[:n]) in phrases for n in (1, 2, 3) if n <= len(words))
