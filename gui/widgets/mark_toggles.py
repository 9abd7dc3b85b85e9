"""Which marks Read shows: a switch per kind with its sign, its count and its key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QWidget

from analysis.messages import text as tr

from ..paint.marks import counts
from ..paint.shapes import legend_icon
from ..paint.theme import Theme
from ..session import KINDS, Session
from .flow import FlowLayout, together
from .labels import Keycap
from .plain import set_tip

KEYS = {"framing": "F", "loaded": "D", "agency": "A", "quotes": "Q", "sentiment": "S", "only": "O", "link": "L"}
LABELS = {
    "framing": "Framing",
    "loaded": "Loaded",
    "agency": "Acts",
    "quotes": "Quotes",
    "sentiment": "Sentiment",
    "only": "Not found elsewhere",
    "link": "Link scroll",
}
EXPLAINED = {
    "framing": "Words that stand where another could have stood: tinted in the outlet's own voice, "
    "boxed in somebody else's, dashed in scare quotes",
    "loaded": "Words that experts might mark, in sentences whose wording is more likely loaded than not, by a trained "
    "model: dotted underline",
    "agency": "Acts of force or harm: underlined where the words name who does it, broken where they name nobody",
    "quotes": "Whose words: a bar for quoted, a broken bar for reported speech",
    "sentiment": "Sentences that score positive or negative: filled from 0.5",
    "only": "Sentences near which nothing was found in the other articles; it says nothing about intent",
    "link": "Scroll the other columns to the sentences that say the same",
}


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
        layout = FlowLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(7)
        for name in (*KINDS, "only", "link"):
            box = QCheckBox(tr(LABELS[name]))
            set_tip(box, tr(EXPLAINED[name]))
            box.setIconSize(QSize(18, 14))
            self._boxes[name] = box
            self._caps[name] = Keycap(KEYS[name])
            self._pairs[name] = together(box, self._caps[name])
            layout.addWidget(self._pairs[name])
            shortcut = QShortcut(QKeySequence(KEYS[name]), keys_for)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(box.click)
        for kind in KINDS:
            self._boxes[kind].clicked.connect(lambda on, k=kind: session.set_visible(k, on))
        self._boxes["only"].setChecked(True)
        self._boxes["link"].setChecked(True)
        self._boxes["only"].toggled.connect(self.only_toggled)
        self._boxes["link"].toggled.connect(self.link_toggled)
        session.kinds_changed.connect(self._on_kinds_changed)
        self._on_kinds_changed()
        self._draw_icons()

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
        for kind in KINDS:
            box = self._boxes[kind]
            box.setText(f"{tr(LABELS[kind])} {found[kind]}")
            box.setEnabled(found[kind] > 0)
            counted = tr("{count} in the columns shown").format(count=found[kind])
            set_tip(box, f"{tr(EXPLAINED[kind])} ({counted if found[kind] else tr('none in these articles')})")
        # Only the trained Reader finds these: without one there is nothing to switch.
        for kind in ("loaded", "agency"):
            self._pairs[kind].setVisible(found[kind] > 0)

    def _on_kinds_changed(self) -> None:
        for kind in KINDS:
            self._boxes[kind].setChecked(kind in self._session.visible)

    def _draw_icons(self) -> None:
        theme = Theme.of(self.palette())
        for name, box in self._boxes.items():
            if name != "link":
                box.setIcon(legend_icon(name, theme, max(2.0, self.devicePixelRatioF())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw_icons()
