"""Qt's actions and menus, made from the specs and kept true."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from analysis.messages import text as tr

from ..parts import Parts
from ..widgets.plain import name_action
from .edit import own_copy
from .grouping import fill_grouping
from .menus import MENUS, SUBMENUS
from .spec import ActionSpec


class Actions:
    """The window's actions, made from their specs and kept true."""

    def __init__(self, parts: Parts, specs: tuple[ActionSpec, ...]) -> None:
        self._parts = parts
        self.specs = specs
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        for spec in specs:
            action = QAction(spec.text, parts.frame)
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setCheckable(spec.checked is not None)
            action.triggered.connect(lambda _=False, spec=spec: self.run(spec))
            parts.frame.addAction(action)  # so that its keys work before a menu was ever open
            self.actions[spec.key] = action

    def run(self, spec: ActionSpec) -> None:
        """Do it, and take over what it changed."""
        spec.run(self._parts)
        self.refresh()

    def refresh(self) -> None:
        """Say anew what can be done, what is switched on, and what it is called."""
        for spec in self.specs:
            action = self.actions[spec.key]
            action.setEnabled(spec.enabled is None or spec.enabled(self._parts))
            if spec.checked is not None:
                action.setChecked(spec.checked(self._parts))
            if spec.named is not None:
                name_action(action, spec.named(self._parts).strip())

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus."""
        for key, title in MENUS:
            self.menus[key] = bar.addMenu(tr(title))
            self._fill_menu(key)
            self.menus[key].aboutToShow.connect(self.refresh)

    def _fill_menu(self, key: str) -> None:
        menu, group = self.menus[key], None
        for spec in self.specs:
            for place in spec.menus:
                parent, _, sub = place.partition("/")
                if parent != key:
                    continue
                if group is not None and spec.group != group and (not sub or place not in self.menus):
                    menu.addSeparator()
                group = spec.group
                if sub:
                    if place not in self.menus:
                        self.menus[place] = menu.addMenu(tr(SUBMENUS[place]))
                    self.menus[place].addAction(self.actions[spec.key])
                else:
                    menu.addAction(self.actions[spec.key])
        if key == "analyse":
            self._add_grouping(menu)

    def _add_grouping(self, menu: QMenu) -> None:
        sub = menu.addMenu(tr(SUBMENUS["analyse/group"]))
        self.menus["analyse/group"] = sub
        sub.aboutToShow.connect(lambda: fill_grouping(sub, self._parts.session))
        fill_grouping(sub, self._parts.session)

    def follow_focus(self, focus: QWidget | None) -> None:
        """Leave Ctrl+C to a table that has it itself: of two actions with one key Qt runs neither."""
        own = focus is not None and own_copy(focus) is not None
        self.actions["copy"].setShortcut(QKeySequence() if own else QKeySequence(QKeySequence.StandardKey.Copy))

    def keys_by_menu(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return, menu by menu, the keys and what they do."""
        result = []
        for key, title in MENUS:
            rows = [(", ".join(s.keys), s.plain) for s in self.specs if s.keys and s.menus[0].partition("/")[0] == key]
            result.append((tr(title).replace("&", ""), rows))
        return result
