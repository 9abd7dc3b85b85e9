"""The Library shows every article, sorts, filters, ticks and copies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QStyleOptionViewItem
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

import analysis
from analysis.messages import message, render
from analysis.model import Article, ArticleAnalysis, ArticleKind, Evidence, MarkKind, Passage, Span, WirePassage
from analysis.progress import Report
from gui import commands
from gui.dialogs.details import DetailsDialog
from gui.dialogs.skipped import SkippedDialog
from gui.main_window import MainWindow
from gui.models.articles import COLUMNS, KEYS, ROLE_DOUBTS, ArticlesFilter, ArticlesModel
from gui.session import Session
from gui.state import Story
from gui.views.library import LibraryView

from .conftest import article, plain_analysis, plain_comparison
from .story import analyses


@pytest.fixture
def library(session: Session, qtbot: QtBot) -> LibraryView:
    view = LibraryView(session)
    qtbot.addWidget(view)
    view.show()
    return view


def column(view: LibraryView, key: str) -> list[str]:
    at = KEYS.index(key)
    return [view.shown.index(row, at).data() for row in range(view.shown.rowCount())]


def three(session: Session) -> None:
    session.add_articles(
        [
            article("A", "One two three.", outlet="Gazette", published="2031-05-14T09:05:00", byline="Mirel Ost"),
            article("B", "One two.", outlet="Wire", published="2031-05-13"),
            article("C", "One two three four.", outlet="", published=None, language="ar"),
        ]
    )


def test_the_model_keeps_qts_promises(session: Session, qtmodeltester: ModelTester) -> None:
    model = ArticlesModel.of(session)
    qtmodeltester.check(model)
    three(session)
    commands.remove_articles(session, ["B"])
    session.add_articles([article("D")])
    assert model.rowCount() == 3
    assert ArticlesModel.of(session) is model


def test_a_row_says_what_is_known_and_a_dash_what_is_not(library: LibraryView, session: Session, qtbot: QtBot) -> None:
    three(session)
    assert column(library, "published") == ["2031-05-14 09:05", "2031-05-13", "–"]
    assert column(library, "outlet") == ["Gazette", "Wire", "C (file name)"]
    assert column(library, "words") == ["–", "–", "–"]
    with qtbot.waitSignal(library.model.dataChanged):
        for one in session.articles:
            session.set_analysis(plain_analysis(one))
    assert column(library, "words") == ["3", "2", "4"]
    assert column(library, "framing") == ["0", "0", "–"]


def test_marks_and_quoted_words_are_counted(library: LibraryView, session: Session, qtbot: QtBot) -> None:
    session.add_articles([a.article for a in analyses()])
    with qtbot.waitSignal(library.model.dataChanged):
        for one in analyses():
            session.set_analysis(one)
    assert [int(n) for n in column(library, "framing")] == [len(a.of_kind(MarkKind.FRAMING)) for a in analyses()]
    assert all(share.endswith("%") for share in column(library, "quoted"))


@pytest.mark.parametrize(
    ("key", "order", "expected"),
    [
        ("outlet", Qt.SortOrder.AscendingOrder, ["C", "A", "B"]),
        ("published", Qt.SortOrder.AscendingOrder, ["B", "A", "C"]),
        ("words", Qt.SortOrder.DescendingOrder, ["C", "A", "B"]),
    ],
)
def test_a_column_sorts_the_rows(
    library: LibraryView, session: Session, qtbot: QtBot, key: str, order: Qt.SortOrder, expected: list[str]
) -> None:
    three(session)
    with qtbot.waitSignal(library.model.dataChanged):
        for one in session.articles:
            session.set_analysis(plain_analysis(one))
    library.table.sortByColumn(KEYS.index(key), order)
    library.table.selectAll()
    assert list(library.selected_articles()) == expected


STATED = Evidence("outlet", message("sources.evidence.meta", name="og:site_name"))


def test_kind_and_completeness_stand_in_words_and_are_searched(library: LibraryView, session: Session) -> None:
    session.add_articles([article("A"), article("B", kind=ArticleKind.OPINION, complete=False)])
    assert column(library, "kind") == ["news", "opinion"]
    assert column(library, "complete") == ["whole", "incomplete"]
    library.filter.setText("opinion incomplete")
    assert library.shown.rowCount() == 1


def test_a_cell_says_where_its_value_comes_from(library: LibraryView, session: Session) -> None:
    session.add_articles([article("A", evidence=(STATED,))])
    tips = {key: library.shown.index(0, KEYS.index(key)).data(Qt.ItemDataRole.ToolTipRole) for key in KEYS}
    assert tips["outlet"].endswith("from the page’s meta tag “og:site_name”")
    assert tips["byline"] == "Who signed it"


def test_the_kind_of_many_is_edited_at_once_and_undone(session: Session) -> None:
    session.add_articles([article("A", evidence=(STATED,)), article("B", kind=ArticleKind.LETTER)])
    dialog = DetailsDialog(session.articles, ["X"])
    assert dialog.kind.currentText() == "several; leave it to keep them"
    assert dialog.details() == {}
    dialog.kind.setCurrentText("opinion")
    assert dialog.typed()
    commands.edit_details(session, ["A", "B"], dialog.details())
    dialog.deleteLater()
    assert {a.kind for a in session.articles} == {ArticleKind.OPINION}
    assert session.articles[0].evidence == (STATED, Evidence("kind", message("sources.evidence.typed")))
    session.undo_stack.undo()
    assert [a.kind for a in session.articles] == [ArticleKind.NEWS, ArticleKind.LETTER]
    assert session.articles[0].evidence == (STATED,)


def test_details_say_where_each_value_comes_from_until_it_is_typed_over(session: Session, qtbot: QtBot) -> None:
    session.add_articles([article("A", evidence=(STATED,), columns=(("agency", "Corriden Wire"),))])
    dialog = DetailsDialog(session.articles, ["X"])
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.fields["agency"].text() == "Corriden Wire"
    said = dialog.evidence["outlet"]
    assert said.words == "from the page’s meta tag “og:site_name”"
    assert dialog.fields["outlet"].accessibleDescription() == said.words
    assert not dialog.evidence["byline"].isVisible()
    qtbot.keyClicks(dialog.fields["outlet"], "x")
    assert said.words == "no evidence: typed by you"
    dialog.fields["agency"].selectAll()
    qtbot.keyClicks(dialog.fields["agency"], "Own")
    commands.edit_details(session, ["A"], dialog.details())
    (edited,) = session.articles
    assert dict(edited.columns)["agency"] == "Own"
    assert {known.field: known.message.key for known in edited.evidence} == {
        "outlet": "sources.evidence.typed",
        "agency": "sources.evidence.typed",
    }


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("gazette", ["Gazette"]),
        ("WIRE 2031", ["Wire"]),
        ("mirel", ["Gazette"]),
        ("title", ["Gazette", "Wire", "C (file name)"]),
        ("nobody", []),
        ("c.txt", ["C (file name)"]),
    ],
)
def test_the_filter_keeps_rows_with_all_its_words(
    library: LibraryView, session: Session, words: str, found: list[str]
) -> None:
    three(session)
    library.filter.setText(words)
    assert column(library, "outlet") == found
    assert library.count.text().startswith(f"{len(found)} of 3 shown") == (len(found) < 3)


def test_a_filter_goes_with_the_story_it_was_meant_for(library: LibraryView, session: Session) -> None:
    library.filter.setText("nothing has these words")
    assert library.shown.rowCount() == 0
    session.start_story()
    session.add_articles([article("Z")])
    assert library.shown.rowCount() == 1


def test_edited_articles_stay_selected(library: LibraryView, session: Session) -> None:
    three(session)
    library.table.selectAll()
    chosen = library.selected_articles()
    commands.edit_details(session, chosen[:2], {"byline": "Ada Venn"})
    assert len(library.selected_articles()) == len(chosen)
    session.undo_stack.undo()
    assert library.selected_articles() == chosen


def test_the_keyboard_comes_to_a_cell_where_it_is_seen(library: LibraryView, session: Session, qtbot: QtBot) -> None:
    three(session)
    with qtbot.waitActive(library):
        library.table.setFocus()
    assert library.table.currentIndex().column() == KEYS.index("outlet")
    assert library.selected_articles() == ()


def test_a_tick_takes_an_article_in_or_out_and_can_be_undone(library: LibraryView, session: Session) -> None:
    three(session)
    box = library.shown.index(1, KEYS.index("compared"))
    library.shown.setData(box, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert session.scope == ("A", "C")
    session.undo_stack.undo()
    assert session.scope == ("A", "B", "C")


def test_a_tick_in_a_selection_counts_for_all_of_it(library: LibraryView, session: Session) -> None:
    three(session)
    library.select_articles(("A", "B"))
    box = library.shown.index(0, KEYS.index("compared"))
    library.shown.setData(box, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert session.scope == ("C",)


def test_space_ticks_and_enter_reads(library: LibraryView, session: Session, qtbot: QtBot) -> None:
    three(session)
    library.table.setCurrentIndex(library.shown.index(0, 1))
    qtbot.keyClick(library.table, Qt.Key.Key_Space)
    assert session.scope == ("B", "C")
    with qtbot.waitSignal(library.opened) as call:
        qtbot.keyClick(library.table, Qt.Key.Key_Return)
    assert call.args == [("A",)]


def test_copying_gives_a_table_for_spreadsheets(library: LibraryView, session: Session) -> None:
    three(session)
    library.select_articles(("B",))
    assert library.copy_selection()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["Outlet", "Title", "Date"]
    assert lines[1].split("\t")[:3] == ["Wire", "Title B", "2031-05-13"]
    assert len(lines) == 2


def test_file_and_folder_stand_beside_an_article_and_sort(library: LibraryView, session: Session) -> None:
    session.add_articles(
        [
            article("A", path="/data/wire/a.txt"),
            article("B", path="/data/press/table.csv#3"),
            replace(article("C"), source="https://example.org/c", path=""),
        ]
    )
    assert column(library, "file") == ["a.txt", "table.csv#3", "https://example.org/c"]
    assert column(library, "folder") == ["wire", "press", "–"]
    cell = library.shown.index(0, KEYS.index("folder"))
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "/data/wire/a.txt"
    library.table.sortByColumn(KEYS.index("folder"), Qt.SortOrder.AscendingOrder)
    assert column(library, "folder") == ["–", "press", "wire"]


def test_an_outlet_taken_from_the_files_name_says_so_until_it_is_corrected(
    library: LibraryView, session: Session, qtbot: QtBot
) -> None:
    three(session)
    cell = library.shown.index(2, KEYS.index("outlet"))
    assert cell.data() == "C (file name)"
    assert "F2" in cell.data(Qt.ItemDataRole.ToolTipRole)
    dialog = DetailsDialog([session.articles[2]], [])
    qtbot.addWidget(dialog)
    assert "C" in dialog.fields["outlet"].placeholderText()
    assert dialog.details() == {}
    commands.edit_details(session, ["C"], {"outlet": "Courier"})
    assert library.shown.index(2, KEYS.index("outlet")).data() == "Courier"


def test_widths_of_other_columns_are_not_forced_on_these(library: LibraryView) -> None:
    width = library.table.columnWidth(KEYS.index("title"))
    library.restore_state(library.save_state() | {"keys": ["outlet"], "columns": "nonsense", "fits": False})
    assert library.table.columnWidth(KEYS.index("title")) == width


def test_same_texts_and_shared_passages_are_named(library: LibraryView, session: Session) -> None:
    one = article("A", "Same words.", outlet="Gazette", notes=(message("progress.comparing"),))
    other = article("B", "Same words.", outlet="Wire")
    third = article("C", "Other words.", outlet="Lantern")
    session.add_articles([one, other, third])
    assert column(library, "notes")[0] == "Comparing the articles · same text as Wire"
    plain = plain_comparison([plain_analysis(a) for a in (one, other, third)])
    wire = WirePassage("w", None, (Passage("B", Span(0, 4)), Passage("C", Span(0, 4))), 120)
    session.set_comparison(replace(plain, wire=(wire,)))
    assert column(library, "notes")[2] == "shares 120 words with Wire"
    session.set_comparison(replace(plain, wire=(replace(wire, words=16),)))
    assert column(library, "notes")[2] == ""


def test_a_title_has_a_sign_where_the_import_noted_something_to_look_at(library: LibraryView, session: Session) -> None:
    usual = message("sources.removed", count=1, lines="Share this")
    doubt = message("sources.cut_off")
    session.add_articles([article("A", "One.", notes=(usual,)), article("B", "Two.", notes=(usual, doubt))])
    titles = [library.shown.index(row, KEYS.index("title")) for row in range(2)]
    assert [title.data(ROLE_DOUBTS) for title in titles] == [(), (render(doubt),)]
    assert render(doubt) in titles[1].data(Qt.ItemDataRole.AccessibleTextRole)
    assert render(doubt)[:40] in titles[1].data(Qt.ItemDataRole.ToolTipRole)
    options = [QStyleOptionViewItem(), QStyleOptionViewItem()]
    for title, option in zip(titles, options, strict=True):
        library.table.itemDelegateForColumn(KEYS.index("title")).initStyleOption(option, title)  # type: ignore[attr-defined]
    assert [option.icon.isNull() for option in options] == [True, False]  # type: ignore[attr-defined]
    assert column(library, "notes")[1].startswith(render(doubt)), "what is to be looked at stands first"


def test_another_story_begins_at_its_first_column(library: LibraryView, session: Session) -> None:
    library.resize(500, 400)
    three(session)
    bar = library.table.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    session.set_story(Story((article("D", "Four."), article("E", "Five."))))
    assert bar.value() == 0


def test_an_empty_library_says_what_to_do(library: LibraryView, session: Session, qtbot: QtBot) -> None:
    assert not library.table.isVisible()
    three(session)
    assert library.table.isVisible()


def test_widths_and_order_of_columns_come_back(library: LibraryView, session: Session, qtbot: QtBot) -> None:
    library.table.horizontalHeader().resizeSection(KEYS.index("title"), 333)
    library.table.horizontalHeader().moveSection(3, 1)
    again = LibraryView(session)
    qtbot.addWidget(again)
    again.restore_state(library.save_state())
    assert again.table.columnWidth(KEYS.index("title")) == 333
    assert again.table.horizontalHeader().visualIndex(3) == 1
    again.restore_state({"columns": "nonsense"})


def test_every_column_has_a_name_for_screen_readers(session: Session) -> None:
    model = ArticlesModel.of(session)
    for i in range(len(COLUMNS)):
        assert model.headerData(i, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)


def test_an_unfiltered_table_keeps_the_order_of_the_story(session: Session) -> None:
    three(session)
    shown = ArticlesFilter()
    shown.setSourceModel(ArticlesModel.of(session))
    assert [shown.index(row, KEYS.index("title")).data() for row in range(3)] == ["Title A", "Title B", "Title C"]


def test_an_article_that_failed_says_why_and_is_tried_again(
    open_window: Callable[[], MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    again = window.actions_table.actions["try_again"]

    def analyze(given: Article, report: Report) -> ArticleAnalysis:
        if given.id == "B":
            raise IndexError("no source")
        return plain_analysis(given)

    monkeypatch.setattr(analysis, "analyze", analyze)
    with qtbot.waitSignal(window.pipeline.settled):
        three(window.session)
    (told,) = window.findChildren(SkippedDialog)
    window.show_view("library")
    view = window.views.get("library")
    qtbot.waitUntil(lambda: column(view, "words")[0] == "3")
    notes = column(view, "notes")
    assert [note.startswith("Not analysed. Its analysis failed (IndexError: no source") for note in notes] == [
        False, True, False,
    ]  # fmt: skip
    row = window.session.articles.index(window.session.article("B"))  # type: ignore[arg-type]
    assert "IndexError" in view.shown.index(row, KEYS.index("framing")).data(Qt.ItemDataRole.ToolTipRole)
    view.select_articles(("A",))
    window.actions_table.refresh()
    assert not again.isEnabled()
    view.select_articles(("B",))
    window.actions_table.refresh()
    assert again.isEnabled()

    monkeypatch.setattr(analysis, "analyze", plain_analysis)
    with qtbot.waitSignal(window.pipeline.settled):
        again.trigger()
    assert set(window.session.analyses) == {"A", "B", "C"}
    qtbot.waitUntil(lambda: column(view, "words") == ["3", "2", "4"])
    assert not any(column(view, "notes"))
    assert any(button.text() == "Try again" for button in told.findChildren(QPushButton))


def test_one_change_told_by_several_signals_is_taken_over_once(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = ArticlesModel.of(session)
    made: list[int] = []
    whole = model._made
    monkeypatch.setattr(model, "_made", lambda: made.append(1) or whole())
    three(session)
    assert (model.rowCount(), len(made)) == (3, 1)
    commands.set_scope(session, ["B"])
    assert len(made) == 2
