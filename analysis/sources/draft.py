"""What a source gave, before it is an article: passes from the reader of a file kind to `build`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..messages import Message
from ..model import ArticleKind, Evidence, SectionKind

MAX_CHARACTERS = 200_000
"""Longest text read as one article: about 33,000 words, four times the longest feature in a newspaper. It takes some
four seconds of the processor by rules, twenty with the Reader, and 220 MB; what is longer is a book, a corpus in one
file or a dump. Re-run `python -m tests.benchmarks.growth` when changing it."""

MAX_TEXT = 5_000_000
"""Characters of a file of plain text, and of a cell, that are parsed at all."""


FIELDS = ("title", "outlet", "byline", "published", "dateline", "language")
"""The text fields of `Meta`."""


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
    evidence: tuple[Evidence, ...] = ()
    """Where the values come from; at most one for each field."""

    def stating(self, field: str, value: str, why: Message) -> Meta:
        """Return this with a value for a field that has none yet, and where the value comes from."""
        if not value or getattr(self, field):
            return self
        return replace(self, **{field: value}).because(field, why)  # type: ignore[arg-type]  # a text field

    def because(self, field: str, why: Message) -> Meta:
        """Return this with where the value of a field comes from, in place of what was known of it."""
        others = tuple(known for known in self.evidence if known.field != field)
        return replace(self, evidence=(*others, Evidence(field, why)))

    def why(self, field: str) -> Message | None:
        """Return where the value of a field comes from, None where nothing says it."""
        return next((known.message for known in self.evidence if known.field == field), None)

    def over(self, other: Meta) -> Meta:
        """Return this with its gaps filled from `other`; columns of both, and the evidence of what is kept."""
        named = {name for name, _ in self.columns}
        stated = {known.field for known in self.evidence} | {name for name in FIELDS if getattr(self, name)}
        return Meta(
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            byline=self.byline or other.byline,
            published=self.published or other.published,
            dateline=self.dateline or other.dateline,
            language=self.language or other.language,
            columns=self.columns + tuple(pair for pair in other.columns if pair[0] not in named),
            evidence=self.evidence + tuple(known for known in other.evidence if known.field not in stated),
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
    quoted: str | None = None
    """Whose words they are where the markup sets them apart as a quotation: "" where it names nobody; None for own."""


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
    kind: ArticleKind | None = None
    """Where the source itself says what kind of article it is; None where the text decides."""
    complete: bool = True
    """False where the source holds a teaser or a stub of the article only."""
    removed: tuple[str, ...] = ()
    """Lines that the reader of the file kind has left out already: running heads, page numbers."""
    above: tuple[str, ...] = ()
    """Lines printed above the headline or at the head of the pages: no text, but they may name outlet and date."""
    headings: tuple[str, ...] = ()
    """Paragraphs of one style for titles, the one taken as the title included; each may open an article of its own."""
    lined: bool = False
    """Whether `blocks` without a kind are lines of a printed text, in which a header is still looked for."""

    def with_paragraphs(self, paragraphs: Sequence[Block]) -> Draft:
        """Return this with the paragraphs of a printed text: as `text` unless the source labels some of them."""
        if any(block.kind is not None or block.quoted is not None for block in paragraphs):
            return replace(self, blocks=tuple(paragraphs), lined=True)
        return replace(self, text="\n\n".join(block.text for block in paragraphs))

    def cut(self, why: Message) -> Draft:
        """Return this as a part of the article only, and what shows it."""
        return replace(self, complete=False, notes=(*self.notes, why), meta=self.meta.because("complete", why))
