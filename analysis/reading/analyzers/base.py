"""What an analyzer is: it marks a document. Figures are made of marks when articles are compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from ...messages import Message
from ...method import Codebook
from ...model import Document, Mark, MarkKind


@dataclass(frozen=True, slots=True)
class AnalyzerInfo:
    """What an analyzer gives, for those who show it."""

    id: str
    version: int
    """Raised whenever the same text may give other results."""
    label: Message
    kinds: tuple[MarkKind, ...]
    colour_role: str
    """A role of the themes, never a colour."""
    needs_reader: bool = False
    """Whether it finds nothing in a document without a reading; `reader.available()` says why there is none."""


class Analyzer(Protocol):
    """One way of reading a document. Stateless between documents and safe to share."""

    @property
    def info(self) -> AnalyzerInfo: ...

    def marks(self, document: Document) -> tuple[Mark, ...]:
        """Return the findings in `document`, in text order."""
        ...


@runtime_checkable
class SearchesLexicons(Protocol):
    """An analyzer whose marks come from lexicons."""

    @property
    def codebook(self) -> Codebook:
        """What the lexicons say, and their digests."""
        ...
