"""What a report holds, before it is a PDF or an HTML page: plain data, already in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...failures import Failure
from ..charts import Chart, Table


class Profile(StrEnum):
    """How much a report says."""

    HANDOUT = "handout"
    """Two pages for up to six outlets: the opening and the main charts."""
    BRIEFING = "briefing"
    """Charts and sources, without the articles."""
    FULL = "full"
    """Everything, with each article and its marks."""


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    quiet: bool = False
    """Secondary: a caption-like explanation."""


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    chart: Chart
    title: str
    caption: str
    alt: str
    """What the chart shows, in words and numbers, for those who do not see it."""
    table_label: str
    """What the table behind the chart is called where it can be unfolded."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; numbers are aligned to the right."""

    caption: str
    table: Table
    widths: tuple[float, ...] = ()
    """Relative widths of the columns; equal to their content where empty."""


class Emphasis(StrEnum):
    """How a framing term is shown."""

    NONE = ""
    TINT = "tint"
    """The outlet's own voice."""
    OUTLINE = "outline"
    """Quoted or reported."""
    STRONG = "strong"
    """Not a term: the place that a passage is about."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of an article with one look."""

    text: str
    emphasis: Emphasis = Emphasis.NONE
    loaded: bool = False
    why: str = ""
    quotation: int | None = None
    """Index of the attribution whose words these are."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of an article."""

    runs: tuple[Run, ...]
    kind: str
    """Of the section it stands in: headline, dateline, lead, body, caption, note."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An article with its marks."""

    title: str
    facts: tuple[str, ...]
    """Date, length, author."""
    language: str
    blocks: tuple[Block, ...]
    speakers: tuple[tuple[int, str], ...]
    """(attribution, name shown beside its words)."""
    notes: tuple[str, ...] = ()
    """What was left out or guessed when it was read."""


@dataclass(frozen=True, slots=True)
class Concordance:
    """Passages with the term that is meant, each after the name of its outlet."""

    rows: tuple[tuple[str, tuple[Run, ...]], ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """How to read the marks in the articles."""

    entries: tuple[tuple[str, str], ...]
    """(tint | outline | loaded | quotation, what it means)."""


Element = Heading | Paragraph | Bullets | Figure | Grid | Marked | Concordance | Legend


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole report."""

    title: str
    subtitle: str
    profile: Profile
    language: str
    opening: tuple[str, ...]
    opening_title: str
    limits: tuple[str, ...]
    limits_title: str
    elements: tuple[Element, ...]
    contents: str
    """Heading of the table of contents, "" where there is none."""
    program: str
    page: str
    """How a page is numbered, with {page} and {pages}."""
    overview: Grid | None = None
    """Key figures, a row per outlet, under the opening."""
    failures: tuple[Failure, ...] = ()
    """Parts that could not be made; each is named in its place."""
