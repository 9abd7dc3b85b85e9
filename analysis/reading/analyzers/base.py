"""What an analyzer is: it marks a document. Figures are made of marks when articles are compared."""

from __future__ import annotations

from typing import ClassVar, Protocol, runtime_checkable

from ...method import AnalyzerInfo, Codebook
from ...model import Document, Mark


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
