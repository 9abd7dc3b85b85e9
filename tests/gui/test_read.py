"""Read: columns, the walk, what a click selects, what corresponds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from analysis.messages import message, render
from analysis.model import ArticleKind, MarkKind, Passage, Span
from gui import commands
from gui.dialogs.note import NoteDialog
from gui.gallery import dense_read
from gui.paint.marks import Shape
from gui.session import Session
from gui.state import Selection, Story
from gui.views.read import ReadView
from gui.widgets.article_column import ArticleColumn
from gui.widgets.scope_chip import ColumnsDialog

from .story import session

EMOJI = "🌷"


@pytest.fixture
def story() -> Session:
    return session()


@pytest.fixture
def read(qtbot: QtBot, story: Session) -> ReadView:
    view = ReadView(story)
    qtbot.addWidget(view)
    view.resize(1100, 560)
    with qtbot.waitExposed(view):
        view.show()
    return view


def column(read: ReadView, outlet: str) -> ArticleColumn:
    return next(c for c in read.columns if c.analysis is not None and c.analysis.article.outlet == outlet)


def mark_of(column: ArticleColumn, term: str, number: int = 0) -> tuple[str, Span]:
    assert column.analysis is not None
    text = column.analysis.document.text
    found = [m for m in column.analysis.of_kind(MarkKind.FRAMING) if m.span.of(text) == term]
    return found[number].id, found[number].span


def middle_of(column: ArticleColumn, span: Span) -> QPoint:
    rect = column.text._rects(span)[0]
    return (rect.center() - column.text._scroll()).toPoint()


def test_one_column_per_outlet_opens_by_itself(read: ReadView, story: Session) -> None:
    assert [story.article(key).outlet for key in read.column_ids] == ["Gazette", "Harbour Wire", "The Lantern"]


def test_emoji_does_not_shift_marks(read: ReadView) -> None:
    gazette = column(read, "Gazette")
    assert gazette.analysis is not None
    assert EMOJI in gazette.analysis.document.text
    _, span = mark_of(gazette, "terrorists")
    assert span.start > gazette.analysis.document.text.index(EMOJI)
    cursor = gazette.text.textCursor()
    start, length = gazette.text.offsets.span_to_qt(span)
    cursor.setPosition(start)
    cursor.setPosition(start + length, cursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "terrorists"
    assert gazette.text.offset_at(middle_of(gazette, span)) in range(span.start, span.end)


def test_click_on_a_mark_selects_it(read: ReadView, story: Session, qtbot: QtBot) -> None:
    gazette = column(read, "Gazette")
    mark, span = mark_of(gazette, "liberated", 1)
    with qtbot.waitSignal(story.selection_changed):
        qtbot.mouseClick(gazette.text.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(gazette, span))
    assert story.selection == Selection(Passage(gazette.article_id, span), mark, 0)


def test_the_head_of_a_column_says_another_kind_and_that_a_text_is_incomplete(read: ReadView, story: Session) -> None:
    gazette = column(read, "Gazette")
    analysis = story.analyses[gazette.article_id]
    article = replace(analysis.article, kind=ArticleKind.OPINION, complete=False)
    stub = replace(analysis, document=replace(analysis.document, article=article))
    assert "opinion" not in gazette._facts.words
    gazette.show_analysis(stub, None)
    assert gazette._facts.words.endswith("opinion · incomplete")


def test_the_head_of_a_column_has_a_sign_where_the_import_noted_something(read: ReadView, story: Session) -> None:
    shown = column(read, "Gazette")
    assert not shown.sign.isVisible()
    doubt = message("sources.cut_off")
    analysis = story.analyses[shown.article_id]
    noted = replace(analysis.document.article, notes=(doubt,))
    shown.show_analysis(replace(analysis, document=replace(analysis.document, article=noted)), None)
    assert shown.sign.isVisible()
    assert render(doubt) in shown.sign.accessibleName()
    assert shown.sign.toolTip()


def test_selected_mark_is_said_to_screen_readers_and_return_selects_at_the_caret(
    read: ReadView, story: Session, qtbot: QtBot
) -> None:
    gazette = column(read, "Gazette")
    mark, span = mark_of(gazette, "terrorists")
    chosen = Selection(Passage(gazette.article_id, span), mark, None)
    story.select(chosen)
    assert gazette.text.accessibleDescription().startswith("terrorists. outlet's own words.")
    story.select(None)
    qtbot.keyClick(gazette.text, Qt.Key.Key_Return)
    assert story.selection == chosen


def test_click_on_a_sentence_selects_its_sentiment(read: ReadView, story: Session, qtbot: QtBot) -> None:
    lantern = column(read, "The Lantern")
    assert lantern.analysis is not None
    start = lantern.analysis.document.text.index("left over the old bridge")
    with qtbot.waitSignal(story.selection_changed):
        spot = middle_of(lantern, Span(start, start + 4))
        qtbot.mouseClick(lantern.text.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert story.selection is not None
    assert story.selection.mark is not None
    assert story.selection.mark.startswith("sentiment:")


def test_click_on_a_bar_selects_its_attribution(read: ReadView, story: Session, qtbot: QtBot) -> None:
    wire = column(read, "Harbour Wire")
    assert wire.analysis is not None
    part = wire.analysis.document.attributions[2].content[0]
    spot = QPoint(int(wire.text._left_edge()) - 12, middle_of(wire, part).y())
    with qtbot.waitSignal(story.selection_changed):
        qtbot.mouseClick(wire.text.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert story.selection == Selection(Passage(wire.article_id, part), None, 2)


def test_walk_goes_round_and_says_so(read: ReadView, story: Session, qtbot: QtBot) -> None:
    read.columns[0].text.setFocus()
    count = read.columns[0].place(story.visible)[1]
    seen = []
    for _ in range(count):
        qtbot.keyClick(read.columns[0].text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        seen.append(story.selection)
    assert len(set(seen)) == count
    name = read._name_of(read.columns[0].article_id)
    assert read._place.words == f"mark {count} of {count} in {name}"
    qtbot.keyClick(read.columns[0].text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert story.selection == seen[0]
    assert read._place.words == f"back at the first: mark 1 of {count} in {name}"
    qtbot.keyClick(read.columns[0].text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert story.selection == seen[-1]


def test_the_count_of_marks_names_its_column(read: ReadView, story: Session) -> None:
    for one in read.columns:
        one.focused.emit(one.article_id)
        outlet = story.article(one.article_id).outlet
        assert read._place.words == f"{one.place(story.visible)[1]} marks in {outlet}"


def test_two_articles_of_one_outlet_are_told_apart_by_their_titles(read: ReadView, story: Session) -> None:
    first, second = read.column_ids[:2]
    commands.edit_details(story, [second], {"outlet": story.article(first).outlet})
    read.columns[0].focused.emit(first)
    assert read._place.words.endswith(f"in {story.article(first).outlet}, “{story.article(first).title}”")


def test_alt_page_keys_change_the_column(read: ReadView, qtbot: QtBot) -> None:
    read.columns[0].text.setFocus()
    qtbot.keyClick(read.columns[0].text, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert read.current_column is read.columns[1]
    assert QApplication.focusWidget() in (read.columns[1].text, None)
    read.previous_column()
    read.previous_column()
    assert read.current_column is read.columns[2]


@pytest.mark.parametrize(("key", "kind"), [("F", "framing"), ("Q", "quotes"), ("S", "sentiment")])
def test_letter_switches_a_kind(read: ReadView, story: Session, qtbot: QtBot, key: str, kind: str) -> None:
    read.columns[0].text.setFocus()
    before = kind in story.visible
    qtbot.keyClick(read.columns[0].text, key.lower())
    assert (kind in story.visible) is not before
    assert (kind in read.columns[2].text.layers) is not before
    assert read.toggles.box(kind).isChecked() is not before


def test_hidden_marks_take_no_click(read: ReadView, story: Session) -> None:
    gazette = column(read, "Gazette")
    _, span = mark_of(gazette, "terrorists")
    assert gazette.text.hit(middle_of(gazette, span)).kind == "framing"
    story.set_visible("framing", False)
    story.set_visible("quotes", False)
    assert gazette.text.hit(middle_of(gazette, span)) is None


def test_counts_stand_on_the_switches_and_follow_a_rejection(read: ReadView, story: Session) -> None:
    gazette = column(read, "Gazette")
    mark, _ = mark_of(gazette, "terrorists")
    before = int(read.toggles.box("framing").text().split()[-1])
    commands.reject(story, gazette.article_id, mark)
    assert int(read.toggles.box("framing").text().split()[-1]) == before - 1
    story.undo_stack.undo()
    assert int(read.toggles.box("framing").text().split()[-1]) == before


def test_rejected_mark_is_struck_through_and_can_still_be_chosen(read: ReadView, story: Session, qtbot: QtBot) -> None:
    gazette = column(read, "Gazette")
    mark, span = mark_of(gazette, "terrorists")
    commands.reject(story, gazette.article_id, mark)
    struck = gazette.text.hit(middle_of(gazette, span))
    assert (struck.shape, struck.mark) == (Shape.STRUCK, mark)
    qtbot.mouseClick(gazette.text.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(gazette, span))
    assert story.selection.mark == mark
    story.undo_stack.undo()
    assert gazette.text.hit(middle_of(gazette, span)).shape is Shape.FILL


def test_whole_articles_open_without_passages(read: ReadView, story: Session) -> None:
    gone = read.column_ids[2]
    read.set_columns(read.column_ids[:2])
    story.open_passages((Passage(gone, Span(0, 0)),))
    assert gone in read.column_ids
    assert read.current_column.article_id == gone
    assert read.passages.isHidden()


def test_another_article_takes_the_place_of_one(read: ReadView, qtbot: QtBot) -> None:
    one, two, three = read.column_ids
    read.set_columns([one, two])
    column = read.columns[0]
    column._list_others()
    assert [a.text() for a in column._others.actions()] == ["Harbour Wire", "The Lantern"]
    column._others.actions()[1].trigger()
    assert read.column_ids == (three, two)
    read.columns[1].swap_requested.emit(two, three)
    assert read.column_ids == (two, three)


def test_pointer_lights_the_counterparts(read: ReadView) -> None:
    gazette, wire, lantern = read.columns
    offset = gazette.analysis.document.text.index("The terrorists")
    gazette.text.hovered.emit(offset)
    assert [s.of(wire.analysis.document.text) for s in wire.text._lit] == [
        "The militants withdrew over the old bridge."
    ]
    assert len(lantern.text._lit) == 1
    gazette.text.hovered.emit(None)
    assert wire.text._lit == ()


def test_scrolling_brings_the_same_statement_into_every_column(read: ReadView, qtbot: QtBot) -> None:
    read.resize(720, 320)
    read.zoom(6)
    first, second = read.columns[:2]
    bar = first.text.verticalScrollBar()
    qtbot.waitUntil(lambda: min(bar.maximum(), second.text.verticalScrollBar().maximum()) > 0)
    bar.setValue(bar.maximum())
    assert second.text.verticalScrollBar().value() == second.text.verticalScrollBar().maximum() > 0
    read.toggles.box("link").setChecked(False)
    bar.setValue(0)
    assert second.text.verticalScrollBar().value() > 0


def test_opened_passages_are_walked_and_left(read: ReadView, story: Session, qtbot: QtBot) -> None:
    gazette, lantern = column(read, "Gazette"), column(read, "The Lantern")
    _, here = mark_of(gazette, "liberated", 1)
    mark, there = mark_of(lantern, "fell to")
    story.open_passages((Passage(lantern.article_id, there), Passage(gazette.article_id, here)))
    assert read.passages.label.words == "passage 1 of 2, in Gazette"
    assert lantern.text._found == (there,)
    read.columns[0].text.setFocus()
    qtbot.keyClick(read.columns[0].text, Qt.Key.Key_F3)
    assert story.selection == Selection(Passage(lantern.article_id, there), mark, None)
    qtbot.keyClick(read.columns[0].text, Qt.Key.Key_Escape)
    assert lantern.text._found == ()
    assert read.passages.isHidden()


def test_marks_are_rejected_restored_and_noted_by_key(read: ReadView, story: Session, qtbot: QtBot) -> None:
    gazette = column(read, "Gazette")
    mark, span = mark_of(gazette, "terrorists")
    gazette.text.setFocus()
    qtbot.keyClick(gazette.text, Qt.Key.Key_R)
    assert story.decisions == (), "nothing is selected"
    assert read._place.words == "Select a marked word first"
    story.select(Selection(Passage(gazette.article_id, span), mark))
    qtbot.keyClick(gazette.text, Qt.Key.Key_R)
    assert mark in story.rejected(gazette.article_id)
    qtbot.keyClick(gazette.text, Qt.Key.Key_R)
    assert mark not in story.rejected(gazette.article_id)
    qtbot.keyClick(gazette.text, Qt.Key.Key_N)
    dialog = read.findChild(NoteDialog)
    qtbot.waitUntil(dialog.isActiveWindow)  # only then do its keys work
    qtbot.keyClicks(dialog.text, "ask the desk")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert story.note(gazette.article_id, mark) == "ask the desk"


@pytest.mark.parametrize("also_rejected", [False, True])
def test_a_mark_with_a_note_carries_a_sign_and_says_the_note(
    read: ReadView, story: Session, also_rejected: bool
) -> None:
    gazette = column(read, "Gazette")
    mark, span = mark_of(gazette, "terrorists")
    signs = [s for s, _ in gazette.text.visible_shapes() if s.shape is Shape.NOTE]
    assert signs == []
    commands.note(story, gazette.article_id, mark, "ask the desk <b>")
    if also_rejected:
        commands.reject(story, gazette.article_id, mark)
    (sign,) = [s for s, _ in gazette.text.visible_shapes() if s.shape is Shape.NOTE]
    assert (sign.mark, sign.span) == (mark, span)
    item = gazette.text.hit(middle_of(gazette, span))
    assert gazette.text.tip_of(item) == "Note: ask the desk <b>"
    story.select(Selection(Passage(gazette.article_id, span), mark))
    assert also_rejected or gazette.text.accessibleDescription().endswith("Note: ask the desk <b>")
    commands.note(story, gazette.article_id, mark, "")
    assert not [s for s, _ in gazette.text.visible_shapes() if s.shape is Shape.NOTE]


def test_the_walk_goes_on_from_wherever_the_keyboard_is_in_the_window(qtbot: QtBot, story: Session) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    view, beside = ReadView(story), QPushButton("beside")
    layout = QHBoxLayout(window)
    layout.addWidget(view)
    layout.addWidget(beside)
    window.resize(1200, 560)
    with qtbot.waitActive(window):
        window.show()
    beside.setFocus()
    qtbot.keyClick(beside, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    first = story.selection
    assert first is not None
    view.hide()
    qtbot.keyClick(beside, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert story.selection == first


@pytest.mark.parametrize("leave", [Session.start_story, Session.drop_analyses], ids=["another story", "analysed anew"])
def test_passages_go_with_what_they_belong_to(
    read: ReadView, story: Session, qtbot: QtBot, leave: Callable[[Session], None]
) -> None:
    analyses = tuple(story.analyses.values())
    story.open_passages([Passage(a.article.id, a.marks[0].span) for a in analyses])
    leave(story)
    first = analyses[0]
    story.set_story(Story((first.article,), (first.article.id,)), [first])
    story.set_analyses(analyses[:1])
    assert read.passages.isHidden()
    qtbot.keyClick(read, Qt.Key.Key_F3)
    assert read.column_ids == (analyses[0].article.id,)


def test_passages_of_a_closed_article_open_its_column(read: ReadView, story: Session) -> None:
    lantern = column(read, "The Lantern")
    passage = Passage(lantern.article_id, mark_of(lantern, "fell to")[1])
    read.set_columns(read.column_ids[:2])
    story.open_passages((passage,))
    assert passage.article in read.column_ids


def test_columns_move_and_close(read: ReadView) -> None:
    ids = read.column_ids
    read.columns[0].move_requested.emit(ids[0], 1)
    assert read.column_ids == (ids[1], ids[0], ids[2])
    read.columns[2].close_requested.emit(ids[2])
    assert read.column_ids == (ids[1], ids[0])


def test_choice_of_columns_names_what_is_on_show(read: ReadView, story: Session, qtbot: QtBot) -> None:
    dialog = ColumnsDialog(story, read.column_ids[:2])
    qtbot.addWidget(dialog)
    assert dialog.ids() == read.column_ids[:2]
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    read.set_columns(dialog.ids())
    assert read.chip._label.words == "showing: 1 of 3 articles, by outlet"


def test_state_comes_back(read: ReadView, story: Session, qtbot: QtBot) -> None:
    read.set_columns(read.column_ids[1:])
    read.zoom(3)
    read.toggles.box("link").setChecked(False)
    again = ReadView(story)
    qtbot.addWidget(again)
    again.restore_state(read.save_state())
    assert again.column_ids == read.column_ids
    assert (again.points, again.toggles.link) == (read.points, False)


def test_state_waits_for_the_articles_it_is_about(read: ReadView, story: Session, qtbot: QtBot) -> None:
    read.set_columns(read.column_ids[1:])
    later = Session()
    again = ReadView(later)
    qtbot.addWidget(again)
    again.restore_state(read.save_state())
    later.add_articles(story.articles)
    for analysis in story.analyses.values():
        later.set_analysis(analysis)
    assert again.column_ids == read.column_ids


def test_passages_of_more_articles_than_columns_are_all_walked(qtbot: QtBot) -> None:
    session, view = dense_read(8)
    qtbot.addWidget(view)
    passages = [Passage(key, a.marks[0].span) for key, a in session.analyses.items()]
    session.open_passages(passages)
    walked = set()
    for _ in passages:
        walked.add(session.selection.passage)
        assert session.selection.passage.article in view.column_ids
        view.passages.step(1)
    assert walked == set(passages)
    assert len(view.columns) == 6


def test_zoom_changes_the_letters_of_every_column(read: ReadView) -> None:
    before = read.columns[0].text.points
    read.zoom(2)
    assert {c.text.points for c in read.columns} == {before + 2}
    read.zoom(0)
    assert read.columns[0].text.points == before


def test_articles_keep_their_letters_when_the_window_takes_another_look(read: ReadView, qtbot: QtBot) -> None:
    before = read.points
    font = read.font()
    font.setPointSizeF(font.pointSizeF() + 4)
    read.setFont(font)
    assert read.points == before + 4
    assert {c.text.points for c in read.columns} == {before + 4}
    read.setStyleSheet("QPushButton { padding: 3px; }")
    for column in read.columns:
        assert column.text.document().defaultFont().pointSizeF() == column.text.points == read.points
        assert column.text.document().defaultFont().families()[0] == "Noto Serif"


def test_without_articles_the_view_says_what_to_do(qtbot: QtBot) -> None:
    view = ReadView(Session())
    qtbot.addWidget(view)
    assert "Ctrl+O" in view.empty_words


def test_removed_article_takes_its_column_along(read: ReadView, story: Session) -> None:
    gone = read.column_ids[0]
    commands.remove_articles(story, [gone])
    assert gone not in read.column_ids
    assert len(read.columns) == 2
