"""Columns that move together: what corresponds is lit, and scrolled to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from ..session import Session
from .article_column import ArticleColumn
from .linking import alignment_of, interpolate

READ_AT = 0.33
"""Where in a column the eye is taken to be: a third of the way down."""


class LinkedColumns:
    """Follows the comparison's alignment; `on` switches the scrolling, not the light."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._alignment = alignment_of(session.comparison)
        self._busy = False
        self.on = True

    def realign(self) -> None:
        """Take the session's new comparison."""
        self._alignment = alignment_of(self._session.comparison)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let columns be scrolled one by one, each to its own place."""
        before, self._busy = self._busy, True
        try:
            yield
        finally:
            self._busy = before

    def light(self, columns: Sequence[ArticleColumn], article_id: str, offset: int | None) -> None:
        """Light what says the same as the sentence at `offset` of an article."""
        analysis = self._session.analyses.get(article_id)
        index = analysis.document.sentence_at(offset) if analysis is not None and offset is not None else None
        lit = self._alignment.counterparts(article_id, index) if index is not None else {}
        for column in columns:
            spans = lit.get(column.article_id, ())
            column.text.set_lit(spans)
            column.strip.set_lit(spans)

    def follow(self, columns: Sequence[ArticleColumn], article_id: str) -> None:
        """Bring the other columns to what corresponds to the part in view of this one."""
        source = next((c for c in columns if c.article_id == article_id), None)
        if self._busy or not self.on or source is None:
            return
        with self.held():
            for column in columns:
                if column is not source:
                    self._follow(source, column)

    def _follow(self, source: ArticleColumn, target: ArticleColumn) -> None:
        bar, other = source.text.verticalScrollBar(), target.text.verticalScrollBar()
        if bar.value() in (bar.minimum(), bar.maximum()):
            other.setValue(other.minimum() if bar.value() == bar.minimum() else other.maximum())
            return
        pairs = self._alignment.anchors(source.article_id, target.article_id)
        ends = source.text.document().size().height(), target.text.document().size().height()
        places = [(0.0, 0.0), *((source.text.y_of(a), target.text.y_of(b)) for a, b in pairs), ends]
        there = interpolate(places, bar.value() + READ_AT * source.text.viewport().height())
        other.setValue(int(there - READ_AT * target.text.viewport().height()))
