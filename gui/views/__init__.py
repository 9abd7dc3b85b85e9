"""The window's views: one line each. A view is a `View` made from a Session when it is first shown."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from analysis.messages import Label
from analysis.messages import text as tr

from ..session import Session

if TYPE_CHECKING:
    from .base import View  # with what it needs of the engine it would be loaded before the first paint


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """A view by its key, its title on the tab and where its class stands."""

    key: str
    title: Label
    factory: str
    inspector: bool = True
    """Whether it has marks to explain at the window's right."""

    def make(self, session: Session) -> View:
        """Load the view's module and return the view."""
        module, name = self.factory.rsplit(".", 1)
        view: View = getattr(import_module(module), name)(session)
        view.setAccessibleName(tr(self.title))
        return view


VIEWS = (
    ViewSpec("library", Label("Library"), "gui.views.library.LibraryView", inspector=False),
    ViewSpec("read", Label("Read"), "gui.views.read.ReadView"),
    ViewSpec("naming", Label("Naming"), "gui.views.naming.NamingView"),
    ViewSpec("sources", Label("Sources"), "gui.views.sources.SourcesView"),
    ViewSpec("sentiment", Label("Sentiment"), "gui.views.sentiment.SentimentView"),
    ViewSpec("coverage", Label("Coverage"), "gui.views.coverage.CoverageView"),
    ViewSpec("words", Label("Words"), "gui.views.words.WordsView"),
    ViewSpec("find", Label("Find"), "gui.views.find.FindView"),
    ViewSpec("agency", Label("Agency"), "gui.views.agency.AgencyView"),
)
