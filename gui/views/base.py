"""What the window may ask of any view; a view that has nothing to offer inherits the answer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget


class View(QWidget):
    """One of the window's views."""

    def begin_search(self, words: str) -> bool:
        """Let the user search this view, at first for `words` ("" for none); return whether it can be searched."""
        return False

    def copy_selection(self) -> bool:
        """Copy what is selected (Ctrl+C where no text has the focus); return whether there was anything."""
        return False

    def selected_articles(self) -> tuple[str, ...]:
        """Ids of the articles that the Articles menu works on."""
        return ()

    def zoom(self, steps: int) -> bool:
        """Make what is read larger or smaller; return False where the whole window should do so."""
        return False

    def save_state(self) -> dict[str, object]:
        """Return what a later start brings back."""
        return {}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Bring back what `save_state` gave, as far as it still fits."""
