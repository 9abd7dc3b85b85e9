"""The window holds its parts together, remembers them, and goes when it is closed."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog, QHeaderView, QMenu, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

import analysis
from analysis.errors import OutputError, SourceError
from analysis.messages import message
from analysis.messages import text as tr
from analysis.model import Article, ArticleAnalysis, Passage, Span
from analysis.output.files import write_bytes
from analysis.progress import Report
from gui import app, commands, exporting
from gui.bars import WaitingBar
from gui.dialogs.message import MessageBox
from gui.jobs import Job
from gui.main_window import MainWindow
from tests.patience import POLL_S, WAIT_S

from .conftest import article, plain_analysis, settle


def test_views_are_made_when_first_shown(window: MainWindow, qtbot: QtBot) -> None:
    assert window.views.key == "library"
    assert window.views.get("read") is None
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.views.key == "read"
    assert window.tabs.currentIndex() == 1
    window.tabs.setCurrentIndex(0)
    assert window.views.key == "library"


def test_every_view_opens_without_articles(window: MainWindow) -> None:
    for spec in window.views.specs:
        assert window.views.show_view(spec.key).isVisible()


def test_tabs_carry_the_digit_that_opens_them(window: MainWindow) -> None:
    texts = [window.tabs.tabText(i) for i in range(window.tabs.count())]
    assert texts[:2] == ["1 Library", "2 Read"]
    assert texts == [f"{i} {tr(spec.title)}" for i, spec in enumerate(window.views.specs, 1)]


def test_counts_follow_the_story(window: MainWindow, qtbot: QtBot) -> None:
    from gui.bars import Counts

    counts = window.findChild(Counts)
    assert counts.words == ""
    commands.add_articles(window.session, [article("A", "one two three")])
    qtbot.waitUntil(lambda: counts.words == "1 article, 3 words")
    commands.add_articles(window.session, [article("B", "one two")])
    qtbot.waitUntil(lambda: counts.words == "2 articles, 5 words")


def test_opened_passages_bring_read_to_the_front(window: MainWindow, qtbot: QtBot) -> None:
    commands.add_articles(window.session, [article("A")])
    settle(qtbot, window)
    with qtbot.waitSignal(window.views.shown):
        window.session.open_passages([Passage("A", Span(0, 4))])
    assert window.views.key == "read"


def test_the_job_bar_shows_long_work_and_stops_it(window: MainWindow, qtbot: QtBot) -> None:
    from gui.bars import JobBar

    bar = window.findChild(JobBar)

    def work(_: Job, report: object) -> None:
        while True:
            report(0.25, message("progress.reading", name="a.txt"))  # type: ignore[operator]

    window.jobs.start("Reading", work)
    qtbot.waitUntil(lambda: bar.isVisible() and bar.progress.value() == 250)
    assert bar.label.words == "Reading a.txt"
    qtbot.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not bar.isVisible() and not window.jobs.running)


def test_a_failed_job_is_told_in_a_sentence(window: MainWindow, qtbot: QtBot) -> None:
    def work(_: Job, report: object) -> None:
        raise OutputError(message("progress.writing", name="x"), "/full/disk.pdf")

    with qtbot.waitSignal(window.jobs.failed):
        window.jobs.start("Writing", work)
    box = window.findChild(MessageBox)
    assert box.text() == "/full/disk.pdf: Writing x"
    box.close()


def test_the_frame_and_the_docks_come_back(open_window: Callable[[], MainWindow], qtbot: QtBot) -> None:
    first = open_window()
    first.panels.toggle("inspector")
    first.views.show_view("read")
    first.close()
    second = open_window()
    assert not second.panels.wanted("inspector")
    assert second.panels.wanted("shelf")
    second.start()
    assert second.views.key == "read"


def test_the_inspector_stands_only_beside_views_with_marks(window: MainWindow) -> None:
    assert not window.docks["inspector"].isVisible()
    window.show_view("read")
    assert window.docks["inspector"].isVisible()
    window.panels.toggle("inspector")
    assert not window.docks["inspector"].isVisible()
    window.show_view("library")
    window.show_view("read")
    assert not window.docks["inspector"].isVisible()


def test_a_closed_window_is_freed(open_window: Callable[[], MainWindow], qtbot: QtBot) -> None:
    """Nothing of ours holds it: neither a connection nor the application."""
    window = open_window()
    commands.add_articles(window.session, [article("A")])
    settle(qtbot, window)
    with qtbot.waitSignal(window.destroyed):
        window.close()
        window.deleteLater()
    kept = weakref.ref(window)
    del window
    gc.collect()
    assert kept() is None


def test_export_writes_in_the_background_and_says_where(
    window: MainWindow, qtbot: QtBot, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    import analysis.output

    written: list[tuple[object, object]] = []
    monkeypatch.setattr(analysis.output, "write_json", lambda comparison, path: written.append((comparison, path)))
    commands.add_articles(window.session, [article("A")])
    settle(qtbot, window)
    json = next(f for f in exporting.FORMATS if f.key == "json")
    with qtbot.waitSignal(window.jobs.idle):
        window.exporter.write(json, tmp_path / "out")  # type: ignore[operator]
    assert written == [(window.session.comparison, tmp_path / "out.json")]  # type: ignore[operator]
    assert window.notices.label.words == "Saved out.json"
    assert [b.text() for b in window.notices.buttons] == ["Open folder"]  # nothing was really written to open


def ctrl_p(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """An engine that analyses nothing before the event is set."""
    go = Event()

    def analyze(given: Article, report: Report) -> ArticleAnalysis:
        while not go.wait(POLL_S):
            report(0.5, None)  # a Cancel is heard here
        return plain_analysis(given)

    monkeypatch.setattr(analysis, "analyze", analyze)
    yield go
    go.set()


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[int]:
    """How many articles each report that was written held."""
    import analysis.output

    found: list[int] = []
    monkeypatch.setattr(analysis.output, "write_pdf", lambda comparison, *_: found.append(len(comparison.analyses)))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "report"), ""))
    return found


def test_a_report_asked_for_during_the_analysis_says_what_it_waits_for_and_is_written(
    window: MainWindow, qtbot: QtBot, held: Event, written: list[int]
) -> None:
    bar = window.findChild(WaitingBar)
    commands.add_articles(window.session, [article("A"), article("B")])
    ctrl_p(window, qtbot)
    assert bar.isVisible()
    assert bar.label.words == "report.pdf is written when the analysis is done: 0 of 2 articles."
    assert written == []
    held.set()
    qtbot.waitUntil(lambda: written == [2])
    assert not bar.isVisible()
    qtbot.waitUntil(lambda: window.notices.label.words == "Saved report.pdf")


def test_a_report_waits_for_articles_that_came_after_the_last_comparison(
    window: MainWindow, qtbot: QtBot, held: Event, written: list[int]
) -> None:
    held.set()
    commands.add_articles(window.session, [article("A")])
    settle(qtbot, window)
    held.clear()
    commands.add_articles(window.session, [article("B")])
    ctrl_p(window, qtbot)
    assert window.exporter.waiting
    held.set()
    qtbot.waitUntil(lambda: written == [2])


def test_all_reports_that_waited_are_written(
    window: MainWindow, qtbot: QtBot, held: Event, written: list[int], tmp_path: Path
) -> None:
    commands.add_articles(window.session, [article("A")])
    for name in ("one.pdf", "two.pdf"):
        window.exporter.write_when_ready(exporting.FORMATS[0], tmp_path / name)
    assert window.exporter.unwritten == ("Writing one.pdf", "Writing two.pdf")
    held.set()
    qtbot.waitUntil(lambda: written == [1, 1])


def test_what_waits_for_the_analysis_can_be_cancelled(
    window: MainWindow, qtbot: QtBot, held: Event, written: list[int]
) -> None:
    bar = window.findChild(WaitingBar)
    commands.add_articles(window.session, [article("A")])
    ctrl_p(window, qtbot)
    qtbot.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    with qtbot.waitSignal(window.pipeline.settled):
        held.set()
    assert (written, window.exporter.waiting) == ([], ())


def test_stopping_the_analysis_drops_the_report_that_waited_for_it(
    window: MainWindow, qtbot: QtBot, held: Event, written: list[int]
) -> None:
    commands.add_articles(window.session, [article("A"), article("B")])
    qtbot.waitUntil(lambda: bool(window.jobs.running))
    ctrl_p(window, qtbot)
    with qtbot.waitSignal(window.pipeline.settled):
        qtbot.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert (written, window.exporter.waiting) == ([], ())
    assert window.notices.label.words == "Stopped: 0 of 2 articles are analysed."


def test_the_file_name_carries_story_and_date(window: MainWindow) -> None:
    from datetime import date

    commands.set_title(window.session, "Fall of A/B: what?")
    pdf = exporting.FORMATS[0]
    assert window.exporter.file_name(pdf) == f"Fall of A B what {date.today().isoformat()}.pdf"  # noqa: DTZ011 (the user's day)


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({}, "There is no display"),
        ({"QT_QPA_PLATFORM": "xcb"}, "There is no display"),
        ({"DISPLAY": ":98765"}, "The display :98765 does not answer"),
        ({"DISPLAY": "nonsense"}, "The display nonsense does not answer"),
        ({"QT_QPA_PLATFORM": "offscreen"}, ""),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ""),
    ],
)
def test_no_display_is_said_in_a_sentence(
    environment: dict[str, str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    problem = app.display_problem(environment)
    assert problem.startswith(told) if told else problem == ""


def test_settings_stay_out_of_the_users_own(kept: QSettings, window: MainWindow) -> None:
    assert window.settings is kept


@pytest.mark.parametrize("with_articles", [False, True], ids=["empty", "with articles"])
def test_everything_that_takes_the_focus_has_a_name(window: MainWindow, qtbot: QtBot, with_articles: bool) -> None:
    if with_articles:
        commands.add_articles(window.session, [article("A"), article("B", "Other words.")])
        settle(qtbot, window)
    window.start()
    for spec in window.views.specs:
        window.show_view(spec.key)
    nameless = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or isinstance(widget, QScrollBar | QMenu | QHeaderView):
            continue
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name):
            nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    assert nameless == []


def test_work_that_was_stopped_is_named_and_gone_on_with(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = Event()

    def analyze(given: Article, report: Report) -> ArticleAnalysis:
        if given.id == "B":
            go.wait(WAIT_S)
        return plain_analysis(given)

    monkeypatch.setattr(analysis, "analyze", analyze)
    commands.add_articles(window.session, [article("A"), article("B"), article("C")])
    qtbot.waitUntil(lambda: "A" in window.session.analyses)
    with qtbot.waitSignal(window.pipeline.settled):
        qtbot.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
        go.set()  # the one under way is finished: a Cancel takes nothing away
    assert window.notices.label.words == "Stopped: 2 of 3 articles are analysed."
    with qtbot.waitSignal(window.pipeline.settled):
        window.notices.buttons[0].click()
    assert set(window.session.analyses) == {"A", "B", "C"}


def test_articles_that_cannot_be_analysed_are_not_waited_for(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def analyze(_: Article, report: Report) -> ArticleAnalysis:
        raise SourceError(message("progress.reading", name="it"), "a.txt")

    monkeypatch.setattr(analysis, "analyze", analyze)
    read = window.views.show_view("read")
    with qtbot.waitSignal(window.pipeline.settled):
        commands.add_articles(window.session, [article("A")])
    assert "Shift+F5" in read.empty_words


def test_what_a_view_shows_is_saved_beside_the_exports(
    window: MainWindow, kept: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands.set_title(window.session, "Bridge / opening")
    kept.setValue("export_folder", str(tmp_path))
    offered: list[str] = []

    def choose(_: object, __: str, start: str, ___: str) -> tuple[str, str]:
        offered.append(start)
        return str(tmp_path / "chart"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window.session.saving_asked.emit("Who is heard?", ".svg", lambda path: path.write_text("<svg/>"))
    assert Path(offered[0]).parent == tmp_path
    assert Path(offered[0]).name.startswith("Bridge opening Who is heard 2")
    assert (tmp_path / "chart.svg").read_text() == "<svg/>"
    assert window.notices.label.words == "Saved chart.svg"


def test_what_cannot_be_saved_is_said(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "chart.svg"), ""))
    window.session.saving_asked.emit("Words", ".svg", lambda path: write_bytes(b"", path))
    box = window.findChild(MessageBox)
    assert box.text().startswith("chart.svg: The folder does not exist")
    box.close()
