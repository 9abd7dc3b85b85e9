"""The session says what changed, once, and after everything has changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from analysis.model import Passage, Span, Verdict
from gui import commands
from gui.session import Session
from gui.state import Selection

from .conftest import article, plain_analysis, plain_comparison
from .story import analyses

SIGNALS = (
    "articles_changed", "analyses_changed", "comparison_changed", "selection_changed", "scope_changed",
    "kinds_changed", "decisions_changed", "story_changed",
)  # fmt: skip


def heard(session: Session, act: Callable[[], object]) -> list[str]:
    """The signals that `act` makes the session send."""
    found: list[str] = []
    links = [getattr(session, name).connect(lambda name=name: found.append(name)) for name in SIGNALS]
    act()
    for link in links:
        session.disconnect(link)
    return found


def full(session: Session) -> Session:
    """Three articles, analysed and compared."""
    session.add_articles([a.article for a in analyses()])
    for analysis in analyses():
        session.set_analysis(analysis)
    session.set_comparison(plain_comparison(analyses()))
    return session


def test_added_articles_enter_the_scope(session: Session) -> None:
    said = heard(session, lambda: session.add_articles([article("A"), article("B"), article("A")]))
    assert said == ["articles_changed", "scope_changed"]
    assert [a.id for a in session.articles] == ["A", "B"]
    assert session.scope == ("A", "B")
    assert heard(session, lambda: session.add_articles([article("B")])) == []


def test_removing_an_article_takes_everything_of_it_along(session: Session) -> None:
    full(session)
    gone = session.articles[0].id
    session.select(Selection(Passage(gone, Span(0, 4))))
    said = heard(session, lambda: commands.remove_articles(session, [gone]))
    assert sorted(said) == sorted(
        ["articles_changed", "analyses_changed", "scope_changed", "selection_changed", "comparison_changed"]
    )
    assert gone not in session.analyses
    assert gone not in session.scope
    assert session.selection is None
    assert session.comparison is None


def test_listeners_see_the_whole_change(session: Session) -> None:
    full(session)
    seen = []
    session.articles_changed.connect(lambda: seen.append((len(session.articles), len(session.analyses))))
    commands.remove_articles(session, [session.articles[0].id])
    assert seen == [(2, 2)]


def test_an_analysis_of_an_article_that_left_is_dropped(session: Session) -> None:
    assert heard(session, lambda: session.set_analysis(plain_analysis(article("A")))) == []
    assert not session.analyses


def test_an_edited_article_keeps_what_was_found(session: Session) -> None:
    full(session)
    old = session.articles[0]
    marks = session.analyses[old.id].marks
    new = commands.edited(old, {"outlet": "The New Gazette"})
    session.set_story(session.state.story.with_edited({old.id: new}))
    assert new.id != old.id
    assert session.analyses[new.id].marks == marks
    assert session.analyses[new.id].article.outlet == "The New Gazette"
    assert session.scope[0] == new.id


def test_a_rejected_mark_leaves_the_analysis_and_comes_back(session: Session) -> None:
    full(session)
    key = session.articles[0].id
    mark = session.analyses[key].marks[0].id
    said = heard(session, lambda: commands.reject(session, key, mark))
    assert sorted(said) == ["analyses_changed", "decisions_changed"]
    assert mark not in {m.id for m in session.analyses[key].marks}
    assert mark in {m.id for m in session.raw_analyses[key].marks}
    assert session.rejected(key) == {mark}
    session.undo_stack.undo()
    assert mark in {m.id for m in session.analyses[key].marks}
    session.undo_stack.redo()
    commands.unreject(session, key, mark)
    assert session.rejected(key) == frozenset()


def test_a_note_stands_beside_its_mark_and_can_be_taken_away(session: Session) -> None:
    full(session)
    key, mark = session.articles[0].id, session.analyses[session.articles[0].id].marks[0].id
    commands.note(session, key, mark, " whose word? ")
    assert session.note(key, mark) == "whose word?"
    assert [d.verdict for d in session.decisions] == [Verdict.NOTE]
    commands.note(session, key, mark, "the army's")
    assert session.note(key, mark) == "the army's"
    assert len(session.decisions) == 1
    commands.note(session, key, mark, "")
    assert session.note(key, mark) == ""


def test_removed_articles_come_back_in_their_places(session: Session) -> None:
    full(session)
    before, scope = session.articles, session.scope
    commands.remove_articles(session, [before[1].id])
    session.undo_stack.undo()
    assert session.articles == before
    assert session.scope == scope
    assert len(session.analyses) == 3


def test_adding_can_be_undone_and_redone_without_losing_the_analysis(session: Session) -> None:
    commands.add_articles(session, [article("A")])
    session.set_analysis(plain_analysis(article("A")))
    session.undo_stack.undo()
    assert not session.articles
    session.undo_stack.redo()
    assert "A" in session.analyses


def test_articles_of_the_users_own_replace_the_sample_story(session: Session) -> None:
    session.start_story("Sample", sample=True)
    session.add_articles([article("S")])
    commands.add_articles(session, [article("A")])
    assert [a.id for a in session.articles] == ["A"]
    assert not session.sample


def test_many_articles_get_one_outlet_at_once(session: Session) -> None:
    session.add_articles([article("A"), article("B", "Other words."), article("C", "More words.")])
    ids = [a.id for a in session.articles]
    commands.edit_details(session, ids[:2], {"outlet": "One Outlet"})
    assert [a.outlet for a in session.articles] == ["One Outlet", "One Outlet", "Outlet C"]
    session.undo_stack.undo()
    assert [a.outlet for a in session.articles] == ["Outlet A", "Outlet B", "Outlet C"]
    assert [a.id for a in session.articles] == ids


def test_what_a_user_writes_is_kept_as_texts_are_kept(session: Session) -> None:
    session.add_articles([article("A")])
    commands.edit_details(session, ["A"], {"outlet": "One\u202e  Outlet", "Region": "No\u200brth"})
    commands.set_title(session, "The \u202estory\x07")
    assert session.articles[0].outlet == "One Outlet"
    assert session.articles[0].columns == (("Region", "North"),)
    assert session.title == "The story"


def test_an_edit_that_changes_nothing_is_not_a_change(session: Session) -> None:
    session.add_articles([article("A")])
    before = session.undo_stack.count()
    commands.edit_details(session, ["A"], {})
    assert session.undo_stack.count() == before


def test_no_edit_makes_two_articles_the_same(session: Session) -> None:
    session.add_articles([article("A", outlet="X", title="T"), article("B", outlet="Y", title="T")])
    commands.edit_details(session, ["A", "B"], {"outlet": "Z"})
    assert [a.outlet for a in session.articles] == ["Z", "Y"]
    assert len({a.id for a in session.articles}) == 2


def test_kinds_are_switched_one_by_one(session: Session) -> None:
    assert heard(session, lambda: session.set_visible("sentiment", True)) == ["kinds_changed"]
    assert "sentiment" in session.visible
    assert heard(session, lambda: session.set_visible("sentiment", True)) == []
    with pytest.raises(ValueError, match="moods"):
        session.set_visible("moods", True)


def test_passages_are_opened_only_where_there_are_any(session: Session, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(session.passages_opened):
        session.open_passages(())
    with qtbot.waitSignal(session.passages_opened) as call:
        session.open_passages([Passage("A", Span(0, 1))])
    assert call.args == [(Passage("A", Span(0, 1)),)]


def test_a_story_is_called_as_the_user_says_else_by_what_its_headlines_share(session: Session) -> None:
    said: list[str] = []
    session.name_changed.connect(lambda: said.append(session.name))
    both = [article("A", title="Kalvora dam falls"), article("B", title="The dam at Kalvora")]
    session.add_articles(both)
    assert session.name == ""
    session.set_comparison(plain_comparison([plain_analysis(a) for a in both]))
    assert session.name == "Kalvora dam"
    commands.set_title(session, "My story")
    assert session.name == "My story"
    session.undo_stack.undo()
    assert session.name == "Kalvora dam"
    session.start_story()
    assert said == ["Kalvora dam", "My story", "Kalvora dam", ""]
