"""Every word of the window itself comes from the catalogue of the language, when it is shown."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

import analysis.messages
from gui import commands
from gui.dialogs.help import keys_page
from gui.dialogs.imported import ImportedFiles
from gui.main_window import MainWindow
from gui.views import VIEWS

from .conftest import article, settle
from .walking import Walk

MARK = "⟪"
OTHERS = {"Close"}
"""What Qt's own catalogue translates."""


class Marking(gettext.NullTranslations):
    """A language in which every sentence begins with a mark."""

    def gettext(self, message: str) -> str:
        return f"{MARK}{message}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{MARK}{msgid1 if n == 1 else msgid2}"


@pytest.fixture
def translated(monkeypatch: pytest.MonkeyPatch, open_window: Callable[[], MainWindow]) -> MainWindow:
    """A window opened in that language, long after its modules were imported."""
    monkeypatch.setattr(analysis.messages, "_catalogue", lambda language: Marking())
    return open_window()


def untranslated(seen: set[str]) -> list[str]:
    """Return what has words and no mark."""
    return sorted(words for words in seen if re.search("[A-Za-z]{3}", words) and MARK not in words)


@pytest.mark.parametrize("key", [spec.key for spec in VIEWS])
def test_every_word_of_an_empty_window_is_translated(translated: MainWindow, key: str) -> None:
    translated.show_view(key)
    walk = Walk()
    walk.look(translated)
    assert untranslated(walk.seen) == []


def test_kinds_columns_and_reasons_are_translated(translated: MainWindow, qtbot: QtBot) -> None:
    commands.add_articles(translated.session, [article("A")])
    settle(qtbot, translated)
    library = translated.views.view
    shown = {str(library.model.index(0, column).data()) for column in range(library.model.columnCount())}
    assert f"{MARK}news" in shown
    assert f"{MARK}whole" in shown
    walk = Walk()
    walk.look(ImportedFiles(translated.session, translated))
    assert untranslated(walk.seen - OTHERS) == []


def test_the_page_of_keys_is_translated(translated: MainWindow) -> None:
    page = keys_page(translated.actions_table.keys_by_menu())
    assert untranslated(set(re.findall(r"</b></td><td>([^<]+)", page))) == []
