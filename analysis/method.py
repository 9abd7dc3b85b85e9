"""How articles are analysed, as data for those who compare and show: the lexicons, the Reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .messages import Message


@dataclass(frozen=True, slots=True)
class Term:
    """What a lexicon says about one of its terms."""

    concept: str
    """Label of its contrast set."""
    question: str
    """What the terms of the set answer differently."""
    source: str
    """Where the judgement comes from."""
    example: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """The lexicons that were searched."""

    digests: tuple[tuple[str, str], ...] = ()
    """(name, sha256), sorted."""
    concepts: Mapping[str, tuple[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    """Label and question of each contrast set by its id."""
    terms: Mapping[str, Term] = field(default_factory=lambda: MappingProxyType({}))
    """By `Mark.entry`."""


@dataclass(frozen=True, slots=True)
class Method:
    """With what an article was analysed."""

    codebook: Codebook = Codebook()
    model: str | None = None
    """Version and digest of the Reader that read the article; None where none did."""
    figures: tuple[tuple[str, float], ...] = ()
    """What was measured of the Reader's heads: (head, figure), as its card gives them."""
    unread: Message | None = None
    """Why no Reader read the article, where one should have."""
