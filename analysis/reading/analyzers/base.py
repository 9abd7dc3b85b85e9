"""What an analyzer is: it marks a document. Figures are made of marks when articles are compared."""

from __future__ import annotations

from typing import ClassVar, Protocol, runtime_checkable

from ...messages import Message
from ...method import AnalyzerInfo, Codebook
from ...model import Document, Mark, Span


class Analyzer(Protocol):
    """One way of reading a document. Stateless between documents and safe to share."""

    info: ClassVar[AnalyzerInfo]

    def marks(self, document: Document) -> tuple[Mark, ...]:
        """Return the findings in `document`, in text order; each is of the kind `info.id`."""
        ...


@runtime_checkable
class SearchesLexicons(Protocol):
    """An analyzer whose marks come from lexicons."""

    @property
    def codebook(self) -> Codebook:
        """What the lexicons say, and their digests."""
        ...


def mark_at(document: Document, span: Span, kind: str, entry: str, why: Message, weight: float = 0.0) -> Mark:
    """Return a mark in the voice in which the text stands at `span`.

    `kind` is the id of the analyzer, `entry` the rule or word that found the place, `why` its reason.
    """
    run = document.voice_at(span.start)
    return Mark(
        id=f"{kind}:{span.start}-{span.end}:{entry}",
        kind=kind,
        span=span,
        voice=run.voice,
        attribution=run.attribution,
        why=why,
        entry=entry,
        weight=weight,
    )
