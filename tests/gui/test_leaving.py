"""Quitting, a new story and the sample ask first where work would be lost, and only there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from analysis.messages import text as tr
from analysis.model import Anchor, Decision, Verdict
from gui import commands
from gui.dialogs.message import MessageBox
from gui.leaving import losses
from gui.main_window import MainWindow
from gui.session import Session

from .conftest import article, settle


def opened(session: Session) -> None:
    commands.add_articles(session, [article("A"), article("B", text="Other words stand here.")])


def pasted(session: Session) -> None:
    opened(session)
    commands.add_articles(session, [replace(article("C", text="Pasted words."), source=tr(commands.PASTED))])


def edited(session: Session) -> None:
    opened(session)
    commands.edit_details(session, [a.id for a in session.articles], {"byline": "Ada Venn"})


def edited_and_undone(session: Session) -> None:
    edited(session)
    session.undo_stack.undo()


def decided(session: Session) -> None:
    opened(session)
    decide(session, decision(Verdict.REJECT, "a"), decision(Verdict.NOTE, "b"), decision(Verdict.NOTE, "c"))


def decide(session: Session, *decisions: Decision) -> None:
    session.set_story(replace(session.state.story, decisions=decisions))


def decision(verdict: Verdict, mark: str) -> Decision:
    return Decision(verdict, "t", mark, Anchor("", "", ""), "n" if verdict is Verdict.NOTE else "")


def renamed(session: Session) -> None:
    opened(session)
    commands.set_title(session, "Marrow Ford")


def regrouped(session: Session) -> None:
    opened(session)
    commands.set_scope(session, ["A"])


def sample(session: Session) -> None:
    session.start_story("Sample", sample=True)
    session.add_articles([article("A")])
    decide(session, decision(Verdict.REJECT, "a"))


WORK = {
    pasted: ("1 pasted article",),
    edited: ("edited details of 2 articles",),
    decided: ("1 rejected mark", "2 notes"),
    renamed: ("the story's name",),
}
NO_WORK = (opened, edited_and_undone, regrouped, sample)


@pytest.mark.parametrize(("make", "what"), [*WORK.items(), *((make, ()) for make in NO_WORK)])
def test_only_what_stands_nowhere_else_would_be_lost(
    session: Session, make: Callable[[Session], None], what: tuple[str, ...]
) -> None:
    make(session)
    assert losses(session) == what


def question(window: MainWindow) -> MessageBox | None:
    return next((box for box in window.findChildren(MessageBox) if box.isVisible()), None)


def press(window: MainWindow, label: str) -> None:
    box = question(window)
    assert box is not None
    next(b for b in box.buttons() if b.text().replace("&", "") == label).click()


@pytest.mark.parametrize("make", WORK)
def test_quitting_names_what_would_be_lost(window: MainWindow, qtbot: QtBot, make: Callable[[Session], None]) -> None:
    make(window.session)
    settle(qtbot, window)
    assert not window.close()
    box = question(window)
    assert box is not None
    for what in WORK[make]:
        assert what in box.text()
    press(window, "Cancel")
    assert window.isVisible()
    window.close()
    press(window, "Quit anyway")
    assert not window.isVisible()


@pytest.mark.parametrize("make", NO_WORK)
def test_quitting_does_not_ask_where_nothing_would_be_lost(
    window: MainWindow, qtbot: QtBot, make: Callable[[Session], None]
) -> None:
    make(window.session)
    settle(qtbot, window)
    assert window.close()


@pytest.mark.parametrize("action", ["new", "close", "sample"])
def test_another_story_asks_before_it_takes_the_place_of_work(window: MainWindow, qtbot: QtBot, action: str) -> None:
    pasted(window.session)
    settle(qtbot, window)
    window.actions_table.actions[action].trigger()
    press(window, "Cancel")
    assert len(window.session.articles) == 3
    window.actions_table.actions[action].trigger()
    press(window, "Leave anyway")
    qtbot.waitUntil(lambda: len(window.session.articles) == (5 if action == "sample" else 0))
    assert losses(window.session) == ()


def test_the_question_offers_what_can_be_exported(window: MainWindow, qtbot: QtBot) -> None:
    pasted(window.session)
    settle(qtbot, window)
    window.close()
    press(window, "Export…")
    menu = window.actions_table.menus["file/export"]
    assert menu.isVisible()
    menu.close()
    assert window.isVisible()
    assert len(window.session.articles) == 3


@pytest.mark.parametrize(
    ("make", "said"), [(opened, "Nothing of this one would be lost."), (pasted, "export a report")]
)
def test_the_key_for_saving_says_what_is_kept(
    window: MainWindow, qtbot: QtBot, make: Callable[[Session], None], said: str
) -> None:
    make(window.session)
    settle(qtbot, window)
    window.actions_table.actions["save"].trigger()
    assert said in window.notices.label.words
