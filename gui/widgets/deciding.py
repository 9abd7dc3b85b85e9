"""What the user decides about the selected mark: to reject it, to restore it, to write a note beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from analysis.messages import Label
from analysis.messages import text as tr

from .. import commands
from ..session import Session
from .flow import FlowLayout, together
from .labels import Keycap
from .plain import set_tip

REJECT_KEY, NOTE_KEY = "R", "N"
"""Work while Read has the keyboard, like the keys of its switches."""


NOTHING_TO_DECIDE = Label("Select a marked word first")
"""Quotes and passages take no decision, only marks do."""


def reject_or_restore(session: Session) -> bool:
    """Reject the selected mark, or take it back in where it was rejected; return whether a mark is selected."""
    selection = session.selection
    if selection is None or selection.mark is None:
        return False
    article, mark = selection.passage.article, selection.mark
    change = commands.unreject if mark in session.rejected(article) else commands.reject
    change(session, article, mark)
    return True


def ask_note(session: Session, parent: QWidget) -> bool:
    """Ask for a note about the selected mark; return whether a mark is selected."""
    selection = session.selection
    if selection is None or selection.mark is None:
        return False
    article, mark = selection.passage.article, selection.mark
    found, given = session.article(article), session.mark(article, mark)
    if found is None or given is None:
        return False
    from ..dialogs.note import NoteDialog

    dialog = NoteDialog(given.span.of(found.text), session.note(article, mark), parent)
    dialog.accepted.connect(lambda: commands.note(session, article, mark, dialog.note()))
    dialog.open()
    return True


class DecisionRow(QWidget):
    """The buttons for the selected mark, each with its key."""

    def __init__(self, session: Session, rejected: bool, noted: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verdict = QPushButton(tr("Restore") if rejected else tr("Reject"))
        tip = tr("Let this mark count again") if rejected else tr("Take this mark out of every count; can be undone")
        set_tip(self.verdict, tip)
        self.verdict.clicked.connect(lambda: reject_or_restore(session))
        self.note = QPushButton(tr("Edit note…") if noted else tr("Note…"))
        self.note.clicked.connect(lambda: ask_note(session, self.window()))
        layout = FlowLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(8)
        for button, key in ((self.verdict, REJECT_KEY), (self.note, NOTE_KEY)):
            # A click leaves the keyboard where it was, so that the walk over the marks goes on.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            layout.addWidget(together(button, Keycap(key)))
