"""Which marks Read shows: a switch per kind with its sign, its count and its key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QWidget

from analysis.messages import Label
from analysis.messages import text as tr

from ..kinds import kinds
from ..paint.marks import counts
from ..paint.shapes import legend_icon
from ..paint.theme import Theme
from ..session import Session
from .flow import FlowLayout, together
from .labels import Keycap
from .plain import set_tip

OWN = {
    "only": (
        "O",
        Label("Not found elsewhere"),
        Label("Sentences near which nothing was found in the other articles; it says nothing about intent"),
    ),
    "link": ("L", Label("Link scroll"), Label("Scroll the other columns to the sentences that say the same")),
}
"""Key, label and tip of the switches that are the view's own."""


class MarkToggles(QWidget):
    """The row of switches. Kinds live in the session; `only` and `link` are the view's own."""

    only_toggled = Signal(bool)
    link_toggled = Signal(bool)

    def __init__(self, session: Session, keys_for: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._boxes: dict[str, QCheckBox] = {}
        self._caps: dict[str, Keycap] = {}
        self._pairs: dict[str, QWidget] = {}
        self._row = FlowLayout(self)
        self._row.setContentsMargins(8, 4, 8, 4)
        self._row.setSpacing(7)
        for kind in kinds():
            self._add(kind.id, kind.key, kind.title, kind.tip, keys_for)
        for name, (key, title, tip) in OWN.items():
            self._add(name, key, tr(title), tr(tip), keys_for)
        for kind in kinds():
            self._boxes[kind.id].clicked.connect(lambda on, k=kind.id: session.set_visible(k, on))
        self._boxes["only"].setChecked(True)
        self._boxes["link"].setChecked(True)
        self._boxes["only"].toggled.connect(self.only_toggled)
        self._boxes["link"].toggled.connect(self.link_toggled)
        session.kinds_changed.connect(self._on_kinds_changed)
        self._on_kinds_changed()
        self._draw_icons()

    def _add(self, name: str, key: str, title: str, tip: str, keys_for: QWidget) -> None:
        box = QCheckBox(title)
        set_tip(box, tip)
        box.setIconSize(QSize(18, 14))
        self._boxes[name] = box
        self._caps[name] = Keycap(key)
        self._pairs[name] = together(box, self._caps[name])
        self._row.addWidget(self._pairs[name])
        shortcut = QShortcut(QKeySequence(key), keys_for)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(box.click)

    def set_compact(self, compact: bool) -> None:
        """Leave the keys away where every line is needed for the articles; the page of keys has them."""
        for cap in self._caps.values():
            cap.setVisible(not compact)

    def box(self, name: str) -> QCheckBox:
        """Return one switch."""
        return self._boxes[name]

    @property
    def only(self) -> bool:
        return self._boxes["only"].isChecked()

    @property
    def link(self) -> bool:
        return self._boxes["link"].isChecked()

    def count(self, article_ids: tuple[str, ...]) -> None:
        """Show how many marks of each kind the open columns hold."""
        found = counts(tuple(self._session.analyses[key] for key in article_ids if key in self._session.analyses))
        for kind in kinds():
            box, number = self._boxes[kind.id], found[kind.id]
            box.setText(f"{kind.title} {number}")
            box.setEnabled(number > 0)
            counted = tr("{count} in the columns shown").format(count=number)
            set_tip(box, f"{kind.tip} ({counted if number else tr('none in these articles')})")
            # Without the trained Reader there is nothing to switch.
            self._pairs[kind.id].setVisible(number > 0 or not kind.needs_reader)

    def _on_kinds_changed(self) -> None:
        for kind in kinds():
            self._boxes[kind.id].setChecked(kind.id in self._session.visible)

    def _draw_icons(self) -> None:
        theme = Theme.of(self.palette())
        for name, box in self._boxes.items():
            if name != "link":
                box.setIcon(legend_icon(name, theme, max(2.0, self.devicePixelRatioF())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw_icons()
