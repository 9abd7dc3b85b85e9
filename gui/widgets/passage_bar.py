"""The passages that a chart, a table or a search opened: how many, which one, on to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from analysis.messages import text as tr
from analysis.model import Passage

from .plain import ElidedLabel, set_tip


class PassageBar(QWidget):
    """Hidden while there are none."""

    moved = Signal(object)
    """The Passage that is now the one."""
    closed = Signal()

    def __init__(self, name_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._number = 0
        self.passages: tuple[Passage, ...] = ()
        self.label = ElidedLabel()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 2)
        row.addWidget(self.label, 1)
        row.addWidget(arrow("▲", tr("Previous passage (Shift+F3)"), lambda: self.step(-1)))
        row.addWidget(arrow("▼", tr("Next passage (F3)"), lambda: self.step(1)))
        close = QPushButton(tr("Done"))
        set_tip(close, tr("Leave these passages (Esc)"))
        close.setFlat(True)
        close.setObjectName("link")
        close.clicked.connect(self.leave)
        row.addWidget(close)
        self.hide()

    def open(self, passages: Sequence[Passage]) -> None:
        """Show the first of these passages."""
        self.passages = tuple(passages)
        self._number = 0
        self.setVisible(bool(self.passages))
        self.step(0)

    def step(self, by: int) -> None:
        """Go on (1) or back (-1), round and round."""
        if not self.passages:
            return
        self._number = (self._number + by) % len(self.passages)
        passage = self.passages[self._number]
        words = tr("passage {number} of {count}, in {name}")
        name = self._name_of(passage.article)
        self.label.set_words(words.format(number=self._number + 1, count=len(self.passages), name=name))
        self.moved.emit(passage)

    def leave(self) -> None:
        """Forget the passages."""
        self.passages = ()
        self.hide()
        self.closed.emit()


def arrow(sign: str, name: str, slot: Callable[[], object]) -> QToolButton:
    """Return a small button with a sign on it and a name for who cannot see it."""
    button = QToolButton()
    button.setText(sign)
    button.setAutoRaise(True)
    set_tip(button, name)
    button.setAccessibleName(name)
    button.clicked.connect(lambda: slot())
    return button
