"""What a window is made of, as its actions use it. Only `main_window` knows the window itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QMainWindow

from analysis.messages import Label

from .docks import Docks, Panel
from .exporting import Exporter
from .frame import Frame
from .importing import Importer
from .jobs import Jobs
from .leaving import Leaving
from .pipeline import Pipeline
from .session import Session
from .theme import Appearance
from .views import VIEWS
from .views.shelf import Shelf
from .viewstack import ViewStack
from .widgets.notices import NoticeBar

PANELS = (
    Panel("inspector", Label("Explanations"), Qt.DockWidgetArea.RightDockWidgetArea, 33, 26),
    Panel("shelf", Label("Articles"), Qt.DockWidgetArea.LeftDockWidgetArea, 26, 15),
)
"""In the order in which they give way."""


class Parts(QObject):
    """The parts of one window, and what several of them do together."""

    goto_asked = Signal()
    """The user wants to go to something."""
    keys_asked = Signal()
    """The user wants to see the page of keys."""

    def __init__(self, frame: QMainWindow, session: Session, settings: QSettings, appearance: Appearance) -> None:
        super().__init__(frame)
        self.frame = frame
        """What dialogs stand above."""
        self.session = session
        self.appearance = appearance
        self.jobs = Jobs(frame)
        self.pipeline = Pipeline(session, self.jobs, frame)
        self.notices = NoticeBar()
        self.importer = Importer(frame, session, self.jobs, self.pipeline, self.notices, settings)
        self.exporter = Exporter(frame, session, self.jobs, self.pipeline, self.notices, settings)
        self.leaving = Leaving(frame, session, self.exporter)
        self.views = ViewStack(session, VIEWS, settings)
        self.shelf = Shelf(session)
        self.panels = Docks(frame, PANELS, settings, self._offers)
        self.layout = Frame(frame, settings, self.panels)

    def show_view(self, key: str) -> None:
        """Show a view and let the keyboard work there."""
        self.views.show_view(key).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def chosen_articles(self) -> tuple[str, ...]:
        """Ids of the articles selected in the Library, or in the list at the left while it has the focus."""
        if self.shelf.list.hasFocus():
            return self.shelf.selected_articles()
        return self.views.view.selected_articles() if self.views.view is not None else ()

    def zoom(self, steps: int) -> None:
        """Larger or smaller text: of the articles where they are read, of the whole window elsewhere."""
        if self.views.view is None or not self.views.view.zoom(steps):
            self.appearance.zoom(steps)

    def _offers(self, dock: str) -> bool:
        """Return whether the view that is shown has something for a dock."""
        spec = next((s for s in self.views.specs if s.key == self.views.key), None)
        return dock != "inspector" or spec is None or spec.inspector
