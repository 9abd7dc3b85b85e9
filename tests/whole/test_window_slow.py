"""The window with the Reader: what its users do, at every size: `--slow`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from analysis.model import MarkKind, Passage
from analysis.reading import reader
from gui import commands, exporting
from gui.dialogs.paste import PasteDialog
from gui.kinds import by_id
from gui.main_window import MainWindow
from gui.state import Selection
from gui.views import VIEWS
from tests.patience import PROCESS_S, handled

from .outputs import Outputs, compare, spaced
from .story import COURIER, RADIO, TELLINGS, TRIBUNE, text, write
from .test_files_slow import foreign
from .windows import export, found_in, shown, uses_in, uses_shown

pytestmark = [pytest.mark.reader, pytest.mark.slow]
ROOT = Path(__file__).resolve().parents[2]
Opened = Callable[..., MainWindow]


@pytest.mark.parametrize("points", [10, 15, 20])
@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1366, 768)], ids=str)
def test_no_view_asks_for_more_room_than_the_screen_has(
    opened: Opened, qapp: QApplication, qtbot: QtBot, size: tuple[int, int], points: int, tmp_path: Path
) -> None:
    before = qapp.font()
    large = QFont(before)
    large.setPointSize(points)
    qapp.setFont(large)
    try:
        window = opened(*write(tmp_path, "txt"))
        for spec in window.views.specs:
            window.resize(*size)
            window.show_view(spec.key)
            handled(qtbot)
            assert (window.width(), window.height()) == size, spec.key
            stack = window.views  # a view that needs more scrolls in it
            assert stack.width() >= 300, spec.key
            corner = stack.mapTo(window, stack.rect().bottomRight())
            assert corner.x() <= size[0], spec.key
            assert corner.y() <= size[1], spec.key
            assert window.views.view is not None
            assert window.views.view.isVisible()
    finally:
        qapp.setFont(before)


def test_pictures_of_every_view_are_taken_with_the_reader(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "gui.shots", str(tmp_path / "shots"), *write(tmp_path / "in", "txt")]
    known = {name: value for name, value in os.environ.items() if name != reader.SWITCH}
    done = subprocess.run(command, cwd=ROOT, env=known, capture_output=True, text=True, timeout=PROCESS_S, check=False)
    assert done.returncode == 0, done.stderr
    taken = {path.name for path in (tmp_path / "shots").glob("*.png")}
    assert taken == {
        f"{v.key}-{mode}-{width}.png" for v in VIEWS for mode in ("light", "dark") for width in (1280, 1920)
    }
    assert all((tmp_path / "shots" / name).stat().st_size > 5_000 for name in taken)


@pytest.mark.parametrize(("key", "pages"), [("handout", 2), ("briefing", 10), ("pdf", 40)])
def test_every_profile_of_the_report_says_who_was_compared(
    opened: Opened, qtbot: QtBot, key: str, pages: int, tmp_path: Path
) -> None:
    import pypdfium2

    window = opened(*write(tmp_path / "in", "txt"))
    chosen = next(f for f in exporting.FORMATS if f.key == key)
    with qtbot.waitSignal(window.jobs.idle):
        window.exporter.write(chosen, tmp_path / "report.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "report.pdf")
    count, words = len(document), spaced(" ".join(p.get_textpage().get_text_bounded() for p in document))
    document.close()
    assert 1 <= count <= pages
    for telling in TELLINGS:
        assert telling.outlet in words
    assert "3 articles" in words


def test_a_note_stands_in_every_output(told: Outputs, opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(*write(tmp_path / "in", "txt"))
    tribune = found_in(window, TRIBUNE.outlet)
    mark = next(m for m in tribune.of_kind(MarkKind.FRAMING) if m.span.of(tribune.document.text) == "hostage")
    with qtbot.waitSignal(window.pipeline.settled):
        commands.note(window.session, tribune.article.id, mark.id, "an idiom, ask the desk")
    assert window.session.note(tribune.article.id, mark.id) == "an idiom, ask the desk"
    written = export(window, qtbot, tmp_path / "out")
    assert [d["note"] for d in written.json["provenance"]["decisions"]] == ["an idiom, ask the desk"]
    for report in (written.html, written.pdf):
        assert "an idiom, ask the desk" in report
    assert written.marked(TRIBUNE.outlet) == told.marked(TRIBUNE.outlet), "a note changes no figure"


def test_an_article_left_out_of_the_comparison_is_as_one_never_opened(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(*write(tmp_path / "in", "txt"))
    radio = found_in(window, RADIO.outlet).article.id
    with qtbot.waitSignal(window.pipeline.settled):
        commands.set_scope(window.session, [key for key in window.session.scope if key != radio])
    written = export(window, qtbot, tmp_path / "out")
    two = compare(tmp_path / "two", write(tmp_path / "other", "txt", (COURIER, TRIBUNE)), kinds=["json"])
    assert written.path("json").read_bytes() == two.path("json").read_bytes()
    with qtbot.waitSignal(window.pipeline.settled):
        window.session.undo_stack.undo()
    assert len(window.session.comparison.analyses) == 3


def test_articles_opened_one_by_one_are_as_opened_together(
    told: Outputs, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    for path in reversed(write(tmp_path / "in", "txt")):
        window = opened(path)
    assert uses_in(export(window, qtbot, tmp_path / "out")) == uses_in(told)
    gone = found_in(window, COURIER.outlet).article.id
    with qtbot.waitSignal(window.pipeline.settled):
        commands.remove_articles(window.session, [gone])
    with qtbot.waitSignal(window.pipeline.settled):
        window.session.undo_stack.undo()
    again = export(window, qtbot, tmp_path / "again")
    assert {a["article"]["outlet"]: [m["exact"] for m in a["framing"]] for a in again.json["articles"]} == {
        a["article"]["outlet"]: [m["exact"] for m in a["framing"]] for a in told.json["articles"]
    }


def test_grouped_by_author_the_window_writes_what_the_command_line_writes(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    tellings = (COURIER, replace(TRIBUNE, byline=COURIER.byline), RADIO)
    window = opened(*write(tmp_path / "in", "txt", tellings))
    with qtbot.waitSignal(window.pipeline.settled):
        commands.set_group_by(window.session, "author")
    assert [g.label for g in window.session.comparison.groups] == [COURIER.byline, RADIO.byline]
    written = export(window, qtbot, tmp_path / "out")
    line = compare(tmp_path / "line", write(tmp_path / "other", "txt", tellings), "--group-by", "author")
    for kind in ("json", "html", "pdf", "xlsx"):
        assert written.path(kind).read_bytes() == line.path(kind).read_bytes(), kind


@pytest.mark.parametrize("word", ["Tarrow", "police", "January", "the"])
def test_find_shows_every_place_of_a_word(opened: Opened, word: str, tmp_path: Path) -> None:
    window = opened(*write(tmp_path, "txt"))
    window.show_view("find")
    find = window.views.get("find")
    find.field.setText(word)
    find.search()
    there = sum(len(re.findall(rf"\b{word}\b", f"{t.title}\n{t.body}", re.IGNORECASE)) for t in TELLINGS)
    assert len(find.lines) == there > 0
    articles = {a.id: a.text for a in window.session.articles}
    assert all(line.passage.span.of(articles[line.passage.article]).lower() == word.lower() for line in find.lines)


def test_a_pasted_article_is_found_as_its_file_is(
    told: Outputs, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    QGuiApplication.clipboard().setText(text(TRIBUNE).decode())
    window.actions_table.actions["paste"].trigger()
    dialog = window.findChild(PasteDialog)
    qtbot.waitUntil(lambda: dialog.ok.isEnabled())
    with qtbot.waitSignal(window.pipeline.settled):
        dialog.accept()
    found = found_in(window, TRIBUNE.outlet)
    marks = [(m.span.of(found.document.text), str(m.voice)) for m in found.of_kind(MarkKind.FRAMING)]
    assert sorted(marks) == sorted(told.marked(TRIBUNE.outlet))


def test_every_mark_statement_and_source_explains_itself(opened: Opened, tmp_path: Path) -> None:
    window = opened(*write(tmp_path, "txt"))
    for kind in by_id():
        window.session.set_visible(kind, True)
    window.show_view("read")
    inspector, explained = window.docks["inspector"].widget(), 0
    for found in window.session.analyses.values():
        key = found.article.id
        marks = [Selection(Passage(key, m.span), m.id, m.attribution) for m in found.marks]
        said = [Selection(Passage(key, a.span), None, i) for i, a in enumerate(found.document.attributions)]
        for selection in (*marks, *said):
            window.session.select(selection)
            shown_words = spaced(" ".join(label.text() for label in inspector.widget().findChildren(QLabel)))
            assert found.article.label in shown_words or found.article.outlet in shown_words
            assert "{" not in shown_words, "a template that nobody filled"
            explained += 1
    assert explained > 50


def test_a_row_of_naming_opens_its_passages_in_read(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(*write(tmp_path, "txt"))
    window.show_view("naming")
    table = window.views.get("naming").concepts
    for row in range(table.model().rowCount()):
        window.show_view("naming")
        with qtbot.waitSignal(window.session.passages_opened) as opened_:
            table.activated.emit(table.model().index(row, 0))
        passages = opened_.args[0]
        assert len(passages) == int(shown(table)[row]["Uses"])
        assert window.views.key == "read"
        columns = {c.article_id: c for c in window.views.get("read").columns}
        assert passages[0].span in columns[passages[0].article].text._found


def test_without_the_reader_the_window_says_so_and_shows_the_rules_marks(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(reader.SWITCH, "off")
    window = opened(*write(tmp_path, "txt"))
    assert any("by rules" in label.text() for label in window.statusBar().findChildren(QLabel) if label.isVisible())
    found = found_in(window, TRIBUNE.outlet)
    assert "rioters" in {m.span.of(found.document.text) for m in found.of_kind(MarkKind.FRAMING)}
    assert found.of_kind(MarkKind.AGENCY) == ()
    window.show_view("agency")
    assert "Reader" in window.views.view.empty_words


def test_an_article_in_another_language_is_listed_with_its_note_and_not_scored(
    told: Outputs, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(*write(tmp_path / "in", "txt", (*TELLINGS, foreign("de"))))
    assert len(window.session.articles) == 4
    window.show_view("naming")
    assert uses_shown(window) == uses_in(told)
    german = found_in(window, "Paper de")
    assert german.marks == ()
    assert german.article.notes
    window.show_view("library")
    written = export(window, qtbot, tmp_path / "out")
    assert written.article("Paper de")["framing"] == []


def test_a_window_closed_during_the_analysis_leaves_no_work_behind(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.importer.read_paths(write(tmp_path, "txt"))
    qtbot.waitUntil(lambda: window.pipeline.busy)
    jobs = window.jobs
    window.session.start_story()
    window.close()
    assert jobs.close()
    assert not window.isVisible()


def test_the_sample_story_opens_as_the_first_start_shows_it(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.pipeline.settled):
        window.importer.open_sample()
    assert window.session.sample
    for spec in window.views.specs:
        window.show_view(spec.key)
        assert not getattr(window.views.view, "empty_words", ""), spec.key
    written = export(window, qtbot, tmp_path / "out")
    line = compare(
        tmp_path / "line",
        [str(ROOT / "resources" / "samples" / "story")],
        "--title",
        window.session.title,
        kinds=["json"],
    )
    assert written.path("json").read_bytes() == line.path("json").read_bytes()
