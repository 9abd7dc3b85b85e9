"""Framing terms: words that stand where another could have stood, and scare quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ...messages import message
from ...method import AnalyzerInfo, Codebook, Look
from ...model import Document, Mark

if TYPE_CHECKING:
    from ..lexicons import Lexicons


class FramingAnalyzer:
    """Finds the terms of the lexicons, the built-in ones where none are given, and the scare quotes."""

    info: ClassVar[AnalyzerInfo] = AnalyzerInfo(
        id="framing",
        version=5,
        label=message("framing.label"),
        explained=message("framing.explained"),
        key="F",
        colour_role="mark.framing",
        look=Look.BY_VOICE,
        shown=True,
        measures=("framing_count", "framing_rate"),
        charts=("naming", "stance", "framing", "framing_voices"),
        section="words",
        table="framing",
        json="framing",
    )

    def __init__(self, lexicons: Lexicons | None = None) -> None:
        self._lexicons = lexicons

    @property
    def lexicons(self) -> Lexicons:
        """The lexicons that are searched, loaded on the first call."""
        if self._lexicons is None:
            from ..lexicons import load  # here: the window asks for the info before it has painted anything

            self._lexicons = load()
        return self._lexicons

    @property
    def codebook(self) -> Codebook:
        """What the lexicons searched say, and their digests."""
        return self.lexicons.codebook

    def marks(self, document: Document) -> tuple[Mark, ...]:
        """Return the framing terms and scare quotes of `document`, in text order."""
        from .framing_terms import framing_marks

        return framing_marks(document, self.lexicons)
