"""Labels that keep to the theme: muted words, keycaps, empty states."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from analysis.messages import Label
from analysis.messages import text as tr

from ..paint.theme import Theme
from .letters import scale_letters
from .plain import ElidedLabel, PlainLabel

MOST_NOTE_LINES = 6
"""Lines of notes that are shown at once."""
NOTES_EDGES = 56
"""Pixels across that margins and a scroll bar take beside the notes."""
STOPPED = Label("The work was stopped, or it failed. Press Shift+F5 to go on with it.")
"""What a view says that waits for results which do not come by themselves."""


def named(box: QComboBox, name: str) -> None:
    """Name a box to choose from, with the list that drops from it, for who cannot see what stands beside it."""
    box.setAccessibleName(name)
    box.view().setAccessibleName(name)


class MutedLabel(PlainLabel):
    """A label in the quieter ink, in any theme."""

    def __init__(self, text: str = "", parent: QWidget | None = None, role: str = "ink.muted") -> None:
        super().__init__(text, parent)
        self._role = role
        if role == "ink.muted":
            self.setObjectName("muted")  # the window's style sheet has the last word on palettes
        self._recolour()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange):
            self._recolour()

    def _recolour(self) -> None:
        colour = Theme.of(self.palette()).colour(self._role)
        if self.palette().color(QPalette.ColorRole.WindowText) != colour:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)


class Notes(QWidget):
    """What limits a comparison: the first note on one line, the rest on demand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: tuple[str, ...] = ()
        self._first, self._all = ElidedLabel(), MutedLabel()
        self._first.setObjectName("muted")
        self._all.setWordWrap(True)
        self._whole = QScrollArea()
        self._whole.setFrameShape(QScrollArea.Shape.NoFrame)
        self._whole.setWidgetResizable(True)
        self._whole.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._whole.setAccessibleName(tr("Notes on this comparison"))
        self._whole.setWidget(self._all)
        self._more = QToolButton()
        self._more.setAutoRaise(True)
        self._more.setCheckable(True)
        self._more.setAccessibleName(tr("Show the notes on this comparison"))
        self._more.toggled.connect(self._show)
        row = QHBoxLayout()
        row.addWidget(self._first, 1)
        row.addWidget(self._whole, 1)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 4, 14, 2)
        layout.addLayout(row)

    @property
    def notes(self) -> tuple[str, ...]:
        return self._notes

    def set_notes(self, notes: Sequence[str]) -> None:
        """Show these sentences."""
        self._notes = tuple(notes)
        self._first.set_words(self._notes[0] if self._notes else "")
        self._all.setText("\n".join(self._notes))
        self.setVisible(bool(self._notes))
        self._show()

    def _show(self) -> None:
        whole = self._more.isChecked()
        self._first.setVisible(not whole)
        self._whole.setVisible(whole)
        self._take_height()
        words = tr("{count} notes ▾").format(count=len(self._notes)) if len(self._notes) > 1 else tr("note ▾")
        self._more.setText(tr("less ▴") if whole else words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_height()

    def _take_height(self) -> None:
        """Let the notes have the lines that they need, and scroll where those are many: the charts are what is read."""
        needed = self._all.heightForWidth(max(1, self.width() - self._more.sizeHint().width() - NOTES_EDGES))
        self._whole.setFixedHeight(min(needed, MOST_NOTE_LINES * self.fontMetrics().lineSpacing()))


class Keycap(PlainLabel):
    """The key that does the same as what stands beside it."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        scale_letters(self, 0.8)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setStyleSheet("border: 1px solid palette(mid); border-radius: 3px; padding: 0 3px;")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class EmptyState(QWidget):
    """What to do where there is nothing to show yet: a heading and one or two sentences."""

    def __init__(self, heading: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading, self._words = PlainLabel(heading), MutedLabel(words)
        scale_letters(self._heading, 1.3)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        for label in (self._heading, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch(3)
        self.say(heading, words)

    def say(self, heading: str, words: str) -> None:
        """Show other words."""
        self._heading.setText(heading)
        self._words.setText(words)
        self.setAccessibleName(f"{heading}. {words}")
