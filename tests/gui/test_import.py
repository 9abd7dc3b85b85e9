"""Articles come in by dialog, drop and paste; what cannot be read is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from analysis.sources import duplicates
from analysis.sources.file_kinds import ENDINGS
from gui import commands, importing
from gui.app import begin
from gui.dialogs.imported import ImportedFiles
from gui.dialogs.paste import PasteDialog
from gui.dialogs.table_columns import TableColumnsDialog
from gui.main_window import MainWindow
from gui.session import Session

from .conftest import article

STORY = (
    "Title: Bridge opens at Marrow Ford\nOutlet: The Marrow Gazette\nDate: 2031-05-14 09:05\nByline: Ada Venn\n\n"
    "MARROW FORD -- The new bridge over the river opened on Wednesday after four years of work, the town said.\n\n"
    "Children crossed first. A band played until noon, and the baker gave away three hundred rolls.\n"
)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "two.txt").write_text(STORY.replace("Marrow Gazette", "Harbour Wire"), encoding="utf-8")
    return tmp_path


def outlets(window: MainWindow) -> list[str]:
    return sorted(a.outlet for a in window.session.articles)


def drop(window: MainWindow, data: QMimeData) -> None:
    at, none = QPointF(50, 50), Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))


class Dragged:
    """What the window asks of a drag or a drop; of a real one no test can say where it began."""

    def __init__(self, data: QMimeData, source: QWidget | None) -> None:
        self.data, self.began_on, self.accepted = data, source, False

    def source(self) -> QWidget | None:
        return self.began_on

    def mimeData(self) -> QMimeData:
        return self.data

    def acceptProposedAction(self) -> None:
        self.accepted = True


@pytest.mark.parametrize("own", [True, False], ids=["own", "foreign"])
def test_what_is_dragged_out_of_the_window_is_no_new_article(window: MainWindow, own: bool) -> None:
    data = QMimeData()
    data.setText(STORY)
    source = window.shelf.list if own else None
    entering, dropped = Dragged(data, source), Dragged(data, source)
    window.dragEnterEvent(entering)
    window.dropEvent(dropped)
    assert (entering.accepted, dropped.accepted) == (not own, not own)
    assert bool(window.findChildren(PasteDialog)) is not own


def test_chosen_files_are_read(window: MainWindow, qtbot: QtBot, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = [str(files / "one.txt"), str(files / "two.txt")]
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *args: (asked.extend(args[1:]), (chosen, ""))[1])
    with qtbot.waitSignal(window.pipeline.settled):
        window.actions_table.actions["open"].trigger()
    assert {f"*.{ending}" for ending in ENDINGS if ending} <= set(re.findall(r"\*\.\w+", asked[-1]))
    assert outlets(window) == ["The Harbour Wire", "The Marrow Gazette"]
    assert window.session.comparison is not None
    assert window.settings.value("folder") == str(files)


def test_a_file_that_is_in_the_story_already_does_not_come_in_twice(
    window: MainWindow, qtbot: QtBot, files: Path
) -> None:
    path = [str(files / "one.txt")]
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.read_paths(path)
    commands.edit_details(window.session, [window.session.articles[0].id], {"outlet": "The Gazette of Marrow"})
    with qtbot.waitSignal(window.jobs.idle):
        window.importer.read_paths(path)
    said = "It is in the story already, as The Gazette of Marrow: “Bridge opens at Marrow Ford”."
    qtbot.waitUntil(lambda: window.notices.label.words == said)
    assert outlets(window) == ["The Gazette of Marrow"]
    window.show_view("library")
    window.notices.buttons[0].click()
    assert window.views.key == "read"


def test_what_is_in_the_story_already_stands_among_what_was_left_out(
    window: MainWindow, qtbot: QtBot, files: Path
) -> None:
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.read_paths([str(files / "one.txt")])
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.read_paths([str(files / "one.txt"), str(files / "two.txt")])
    assert outlets(window) == ["The Harbour Wire", "The Marrow Gazette"]
    (files / "empty.txt").write_text("", encoding="utf-8")
    with qtbot.waitSignal(window.importer.left_out) as said:
        window.importer.read_paths([str(files)])
    reasons = dict(said.args[0])
    assert len(reasons) == 3
    assert sum("It is in the story already, as The " in reason for reason in reasons.values()) == 2
    assert window.notices.label.words == "1 of 3 files was not read"


def test_the_same_article_pasted_again_is_shown_where_it_is(window: MainWindow, qtbot: QtBot) -> None:
    def paste(outlet: str = "") -> PasteDialog:
        QGuiApplication.clipboard().setText(STORY)
        window.importer.paste()
        dialog = next(d for d in window.findChildren(PasteDialog) if d.isVisible())
        qtbot.waitUntil(lambda: dialog.article is not None)
        if outlet:
            dialog.fields["outlet"].selectAll()
            qtbot.keyClicks(dialog.fields["outlet"], outlet)
        return dialog

    dialog = paste()
    assert dialog.show_twin.isHidden()
    with qtbot.waitSignal(window.pipeline.settled):
        dialog.accept()
    dialog = paste()
    assert not dialog.ok.isEnabled()
    assert "in the story already, as The Marrow Gazette: “Bridge opens at Marrow Ford”" in dialog.note.text()
    dialog.show_twin.click()
    assert not dialog.isVisible()
    assert window.views.key == "read"
    with qtbot.waitSignal(window.pipeline.settled):
        paste("Ford Echo").ok.click()
    assert outlets(window) == ["Ford Echo", "The Marrow Gazette"], "a copy by another outlet is another article"


@pytest.mark.parametrize(("before", "after"), [("library", "library"), ("find", "read"), ("naming", "read")])
def test_the_first_articles_of_a_story_are_seen(
    window: MainWindow, qtbot: QtBot, files: Path, before: str, after: str
) -> None:
    window.show_view(before)
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.read_paths([str(files / "one.txt")])
    assert window.views.key == after
    window.show_view(before)
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.read_paths([str(files / "two.txt")])
    assert window.views.key == before, "more articles do not take the user away"


def test_a_dropped_folder_is_read(window: MainWindow, qtbot: QtBot, files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files))])
    with qtbot.waitSignal(window.pipeline.settled):
        drop(window, data)
    assert len(window.session.articles) == 2


def test_a_table_is_read_after_its_text_column_was_named(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    body = STORY.partition("\n\n")[2].replace("\n", " ")
    (tmp_path / "table.csv").write_text(f'outlet,Wortlaut\nHarbour Wire,"{body}"\n', encoding="utf-8")
    with qtbot.waitSignal(window.jobs.idle):
        window.importer.read_paths([str(tmp_path / "table.csv")])
    assert [b.text() for b in window.notices.buttons] == ["Choose columns…", "Show list"]
    window.notices.tell("Something else")
    window.notices.clear()  # as after its time
    assert [b.text() for b in window.notices.buttons] == ["Choose columns…", "Show list"], "it waits for the user"
    listed = window.findChild(ImportedFiles)
    listed.column.click()
    qtbot.waitUntil(lambda: listed.findChild(TableColumnsDialog) is not None)
    question = listed.findChild(TableColumnsDialog)
    assert question.table.rows_model.rows[0][0] == "Harbour Wire"
    assert dict(question.columns()) == {
        "text": "Wortlaut", "title": "", "outlet": "outlet", "published": "", "byline": ""
    }  # fmt: skip
    with qtbot.waitSignal(window.pipeline.settled):
        question.accept()
    assert outlets(window) == ["Harbour Wire"]
    assert listed.hint.text() == "Everything was read."
    assert not window.notices.buttons
    assert listed.focusWidget() is listed.close_button, "Escape closes the list"
    listed.close()


def test_a_table_is_read_anew_with_other_columns_and_back(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    body = STORY.partition("\n\n")[2].replace("\n", " ")
    path = str(tmp_path / "table.csv")
    Path(path).write_text(f'where,text\nHarbour Wire,"{body}"\nThe Gazette,"{body} And more."\n', encoding="utf-8")
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.read_paths([path])
    assert outlets(window) == ["", ""]
    window.importer.show_imported()
    listed = window.findChild(ImportedFiles)
    assert not listed.column.isEnabled()
    listed.files.selectRow(0)
    listed.column.click()
    qtbot.waitUntil(lambda: listed.findChild(TableColumnsDialog) is not None)
    question = listed.findChild(TableColumnsDialog)
    question.boxes["outlet"].setCurrentIndex(question.boxes["outlet"].findData("where"))
    with qtbot.waitSignal(window.pipeline.settled):
        question.accept()
    assert sorted(outlets(window)) == ["Harbour Wire", "The Gazette"]
    window.session.undo_stack.undo()
    assert outlets(window) == ["", ""]
    listed.close()


def test_articles_without_outlets_in_folders_can_be_compared_by_folder(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    body = STORY.partition("\n\n")[2]
    for name in ("north", "south"):
        (tmp_path / "event" / name).mkdir(parents=True)
        (tmp_path / "event" / name / "1.txt").write_text(f"{body} Seen from the {name}.", encoding="utf-8")
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.read_paths([str(tmp_path / "event")])
    assert outlets(window) == ["", ""]
    assert window.notices.label.words == "2 articles name no outlet, and lie in several folders."
    window.notices.buttons[0].click()
    assert window.session.settings.group_by == "folder"
    window.session.undo_stack.undo()
    assert window.session.settings.group_by == "outlet"


def test_pasted_text_shows_what_was_found_and_takes_corrections(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(STORY)
    window.actions_table.actions["paste"].trigger()
    dialog = window.findChild(PasteDialog)
    qtbot.waitUntil(lambda: dialog.ok.isEnabled())
    assert dialog.fields["title"].text() == "Bridge opens at Marrow Ford"
    assert dialog.fields["outlet"].text() == "The Marrow Gazette"
    assert dialog.fields["published"].text().startswith("2031-05-14")
    dialog.fields["outlet"].selectAll()
    qtbot.keyClicks(dialog.fields["outlet"], "Ford Echo")
    dialog.fields["published"].selectAll()
    qtbot.keyClicks(dialog.fields["published"], "14 May")
    assert not dialog.ok.isEnabled()
    dialog.fields["published"].selectAll()
    qtbot.keyClicks(dialog.fields["published"], "2031-05-15")
    assert dialog.ok.isEnabled()
    with qtbot.waitSignal(window.pipeline.settled):
        dialog.accept()
    (article,) = window.session.articles
    assert (article.outlet, article.published) == ("Ford Echo", "2031-05-15")
    window.session.undo_stack.undo()
    assert not window.session.articles


def test_a_written_outlet_makes_a_copy_of_a_text_without_one(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STORY.replace("Outlet: The Marrow Gazette\n", ""), encoding="utf-8")
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.read_paths([str(tmp_path / "one.txt")])
    window.importer.show_paste(STORY, "")
    dialog = window.findChild(PasteDialog)
    qtbot.waitUntil(lambda: dialog.article is not None)
    assert not dialog.ok.isEnabled()
    qtbot.keyClicks(dialog.fields["outlet"], " of Ford")
    assert dialog.ok.isEnabled()
    dialog.done(0)


def test_a_pasted_page_is_shown_as_it_is_read_and_keeps_what_it_said_when_edited(
    window: MainWindow, qtbot: QtBot
) -> None:
    body = "".join(f"<p>{part}</p>" for part in STORY.partition("\n\n")[2].split("\n\n"))
    page = (
        '<html><head><meta property="og:site_name" content="Ford Echo"></head><body><nav>Home News</nav>'
        f"<article><h1>Bridge opens at Marrow Ford</h1>{body}</article></body></html>"
    )
    window.importer.show_paste("Home News Bridge", page)
    dialog = window.findChild(PasteDialog)
    qtbot.waitUntil(lambda: dialog.ok.isEnabled())
    assert dialog.text.toPlainText() == dialog.article.text
    assert dialog.fields["outlet"].text() == "Ford Echo"
    assert not dialog.typed()
    dialog.text.appendPlainText("It rained all day, and nobody went home before the evening.")
    qtbot.waitUntil(lambda: dialog.ok.isEnabled())
    assert dialog.article.text.endswith("before the evening.")
    assert dialog.details()["outlet"] == "Ford Echo"
    dialog.done(0)


def test_an_empty_clipboard_opens_an_empty_page_to_paste_into(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    window.importer.paste()
    dialog = window.findChild(PasteDialog)
    assert not dialog.ok.isEnabled()
    dialog.text.setPlainText(STORY)
    qtbot.waitUntil(lambda: dialog.ok.isEnabled())
    dialog.reject()


def test_files_on_the_clipboard_are_read(window: MainWindow, qtbot: QtBot, files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files / "one.txt"))])
    QGuiApplication.clipboard().setMimeData(data)
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.paste()
    QGuiApplication.clipboard().clear()  # Qt would free what Python owns after Python has ended
    assert outlets(window) == ["The Marrow Gazette"]


def test_the_first_start_opens_the_sample_and_ones_own_articles_replace_it(
    window: MainWindow, qtbot: QtBot, files: Path
) -> None:
    with qtbot.waitSignal(window.pipeline.settled):
        begin(window, None)
    assert window.session.sample
    assert len(window.session.articles) == 5
    assert window.session.comparison is not None
    assert not window.session.undo_stack.canUndo()
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.read_paths([str(files / "one.txt")])
    assert outlets(window) == ["The Marrow Gazette"]
    assert not window.session.sample


def test_given_paths_are_opened_at_the_start(window: MainWindow, qtbot: QtBot, files: Path) -> None:
    with qtbot.waitSignal(window.pipeline.settled):
        begin(window, [str(files)])
    assert len(window.session.articles) == 2
    assert window.views.key == "read"


@pytest.mark.parametrize(
    ("html", "page"),
    [
        ("<p>a</p><p>b</p><p>c</p>", True),
        ("<article><h1>t</h1><p>b</p></article>", True),
        ("<span style='x'>a word</span>", False),
        ("<pre>a</pre>", False),
    ],
)
def test_copied_pages_are_told_from_formatted_words(html: str, page: bool) -> None:
    assert importing.is_page(html) is page


def test_only_articles_with_the_same_text_are_asked_whether_they_are_of_the_same_file(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(duplicates, "same_file", lambda one, other: bool(asked.append(one.id)))
    commands.add_articles(session, [article("A"), article("B", "Others stand there.")])
    commands.add_articles(session, [article("C", "Others stand there."), article("D", "And others.")])
    assert (asked, len(session.articles)) == (["B"], 4)
