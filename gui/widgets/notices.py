"""What just happened, in one sentence of the status bar, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from .plain import YieldingLabel, menu_text

NOTICE_MS = 20_000
"""How long a notice with its buttons stays."""


class NoticeBar(QWidget):
    """One sentence about what just happened, with what can be done about it."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = YieldingLabel()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(10, 0, 0, 0)
        self._layout.addWidget(self.label)
        self.buttons: list[QPushButton] = []
        self._kept: tuple[str, tuple[tuple[str, Callable[[], object]], ...]] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NOTICE_MS)
        self._timer.timeout.connect(self.clear)
        self.hide()

    def tell(self, sentence: str, *choices: tuple[str, Callable[[], object]]) -> None:
        """Show a sentence for its time; each choice is a button with what it does."""
        self._show(sentence, choices)
        self._timer.start()

    def keep(self, sentence: str, *choices: tuple[str, Callable[[], object]]) -> None:
        """Show what waits for the user until `release`; other sentences stand in its place for their time only."""
        self._kept = (sentence, choices)
        self._show(sentence, choices)

    def release(self) -> None:
        """Take away what waited for the user."""
        kept, self._kept = self._kept, None
        if kept is not None and self.label.words == kept[0]:
            self.clear()

    def clear(self) -> None:
        """Take the sentence away; what waits for the user stays, or comes back."""
        self._hide()
        if self._kept is not None:
            self._show(*self._kept)

    def _show(self, sentence: str, choices: Sequence[tuple[str, Callable[[], object]]]) -> None:
        self._hide()
        self.label.set_words(sentence)
        for label, act in choices:
            button = QPushButton(menu_text(label))
            button.setObjectName("link")
            button.clicked.connect(lambda _=False, act=act: act())
            self._layout.addWidget(button)
            self.buttons.append(button)
        self.show()

    def _hide(self) -> None:
        self._timer.stop()
        self.hide()
        for button in self.buttons:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons.clear()
        self.closed.emit()
