"""The program as its users run it: with the Reader, from files to the window and to every output."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from analysis.reading import reader
from gui.main_window import MainWindow
from gui.session import Session
from gui.theme import Appearance

from .outputs import Outputs, compare
from .story import write


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Outputs:
    """The story of three outlets, compared with the Reader; shared by all that only look at it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(reader.SWITCH, raising=False)
        if reader.available() is not None:
            pytest.skip("the Reader's model is not in resources/model")
        folder = tmp_path_factory.mktemp("told")
        return compare(folder / "out", write(folder / "in", "txt"))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> MainWindow:
    """The program's window with nothing in it; whatever is in it at the end is left without a question."""
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = MainWindow(Session(), kept, Appearance(qapp, kept))
    made.session.setParent(made)
    qtbot.addWidget(made, before_close_func=lambda closing: closing.session.start_story())
    made.resize(1280, 800)
    made.start("library")
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> Callable[..., MainWindow]:
    """Open paths in the window as Open does, and wait until they are compared."""

    def open_(*paths: str) -> MainWindow:
        with qtbot.waitSignal(window.pipeline.settled):
            window.importer.read_paths(list(paths))
        return window

    return open_
