"""The views, each made when it is first shown, with what each remembers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QStackedWidget

from .session import Session
from .views import ViewSpec
from .widgets.view_area import ViewArea

if TYPE_CHECKING:
    from .views.base import View


class ViewStack(QStackedWidget):
    """One view at a time."""

    made = Signal(str, object)
    """A view was made: its key and the widget."""
    shown = Signal(str)

    def __init__(self, session: Session, specs: Sequence[ViewSpec], settings: QSettings) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self.specs = tuple(spec for spec in specs if find_spec(spec.factory.rsplit(".", 1)[0]) is not None)
        self._views: dict[str, View] = {}
        self._areas: dict[str, ViewArea] = {}
        self._key = ""

    @property
    def key(self) -> str:
        """The key of the view that is shown; "" before the first."""
        return self._key

    @property
    def view(self) -> View | None:
        """The view that is shown."""
        return self._views.get(self._key)

    def get(self, key: str) -> View | None:
        """Return a view if it was made already."""
        return self._views.get(key)

    def show_view(self, key: str) -> View:
        """Show a view, making it the first time."""
        if key not in self._views:
            spec = next(s for s in self.specs if s.key == key)
            view = spec.make(self._session)
            self._views[key] = view
            self._areas[key] = ViewArea(view)
            self.addWidget(self._areas[key])
            self._restore(key, view)
            self.made.emit(key, view)
        if key != self._key:
            self._key = key
            self.setCurrentWidget(self._areas[key])
            self.shown.emit(key)
        return self._views[key]

    def step(self, by: int) -> None:
        """Show the next view (1) or the one before (-1)."""
        keys = [spec.key for spec in self.specs]
        self.show_view(keys[(keys.index(self._key) + by) % len(keys)])

    def save_state(self) -> None:
        """Remember which view is shown and what each that was made wants to keep."""
        self._settings.setValue("view", self._key)
        for key, view in self._views.items():
            if state := view.save_state():
                self._settings.setValue(f"views/{key}", json.dumps(state))

    def _restore(self, key: str, view: View) -> None:
        kept = self._settings.value(f"views/{key}")
        if not isinstance(kept, str):
            return
        try:
            state = json.loads(kept)
        except ValueError:
            return
        if isinstance(state, dict):
            view.restore_state(state)
