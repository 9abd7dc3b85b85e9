"""The window takes nothing in an article, a lexicon, a file's name or a note for markup, and opens no file for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QToolTip, QWidget
from pytestqt.qtbot import QtBot

import analysis
from analysis.errors import OutputError
from analysis.messages import message
from analysis.model import Article, ArticleAnalysis, Comparison, Passage, Span
from analysis.progress import Report, silent
from analysis.sources.look import TableLook
from gui import commands
from gui.actions import lexicons
from gui.destinations import destinations
from gui.dialogs.crash import CrashDialog
from gui.dialogs.details import DetailsDialog
from gui.dialogs.goto import GoToDialog
from gui.dialogs.help import PageDialog, about_page, keys_page
from gui.dialogs.imported import ImportedFiles
from gui.dialogs.message import MessageBox
from gui.dialogs.note import NoteDialog
from gui.dialogs.paste import PasteDialog
from gui.dialogs.question import QuestionDialog
from gui.dialogs.skipped import SkippedDialog
from gui.dialogs.table_columns import TableColumnsDialog
from gui.imports import FileAccount, Imported, Item, Why
from gui.kinds import by_id
from gui.main_window import MainWindow
from gui.paint.theme import Theme
from gui.session import Session
from gui.state import Selection
from gui.theme import Appearance
from gui.views.find import FindView
from gui.widgets.chart import ChartBox
from gui.widgets.chart_export import chart_menu
from gui.widgets.scope_chip import ColumnsDialog
from tests import hostile
from tests.patience import WAIT_S, handled
from tests.watching import watched

from .conftest import settle
from .walking import Walk, menus, point_at_charts, point_at_texts, tabs_of


@dataclass(frozen=True)
class Made:
    comparison: Comparison
    sentinel: Path
    line: str


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """A hostile story: markup in every field that is read, and in every name that the engine finds."""
    folder = tmp_path_factory.mktemp("injection")
    sentinel = folder / "sentinel.png"
    sentinel.write_bytes(b"not a picture")
    for part in ("lexicon", "story"):
        (folder / part).mkdir()
    with pytest.MonkeyPatch.context() as patch:
        hostile.use_lexicon(folder / "lexicon", sentinel, patch)
        line = hostile.markup(sentinel)
        yield Made(hostile.poisoned(hostile.story(folder / "story", sentinel), line), sentinel, line)


@pytest.fixture
def walk(monkeypatch: pytest.MonkeyPatch) -> Walk:
    """A walk that also sees every tooltip that the window shows by itself."""
    made = Walk()
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, *_: made.tip("tooltip", words))
    return made


@pytest.fixture
def window(
    made: Made, qtbot: QtBot, qapp: QApplication, kept: QSettings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window with the hostile story; no file that the texts name may be opened while it is there."""
    by_id = {one.article.id: one for one in made.comparison.analyses}
    monkeypatch.setattr(analysis, "analyze", lambda article, report=None: _of(by_id, article))
    monkeypatch.setattr(analysis, "compare", lambda *_, **__: made.comparison)
    opened = MainWindow(Session(), kept, Appearance(qapp, kept))
    opened.session.setParent(opened)
    qtbot.addWidget(opened, before_close_func=lambda closing: closing.session.start_story())
    with watched(made.sentinel) as touched:
        opened.resize(1280, 800)
        opened.start("library")
        with qtbot.waitExposed(opened):
            opened.show()
        commands.add_articles(opened.session, [one.article for one in made.comparison.analyses])
        opened.session.set_story(replace(opened.session.state.story, decisions=made.comparison.provenance.decisions))
        commands.set_title(opened.session, made.line)
        settle(qtbot, opened)
        yield opened
        handled(qtbot)
        assert not touched()


def _of(by_id: dict[str, ArticleAnalysis], article: Article) -> ArticleAnalysis:
    return by_id[article.id]


def test_views_show_every_field_letter_by_letter(window: MainWindow, qtbot: QtBot, walk: Walk) -> None:
    for spec in window.views.specs:
        window.show_view(spec.key)
        view = window.views.view
        assert view is not None
        for _ in tabs_of(view):
            handled(qtbot)
            point_at_charts(view)
            view.grab()
            walk.look(window)
        for words in (f"<b>{hostile.MARK}</b>", hostile.MARK, "<img src=x>&x"):
            view.begin_search(words)
            if isinstance(view, FindView):
                view.search()
            handled(qtbot)
            walk.look(window)
    assert not walk.faults
    assert sum(hostile.MARK in words for words in walk.seen) > 100
    assert not [words for words in walk.seen if "‮" in words]


