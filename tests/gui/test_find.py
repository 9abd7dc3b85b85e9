"""Find: a concordance with its switches, sorts and failures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.views.find import FindView
from gui.widgets import concordance
from gui.widgets.concordance import CONTEXT, BadPattern, Query, ordered, search

from .conftest import article
from .story import session

TEXT = "The army's men freed it. Freed?  No: re-freed, un\nfreed. The army’s free men."


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        (Query("freed"), ["freed", "Freed", "freed", "freed"]),
        (Query("freed", case=True), ["freed", "freed", "freed"]),
        (Query("free"), ["free"]),
        (Query("free", whole=False), ["free", "Free", "free", "free", "free"]),
        (Query("the army's"), ["The army's", "The army’s"]),
        (Query("un freed"), ["un freed"]),
        (Query("fr(e+)d", regex=True), ["freed", "Freed", "freed", "freed"]),
        (Query("x*", regex=True), []),
        (Query("fr.ed"), []),
        (Query("   "), []),
    ],
)
def test_search_finds(query: Query, hits: list[str]) -> None:
    assert [line.hit for line in search([article(text=TEXT)], query)] == hits


def test_spans_are_code_points_of_the_article() -> None:
    given = article(text="A 🌷 for the army.")
    (line,) = search([given], Query("army"))
    assert line.span.of(given.text) == "army"
    assert (line.left, line.right) == ("A 🌷 for the ", ".")


def test_context_is_cut_between_words() -> None:
    given = article(text=" ".join(f"word{i:03}" for i in range(100)))
    (line,) = search([given], Query("word050"))
    for words in (line.left, line.right):
        assert 90 < len(words) <= CONTEXT
        assert all(len(word) == 7 for word in words.split())


@pytest.mark.parametrize("words", ["(", "[a", "*", "(?P<a"])
def test_bad_pattern_is_one_sentence(words: str) -> None:
    with pytest.raises(BadPattern, match="not a regular expression"):
        search([article(text=TEXT)], Query(words, regex=True))


def test_pattern_that_never_ends_is_stopped_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concordance, "PATIENCE_S", 0.05)
    with pytest.raises(BadPattern, match=r"takes longer than 0\.05 s"):
        search([article(text="a" * 4000 + "b")], Query("(a|aa)+(a|aa)+c$", whole=False, regex=True))


def test_sorts_follow_the_words_beside_the_hit() -> None:
    lines = search([article(text="b x c. a x d. c x a.")], Query("x"))
    assert [line.left[-2] for line in ordered(lines, "left")] == ["a", "b", "c"]
    assert [line.right[1] for line in ordered(lines, "right")] == ["a", "c", "d"]
    assert ordered(lines, "place") == lines


@pytest.fixture
def find(qtbot: QtBot) -> FindView:
    view = FindView(session())
    qtbot.addWidget(view)
    view.show()
    return view


def test_return_searches_and_takes_the_keyboard_to_the_hits(find: FindView, qtbot: QtBot) -> None:
    qtbot.keyClicks(find.field, "bridge")
    qtbot.keyClick(find.field, Qt.Key.Key_Return)
    assert find.count.text() == "4 hits in 3 of 3 articles"
    assert len(find.lines) == 4
    with qtbot.waitSignal(find.session.passages_opened) as opened:
        qtbot.keyClick(find.table, Qt.Key.Key_Return)
    assert opened.args[0] == (find.lines[0].passage,)


def test_typing_searches_by_itself(find: FindView, qtbot: QtBot) -> None:
    qtbot.keyClicks(find.field, "soldiers")
    qtbot.waitUntil(lambda: len(find.lines) == 2)


def test_bad_regex_is_said_beside_the_field(find: FindView) -> None:
    find.regex.setChecked(True)
    find.field.setText("(")
    find.search()
    assert find.count.text().startswith("This is not a regular expression")
    assert find.lines == ()


def test_hits_are_copied_as_tsv(find: FindView) -> None:
    find.field.setText("bridge")
    find.search()
    find.table.selectAll()
    assert find.copy_selection()
    copied = QApplication.clipboard().text().splitlines()
    assert copied[0] == "Outlet\tBefore\tHit\tAfter"
    assert len(copied) == 5


def test_nothing_found_says_what_to_try(find: FindView) -> None:
    find.field.setText("zeppelin")
    find.search()
    assert "Whole words" in find.empty_words


def test_without_articles_the_view_says_what_to_do(qtbot: QtBot) -> None:
    view = FindView(Session())
    qtbot.addWidget(view)
    assert "Ctrl+O" in view.empty_words
