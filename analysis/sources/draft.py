"""What a source gave, before it is an article: passes from the reader of a file kind to `build`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..messages import Message
from ..model import SectionKind

MAX_CHARACTERS = 200_000
"""Longest text read as one article: about 33,000 words, four times the longest feature in a newspaper. It takes some
four seconds of the processor by rules, twenty with the Reader, and 220 MB; what is longer is a book, a corpus in one
file or a dump. Re-run `python -m tests.benchmarks.growth` when changing it."""

MAX_TEXT = 5_000_000
"""Characters of a file of plain text, and of a cell, that are parsed at all."""


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known about a text besides its words; "" where nothing is."""

    title: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""
    dateline: str = ""
    language: str = ""
    columns: tuple[tuple[str, str], ...] = ()

    def over(self, other: Meta) -> Meta:
        """Return this with its gaps filled from `other`; columns of both."""
        named = {name for name, _ in self.columns}
        return Meta(
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            byline=self.byline or other.byline,
            published=self.published or other.published,
            dateline=self.dateline or other.dateline,
            language=self.language or other.language,
            columns=self.columns + tuple(pair for pair in other.columns if pair[0] not in named),
        )

    def with_column(self, name: str, value: str) -> Meta:
        """Return this with one more column, unless it has that column or `value` is empty."""
        if not value or any(name == known for known, _ in self.columns):
            return self
        return replace(self, columns=(*self.columns, (name, value)))


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph; `kind` where the source's own structure says it, None where the rules decide."""

    text: str
    kind: SectionKind | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its source has it: either `text`, lines in which a header is looked for, or `blocks`."""

    source: str
    sha256: str
    text: str = ""
    blocks: tuple[Block, ...] = ()
    meta: Meta = field(default_factory=Meta)
    stem: str = ""
    """The file's name without its ending: the title where there is no better one."""
    notes: tuple[Message, ...] = ()
    removed: tuple[str, ...] = ()
    """Lines that the reader of the file kind has left out already: running heads, page numbers."""
