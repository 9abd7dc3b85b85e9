"""What a view is about, or, where there is nothing to show yet, what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from .labels import EmptyState


class Body(QStackedWidget):
    """The content of a view, or its empty state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty: QWidget = EmptyState("", "")
        self.addWidget(self._empty)

    def set_content(self, content: QWidget) -> None:
        """Take in what is shown where there is something to show."""
        self.addWidget(content)

    def set_empty(self, page: QWidget) -> None:
        """Take a page with more than words for the empty state; its accessible name says the words."""
        self.removeWidget(self._empty)
        self._empty.deleteLater()
        self._empty = page
        self.insertWidget(0, page)

    def say(self, heading: str, words: str) -> None:
        """Show the empty state with these words."""
        if isinstance(self._empty, EmptyState):
            self._empty.say(heading, words)
        self.setCurrentIndex(0)

    def show_content(self, on: bool = True) -> None:
        """Show the content, or the empty state with the words it had."""
        self.setCurrentIndex(int(on))

    @property
    def has_content(self) -> bool:
        """Whether the content is shown."""
        return self.currentIndex() > 0

    @property
    def empty_words(self) -> str:
        """What is said instead of the content, "" while that is shown."""
        return "" if self.has_content else self._empty.accessibleName()
