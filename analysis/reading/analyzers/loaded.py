"""Loaded language: words that readers would mark, as the Reader finds them."""

from __future__ import annotations

from typing import ClassVar

from ...messages import message
from ...method import AnalyzerInfo, Look
from ...model import Document, Mark


class LoadedAnalyzer:
    """Marks the loaded words of loaded sentences."""

    info: ClassVar[AnalyzerInfo] = AnalyzerInfo(
        id="loaded",
        version=3,
        label=message("loaded.label"),
        explained=message("loaded.explained"),
        key="D",
        colour_role="mark.loaded",
        look=Look.DOTTED,
        shown=True,
        needs_reader=True,
        measures=("loaded_share", "loaded_rate"),
        charts=("loaded",),
        section="loaded",
        table="loaded_words",
        json="loaded_words",
    )

    def marks(self, document: Document) -> tuple[Mark, ...]:
        """Return a mark per loaded word, with the word's probability as its weight; none without a reading."""
        from .loaded_words import loaded_marks  # here: the window asks for the info before it has painted anything

        return loaded_marks(document)
