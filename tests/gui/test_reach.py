"""Nothing is out of reach: what is used of every view and dialog, in small windows and in large letters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from analysis.model import Passage
from gui.main_window import MainWindow
from gui.state import Selection
from gui.theme import Appearance
from gui.views import VIEWS
from gui.widgets.chart import ChartBox
from gui.widgets.inspector_parts import heading, quotation
from gui.widgets.labels import EmptyState, Keycap
from gui.widgets.mark_toggles import MarkToggles
from gui.widgets.view_area import ViewArea
from tests.patience import handled

from .story import session
from .test_dialog_keys import KINDS

SIZES = ((1024, 700), (1366, 768))
LETTERS = (100, 150, 200)
"""Per cent of the system's letters."""
USED = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTabBar)
"""What is clicked or typed into."""
FRAME = QSize(24, 56)
"""What a window's frame and a panel may take of the screen."""


def used(root: QWidget) -> Iterator[QWidget]:
    """Yield what is shown of `root` and can be used, without the insides of other widgets."""
    for widget in root.findChildren(QWidget):
        inside = isinstance(widget.parentWidget(), QComboBox | QLineEdit | QTabBar | QAbstractItemView)
        if isinstance(widget, USED) and widget.isVisible() and not inside and widget.window() is root:
            yield widget


def out_of_reach(widget: QWidget, window: QWidget) -> str:
    """Return why a widget cannot be used in full, "" where it can: it is cut off, or nothing scrolls to it."""
    name = f"{type(widget).__name__} “{widget.accessibleName() or getattr(widget, 'text', str)()}”"
    if isinstance(widget, QAbstractButton) and widget.width() < widget.minimumSizeHint().width():
        return f"{name} is {widget.width()} wide and needs {widget.minimumSizeHint().width()}"
    if min(widget.width(), widget.height()) < 8:
        return f"{name} is crushed to {widget.width()} by {widget.height()}"
    node, rect = widget, widget.rect()
    while node is not window:
        parent = node.parentWidget()
        assert parent is not None
        area = parent.parentWidget()
        rect = rect.translated(node.pos())
        if isinstance(area, QScrollArea) and parent is area.viewport():
            off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if area.horizontalScrollBarPolicy() == off and node.width() > parent.width():
                return f"{name} stands in an area that does not scroll so far"
            rect = QRect(parent.rect())  # whatever place of it is wanted, it is scrolled there
        elif not parent.rect().contains(rect):
            return f"{name} is cut off by {type(parent).__name__}: {rect} in {parent.rect()}"
        node = parent
    return ""


def problems(root: QWidget) -> list[str]:
    return [why for widget in used(root) if (why := out_of_reach(widget, root))]


@pytest.fixture(params=LETTERS)
def letters(request: pytest.FixtureRequest, qapp: QApplication, kept: QSettings) -> Iterator[Appearance]:
    """The look with letters of so many per cent."""
    font = qapp.font()
    appearance = Appearance(qapp, kept)
    kept.setValue("text_size", round(appearance.text_size * request.param / 100))
    appearance = Appearance(qapp, kept)
    appearance.apply()
    yield appearance
    qapp.setFont(font)
    qapp.setStyleSheet("")


