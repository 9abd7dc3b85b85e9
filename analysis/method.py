"""How articles are analysed, as data for those who compare and show: the analyzers, the lexicons, the Reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from .messages import Message


class Look(StrEnum):
    """How a kind of marks is drawn in a text, so that no two kinds are told apart by colour alone."""

    BY_VOICE = "by_voice"
    """A tint in the outlet's own voice, a box in somebody else's, dashes in scare quotes."""
    DOTTED = "dotted"
    BY_ACTOR = "by_actor"
    """A line, broken where nobody is named as acting."""
    SIGN = "sign"
    """An arrowhead beside a sentence, up or down by its weight."""
    WAVE = "wave"
    DOUBLE = "double"
    """Two lines."""


@dataclass(frozen=True, slots=True)
class AnalyzerInfo:
    """What an analyzer gives to those who count and show its marks; they are told of no analyzer in any other way.

    The last five say what has been made for it by hand, by name; what is left out is made the general way from its
    marks: counts and rates by voice, a chart of them, a section of the report, a table and a list in the JSON.
    """

    id: str
    """Of its module, and `Mark.kind` of its marks."""
    version: int
    """Raised whenever the same text may give other marks; the provenance of a comparison has it."""
    label: Message
    """What its marks are called, in one or two words: on the toggle, over the chart, in the report."""
    explained: Message
    """What is marked and how, in a sentence without a full stop: the tip of the toggle, below the chart."""
    key: str
    """What switches its marks in Read: a capital letter."""
    colour_role: str
    """Of its marks: a role of `resources/themes/palette.toml`, never a colour."""
    look: Look
    shown: bool = False
    """Whether its marks are shown before the user says so."""
    needs_reader: bool = False
    """Whether it finds nothing in a document without a reading; its figures are then None, never 0."""
    measures: tuple[str, ...] = ()
    """Of `comparison`."""
    charts: tuple[str, ...] = ()
    """Of `output.charts`."""
    section: str = ""
    """Of `output.report`."""
    table: str = ""
    """Of `output.tables`; else it is called as the analyzer is."""
    json: str = ""
    """The list of an article's JSON that has its marks; else it is called as the analyzer is."""


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

    analyzers: tuple[AnalyzerInfo, ...] = ()
    """In the order in which they are shown."""
    codebook: Codebook = Codebook()
    model: str | None = None
    """Version and digest of the Reader that read the article; None where none did."""
    figures: tuple[tuple[str, float], ...] = ()
    """What was measured of the Reader's heads: (head, figure), as its card gives them."""
    unread: Message | None = None
    """Why no Reader read the article, where one should have."""


def analyzers_of(methods: Iterable[Method]) -> tuple[AnalyzerInfo, ...]:
    """Return the analyzers that articles were analysed with, each once, in the order in which they are shown."""
    return tuple({info.id: info for method in methods for info in method.analyzers}.values())
