"""The open story: its articles, their analyses, the comparison and what is selected. The one signal hub.

Views read from here and listen here; they never talk to each other. Every change of data goes through a command
(`gui.commands`) so that it can be undone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from analysis.model import Article, ArticleAnalysis, Comparison, Decision, MarkKind, Passage


@dataclass(frozen=True, slots=True)
class Selection:
    """What the user is looking at: a passage, and the mark or attribution in it, if any."""

    passage: Passage
    mark: str | None = None
    attribution: int | None = None


class Session(QObject):
    """The state that views share."""

    articles_changed = Signal()
    """Articles were added, removed or edited; `articles` is new."""
    analyses_changed = Signal()
    """An analysis came in or was dropped (also when a decision changed the marks)."""
    comparison_changed = Signal()
    """`comparison` is new, or None while there is nothing to compare."""
    selection_changed = Signal()
    """`selection` is new, or None; the inspector and the columns follow."""
    scope_changed = Signal()
    """`scope` (which articles the Read columns show and the comparison covers) is new."""
    kinds_changed = Signal()
    """`visible` marks are new."""
    decisions_changed = Signal()
    passages_opened = Signal(object)
    """A tuple of Passage to open in Read: a chart's or a table's mark was activated."""

    # The attributes behind the signals are read-only properties:
    #   articles: tuple[Article, ...]                   in the order the user sees
    #   analyses: Mapping[str, ArticleAnalysis]         by article id, decisions applied
    #   comparison: Comparison | None
    #   selection: Selection | None
    #   scope: tuple[str, ...]                          article ids, in column order
    #   visible: frozenset[str]                         of "framing", "quotes", "sentiment", "loaded"
    #   decisions: tuple[Decision, ...]
    # and methods, each emitting its signal once and only on a change:
    #   add_articles, remove_articles, replace_article, set_analysis, set_comparison, select(selection | None),
    #   set_scope, set_visible(kind, on), open_passages(passages), set_decisions
