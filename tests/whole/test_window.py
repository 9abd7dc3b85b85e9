"""The window with the Reader: it shows what the files say, and writes what it shows."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

import analysis
from analysis.errors import SourceError
from analysis.messages import message
from analysis.model import Article, ArticleAnalysis, MarkKind
from analysis.progress import Report, silent
from gui import commands
from gui.dialogs.skipped import SkippedDialog
from gui.main_window import MainWindow
from tests.patience import WAIT_S

from .outputs import KINDS, Outputs
from .story import COURIER, RADIO, TELLINGS, TRIBUNE, write
from .windows import export, found_in, shown, uses_in, uses_shown

pytestmark = pytest.mark.reader
Opened = Callable[..., MainWindow]


def test_every_view_shows_what_the_files_say(told: Outputs, opened: Opened, tmp_path: Path) -> None:
    window = opened(*write(tmp_path, "txt"))
    window.show_view("naming")
    assert uses_shown(window) == uses_in(told)
    window.show_view("sources")
    said = [(r["Speaker"], r["Outlet"], int(r["Words"])) for r in shown(window.views.get("sources").speakers)]
    assert said == [(r["speaker"], r["group"], r["words"]) for r in told.sheet("sources")]
    window.show_view("read")
    window.views.get("read").set_columns([article.id for article in window.session.articles])
    columns = {c.analysis.article.outlet: c for c in window.views.get("read").columns}
    assert set(columns) == {telling.outlet for telling in TELLINGS}
    for telling in TELLINGS:
        text = columns[telling.outlet].text
        assert text.toPlainText() == told.article(telling.outlet)["article"]["text"]
        marks = [item.span.of(text.toPlainText()) for item in text._shown if item.kind == "framing"]
        assert sorted(marks) == sorted(words for words, _ in told.marked(telling.outlet))
    for spec in window.views.specs:
        window.show_view(spec.key)
        if spec.key != "find":  # where nobody has looked for a word yet
            assert not window.views.view.empty_words


def test_the_window_writes_what_the_command_line_writes(
    told: Outputs, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(*write(tmp_path / "in", "txt"))
    written = export(window, qtbot, tmp_path / "out")
    for kind in KINDS:
        assert written.path(kind).read_bytes() == told.path(kind).read_bytes(), kind


def test_a_rejected_mark_leaves_every_view_and_every_output(
    told: Outputs, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(*write(tmp_path / "in", "txt"))
    tribune = found_in(window, TRIBUNE.outlet)
    gone = [m for m in tribune.of_kind(MarkKind.FRAMING) if m.span.of(tribune.document.text) == "rioters"]
    assert len(gone) == 2
    for mark in gone:
        with qtbot.waitSignal(window.pipeline.settled):
            commands.reject(window.session, tribune.article.id, mark.id)
    written = export(window, qtbot, tmp_path / "out")
    before = len(told.marked(TRIBUNE.outlet))
    assert "rioters" not in {words for words, _ in written.marked(TRIBUNE.outlet)}
    assert len(written.marked(TRIBUNE.outlet)) == before - 2
    assert len(written.json["provenance"]["decisions"]) == 2
    row = next(r for r in written.sheet("articles") if r["outlet"] == TRIBUNE.outlet)
    assert row["framing_terms"] == before - 2
    assert f"{row['words']} {before - 2} {row['attributions']}" in written.pdf
    head = ("Outlet", "Title", "Kind", "Published", "words", "framing terms")
    table = {cells[0]: cells[5] for cells in written.table(*head)}
    assert table[TRIBUNE.outlet] == str(before - 2)
    window.show_view("naming")
    assert uses_shown(window) == uses_in(written)
    assert uses_in(written) != uses_in(told)
    assert written.marked(RADIO.outlet) == told.marked(RADIO.outlet)
    while window.session.undo_stack.canUndo() and window.session.decisions:
        with qtbot.waitSignal(window.pipeline.settled):
            window.session.undo_stack.undo()
    again = export(window, qtbot, tmp_path / "again")
    assert again.path("json").read_bytes() == told.path("json").read_bytes()


def test_cancel_keeps_what_was_read_and_going_on_ends_where_it_would_have(
    told: Outputs, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, go = Event(), Event()
    whole, begun = analysis.analyze, list[str]()

    def analyze(article: Article, report: Report = silent) -> ArticleAnalysis:
        begun.append(article.outlet)
        if len(begun) == 2:
            held.set()
            go.wait(WAIT_S)
        return whole(article, report)

    monkeypatch.setattr(analysis, "analyze", analyze)
    window.importer.read_paths(write(tmp_path / "in", "txt"))
    qtbot.waitUntil(lambda: held.is_set() and len(window.session.analyses) == 1)
    with qtbot.waitSignal(window.pipeline.settled):
        window.jobs.cancel()
        go.set()
    assert [a.article.outlet for a in window.session.analyses.values()] == begun[:1]
    assert len(begun) == 2, "nothing is begun after Cancel"
    assert window.notices.label.words.startswith("Stopped")
    with qtbot.waitSignal(window.pipeline.settled):
        next(button for button in window.notices.buttons if button.text() == "Go on").click()
    assert begun[0] not in begun[2:], "what was read is kept"
    assert export(window, qtbot, tmp_path / "out").path("json").read_bytes() == told.path("json").read_bytes()


def test_what_fails_is_named_in_the_window_and_the_rest_is_compared(
    told: Outputs,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    whole = analysis.analyze

    def analyze(article: Article, report: Report = silent) -> ArticleAnalysis:
        if article.outlet == RADIO.outlet:
            raise SourceError(message("sources.empty"))
        return whole(article, report)

    monkeypatch.setattr(analysis, "analyze", analyze)
    paths = write(tmp_path / "in", "txt")
    (tmp_path / "in" / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.read_paths([*paths, str(tmp_path / "in" / "broken.pdf")])
    listed = [
        dialog.table.item(row, 0).text()
        for dialog in window.findChildren(SkippedDialog)
        for row in range(dialog.table.rowCount())
    ]
    assert listed == [RADIO.outlet]
    assert [Path(item.path).name for item in window.session.imported.items] == ["broken.pdf"]
    assert {a.article.outlet for a in window.session.comparison.analyses} == {COURIER.outlet, TRIBUNE.outlet}
    for dialog in window.findChildren(QDialog):
        dialog.close()
    written = export(window, qtbot, tmp_path / "out")
    for telling in (COURIER, TRIBUNE):
        assert written.marked(telling.outlet) == told.marked(telling.outlet)
    assert len(written.json["articles"]) == 2
    assert QApplication.activeModalWidget() is None
    assert json.dumps(written.json).count(RADIO.title) == 0
