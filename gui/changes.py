"""What undo goes back over: one change of the story, as the story before and the story after it."""

from __future__ import annotations

from PySide6.QtGui import QUndoCommand

from analysis.model import ArticleAnalysis

from .session import Session
from .state import Story


class Change(QUndoCommand):
    """Puts `after` in the place of the story as it is; what was found in articles that go comes back with them."""

    def __init__(self, session: Session, label: str, after: Story) -> None:
        super().__init__(label)
        self._session = session
        self._before, self._after = session.state.story, after
        self._found: dict[str, ArticleAnalysis] = {}
        self.setObsolete(self._before == after)

    def redo(self) -> None:
        """Go on to the story after the change."""
        self._swap(self._after)

    def undo(self) -> None:
        """Go back to the story before the change."""
        self._swap(self._before)

    def _swap(self, story: Story) -> None:
        there = self._session.state.raw
        self._session.set_story(story, self._found.values())
        self._found |= {key: found for key, found in there.items() if key not in story.ids}
