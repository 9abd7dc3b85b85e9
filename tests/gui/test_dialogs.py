"""Dialogs say what they should, can be copied from, and are freed when they close."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from analysis.messages import message, render
from gui.dialogs.crash import CrashDialog, CrashHook
from gui.dialogs.dates import date_advice, valid_date
from gui.dialogs.details import DetailsDialog
from gui.dialogs.goto import Entry, GoToDialog, fitting
from gui.dialogs.help import PageDialog, about_page, keys_page
from gui.dialogs.imported import ImportedFiles
from gui.dialogs.note import NoteDialog
from gui.dialogs.paste import PasteDialog
from gui.dialogs.question import QuestionDialog
from gui.dialogs.skipped import SkippedDialog
from gui.jobs import Jobs
from gui.session import Session
from tests.conftest import ROOT

from .conftest import article

MAKERS: dict[str, Callable[[QWidget], QDialog]] = {
    "crash": lambda parent: CrashDialog("details", parent),
    "details": lambda parent: DetailsDialog([article("A")], ["X"], parent),
    "goto": lambda parent: GoToDialog([Entry("Undo", "action", lambda: None)], parent),
    "imported": lambda parent: ImportedFiles(Session(parent), parent),
    "note": lambda parent: NoteDialog("slammed", "", parent),
    "page": lambda parent: PageDialog("Keys", keys_page([]), parent),
    "paste": lambda parent: PasteDialog(Jobs(parent), "", "", parent),
    "question": lambda parent: QuestionDialog("Rename", "Name", "Before", parent=parent),
    "skipped": lambda parent: SkippedDialog("1 of 2", [("a.txt", "is empty")], parent),
}


@pytest.mark.parametrize("name", MAKERS)
def test_a_closed_dialog_is_freed(name: str, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = MAKERS[name](parent)
    dialog.show()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    assert not parent.findChildren(QDialog)


def test_what_nobody_caught_is_shown_once_and_the_program_goes_on(
    qtbot: QtBot, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    hook = CrashHook(qapp)

    def fail() -> None:
        try:
            raise KeyError("lost")
        except KeyError:
            hook.on_exception(*sys.exc_info())  # type: ignore[arg-type]

    fail()
    qtbot.waitUntil(lambda: find_crash() is not None)
    dialog = find_crash()
    assert dialog is not None
    fail()
    qtbot.waitUntil(lambda: dialog.details.toPlainText().count("KeyError: 'lost'") == 2)
    assert dialog.details.isHidden()
    dialog.show_details.click()
    assert not dialog.details.isHidden()
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "KeyError: 'lost'" in copied
    assert copied.startswith("Parallax ")
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    assert find_crash() is None
    assert "lost" in caplog.text


def test_a_failure_left_open_does_not_keep_the_closed_program_alive(qtbot: QtBot) -> None:
    failure = CrashDialog("details")
    qtbot.addWidget(failure)
    # Qt says that the last window was closed only while the program's own loop runs, which no test has.
    assert not failure.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def find_crash() -> CrashDialog | None:
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)), None)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        (" 2017 ", "2017"),
        ("2017-11", "2017-11"),
        ("2017-11-10", "2017-11-10"),
        ("2017-11-10 06:11", "2017-11-10T06:11"),
        ("2017-11-10T06:11:06", "2017-11-10T06:11:06"),
        ("2017-13-10", None),
        ("2017-02-30", None),
        ("10 Nov 2017", "2017-11-10"),
        ("10/11/2017", None),
        ("2017-11-10 25:00", None),
    ],
)
def test_dates_are_kept_as_articles_keep_them(text: str, kept: str | None) -> None:
    assert valid_date(text) == kept


def test_a_date_that_can_be_two_is_asked_about() -> None:
    assert date_advice("10/11/2017") == "“10/11/2017” can be 2017-10-11 or 2017-11-10: write the one you mean."
    assert date_advice("25/11/2017") == ""
    assert date_advice("soon").startswith("Write the date with its year")


def test_a_usual_date_is_taken_over_as_articles_keep_it(qtbot: QtBot) -> None:
    dialog = DetailsDialog([article("A")], [])
    qtbot.addWidget(dialog)
    dialog.fields["published"].clear()
    qtbot.keyClicks(dialog.fields["published"], "10 November 2017, 6.11 am")
    assert dialog.hint.isHidden()
    assert dialog.details() == {"published": "2017-11-10T06:11"}


def test_an_article_of_a_known_time_zone_can_be_edited(qtbot: QtBot) -> None:
    dialog = DetailsDialog([article("A", published="2017-11-10T06:11:06+02:00")], [])
    qtbot.addWidget(dialog)
    assert dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()


def test_advice_on_a_pasted_articles_date_goes_when_the_date_is_good(qtbot: QtBot) -> None:
    dialog = PasteDialog(Jobs(), "")
    qtbot.addWidget(dialog)
    for typed, advised in (("10/11/2017", True), ("10 Nov 2017", False)):
        dialog.fields["published"].clear()
        qtbot.keyClicks(dialog.fields["published"], typed)
        assert bool(dialog.note.text()) == advised


def test_details_show_the_notes_of_the_import_what_is_to_be_looked_at_first(qtbot: QtBot) -> None:
    usual, doubt = message("sources.removed", count=1, lines="Share this"), message("sources.cut_off")
    dialog = DetailsDialog([article("A", notes=(usual, doubt))], [])
    qtbot.addWidget(dialog)
    assert dialog.notes.text() == f"{render(doubt)}\n\n{render(usual)}"
    assert render(doubt) in dialog.notes.accessibleName()


def test_many_articles_change_only_in_what_was_written(qtbot: QtBot) -> None:
    dialog = DetailsDialog([article("A", outlet="X"), article("B", outlet="Y")], ["X", "Y"])
    qtbot.addWidget(dialog)
    assert dialog.fields["outlet"].text() == ""
    assert dialog.fields["outlet"].placeholderText()
    assert dialog.fields["published"].text() == "2031-05-14"
    assert dialog.details() == {}
    qtbot.keyClicks(dialog.fields["outlet"], "Z")
    assert dialog.details() == {"outlet": "Z"}


def test_a_wrong_date_cannot_be_taken_over(qtbot: QtBot) -> None:
    dialog = DetailsDialog([article("A")], [])
    qtbot.addWidget(dialog)
    dialog.fields["published"].clear()
    qtbot.keyClicks(dialog.fields["published"], "yesterday")
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
    assert not dialog.hint.isHidden()


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("exp pdf", "Export PDF…"),
        ("liberates", "Army liberates Tesvarrin"),
        ("ARMY", "Army liberates Tesvarrin"),
        ("libertes", "Army liberates Tesvarrin"),
    ],
)
def test_a_few_letters_find_an_entry(written: str, first: str) -> None:
    labels = ("Undo", "Export PDF…", "Army liberates Tesvarrin", "Corriden Wire")
    entries = [Entry(label, "", lambda: None) for label in labels]
    assert fitting(entries, written)[0].label == first


def test_three_letters_find_only_what_has_them() -> None:
    entries = [Entry(label, "", lambda: None) for label in ("Maruvel Council", "Davor Ilmaren", "Normal text size")]
    assert [e.label for e in fitting(entries, "mar")] == ["Maruvel Council", "Davor Ilmaren"]


def test_nothing_fits_is_said(qtbot: QtBot) -> None:
    dialog = GoToDialog([Entry("Undo", "action", lambda: None)])
    qtbot.addWidget(dialog)
    dialog.field.setText("zzzzqqq")
    assert dialog.chosen() is None
    assert dialog.list.item(0).text() == "Nothing fits. Try fewer letters."


def test_about_names_versions_and_licences() -> None:
    page = about_page()
    for part in ("GNU Affero General Public License", "PySide6-Essentials", "vaderSentiment", "MIT"):
        assert part in page


def test_about_names_every_package_and_the_notice() -> None:
    page = about_page()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.match(r"[\w.-]+", line)[0] for line in project["dependencies"]}  # type: ignore[index]

    assert sorted(name for name in needed if f">{name}<" not in page) == []
    assert "NOTICE" in page


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("screen", [(1024, 700), (683, 467)], ids=["small", "small with large letters"])
def test_a_dialog_leaves_a_small_screen_its_edges(
    name: str, screen: tuple[int, int], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """683 by 467 is what a screen of 1024 by 700 has at 150 %."""
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(*screen))
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = MAKERS[name](parent)
    qtbot.addWidget(dialog)
    if isinstance(dialog, PasteDialog):
        dialog.note.setText("A long note. " * 60)
    dialog.show()
    assert dialog.width() <= screen[0]
    assert dialog.height() <= screen[1]
