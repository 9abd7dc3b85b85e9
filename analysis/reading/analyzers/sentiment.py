"""Sentiment by VADER (Hutto and Gilbert 2014), sentence by sentence."""

from __future__ import annotations

from typing import ClassVar

from ...messages import message
from ...method import AnalyzerInfo, Look
from ...model import Document, Mark


class SentimentAnalyzer:
    """Scores every sentence that has words, the dateline apart."""

    info: ClassVar[AnalyzerInfo] = AnalyzerInfo(
        id="sentiment",
        version=1,
        label=message("sentiment.label"),
        explained=message("sentiment.explained"),
        key="S",
        colour_role="mark.positive",
        look=Look.SIGN,
        measures=("sentiment_mean",),
        charts=("sentiment", "sentiment_along"),
        section="sentiment",
        table="sentences",
        json="sentences",
    )

    def marks(self, document: Document) -> tuple[Mark, ...]:
        """Return a mark per sentence: its compound, its voice, and its words' shares of the compound."""
        from .sentiment_marks import sentiment_marks  # here: the window asks for the info before it has painted

        return sentiment_marks(document)
