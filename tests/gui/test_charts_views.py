"""The views of a comparison: what they show, what opens, what they say when there is nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from analysis.comparison import compare_analyses
from analysis.messages import message
from gui import commands
from gui.session import Session
from gui.views.chart_view import ComparisonView
from gui.views.coverage import CoverageView
from gui.views.naming import NamingView
from gui.views.sentiment import SentimentView
from gui.views.sources import SourcesView
from gui.views.words import WordsView
from gui.widgets.data_table import DataTable
from tests.builders import built

from .story import analyses, comparison, session

VIEWS = (NamingView, SourcesView, SentimentView, CoverageView, WordsView)


def shown(qtbot: QtBot, kind: type[ComparisonView], story: Session) -> ComparisonView:
    view = kind(story)
    qtbot.addWidget(view)
    view.resize(900, 600)
    with qtbot.waitExposed(view):
        view.show()
    return view


def cells(table: DataTable, column: int) -> list[str]:
    return [table.model().index(row, column).data() for row in range(table.model().rowCount())]


@pytest.mark.parametrize("kind", VIEWS)
def test_view_shows_the_story_and_its_notes(qtbot: QtBot, kind: type[ComparisonView]) -> None:
    view = shown(qtbot, kind, session())
    assert view.empty_words == ""
    assert view._notes.notes == ("outlet's own words",)


@pytest.mark.parametrize("kind", VIEWS)
def test_empty_view_says_what_to_do(qtbot: QtBot, kind: type[ComparisonView]) -> None:
    assert "Ctrl+O" in shown(qtbot, kind, Session()).empty_words


@pytest.mark.parametrize("kind", VIEWS)
def test_comparison_on_its_way_is_announced(qtbot: QtBot, kind: type[ComparisonView]) -> None:
    story = Session()
    story.add_articles([a.article for a in analyses()])
    view = shown(qtbot, kind, story)
    assert view.empty_words.startswith("Being compared")
    story.set_resting(True)
    assert "Shift+F5" in view.empty_words
    commands.set_scope(story, ())
    story.set_resting(False)
    story.set_resting(True)
    assert view.empty_words.startswith("Nothing to compare")
    story.set_comparison(comparison())
    assert view.empty_words == ""


@pytest.mark.parametrize(
    ("kind", "lacking", "said"),
    [
        (NamingView, {"naming": ()}, "No framing term"),
        (WordsView, {"wording": ()}, "No word is frequent enough"),
        (CoverageView, {"statements": ()}, "could be aligned"),
    ],
)
def test_view_says_what_a_comparison_lacks(
    qtbot: QtBot, kind: type[ComparisonView], lacking: dict[str, object], said: str
) -> None:
    story = session()
    story.set_comparison(replace(comparison(), **lacking))
    assert said in shown(qtbot, kind, story).empty_words


def test_naming_shows_the_chosen_concept_and_its_roles(qtbot: QtBot) -> None:
    view = shown(qtbot, NamingView, session())
    assert cells(view.concepts, 0)[0] == "Control of territory changes"
    assert cells(view.concepts, 2)[0] == "7"
    view.concepts.selectRow(cells(view.concepts, 0).index("Armed group members"))
    assert view._label.text() == "Armed group members"
    assert view.words.options.subject == "conflict/armed group"
    assert [view.role.itemText(i) for i in range(view.role.count())] == ["referent"]
    assert view.stance.options.subject == "conflict/armed group:referent"


def test_naming_opens_sorted_by_contrast_and_its_header_says_so(qtbot: QtBot) -> None:
    view = shown(qtbot, NamingView, session())
    header = view.concepts.horizontalHeader()
    assert header.isSortIndicatorShown()
    assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
    assert view.concepts.model().headerData(header.sortIndicatorSection(), Qt.Orientation.Horizontal) == "Contrast"
    shown_contrasts = cells(view.concepts, 1)
    measured = [float(value) for value in shown_contrasts if value != "–"]
    assert measured == sorted(measured, reverse=True)
    assert shown_contrasts[len(measured) :] == ["–"] * (len(shown_contrasts) - len(measured))
    assert view._label.text() == cells(view.concepts, 0)[0]  # the first row is the chosen one


def test_figures_leave_the_concepts_room_to_be_read(qtbot: QtBot) -> None:
    view = shown(qtbot, NamingView, session())
    widths = [view.concepts.columnWidth(column) for column in range(4)]
    assert widths[0] > max(widths[1:])
    assert widths[0] > view.concepts.fontMetrics().horizontalAdvance("Control of territory")


def test_the_chosen_concept_is_kept_however_the_rows_are_sorted(qtbot: QtBot) -> None:
    story = session()
    view = shown(qtbot, NamingView, story)
    view.concepts.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    last = len(cells(view.concepts, 0)) - 1
    view.concepts.selectRow(last)
    chosen = view._label.text()
    story.set_comparison(replace(comparison(), title="Another title"))
    assert view._label.text() == chosen == cells(view.concepts, 0)[last]
    assert [index.row() for index in view.concepts.selectionModel().selectedRows()] == [last]


def test_naming_stacks_its_parts_where_they_have_no_room_side_by_side(qtbot: QtBot) -> None:
    view = shown(qtbot, NamingView, session())
    for width, beside in ((1400, True), (500, False), (1400, True)):
        with qtbot.waitSignal(view.words.canvas.width_settled):
            view.resize(width, 700)
        splitter = view.concepts.parentWidget()
        assert (splitter.orientation() is Qt.Orientation.Horizontal) is beside
        assert min(part for part in splitter.sizes()) > 150
        assert view.words.canvas.width() > 320


def test_concept_row_opens_its_passages(qtbot: QtBot) -> None:
    story = session()
    view = shown(qtbot, NamingView, story)
    with qtbot.waitSignal(story.passages_opened) as opened:
        row = cells(view.concepts, 0).index("A state's rulers")
        view.concepts.activated.emit(view.concepts.model().index(row, 0))
    lantern = analyses()[2].document.text
    assert [p.span.of(lantern) for p in opened.args[0]] == ["regime"]


def test_sources_list_speakers_by_outlet_and_cuts_by_statement(qtbot: QtBot) -> None:
    view = shown(qtbot, SourcesView, session())
    assert cells(view.speakers, 0).count("Ada Venn") == 2
    assert "claimed 1 (doubting)" in cells(view.speakers, 7)
    assert cells(view.quotes, 2) == ["Gazette", "Harbour Wire"]
    assert view.tabs.tabText(2) == "Same words, different cuts 1"


@pytest.mark.parametrize(
    ("which", "count", "first"),
    [
        (("all", ""), 15, None),
        (("shared", ""), 4, None),
        (("every", ""), 2, None),
        (("differ", ""), 0, None),
        (("perhaps", "Harbour Wire"), 1, None),
        (("not_found", "The Lantern"), 9, None),
    ],
)
def test_coverage_filters(qtbot: QtBot, which: tuple[str, str], count: int, first: str | None) -> None:
    view = shown(qtbot, CoverageView, session())
    items = [view.show_which.itemData(i) for i in range(view.show_which.count())]
    view.show_which.setCurrentIndex(items.index(which))
    assert view.table.model().rowCount() == count
    if first is not None:
        assert cells(view.table, 0)[0] == first


def test_coverage_shows_versions_and_where_a_statement_is_not_found(qtbot: QtBot) -> None:
    view = shown(qtbot, CoverageView, session())
    row = cells(view.table, 0).index("“We have liberated every street,” Colonel Ada Venn said.")
    view.table.selectRow(row)
    from PySide6.QtWidgets import QLabel

    said = [label.text() for label in view.versions.widget().findChildren(QLabel)]
    assert "The Lantern · 2031-05-05 · 60 words · similarity 0.10" in said


def test_the_statements_told_most_widely_come_first(qtbot: QtBot) -> None:
    view = shown(qtbot, CoverageView, session())
    told = [int(value) for value in cells(view.table, 1)]
    assert told == sorted(told, reverse=True)
    assert len(set(told)) > 1


def test_coverage_has_a_sign_for_each_answer(qtbot: QtBot) -> None:
    view = shown(qtbot, CoverageView, session())
    signs = {sign for column in range(2, 5) for sign in cells(view.table, column)}
    assert signs == {"●", "◐", "○"}
    assert "only" not in " ".join(view.show_which.itemText(i) for i in range(view.show_which.count()))


@pytest.mark.parametrize("outlets", [15, 40])
def test_the_statement_stays_readable_and_in_sight_with_many_outlets(qtbot: QtBot, outlets: int) -> None:
    story = session()
    many = [built("The harbour bridge is closed. Boats wait outside.", f"Outlet {i:02}") for i in range(outlets)]
    story.set_comparison(compare_analyses(many))
    view = shown(qtbot, CoverageView, story)
    assert view.table.columnWidth(0) >= 340
    view.table.horizontalScrollBar().setValue(view.table.horizontalScrollBar().maximum())
    assert view.frozen.isVisible() is (view.table.horizontalScrollBar().maximum() > 0)
    assert view.frozen.columnWidth(0) == view.table.columnWidth(0)
    assert outlets < 40 or view.frozen.isVisible()


def test_hidden_view_waits_until_it_is_shown(qtbot: QtBot) -> None:
    story = session()
    view = NamingView(story)
    qtbot.addWidget(view)
    assert view.concepts.model().rowCount() == 0
    view.show()
    assert view.concepts.model().rowCount() == 4


def test_notes_withhold_nothing_but_the_inference(qtbot: QtBot) -> None:
    story = session()
    notes = (message("voice.quoted"), message("voice.reported"))
    story.set_comparison(replace(comparison(), notes=notes))
    view = shown(qtbot, WordsView, story)
    assert view._notes._more.text() == "2 notes ▾"
    view._notes._more.click()
    assert view._notes._all.text() == "quoted\nreported speech"
    assert view.table.model().rowCount() == 4