def test_reading_and_explaining_is_plain(window: MainWindow, qtbot: QtBot, walk: Walk) -> None:
    session = window.session
    window.start("read")
    for kind in by_id():
        session.set_visible(kind, True)
    window.show_view("read")
    view = window.views.view
    assert view is not None
    for text in point_at_texts(view):
        walk.tip("mark", text.viewport().toolTip())
    inspector = window.docks["inspector"].widget()
    for analysed in session.raw_analyses.values():
        key = analysed.article.id
        marks = [Selection(Passage(key, mark.span), mark.id, mark.attribution) for mark in analysed.marks]
        said = [Selection(Passage(key, a.span), None, i) for i, a in enumerate(analysed.document.attributions)]
        plain = [Selection(Passage(key, sentence.span)) for sentence in analysed.document.sentences]
        for selection in (*marks, *said, *plain):
            session.select(selection)
            handled(qtbot)
            walk.look(inspector)
        session.open_passages([Passage(key, Span(0, 20)), Passage(key, Span(5, 9))])
        walk.look(view)
    window.grab()
    assert not walk.faults
    assert [words for words in walk.seen if words.startswith("passage 1 of 2, in =cmd")]


def test_menus_are_plain(window: MainWindow, walk: Walk, made: Made) -> None:
    commands.set_group_by(window.session, made.comparison.analyses[0].article.columns[-1][0])
    window.actions_table.refresh()
    window.show_view("read")
    for menu in menus([*window.actions_table.menus.values(), *window.findChildren(type(window.menuBar().addMenu("")))]):
        for action in menu.actions():
            walk.action("menu", action)
    window.show_view("naming")
    for box in window.views.view.findChildren(ChartBox):  # type: ignore[union-attr]
        if box.chart is not None:
            chart_menu(window.session, box.chart, Theme.of(window.palette()), box.table, box)
    walk.look()
    assert not walk.faults
    assert [words for words in walk.seen if words.startswith("Group by Region =cmd") or "Undo Group by Region" in words]


def imported_files(window: MainWindow, line: str) -> QDialog:
    item = Item(f"/{line}/{line}", line, line, Why.SKIPPED, line, count=1)
    window.session.set_imported(Imported((FileAccount(item.path, None, 0, 1, 0),), (item,)))
    return ImportedFiles(window.session, window)


DIALOGS: dict[str, Callable[[MainWindow, str], QDialog]] = {
    "details of one": lambda w, _: DetailsDialog(w.session.articles[:1], outlets(w), w),
    "details of many": lambda w, _: DetailsDialog(w.session.articles, outlets(w), w),
    "go to": lambda w, _: GoToDialog(destinations(w.session, w.actions_table), w),
    "columns": lambda w, _: ColumnsDialog(w.session, w.session.scope, w),
    "note": lambda w, line: NoteDialog(line, line, w),
    "question": lambda w, line: QuestionDialog(line, line, line, w),
    "table": lambda w, line: TableColumnsDialog(line, TableLook((line, "b"), ((line, line),)), w),
    "rename": lambda w, line: QuestionDialog("Rename", "Name", line, parent=w),
    "skipped": lambda w, line: SkippedDialog(line, [(line, line)], w, line, line, (line, line), [(line, str)]),
    "imported": imported_files,
    "box": lambda w, line: MessageBox(line, line, w),
    "crash": lambda w, line: CrashDialog(line, w),
    "keys": lambda w, line: PageDialog("Keys", keys_page([(line, [(line, line)])]), w),
    "about": lambda w, _: PageDialog("About", about_page(), w),
}


def outlets(window: MainWindow) -> list[str]:
    return [article.outlet for article in window.session.articles]


@pytest.mark.parametrize("name", DIALOGS)
def test_dialogs_are_plain(name: str, window: MainWindow, walk: Walk, made: Made, qtbot: QtBot) -> None:
    dialog = DIALOGS[name](window, made.line)
    dialog.show()
    dialog.grab()
    walk.look(dialog)
    handled(qtbot)
    dialog.done(0)
    assert not walk.faults


