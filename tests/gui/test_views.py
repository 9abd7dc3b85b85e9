"""Every view of the window offers the same: title, find, zoom, copy, what a later start brings back, empty state."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from analysis.messages import text as tr
from analysis.model import Passage
from gui.main_window import MainWindow
from gui.session import Session
from gui.state import Selection
from gui.theme import Appearance
from gui.views import VIEWS
from gui.views.base import View
from gui.views.chart_view import ComparisonView
from gui.views.read import ReadView
from gui.widgets.data_table import DataTable

from .story import session

KEYS = tuple(spec.key for spec in VIEWS)
TOLD = tuple(key for key in KEYS if key != "agency")
"""The made-up story has no acts of force."""


def opened(qtbot: QtBot, qapp: QApplication, kept: QSettings, story: Session) -> MainWindow:
    appearance = Appearance(qapp, kept)
    appearance.apply()
    made = MainWindow(story, kept, appearance)
    story.setParent(made)
    qtbot.addWidget(made, before_close_func=lambda closing: closing.session.start_story())
    made.resize(1200, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, kept: QSettings) -> MainWindow:
    """A window on a story that is compared already."""
    return opened(qtbot, qapp, kept, session())


def shown(window: MainWindow, key: str) -> View:
    window.show_view(key)
    view = window.views.view
    assert view is not None
    return view


@pytest.mark.parametrize("key", KEYS)
def test_a_view_has_the_title_of_its_tab(window: MainWindow, key: str) -> None:
    view = shown(window, key)
    assert view.title == next(tr(spec.title) for spec in VIEWS if spec.key == key)


@pytest.mark.parametrize("key", TOLD)
def test_find_opens_a_field_with_the_words_and_finds_them(window: MainWindow, key: str) -> None:
    view = shown(window, key)
    assert view.begin_search("zzzz")
    fields = [f for f in view.findChildren(QLineEdit) if f.isVisibleTo(view) and f.text() == "zzzz"]
    assert len(fields) == 1
    if isinstance(view, ComparisonView):
        tables = [t for t in view.findChildren(DataTable) if t.isVisibleTo(view)]
        assert tables
        assert sum(t.model().rowCount() for t in tables) == 0
        view.begin_search("")
        view.searching.field.clear()
        assert sum(t.model().rowCount() for t in tables) > 0


@pytest.mark.parametrize("key", KEYS)
def test_zoom_makes_what_is_read_larger_and_as_large_as_before(window: MainWindow, key: str) -> None:
    view = shown(window, key)

    def points() -> float:
        return view.points if isinstance(view, ReadView) else view.font().pointSizeF()

    window.parts.zoom(0)
    before = points()
    window.parts.zoom(2)
    larger = points()
    window.parts.zoom(0)
    assert larger == before + 2
    assert points() == before


@pytest.mark.parametrize("key", TOLD)
def test_copy_puts_what_is_shown_on_the_clipboard(window: MainWindow, key: str) -> None:
    view = shown(window, key)
    mark = next(m for a in window.session.analyses.values() for m in a.marks)
    article = next(a.article for a in window.session.analyses.values() if mark in a.marks)
    window.session.select(Selection(Passage(article.id, mark.span)))
    if key == "find":
        view.field.setText("the")
        view.search()
    QGuiApplication.clipboard().clear()
    assert view.copy_selection()
    copied = QGuiApplication.clipboard().text()
    assert copied == mark.span.of(article.text) if key == "read" else "\t" in copied


@pytest.mark.parametrize("key", KEYS)
def test_what_is_set_in_a_view_survives_the_window(
    qtbot: QtBot, qapp: QApplication, kept: QSettings, window: MainWindow, key: str
) -> None:
    view = shown(window, key)
    changed(view, key)
    state = view.save_state()
    assert state
    assert json.loads(json.dumps(state)) == state
    window.views.save_state()
    again = shown(opened(qtbot, qapp, kept, session()), key)
    assert again is not view
    assert again.save_state() == state


def changed(view: View, key: str) -> None:
    """Set something in a view that is not as at first."""
    before = view.save_state()
    if key == "library":
        view.table.horizontalHeader().resizeSection(1, 333)
        view.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    elif key == "read":
        view.set_columns(view.column_ids[:1])
        view.zoom(3)
    elif key == "find":
        view.case.setChecked(True)
        view.sort.setCurrentIndex(2)
    else:
        for part in view.switches().values():
            if hasattr(part, "setCurrentIndex"):
                part.setCurrentIndex(part.count() - 1)
            else:
                part.show_table(True)
    assert view.save_state() != before


@pytest.mark.parametrize("key", KEYS)
def test_an_empty_story_is_said_to_be_one_and_what_to_do(
    qtbot: QtBot, qapp: QApplication, kept: QSettings, key: str
) -> None:
    view = shown(opened(qtbot, qapp, kept, Session()), key)
    assert "articles" in view.empty_words
    assert not view.copy_selection()
