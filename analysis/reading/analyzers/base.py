"""What an analyzer is: it marks a document, and measures what its marks amount to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ...messages import Message
from ...model import Document, Mark, MarkKind, Measure


@dataclass(frozen=True, slots=True)
class MeasureInfo:
    """What a measure is called, counts and means; window, charts and report label themselves from it."""

    name: str
    label: Message
    unit: str
    explanation: Message


@dataclass(frozen=True, slots=True)
class AnalyzerInfo:
    """What an analyzer gives, for those who show it."""

    id: str
    version: int
    """Raised whenever the same text may give other results."""
    label: Message
    kinds: tuple[MarkKind, ...]
    measures: tuple[MeasureInfo, ...]
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

    def measures(self, document: Document, marks: tuple[Mark, ...]) -> tuple[Measure, ...]:
        """Return the figures that `marks` amount to; called again when the user rejects some of them."""
        ...
