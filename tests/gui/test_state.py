"""The state of a story: a value that nothing changes, and that undo goes back over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.messages import message
from analysis.model import Anchor, Decision, Passage, Span, Verdict
from gui import commands
from gui.session import Session
from gui.state import Selection, Story, StoryState

from .conftest import article, plain_analysis, plain_comparison
from .story import analyses

A, B, C = article("A"), article("B", "Other words."), article("C", "More words.")


def told(*articles: str) -> StoryState:
    """A state with these articles, analysed."""
    by_name = {"A": A, "B": B, "C": C}
    state = StoryState().with_story(Story().adding(by_name[name] for name in articles))
    return state.with_analyses(plain_analysis(one) for one in state.story.articles)


def test_a_state_is_another_value_after_a_change() -> None:
    before = told("A", "B")
    after = before.with_story(before.story.without(["A"]))
    assert set(before.raw) == {"A", "B"}
    assert set(after.raw) == {"B"}
    assert after.raw["B"] is before.raw["B"]
    with pytest.raises(FrozenInstanceError):
        before.resting = True  # type: ignore[misc]
    with pytest.raises(TypeError):
        before.raw["C"] = plain_analysis(C)  # type: ignore[index]


def test_what_was_found_follows_a_text_to_its_new_id() -> None:
    renamed = replace(A, id="A2", outlet="Another")
    before = replace(told("A", "B"), selection=Selection(Passage("A", Span(0, 4))))
    after = before.with_story(before.story.with_edited({"A": renamed}))
    assert after.story.scope == ("A2", "B")
    assert after.analyses["A2"].article == renamed
    assert after.analyses["A2"].document.tokens == before.analyses["A"].document.tokens
    assert after.selection == Selection(Passage("A2", Span(0, 4)))


def test_two_copies_of_a_text_keep_an_analysis_each() -> None:
    copies = [article("A"), article("B")]
    before = StoryState().with_story(Story().adding(copies)).with_analyses(map(plain_analysis, copies))
    edited = {one.id: replace(one, id=f"{one.id}2") for one in copies}
    after = before.with_story(before.story.with_edited(edited))
    assert {key: found.article.id for key, found in after.raw.items()} == {"A2": "A2", "B2": "B2"}


def test_an_article_with_other_words_has_to_be_analysed_anew() -> None:
    before = told("A")
    assert not before.with_story(before.story.with_edited({"A": article("A", "Not the same.")})).raw


def test_a_comparison_goes_with_one_of_its_articles_only() -> None:
    state = told("A", "B", "C")
    state = state.with_comparison(plain_comparison([state.raw["A"], state.raw["B"]]))
    assert state.with_story(state.story.without(["C"])).comparison is state.comparison
    assert state.with_story(state.story.without(["A"])).comparison is None


def test_failures_are_of_articles_without_an_analysis() -> None:
    state = told("A").with_story(told("A", "B").story)
    why = message("sources.evidence.typed")
    failed = state.with_failures({"A": why, "B": why, "gone": why})
    assert set(failed.failures) == {"B"}
    assert not failed.with_analyses([plain_analysis(B)]).failures
    assert not failed.with_story(failed.story.without(["B"])).failures


def test_only_analyses_with_other_decisions_are_made_anew() -> None:
    found = analyses()
    state = StoryState().with_story(Story().adding(a.article for a in found)).with_analyses(found)
    first = found[0]
    mark = first.marks[0]
    decision = Decision(
        Verdict.REJECT, first.article.text_sha256, mark.id, Anchor(mark.span.of(first.article.text), "", "")
    )
    after = state.with_story(replace(state.story, decisions=(decision,)))
    assert mark.id not in {m.id for m in after.analyses[first.article.id].marks}
    assert mark.id in {m.id for m in after.raw[first.article.id].marks}
    assert all(after.analyses[a.article.id] is state.analyses[a.article.id] for a in found[1:])


Step = Callable[[Session], None]
STEPS: dict[str, Step] = {
    "add": lambda s: void(commands.add_articles(s, [C, article(f"N{len(s.articles)}", f"New {len(s.articles)}.")])),
    "remove": lambda s: commands.remove_articles(s, [a.id for a in s.articles[:1]]),
    "edit": lambda s: commands.edit_details(s, [a.id for a in s.articles[-2:]], {"outlet": f"X{s.undo_stack.count()}"}),
    "scope": lambda s: commands.set_scope(s, [a.id for a in s.articles[1:]]),
    "name": lambda s: commands.set_title(s, f"Name {s.undo_stack.count()}"),
    "group": lambda s: commands.set_group_by(s, "kind" if s.settings.group_by == "outlet" else "outlet"),
    "undo": lambda s: s.undo_stack.undo(),
    "redo": lambda s: s.undo_stack.redo(),
}


def void(_: object) -> None:
    """Let a step give nothing back."""


@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=12))
def test_undo_leads_back_over_every_step_and_redo_forth_again(steps: list[str]) -> None:
    session = Session()
    session.add_articles([A, B])
    session.set_analyses([plain_analysis(A), plain_analysis(B)])
    first = session.state.story
    for step in steps:
        STEPS[step](session)
    last, found = session.state.story, set(session.analyses)
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert session.state.story == first
    assert set(session.analyses) == {"A", "B"}
    while session.undo_stack.index() < session.undo_stack.count():
        session.undo_stack.redo()
    if "undo" not in steps:
        assert session.state.story == last
        assert set(session.analyses) == found
    session.deleteLater()
