"""An analyzer that somebody might add: words by which an outlet leaves open whether something is so."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import ClassVar

import pytest

from analysis.messages import message
from analysis.method import AnalyzerInfo, Look
from analysis.model import Document, Mark, Span
from analysis.reading import analyzers
from analysis.reading.analyzers.base import mark_at

WORDS = re.compile(r"\b(?:reportedly|allegedly)\b", re.IGNORECASE)


class Hedges:
    """Marks two words. Its sentences are those of another analyzer, for want of its own."""

    info: ClassVar[AnalyzerInfo] = AnalyzerInfo(
        id="hedges",
        version=3,
        label=message("agency.form.active"),
        explained=message("agency.form.nominal"),
        key="H",
        colour_role="mark.further",
        look=Look.WAVE,
    )

    def marks(self, document: Document) -> tuple[Mark, ...]:
        return tuple(_mark(document, Span(*m.span())) for m in WORDS.finditer(document.text))


def _mark(document: Document, span: Span) -> Mark:
    word = span.of(document.text).lower()
    return mark_at(document, span, Hedges.info.id, word, message("agency.why.active", actor=word))


@contextmanager
def registered(line: str = "hedges.Hedges") -> Iterator[None]:
    """Have it in the registry for a while, as the module and the line of somebody who adds it; or another line."""
    module = ModuleType("analysis.reading.analyzers.hedges")
    module.Hedges = Hedges  # type: ignore[attr-defined]
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, module.__name__, module)
        patch.setattr(analyzers, "ANALYZERS", (*analyzers.ANALYZERS, line))
        _forget()
        try:
            yield
        finally:
            patch.undo()
            _forget()


def _forget() -> None:
    for kept in (analyzers.registry, analyzers.infos):
        kept.cache_clear()
