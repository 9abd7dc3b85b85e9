"""What window tests share: a session, a whole window on settings of its own, and an engine that answers at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

import analysis
from analysis.model import Article, ArticleAnalysis, Comparison, Decision, Document, Group, Provenance, Span, Token
from analysis.progress import Report, silent
from analysis.settings import CompareSettings
from gui.main_window import MainWindow
from gui.session import Session
from gui.theme import Appearance


def article(name: str = "A", text: str = "Some words stand here.", **details: object) -> Article:
    """An article whose id is its name."""
    values = {"outlet": f"Outlet {name}", "title": f"Title {name}", "published": "2031-05-14", **details}
    return Article(
        id=name, text=text, sections=(), source=f"{name}.txt", sha256="s", text_sha256=f"sha of {text}", **values
    )


def plain_analysis(given: Article, report: Report = silent) -> ArticleAnalysis:
    """An analysis that found words and nothing else."""
    tokens = tuple(Token(Span(*m.span()), m[0], True) for m in re.finditer(r"\w+", given.text))
    return ArticleAnalysis(Document(given, (), (), tokens, (), (), (), ()), (), ())


def plain_comparison(
    given: Sequence[ArticleAnalysis],
    settings: CompareSettings = CompareSettings(),
    decisions: Sequence[Decision] = (),
    report: Report = silent,
) -> Comparison:
    """A comparison with its groups and nothing else."""
    by_label: dict[str, list[ArticleAnalysis]] = {}
    for found in given:
        by_label.setdefault(found.article.label, []).append(found)
    groups = tuple(
        Group(label, label, tuple(a.article.id for a in many), sum(a.document.words for a in many))
        for label, many in by_label.items()
    )
    none = Provenance("test", (), None, (), (), tuple(decisions))
    return Comparison(settings.title, tuple(given), groups, *[()] * 9, none)


@pytest.fixture
def session() -> Iterator[Session]:
    made = Session()
    yield made
    made.deleteLater()


@pytest.fixture
def plain_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Analyse and compare at once, finding nothing but words."""
    monkeypatch.setattr(analysis, "analyze", plain_analysis)
    monkeypatch.setattr(analysis, "compare", plain_comparison)


@pytest.fixture
def kept(tmp_path: Path) -> QSettings:
    """Settings that nobody else sees."""
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def open_window(qtbot: QtBot, qapp: object, kept: QSettings, plain_engine: None) -> Callable[[], MainWindow]:
    """Open a window on the Library; it is closed after the test."""

    def opened() -> MainWindow:
        window = MainWindow(Session(), kept, Appearance(qapp, kept))
        window.session.setParent(window)
        qtbot.addWidget(window, before_close_func=lambda closing: closing.session.start_story())  # nothing to ask about
        window.start("library")
        with qtbot.waitExposed(window):
            window.show()
        return window

    return opened


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    return open_window()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until everything is analysed and compared."""
    qtbot.waitUntil(lambda: not window.pipeline.busy)