def test_a_pasted_text_is_shown_as_text(window: MainWindow, walk: Walk, made: Made, qtbot: QtBot) -> None:
    dialog = PasteDialog(
        window.jobs, f"{made.line}\n\nBy {made.line}\n\nThe town fell {made.line} on Tuesday.", "", window
    )
    dialog.show()
    qtbot.waitUntil(lambda: dialog.article is not None)
    walk.look(dialog)
    walk.look(window)
    dialog.done(0)
    assert not walk.faults


def test_what_the_window_says_by_itself_is_plain(
    window: MainWindow, walk: Walk, made: Made, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "<img src=x> &x [*] \u202eqz"
    (tmp_path / f"{name}.bin").write_bytes(bytes(range(256)) * 4)
    with qtbot.waitSignal(window.importer.left_out):
        window.importer.read_paths([str(tmp_path / f"{name}.bin")])
    walk.look()
    (tmp_path / f"{name}.toml").write_text("[lexicon]\nid = 1\n", encoding="utf-8")
    with qtbot.waitSignal(window.jobs.idle):
        lexicons.check(window.parts, [str(tmp_path / f"{name}.toml")])
    walk.look()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / f"{name}.svg"), ""))
    window.session.saving_asked.emit(made.line, ".svg", lambda path: path.write_text("x"))
    walk.look()

    def fail(path: Path) -> None:
        raise OutputError(message("output.failed.other", detail=made.line))

    window.session.saving_asked.emit(made.line, ".svg", fail)
    walk.look()
    with qtbot.waitSignal(window.jobs.failed):
        window.jobs.start(made.line, lambda *_: 1 / 0)
    walk.look()
    window.leaving.leave(lambda: None)
    walk.look()
    assert not walk.faults
    assert [words for words in walk.seen if "[U+202E]qz" in words]
    for child in window.findChildren(QDialog):
        child.done(0)


def test_an_article_that_fails_is_named_letter_by_letter(
    window: MainWindow, walk: Walk, made: Made, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = analysis.analyze

    def analyze(article: Article, report: Report = silent) -> ArticleAnalysis:
        if article.id == "broken":
            raise RuntimeError(made.line)
        return known(article, report)

    monkeypatch.setattr(analysis, "analyze", analyze)
    broken = replace(made.comparison.analyses[0].article, id="broken", text_sha256="broken", source="\u202e<b>x</b>")
    with qtbot.waitSignal(window.pipeline.unreadable):
        commands.add_articles(window.session, [broken])
    settle(qtbot, window)
    for key in ("library", "read"):
        window.show_view(key)
        handled(qtbot)
        walk.look()
    assert not walk.faults
    assert [words for words in walk.seen if "RuntimeError" in words and hostile.MARK in words]
    for child in window.findChildren(QDialog):
        child.done(0)


def test_the_work_under_way_is_named_letter_by_letter(window: MainWindow, walk: Walk, made: Made, qtbot: QtBot) -> None:
    from threading import Event

    from gui.bars import JobBar

    bar, go = window.findChild(JobBar), Event()
    job = window.jobs.start(made.line, lambda *_: go.wait(WAIT_S))
    qtbot.waitUntil(bar.isVisible)
    walk.look(window)
    with qtbot.waitSignal(job.ended):
        go.set()
    assert not walk.faults
    assert [words for words in walk.seen if words.startswith("=cmd|' /C")]


class Rich(QWidget):
    """What the walk must find fault with."""


def test_the_walk_finds_what_it_looks_for(qtbot: QtBot, walk: Walk) -> None:
    from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QTextEdit, QVBoxLayout

    root = QWidget()
    qtbot.addWidget(root)
    layout, line = QVBoxLayout(root), "<b>x</b> &x"
    item = QListWidgetItem("a\u202eb")
    item.setToolTip(line)
    listed, text, button = QListWidget(), QTextEdit(), QPushButton(line)
    listed.addItem(item)
    text.setHtml("<img src='x'>")
    button.setToolTip(line)
    for part in (QLabel(line), listed, text, button):
        layout.addWidget(part)
    root.setWindowTitle("x [*]")
    walk.look(root)
    assert len(walk.faults) == 7
