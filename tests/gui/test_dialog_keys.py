"""Every dialog is walked with Tab, accepted with Enter and left with Escape, and nothing typed is lost on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from analysis.sources.look import TableLook
from gui.dialogs.crash import CrashDialog
from gui.dialogs.details import DetailsDialog
from gui.dialogs.form import FormDialog
from gui.dialogs.goto import Entry, GoToDialog
from gui.dialogs.help import PageDialog, about_page
from gui.dialogs.imported import ImportedFiles
from gui.dialogs.note import NoteDialog
from gui.dialogs.paste import PasteDialog
from gui.dialogs.question import QuestionDialog
from gui.dialogs.skipped import SkippedDialog
from gui.dialogs.table_columns import TableColumnsDialog
from gui.imports import FileAccount, Imported, Item, Why
from gui.jobs import Jobs
from gui.session import Session
from gui.widgets.scope_chip import ColumnsDialog

from .conftest import article, plain_analysis

TEXT = "Bridge opens at Marrow Ford\n\nThe new bridge over the river opened on Wednesday after four years of work.\n"


def columns(parent: QWidget) -> QDialog:
    session = Session(parent)
    session.add_articles([article("A"), article("B")])
    session.set_analyses([plain_analysis(a) for a in session.articles])
    return ColumnsDialog(session, ("A",), parent)


def listed(parent: QWidget) -> QDialog:
    session = Session(parent)
    item = Item("a.csv", "2", "a.csv#2", Why.SKIPPED, "It is empty.", count=1)
    session.set_imported(Imported((FileAccount("a.csv", 3, 2, 1, 0),), (item,)))
    return ImportedFiles(session, parent)


@dataclass(frozen=True)
class Kind:
    make: Callable[[QWidget], QDialog]
    typed: str = ""
    """The name of the field that words are typed into, where leaving would lose them."""
    accepts: bool = True
    """Whether there is something to accept; pages to read can only be closed."""


KINDS = {
    "columns": Kind(columns),
    "crash": Kind(lambda parent: CrashDialog("details", parent), accepts=False),
    "details": Kind(lambda parent: DetailsDialog([article("A")], ["X"], parent), "outlet"),
    "goto": Kind(lambda parent: GoToDialog([Entry("Undo", "action", lambda: None)], parent)),
    "imported": Kind(listed, accepts=False),
    "note": Kind(lambda parent: NoteDialog("slammed", "", parent), "text"),
    "page": Kind(lambda parent: PageDialog("About", about_page(), parent), accepts=False),
    "paste": Kind(lambda parent: PasteDialog(Jobs(parent), TEXT, "", parent), "title"),
    "question": Kind(lambda parent: QuestionDialog("Rename", "Name", "Before", parent=parent), "field"),
    "table": Kind(lambda parent: TableColumnsDialog("a.csv", TableLook(("a", "b"), (("1", "Two words."),)), parent)),
    "skipped": Kind(lambda parent: SkippedDialog("1 of 2", [("a.txt", "is empty")], parent), accepts=False),
}
TYPED = sorted(name for name, kind in KINDS.items() if kind.typed)


@pytest.fixture
def opened(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[QDialog]:
    """The dialog whose name is the test's parameter, on the screen."""
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = KINDS[request.param].make(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # what is left of it is looked at
    dialog.setProperty("kind", request.param)
    with qtbot.waitExposed(dialog):
        dialog.show()
    if isinstance(dialog, PasteDialog):
        qtbot.waitUntil(lambda: dialog.ok.isEnabled())
    if isinstance(dialog, CrashDialog):
        dialog.show_details.click()
    yield dialog
    dialog.done(0)


def focusable(dialog: QDialog) -> set[QWidget]:
    """What Tab should reach: everything shown that takes the keyboard, without the insides of other widgets."""
    return {
        w
        for w in dialog.findChildren(QWidget)
        if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.focusProxy() is None
    }


def walked(qtbot: QtBot, dialog: QDialog, key: Qt.Key) -> list[QWidget]:
    """What has the keyboard on the way round, from where the dialog opened."""
    seen: list[QWidget] = []
    while (focus := dialog.focusWidget()) is not None and focus not in seen:
        seen.append(focus)
        qtbot.keyClick(focus, key)
    return seen


@pytest.mark.parametrize("opened", KINDS, indirect=True)
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_reaches_and_leaves_everything(opened: QDialog, qtbot: QtBot, key: Qt.Key) -> None:
    before = [w.toPlainText() for w in opened.findChildren(QPlainTextEdit)]
    assert set(walked(qtbot, opened, key)) == focusable(opened)
    assert [w.toPlainText() for w in opened.findChildren(QPlainTextEdit)] == before, "no Tab went into a text"


@pytest.mark.parametrize("opened", KINDS, indirect=True)
def test_escape_leaves_a_dialog_in_which_nothing_was_typed(opened: QDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.focusWidget(), Qt.Key.Key_Escape)
    assert not opened.isVisible()
    assert opened.result() == QDialog.DialogCode.Rejected


@pytest.mark.parametrize("opened", sorted(KINDS.keys() - {"note"}), indirect=True)
def test_enter_does_what_the_default_button_says(opened: QDialog, qtbot: QtBot) -> None:
    kind = KINDS[opened.property("kind")]
    default = next((b for b in opened.findChildren(QPushButton) if b.isDefault()), None)
    at = default if isinstance(opened.focusWidget(), QTextEdit | QPlainTextEdit) else opened.focusWidget()
    ends: list[int] = []
    opened.finished.connect(ends.append)
    qtbot.keyClick(at, Qt.Key.Key_Return)
    assert len(ends) == 1
    assert not opened.isVisible()
    assert (opened.result() == QDialog.DialogCode.Accepted) is kind.accepts


@pytest.mark.parametrize("opened", TYPED, indirect=True)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_accepts_what_was_typed(opened: FormDialog, qtbot: QtBot, key: Qt.Key) -> None:
    field = field_of(opened)
    qtbot.keyClicks(field, "own words")
    qtbot.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    assert opened.result() == QDialog.DialogCode.Accepted
    assert "own words" in words_of(field)


@pytest.mark.parametrize("opened", TYPED, indirect=True)
@pytest.mark.parametrize("way", ["escape", "cancel", "close"])
@pytest.mark.parametrize(("answer", "open_still"), [("Leave it", False), ("Go on writing", True), ("", True)])
def test_leaving_asks_before_typed_words_are_lost(
    opened: FormDialog, qtbot: QtBot, way: str, answer: str, open_still: bool
) -> None:
    field = field_of(opened)
    qtbot.keyClicks(field, "own words")
    if way == "escape":
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    elif way == "cancel":
        qtbot.keyClick(opened.buttons.button(opened.buttons.StandardButton.Cancel), Qt.Key.Key_Return)
    else:
        opened.close()
    question = opened.findChild(QMessageBox)
    assert opened.isVisible()
    if answer:
        pressed = next(b for b in question.findChildren(QAbstractButton) if b.text().replace("&", "") == answer)
        qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert opened.isVisible() is open_still
    assert "own words" in words_of(field)


def test_enter_in_a_note_begins_a_line(qtbot: QtBot) -> None:
    dialog = NoteDialog("slammed", "")
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.text, "one")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.text, "two")
    assert dialog.note() == "one\ntwo"


def field_of(dialog: FormDialog) -> QLineEdit | QPlainTextEdit:
    """The field that this kind of dialog is about."""
    name = KINDS[dialog.property("kind")].typed
    fields = getattr(dialog, "fields", {})
    field = fields.get(name) or getattr(dialog, name)
    field.setFocus()
    return field


def words_of(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
