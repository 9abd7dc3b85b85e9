"""The list of imported files: what each holds and what did not come in, to copy, to filter and to try again."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

import analysis
from analysis.messages import message
from analysis.sources import Reading, ReadingStopped, Skipped
from analysis.sources.tally import Tally
from gui import commands
from gui.dialogs import imported as dialog_module
from gui.dialogs.imported import ImportedFiles
from gui.imports import FileAccount, Imported, Item, Origin, Why, imported, lost_sentence
from gui.main_window import MainWindow
from gui.session import Session

from .conftest import article
from .test_import import STORY, outlets

EMPTY = message("sources.empty")
BODY = STORY.partition("\n\n")[2].replace("\n", " ")


def account(path: str = "/a/nexis.txt", read: int = 0, skipped: int = 0, missing: int = 0) -> FileAccount:
    return FileAccount(path, None, read, skipped, missing)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([account(read=12)], ""),
        ([account(skipped=1)], "nexis.txt could not be read"),
        ([account(read=11, skipped=1)], "1 of 12 articles in nexis.txt was not read"),
        ([account(read=9, skipped=1, missing=2)], "3 of 12 articles in nexis.txt were not read"),
        ([account(skipped=2)], "2 of 2 articles in nexis.txt were not read"),
        ([account(skipped=1), account("/b", read=1)], "1 of 2 files was not read"),
        ([account(skipped=1), account("/b", skipped=1), account("/c", read=9)], "2 of 3 files were not read"),
        ([account(read=11, skipped=1), account("/b", read=9)], "1 of 12 articles in nexis.txt was not read"),
        (
            [account(read=11, skipped=1), account("/b", skipped=1), account("/c", read=1234)],
            "2 of 1,247 articles in 3 files were not read",
        ),
    ],
)
def test_what_an_import_lost_is_one_sentence(files: list[FileAccount], said: str) -> None:
    assert lost_sentence(Imported(tuple(files))) == said


def test_a_file_that_is_opened_again_has_one_account() -> None:
    first = imported(Reading((), (Skipped("a.txt", EMPTY, "/f/a.txt"),), (Tally("/f/a.txt", None, 0, 1),)))
    other = imported(Reading((), (Skipped("b.txt", EMPTY, "/f/b.txt"),), (Tally("/f/b.txt", None, 0, 1),)))
    again = imported(Reading((), (), (Tally("/f/a.txt", None, 1, 0),)))

    both = first.adding(other)
    assert both.lost == 2
    assert [item.path for item in both.adding(again).items] == ["/f/b.txt"]
    assert both.adding(again).lost == 1


def test_files_that_were_opened_together_are_read_again_together() -> None:
    one, two = Origin(("/f",)), Origin(("/g",))
    reading = [Reading((), (), (Tally(p, None, 1, 0),)) for p in ("/f/a", "/f/b", "/g/c")]
    known = imported(reading[0], one).adding(imported(reading[1], one)).adding(imported(reading[2], two))

    assert known.origins(["/f/a", "/f/b", "/g/c"]) == {one: {"/f/a", "/f/b"}, two: {"/g/c"}}


# --------------------------------------------------------------------------- in the window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article, an empty file in a subfolder, and a table with a row without text."""
    inside = tmp_path / "story"
    (inside / "late").mkdir(parents=True)
    (inside / "one.txt").write_text(STORY, encoding="utf-8")
    (inside / "late" / "two.txt").touch()
    (inside / "table.csv").write_text(f'outlet,title,text\nFord Echo,Rolls,"{BODY}"\nNoon Post,Rain,\n', "utf-8")
    return inside