@pytest.fixture
def window(qtbot: QtBot, kept: QSettings, letters: Appearance) -> MainWindow:
    story = session()
    made = MainWindow(story, kept, letters)
    story.setParent(made)
    qtbot.addWidget(made, before_close_func=lambda closing: closing.session.start_story())
    made.resize(*SIZES[0])
    made.start("read")
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_everything_in_every_view_is_within_reach(window: MainWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    window.resize(*size)
    found = {}
    for spec in VIEWS:
        window.show_view(spec.key)
        handled(qtbot)
        assert (window.width(), window.height()) == size
        found[spec.key] = problems(window)
    assert not {key: why for key, why in found.items() if why}


def test_the_window_itself_fits_a_small_screen(window: MainWindow, qtbot: QtBot) -> None:
    for spec in VIEWS:  # also when every view has been made
        window.show_view(spec.key)
        handled(qtbot)
        least = window.minimumSizeHint()
        assert least.width() <= SIZES[0][0]
        assert least.height() <= SIZES[0][1]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("screen", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.usefixtures("letters")
def test_everything_in_every_dialog_is_within_reach(
    name: str, screen: tuple[int, int], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    available = QSize(*screen)
    monkeypatch.setattr(QScreen, "availableSize", lambda _: available)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog: QDialog = KINDS[name].make(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    with qtbot.waitExposed(dialog):
        dialog.show()
    handled(qtbot)
    room = available - FRAME
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    assert problems(dialog) == []
    dialog.done(0)


def test_the_switches_of_marks_wrap_where_they_do_not_fit(window: MainWindow, qtbot: QtBot) -> None:
    toggles = window.views.view.findChild(MarkToggles)
    window.resize(*SIZES[0])
    handled(qtbot)
    shown = [pair for pair in toggles._pairs.values() if pair.isVisible()]
    assert len(shown) > 3
    assert all(toggles.rect().contains(pair.geometry()) for pair in shown)
    rows = {pair.geometry().center().y() for pair in shown}
    assert (len(rows) > 1) == (toggles.sizeHint().width() > toggles.width())


def test_explanations_keep_to_the_room_of_their_panel(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(700, 700)
    inspector = window.docks["inspector"].widget()
    if not inspector.isVisible():
        window.panels.toggle("inspector")
    for article, analysis in window.session.analyses.items():
        for mark in analysis.marks:
            window.session.select(Selection(Passage(article, mark.span), mark.id, mark.attribution))
            handled(qtbot)
            assert inspector.widget().width() <= inspector.viewport().width(), mark.kind


def test_no_view_scrolls_sideways_in_a_small_window(window: MainWindow, qtbot: QtBot, letters: Appearance) -> None:
    for spec in VIEWS:
        window.show_view(spec.key)
        handled(qtbot)
        area = window.views.view.parentWidget().parentWidget()
        assert isinstance(area, ViewArea)
        assert window.views.view.minimumSizeHint().width() <= area.width(), spec.key


def test_letters_keep_their_proportion_when_the_window_gets_larger_ones(qtbot: QtBot, letters: Appearance) -> None:
    empty = EmptyState("Nothing", "Open a file.")
    alone = (Keycap("F"), heading("Here"), quotation("slammed"))
    for part in (*alone, empty):
        qtbot.addWidget(part)
    parts = (*alone, empty._heading)
    before = [part.font().pointSizeF() / letters.text_size for part in parts]
    letters.zoom(4)
    for part in parts:  # Qt tells widgets of the program's new letters only once its own loop runs
        QApplication.sendEvent(part, QEvent(QEvent.Type.StyleChange))
    assert [part.font().pointSizeF() / letters.text_size for part in parts] == pytest.approx(before, rel=0.02)


def test_articles_keep_most_of_a_small_window(window: MainWindow, qtbot: QtBot, letters: Appearance) -> None:
    handled(qtbot)
    read = window.views.view
    assert all(column.text.height() > 0.38 * read.height() for column in read.columns)


def test_the_right_end_of_every_chart_can_be_scrolled_to(window: MainWindow, qtbot: QtBot) -> None:
    for key in ("naming", "sources", "sentiment", "words"):
        window.show_view(key)
        handled(qtbot)
        boxes = [box for box in window.views.view.findChildren(ChartBox) if box.canvas.isVisible()]
        assert boxes
        for box in boxes:
            qtbot.waitUntil(lambda box=box: box.canvas.scene.width <= box.canvas.width())  # type: ignore[misc]


def test_rows_grow_with_the_letters(window: MainWindow, qtbot: QtBot, letters: Appearance) -> None:
    library, coverage = window.views.show_view("library"), window.views.show_view("coverage")
    letters.zoom(6)
    handled(qtbot)
    window.show_view("library")
    handled(qtbot)
    assert library.table.rowHeight(0) > library.table.fontMetrics().height()
    window.show_view("coverage")
    handled(qtbot)
    assert coverage.frozen.rowHeight(0) == coverage.table.rowHeight(0) > coverage.table.fontMetrics().height()
