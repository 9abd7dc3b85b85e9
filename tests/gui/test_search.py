"""Ctrl+F searches what is on show: the columns in Read, the tables elsewhere, all articles where there is neither."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.session import Session
from gui.theme import Appearance
from gui.views.base import View
from gui.views.chart_view import ComparisonView
from gui.widgets.chart import ChartBox
from gui.widgets.data_table import DataTable, Field

from .story import session

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
COMPARED = ("naming", "sources", "sentiment", "coverage", "words", "agency")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, kept: QSettings) -> MainWindow:
    """A window on a story that is compared already, and stays so: nothing is analysed anew."""
    story = session()
    made = MainWindow(story, kept, Appearance(qapp, kept))
    story.setParent(made)
    qtbot.addWidget(made, before_close_func=lambda closing: closing.session.start_story())
    made.resize(1200, 800)
    made.start("read")
    with qtbot.waitActive(made):
        made.show()
    return made


def ctrl_f(window: MainWindow, qtbot: QtBot, words: str = "") -> View:
    """Press Ctrl+F, type, and return the view that is in front."""
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    qtbot.keyClicks(focus, words)
    view = window.views.view
    assert view is not None
    return view


def test_every_view_takes_the_search(window: MainWindow, qtbot: QtBot) -> None:
    for spec in window.views.specs:
        window.show_view(spec.key)
        ctrl_f(window, qtbot)
        nothing = spec.key == "agency"  # the made-up story has no acts: then all articles are searched
        assert window.views.key == ("find" if nothing else spec.key)


def test_a_view_without_anything_hands_the_words_to_find(window: MainWindow, qtbot: QtBot) -> None:
    column = window.views.view.columns[0]
    cursor = column.text.textCursor()
    cursor.setPosition(0)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    column.text.setTextCursor(cursor)
    column.text.setFocus()
    read = ctrl_f(window, qtbot)
    assert read.searching.bar.field.text() == cursor.selectedText() != ""
    window.show_view("agency")
    window.views.view.setFocus()
    assert ctrl_f(window, qtbot, "bridge").field.text() == "bridge"


def test_hits_in_read_are_counted_walked_and_seen(window: MainWindow, qtbot: QtBot) -> None:
    read = ctrl_f(window, qtbot, "bridge")
    hits = read.searching.hits
    texts = {c.article_id: c.analysis.article.text for c in read.columns}
    assert len(hits) == sum(text.casefold().count("bridge") for text in texts.values()) > 2
    assert {hit.span.of(texts[hit.article]).casefold() for hit in hits} == {"bridge"}
    name = read._name_of(hits[0].article)
    assert read.searching.bar.count.words == f"1 of {len(hits)}, in {name}"
    field = read.searching.bar.field
    for key, modifier, number in (
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier, 2),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 3),
        (Qt.Key.Key_F3, SHIFT, 2),
        (Qt.Key.Key_Return, SHIFT, 1),
        (Qt.Key.Key_Return, SHIFT, len(hits)),
    ):
        qtbot.keyClick(field, key, modifier)
        assert read.searching.bar.count.words.startswith(f"{number} of {len(hits)}, in ")
        assert window.session.selection.passage == hits[number - 1]
    for column in read.columns:
        own = tuple(hit.span for hit in hits if hit.article == column.article_id)
        assert (column.text._found, column.strip._found) == (own, own)


def test_hits_leave_their_colour_in_the_strip(window: MainWindow, qtbot: QtBot) -> None:
    read = window.views.view
    column = read.columns[0]
    for kind in window.session.visible:
        window.session.set_visible(kind, False)

    def middle() -> list[int]:
        picture = column.strip.grab().toImage()
        return [picture.pixel(column.strip.width() // 2, y) for y in range(picture.height())]

    ctrl_f(window, qtbot)  # the bar takes some of the height
    before = middle()
    qtbot.keyClicks(read.searching.bar.field, "bridge")
    assert sum(one != other for one, other in zip(before, middle(), strict=True)) > 2


def test_escape_ends_the_search_and_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    read = ctrl_f(window, qtbot, "bridge")
    qtbot.keyClick(read.searching.bar.field, Qt.Key.Key_Escape)
    assert read.searching.bar.isHidden()
    assert all(not column.text._found for column in read.columns)
    assert read.isAncestorOf(QApplication.focusWidget())
    assert not isinstance(QApplication.focusWidget(), QLineEdit)


def test_what_is_not_found_is_said(window: MainWindow, qtbot: QtBot) -> None:
    assert ctrl_f(window, qtbot, "zzz").searching.bar.count.words == "no hits in the columns shown"


def test_the_search_follows_the_columns(window: MainWindow, qtbot: QtBot) -> None:
    read = ctrl_f(window, qtbot, "bridge")
    before = read.searching.hits
    left = read.column_ids[:1]
    read.set_columns(left)
    assert read.searching.hits == tuple(hit for hit in before if hit.article in left)


@pytest.mark.parametrize("key", ["naming", "sources", "coverage", "words"])
def test_a_search_filters_the_tables_of_a_view(window: MainWindow, qtbot: QtBot, key: str) -> None:
    window.show_view(key)
    view = ctrl_f(window, qtbot)
    assert isinstance(view, ComparisonView)
    tables = view.searching._tables() or [box.table for box in view.searching._charts()]
    word = str(tables[0].rows_model.words_of(0)).split()[0]
    qtbot.keyClicks(view.searching.field, word)
    for table in view.searching._tables():
        shown = [table.source_row(table.model().index(row, 0)) for row in range(table.model().rowCount())]
        rows = range(table.rows_model.rowCount())
        assert sorted(shown) == [row for row in rows if word in table.rows_model.words_of(row)]
    assert view.searching.count.words.endswith(" rows")
    qtbot.keyClick(view.searching.field, Qt.Key.Key_Escape)
    assert view.searching.isHidden()
    assert all(t.model().rowCount() == t.rows_model.rowCount() for t in view.findChildren(DataTable))


def test_charts_show_their_tables_while_they_are_searched(window: MainWindow, qtbot: QtBot) -> None:
    window.show_view("sentiment")
    view = ctrl_f(window, qtbot, "gazette")
    boxes = [box for box in view.page.findChildren(ChartBox) if box.has_table]
    assert boxes
    assert all(box.table.isVisible() and not box.canvas.isVisible() for box in boxes)
    qtbot.keyClick(view.searching.field, Qt.Key.Key_Escape)
    assert all(box.canvas.isVisible() and not box.table.isVisible() for box in boxes)


def test_a_row_has_to_hold_every_word_of_a_search(qtbot: QtBot) -> None:
    table = DataTable("Rows")
    qtbot.addWidget(table)
    table.set_rows([Field("Word"), Field("Count", numeric=True)], [("Old Bridge", 1200), ("New bridge", 7), ("Old", 7)])
    for words, rows in (("", 3), ("bridge", 2), ("BRIDGE old", 1), ("1,200", 1), ("nothing", 0)):
        table.set_filter(words)
        assert table.model().rowCount() == rows


LETTERS = {Qt.Key.Key_F: "framing", Qt.Key.Key_Q: "quotes", Qt.Key.Key_S: "sentiment"}


def pressed(qtbot: QtBot, window: MainWindow, target: QWidget) -> dict[str, bool]:
    """Return which kinds of marks changed when their letters were pressed."""
    target.setFocus()
    qtbot.waitUntil(target.hasFocus)
    before = window.session.visible
    for key in LETTERS:
        qtbot.keyClick(target, key)
    return {kind: (kind in before) != (kind in window.session.visible) for kind in LETTERS.values()}


def test_letters_switch_marks_in_read(window: MainWindow, qtbot: QtBot) -> None:
    assert all(pressed(qtbot, window, window.views.view.columns[0].text).values())


Place = Callable[[MainWindow], QWidget]
ELSEWHERE: dict[str, Place] = {
    "the list at the left": lambda window: window.shelf.list,
    "the explanations": lambda window: window.docks["inspector"].widget(),
    "a table of another view": lambda window: window.views.show_view("naming").concepts,
    "the Library": lambda window: window.views.show_view("library").table,
}


@pytest.mark.parametrize("place", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_letters_switch_no_marks_elsewhere(window: MainWindow, qtbot: QtBot, place: Place) -> None:
    target = place(window)
    target.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    assert not any(pressed(qtbot, window, target).values())


@pytest.mark.parametrize("view", ["read", "library", "find"])
def test_letters_typed_into_a_field_stay_letters(window: MainWindow, qtbot: QtBot, view: str) -> None:
    window.show_view(view)
    ctrl_f(window, qtbot)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert not any(pressed(qtbot, window, field).values())
    assert field.text().casefold() == "fqs"


def test_an_empty_story_is_searched_in_find(qtbot: QtBot, qapp: QApplication, kept: QSettings) -> None:
    empty = MainWindow(Session(), kept, Appearance(qapp, kept))
    empty.session.setParent(empty)
    qtbot.addWidget(empty)
    empty.start("read")
    with qtbot.waitActive(empty):
        empty.show()
    for key in ("read", "library", *COMPARED):
        empty.show_view(key)
        ctrl_f(empty, qtbot)
        assert empty.views.key == "find"