@pytest.fixture
def listed(window: MainWindow, qtbot: QtBot, folder: Path) -> Iterator[ImportedFiles]:
    """The list after the folder was opened."""
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.read_paths([str(folder)])
    window.notices.buttons[0].click()
    dialog = window.findChild(ImportedFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # what is left of it is looked at
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
    dialog.close()


def cells(dialog: ImportedFiles, column: int = 0) -> list[str]:
    model = dialog.items.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_what_was_left_out_is_said_in_the_status_bar_and_nothing_opens_by_itself(
    window: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.read_paths([str(folder)])
    assert outlets(window) == ["Ford Echo", "The Marrow Gazette"]
    assert window.notices.label.words == "2 of 4 articles in 3 files were not read"
    assert [button.text() for button in window.notices.buttons] == ["Show list"]
    assert window.findChild(ImportedFiles) is None
    assert QApplication.activeModalWidget() is None


def test_nothing_is_said_where_everything_was_read(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.read_paths([str(folder / "one.txt")])
    assert window.notices.isHidden()
    assert window.session.imported.lost == 0
    window.actions_table.actions["imported"].trigger()
    dialog = window.findChild(ImportedFiles)
    assert dialog.heading.text() == "1 file: 1 article read"
    assert dialog.hint.text() == "Everything was read."
    assert not dialog.again.isEnabled()
    dialog.close()


def test_where_nothing_came_in_the_list_opens(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    with qtbot.waitSignal(window.importer.left_out):
        window.importer.read_paths([str(folder / "late" / "two.txt")])
    assert window.notices.label.words == "two.txt could not be read"
    assert window.findChild(ImportedFiles).isVisible()
    window.findChild(ImportedFiles).close()


def test_files_stand_with_what_they_hold_and_the_rest_with_its_reason(listed: ImportedFiles) -> None:
    assert listed.heading.text() == "3 files: 2 articles read, 2 skipped"
    files = [row[:5] for row in listed.files.rows_model.rows]
    assert files == [("two.txt", None, 0, 1, 0), ("table.csv", None, 1, 1, 0), ("one.txt", None, 1, 0, 0)]
    assert list(zip(cells(listed), cells(listed, 1), cells(listed, 3), strict=True)) == [
        ("two.txt", "", "There is no text in it."),
        ("table.csv", "3", "The row has no text in the column “text”."),
    ]


def test_both_tables_are_filtered_and_copied(listed: ImportedFiles, folder: Path) -> None:
    listed.filter.setText("table.csv")
    assert cells(listed) == ["table.csv"]
    assert listed.files.model().rowCount() == 1
    listed.copy.click()
    heading, row = QGuiApplication.clipboard().text().splitlines()
    assert heading.split("\t") == ["File", "Row", "What", "Why, and what to try", "Folder"]
    assert row.split("\t") == ["table.csv", "3", "skipped", "The row has no text in the column “text”.", str(folder)]
    assert (listed.again.text(), [item.row for item in listed.chosen_items()]) == ("Try shown again", ["3"])
    listed.filter.clear()
    listed.files.selectRow(0)
    listed.copy.click()
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("two.txt\t\t0\t1\t0\t")


def test_what_was_mended_comes_in_with_another_try_and_can_be_undone(
    listed: ImportedFiles, window: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    (folder / "late" / "two.txt").write_text(STORY.replace("Marrow Gazette", "Harbour Wire"), encoding="utf-8")
    with qtbot.waitSignal(window.pipeline.settled):
        listed.again.click()
    assert outlets(window) == ["Ford Echo", "The Harbour Wire", "The Marrow Gazette"]
    assert cells(listed) == ["table.csv"]
    assert window.notices.label.words == "1 article came in. 1 of 2 articles in table.csv was not read"
    late = next(a for a in window.session.articles if a.outlet == "The Harbour Wire")
    assert (late.source, dict(late.columns)["folder"]) == ("late/two.txt", "late"), "named as with its whole folder"
    with qtbot.waitSignal(window.pipeline.settled):
        window.session.undo_stack.undo()
    assert outlets(window) == ["Ford Echo", "The Marrow Gazette"]


def test_what_the_user_removed_does_not_come_back_with_another_try(
    listed: ImportedFiles, window: MainWindow, qtbot: QtBot
) -> None:
    echo = next(a.id for a in window.session.articles if a.outlet == "Ford Echo")
    commands.remove_articles(window.session, [echo])
    listed.items.select_source_row(1)
    assert listed.again.text() == "Try selected again"
    with qtbot.waitSignal(window.jobs.idle):
        listed.again.click()
    assert outlets(window) == ["The Marrow Gazette"]


def test_a_file_that_has_gone_says_so(listed: ImportedFiles, window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    (folder / "late" / "two.txt").unlink()
    listed.items.select_source_row(0)
    listed.again.click()
    assert cells(listed, 3)[0].startswith("It is not there any more: ")
    assert window.notices.label.words.startswith("It is not there any more: ")
    assert not window.jobs.running


def test_what_came_over_standard_input_says_that_it_is_read_once(window: MainWindow) -> None:
    item = Item("-", "", "-", Why.SKIPPED, "", count=1)
    window.session.set_imported(Imported((account("-", skipped=1),), (item,)))
    window.importer.retry([item])
    assert window.session.imported.items[0].reason.startswith("It came over standard input")


def test_the_folder_of_the_selected_file_is_opened(
    listed: ImportedFiles, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(dialog_module, "open_path", opened.append)
    assert not listed.folder.isEnabled()
    listed.items.select_source_row(0)
    listed.folder.click()
    assert opened == [folder / "late"]


def test_the_list_is_forgotten_when_it_is_cleared_and_when_the_story_ends(
    listed: ImportedFiles, window: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    listed.clear.click()
    assert window.session.imported == Imported()
    assert len(window.session.articles) == 2
    assert listed.heading.text() == "No files were opened yet"
    with qtbot.waitSignal(window.importer.left_out):
        window.importer.read_paths([str(folder / "late")])
    assert window.session.imported.lost == 1
    window.session.start_story()
    assert window.session.imported == Imported()


def test_there_is_one_list_and_three_ways_to_it(listed: ImportedFiles, window: MainWindow) -> None:
    window.show_view("library")
    library = window.views.get("library")
    not_read = next(b for b in window.statusBar().findChildren(QPushButton) if b.text() == "2 not read")
    assert library.imported.text() == "Imported files (2 not read)…"
    for way in (library.imported.click, not_read.click, window.actions_table.actions["imported"].trigger):
        way()
        assert window.findChildren(ImportedFiles) == [listed]
    window.session.set_imported(Imported())
    assert not not_read.isVisible()
    assert not library.imported.isVisible()


def test_enter_in_the_filter_goes_to_the_rows_and_escape_closes(listed: ImportedFiles, qtbot: QtBot) -> None:
    listed.filter.setFocus()
    qtbot.keyClicks(listed.filter, "table")
    qtbot.keyClick(listed.filter, Qt.Key.Key_Return)
    assert listed.isVisible()
    assert listed.focusWidget() is listed.items
    qtbot.keyClick(listed.items, Qt.Key.Key_Escape)
    assert not listed.isVisible()


def test_what_is_missing_by_a_files_own_count_is_listed(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = article("A", path="/f/nexis.txt#1")
    monkeypatch.setattr(analysis, "read", lambda *_: Reading((held,), (), (Tally("/f/nexis.txt", 4, 1, 0),)))
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.read_paths(["/f/nexis.txt"])
    assert window.notices.label.words == "3 of 4 articles in nexis.txt were not read"
    (item,) = window.session.imported.items
    assert (item.why, item.count) == (Why.MISSING, 3)


def test_what_was_read_before_a_stop_can_be_taken_in(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = Reading((article("A"), article("B")), ())

    def stopped(*_: object) -> Reading:
        raise ReadingStopped(some)

    monkeypatch.setattr(analysis, "read", stopped)
    with qtbot.waitSignal(window.jobs.idle):
        window.importer.read_paths(["folder"])
    assert window.notices.label.words == "Stopped: 2 articles had been read."
    assert not window.session.articles
    with qtbot.waitSignal(window.pipeline.settled):
        window.notices.buttons[0].click()
    assert outlets(window) == ["Outlet A", "Outlet B"]


def test_a_list_of_very_many_rows_is_not_measured_row_by_row(session: Session, qtbot: QtBot) -> None:
    many = dialog_module.WRAPPED_ROWS + 1
    items = tuple(Item(f"/f/{i}.txt", "", f"{i}.txt", Why.SKIPPED, "It is empty.", count=1) for i in range(many))
    session.set_imported(Imported(tuple(account(item.path, skipped=1) for item in items), items))
    dialog = ImportedFiles(session)
    qtbot.addWidget(dialog)
    header = dialog.items.verticalHeader()
    assert header.sectionResizeMode(0) is header.ResizeMode.Fixed
    session.set_imported(Imported(session.imported.files[:2], items[:2]))
    assert header.sectionResizeMode(0) is header.ResizeMode.ResizeToContents


def test_what_lies_in_an_archive_is_read_again_with_the_archive(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    pack = tmp_path / "pack.zip"

    def packed(**texts: str) -> None:
        with zipfile.ZipFile(pack, "w") as archive:
            for name, text in texts.items():
                archive.writestr(f"in/{name}.txt", text)

    packed(one=STORY, two="", three="")
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.read_paths([str(pack)])
    assert sorted(item.path for item in window.session.imported.items) == [
        f"{pack}/in/three.txt",
        f"{pack}/in/two.txt",
    ]
    packed(one=STORY, two=STORY.replace("Marrow Gazette", "Harbour Wire"))
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.retry(window.session.imported.items)
    assert outlets(window) == ["The Harbour Wire", "The Marrow Gazette"]
    assert window.session.imported.items == ()
    assert len(window.session.imported.files) == 2


def test_a_folder_that_was_empty_is_read_once_something_lies_in_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "story"
    folder.mkdir()
    with qtbot.waitSignal(window.importer.left_out):
        window.importer.read_paths([str(folder)])
    (folder / "one.txt").write_text(STORY, encoding="utf-8")
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.retry(window.session.imported.items)
    assert outlets(window) == ["The Marrow Gazette"]
    assert window.session.imported.lost == 0
    window.findChild(ImportedFiles).close()


def test_a_row_that_is_there_twice_is_listed_and_not_lost(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    row = f'Ford Echo,Rolls,"{BODY}"\n'
    (tmp_path / "table.csv").write_text(f"outlet,title,text\n{row}{row}", "utf-8")
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.read_paths([str(tmp_path / "table.csv")])

    assert window.notices.label.words == "1 article was there twice and came in once"
    assert window.session.imported.lost == 0
    assert [(item.why, item.row) for item in window.session.imported.items] == [(Why.TWICE, "3")]


def test_a_file_that_is_read_again_has_its_date_in_the_order_of_its_folder(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    def dated(name: str, date: str) -> None:
        text = f"Title: Rolls {name}\nOutlet: Ford Echo\nDate: {date}\n\n{BODY} {name}"
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")

    dated("one", "13/04/2026")
    (tmp_path / "two.txt").touch()
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.read_paths([str(tmp_path)])
    dated("two", "03/04/2026")
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.retry(window.session.imported.items)

    assert [article.published for article in window.session.articles] == ["2026-04-13", "2026-04-03"]
