"""Pictures of every view: what hinders them is said, and nothing is waited for that will not come."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import analysis
from analysis.errors import SourceError
from analysis.messages import message
from analysis.sources import Reading
from gui.main_window import MainWindow
from gui.shots import FAILED, Photographer
from tests.patience import PROCESS_S

from .conftest import article

ROOT = Path(__file__).resolve().parents[2]


def failing(*_: object) -> None:
    raise SourceError(message("sources.empty"))


Act = Callable[[MainWindow, pytest.MonkeyPatch], None]


def analysis_fails(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "analyze", failing)
    window.session.add_articles([article("A")])


def comparison_fails(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "compare", failing)
    window.session.add_articles([article("A")])


def nothing_is_read(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.importer.read_paths(["nowhere.txt"])


def nothing_is_there(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "read", lambda *_: Reading((), ()))
    window.importer.read_paths(["empty"])


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (analysis_fails, "Outlet A could not be analysed: "),
        (comparison_fails, "There is no text"),
        (nothing_is_read, "nowhere.txt could not be read: There is no such file"),
        (nothing_is_there, "There are no articles in what was opened"),
    ],
)
def test_without_a_comparison_there_is_an_end(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, act: Act, said: str
) -> None:
    left: list[int] = []
    photographer = Photographer(window, tmp_path, left.append)
    act(window, monkeypatch)
    qtbot.waitUntil(lambda: bool(left))
    assert left == [FAILED]
    assert photographer.problem.startswith(said)
    assert not list(tmp_path.glob("*.png"))


def test_the_command_ends_with_one_sentence_and_says_that_it_failed(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "gui.shots", str(tmp_path), "nowhere.txt"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PROCESS_S, check=False)
    assert run.returncode == FAILED
    assert run.stderr.splitlines()[-1] == "No pictures: nowhere.txt could not be read: There is no such file or folder."
