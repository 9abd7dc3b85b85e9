"""The panels left and right: which gives way first, that they come back, and what a later start brings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QByteArray, QPoint, QSettings, Qt
from pytestqt.qtbot import QtBot

from gui.docks import WIDTHS, Docks, Wish, shared
from gui.main_window import MainWindow

BOTH = (Wish(270, 200), Wish(220, 140))
"""The explanations, which give way first, and the list."""


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (2000, (270, 220)),
        (490, (270, 220)),
        (450, (230, 220)),
        (420, (200, 220)),
        (380, (200, 180)),
        (340, (200, 140)),
        (339, (None, 220)),
        (180, (None, 180)),
        (139, (None, None)),
        (-50, (None, None)),
    ],
)
def test_the_first_panel_gives_way_first(room: int, widths: tuple[int | None, ...]) -> None:
    assert shared(room, BOTH) == widths


def widths(window: MainWindow) -> dict[str, int]:
    return {key: dock.width() for key, dock in window.docks.items() if dock.isVisible()}


def resized(qtbot: QtBot, window: MainWindow, width: int, height: int = 700) -> dict[str, int]:
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.width() == width)
    placed = {key: given for key, given in window.panels._placed.items() if given is not None}
    qtbot.waitUntil(lambda: widths(window) == placed)
    return placed


@contextmanager
def larger_letters(qtbot: QtBot, window: MainWindow, steps: int) -> Iterator[None]:
    before = window.fontMetrics().height()
    window.appearance.zoom(steps)
    qtbot.waitUntil(lambda: window.fontMetrics().height() > before)
    try:
        yield
    finally:
        window.appearance.zoom(0)
        qtbot.waitUntil(lambda: window.fontMetrics().height() == before)


@pytest.fixture
def read(window: MainWindow) -> MainWindow:
    window.start("read")
    return window


def test_the_panels_come_back_when_there_is_room_again(read: MainWindow, qtbot: QtBot) -> None:
    before = resized(qtbot, read, 1600)
    assert set(before) == {"shelf", "inspector"}
    for width in (1024, 900, 700, 640):
        resized(qtbot, read, width)
    assert widths(read) != before
    assert resized(qtbot, read, 1600) == before


def test_nothing_is_crushed_on_the_way(read: MainWindow, qtbot: QtBot) -> None:
    for width in range(1400, 639, -40):
        for key, given in resized(qtbot, read, width).items():
            assert given >= read.panels._wish(key).least
        assert read.views.width() > 200


def test_both_panels_stand_beside_the_view_at_1024(read: MainWindow, qtbot: QtBot) -> None:
    assert set(resized(qtbot, read, 1024)) == {"shelf", "inspector"}


def test_a_panel_that_gave_way_is_shown_when_it_is_asked_for(read: MainWindow, qtbot: QtBot) -> None:
    with larger_letters(qtbot, read, 8):
        assert "inspector" not in resized(qtbot, read, 700)
        read.panels.toggle("inspector")
        assert "inspector" in resized(qtbot, read, 701)
        read.panels.toggle("inspector")
        assert "inspector" not in resized(qtbot, read, 1600)


def test_a_dragged_width_is_kept_and_comes_back(
    read: MainWindow, qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    before = resized(qtbot, read, 1600)["shelf"]
    line = QPoint(read.docks["shelf"].geometry().right() + 2, 400)
    qtbot.mousePress(read, Qt.MouseButton.LeftButton, pos=line)
    qtbot.mouseMove(read, line + QPoint(40, 0))
    qtbot.mouseMove(read, line + QPoint(60, 0))
    qtbot.waitUntil(lambda: widths(read)["shelf"] > before + 20)
    qtbot.mouseRelease(read, Qt.MouseButton.LeftButton, pos=line + QPoint(60, 0))
    dragged = widths(read)["shelf"]
    assert dragged > before + 20
    resized(qtbot, read, 700)
    read.close()  # while it is narrow
    again = open_window()
    again.start("read")
    assert resized(qtbot, again, 1600)["shelf"] == dragged


def test_a_crushed_arrangement_of_an_earlier_version_is_not_restored(
    kept: QSettings, open_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    kept.setValue("state", QByteArray(b"\x00\x00\x00\xff crushed"))
    kept.setValue(WIDTHS, "shelf=3 inspector=-1 other=9 shelf=x")
    window = open_window()
    window.start("read")
    for key, given in resized(qtbot, window, 1600).items():
        assert given >= window.panels._wish(key).least > 100


def test_the_layout_is_reset(read: MainWindow, qtbot: QtBot, kept: QSettings) -> None:
    first = read.size()
    usual = resized(qtbot, read, first.width(), first.height())
    read.panels.toggle("shelf")
    read.panels._own["inspector"] = 400
    kept.setValue("geometry", QByteArray(b"x"))
    resized(qtbot, read, 700)
    read.actions_table.actions["layout"].trigger()
    qtbot.waitUntil(lambda: read.size() == first)
    qtbot.waitUntil(lambda: widths(read) == usual)
    assert kept.value("geometry") is None


def test_the_panels_grow_with_the_letters(read: MainWindow, qtbot: QtBot) -> None:
    before = resized(qtbot, read, 1600)
    with larger_letters(qtbot, read, 5):
        after = resized(qtbot, read, 1601)
    assert all(after[key] > before[key] for key in before)


def test_widths_that_the_user_chose_are_what_is_saved(read: MainWindow, qtbot: QtBot, kept: QSettings) -> None:
    docks: Docks = read.panels
    docks._own = {"shelf": 300}
    resized(qtbot, read, 660)
    docks.save()
    assert kept.value(WIDTHS) == "shelf=300"
