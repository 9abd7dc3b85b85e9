"""The panels left and right of the views: how wide they are, which gives way first, and that they come back.

Qt's docks give up their room when the window shrinks and do not take it back when it grows. Here the widths that the
user wants are kept apart from those that there is room for, and only the former are remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from analysis.messages import Label
from analysis.messages import text as tr

from .widgets.plain import set_title

CENTRE_LETTERS = 52
"""Letters of the interface that the view between the panels has room for at least, before a panel gives way: what the
narrowest chart takes with its margins."""
WANTED, WIDTHS = "docks", "dock_widths"
"""Keys of the settings: which panels are shown, and how wide they are where there is room."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel by its key; widths in letters of the interface, so that they grow with the font."""

    key: str
    title: Label
    area: Qt.DockWidgetArea
    usual_letters: int
    least_letters: int


@dataclass(frozen=True, slots=True)
class Wish:
    """The width that a panel should have, and the least that it can do with, in pixels."""

    width: int
    least: int


def shared(room: int, wishes: Sequence[Wish]) -> tuple[int | None, ...]:
    """Return the width of each panel, None for one that has to go: the first of `wishes` gives way first.

    Each gives what it has above its least, one after the other; where that is not enough, the first goes, and the
    others share the room anew.
    """
    widths = [max(wish.width, wish.least) for wish in wishes]
    for number, wish in enumerate(wishes):
        missing = sum(widths) - room
        widths[number] -= max(0, min(missing, widths[number] - wish.least))
    if sum(widths) <= room or not wishes:
        return tuple(widths)
    return (None, *shared(room, wishes[1:]))


class Docks(QObject):
    """Keeps the panels of a window in order. `panels` stand in the order in which they give way."""

    def __init__(
        self,
        window: QMainWindow,
        panels: Sequence[Panel],
        settings: QSettings,
        offered: Callable[[str], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._offered = offered
        self._panels = {panel.key: panel for panel in panels}
        self._yielding = [panel.key for panel in panels]
        self._own: dict[str, int] = {}
        self._placed: dict[str, int | None] = {}
        self._before: dict[str, int] = {}
        self._asked = ""
        self.docks: dict[str, QDockWidget] = {}
        for panel in panels:
            dock = QDockWidget(window)
            set_title(dock, tr(panel.title))
            dock.setObjectName(panel.key)
            dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
            dock.setTitleBarWidget(QWidget())  # the parts have headings of their own
            window.addDockWidget(panel.area, dock)
            self.docks[panel.key] = dock
        self._wanted = frozenset(self._panels)
        self._restore()
        window.installEventFilter(self)

    # ------------------------------------------------------------------ what is shown

    def wanted(self, key: str) -> bool:
        """Return whether the user wants to see a panel, be there room for it or not."""
        return key in self._wanted

    def toggle(self, key: str) -> None:
        """Show or hide a panel; one that gave way is shown, and another gives way for it."""
        if key in self._wanted and self._placed.get(key, 0) is None:
            self._asked = key
            self._yielding.remove(key)
            self._yielding.append(key)
        else:
            self._wanted ^= {key}
            self._asked = ""
        self.place()

    def place(self) -> None:
        """Show the panels that are wanted, as wide as there is room for."""
        keys = [key for key in self._yielding if key in self._wanted and self._offered(key)]
        room = self._window.width() - self._letters(CENTRE_LETTERS)
        placed: dict[str, int | None] = dict(zip(keys, shared(room, [self._wish(key) for key in keys]), strict=True))
        if placed.get(self._asked, 0) is None:  # asked for by name, so the view gives way
            placed[self._asked] = self._wish(self._asked).least
        self._placed = placed
        for key, dock in self.docks.items():
            dock.setMinimumWidth(self._wish(key).least)
            dock.setVisible(placed.get(key) is not None)
        shown = {self.docks[key]: width for key, width in placed.items() if width is not None}
        self._window.resizeDocks(list(shown), list(shown.values()), Qt.Orientation.Horizontal)

    def reset(self) -> None:
        """Show every panel in its usual width again."""
        self._wanted, self._own = frozenset(self._panels), {}
        self._yielding, self._asked = list(self._panels), ""
        self.place()

    def _wish(self, key: str) -> Wish:
        panel = self._panels[key]
        return Wish(self._own.get(key, self._letters(panel.usual_letters)), self._letters(panel.least_letters))

    def _letters(self, count: int) -> int:
        return count * self._window.fontMetrics().averageCharWidth()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.Show):
            self.place()
        elif event.type() is QEvent.Type.MouseButtonPress:  # the lines between the parts belong to the window itself
            self._before = self._shown_widths()
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._take_widths()
        return False

    def _shown_widths(self) -> dict[str, int]:
        return {key: dock.width() for key, dock in self.docks.items() if dock.isVisible()}

    def _take_widths(self) -> None:
        """Take the widths that the user has dragged the panels to."""
        now, before = self._shown_widths(), self._before
        dragged = {key: now[key] for key in now.keys() & before.keys() if now[key] != before[key]}
        self._before = {}
        if dragged:
            self._own |= dragged
            self.place()

    # ------------------------------------------------------------------ what a later start brings back

    def save(self) -> None:
        """Remember what the user wants, whatever there is room for now."""
        self._settings.setValue(WANTED, " ".join(sorted(self._wanted)))
        self._settings.setValue(WIDTHS, " ".join(f"{key}={width}" for key, width in sorted(self._own.items())))

    def _restore(self) -> None:
        kept = self._settings.value(WANTED)
        if isinstance(kept, str):
            self._wanted = frozenset(kept.split()) & frozenset(self._panels)
        for pair in str(self._settings.value(WIDTHS, "")).split():
            key, _, width = pair.partition("=")
            if key in self._panels and width.isdecimal() and len(width) < 6:
                self._own[key] = int(width)
