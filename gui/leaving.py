"""What would be lost with the open story, and the question before it is. Stories are not kept as files yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from analysis.messages import text as tr
from analysis.model import Verdict

from . import commands
from .dialogs.message import Button, Icon, MessageBox, Role
from .exporting import Exporter
from .session import Session


def losses(session: Session) -> tuple[str, ...]:
    """Return what of the story stands nowhere else, each with its number; nothing for one opened from files as it is,
    and for the sample."""
    if session.sample:
        return ()
    pasted = {article.id for article in session.articles if article.source == tr(commands.PASTED)}
    edited = commands.edited_articles(session) - pasted
    verdicts = [decision.verdict for decision in session.decisions]
    counted = (
        (len(pasted), tr("1 pasted article"), tr("{count} pasted articles")),
        (len(edited), tr("edited details of 1 article"), tr("edited details of {count} articles")),
        (verdicts.count(Verdict.REJECT), tr("1 rejected mark"), tr("{count} rejected marks")),
        (verdicts.count(Verdict.NOTE), tr("1 note"), tr("{count} notes")),
        (int(bool(session.title)), tr("the story's name"), ""),
    )
    return tuple(one if count == 1 else many.format(count=count) for count, one, many in counted if count)


def keeping(session: Session) -> str:
    """Return in one sentence what is kept of a story today."""
    if losses(session):
        return tr("Stories are not kept as files yet. To keep your work, export a report or JSON.")
    return tr("Stories are not kept as files yet. Nothing of this one would be lost.")


class Leaving(QObject):
    """Asks before work is lost."""

    exports_asked = Signal()
    """The user wants to see what can be written."""

    def __init__(self, window: QWidget, session: Session, exporter: Exporter) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._exporter = exporter
        self._sure = False

    def leave(self, go_on: Callable[[], object]) -> None:
        """Go on to another story, after a question where this one would lose work."""
        if self._lost():
            self._ask(tr("Leave this story?"), tr("Leave anyway"), go_on)
        else:
            go_on()

    def may_close(self) -> bool:
        """Return whether the window may close now; where it may not, the user is asked and closes it again."""
        if self._sure or not self._lost():
            return True
        self._ask(tr("Quit Parallax?"), tr("Quit anyway"), self._close)
        return False

    def _close(self) -> None:
        self._sure = True
        self._window.close()

    def _lost(self) -> tuple[str, ...]:
        return losses(self._session) + self._exporter.unwritten

    def _ask(self, title: str, anyway: str, go_on: Callable[[], object]) -> None:
        words = tr("This would be lost: {what}. Stories are not kept as files yet: export what you need first.")
        box = MessageBox(title, words.format(what="; ".join(self._lost())), self._window, Icon.Question, Button.Cancel)
        export = box.addButton(tr("Export…"), Role.ActionRole)
        export.setEnabled(self._exporter.ready)
        export.clicked.connect(self.exports_asked)
        box.addButton(anyway, Role.DestructiveRole).clicked.connect(lambda: go_on())
        box.setDefaultButton(Button.Cancel)
        box.open()
