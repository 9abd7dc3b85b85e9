"""The window shows what any analyzer marks: toggle, marks in the text, explanation, chart and table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import analysis
from analysis.method import Look
from analysis.model import Passage
from gui.dialogs.help import keys_page
from gui.kinds import Kind, by_id, first_shown, kinds
from gui.paint.marks import Shape, counts, shown
from gui.paint.shapes import legend_icon
from gui.paint.theme import Theme
from gui.session import Session
from gui.state import Selection
from gui.views.words import WordsView
from gui.widgets.inspector import Inspector
from gui.widgets.mark_toggles import MarkToggles
from tests.builders import built
from tests.hedges import Hedges, registered

TEXTS = {
    "Alpha": "The mill burned. The owner allegedly fled. A guard reportedly saw him.",
    "Beta": "The mill burned down. Reportedly nobody was hurt. The town is calm.",
}


@pytest.fixture
def story() -> Iterator[Session]:
    with registered():
        found = [analysis.analyze(built(text, outlet=outlet).article) for outlet, text in TEXTS.items()]
        session = Session()
        session.add_articles([one.article for one in found])
        session.set_analyses(found)
        session.set_comparison(analysis.compare(found))
        yield session


def test_words_come_first_then_quotations_then_sentences() -> None:
    order = [("words", "quotes", "sentences").index(_level(kind)) for kind in kinds()]
    assert order == sorted(order)
    assert order.count(1) == 1
    assert {"framing", "loaded", "quotes"} <= first_shown()


def _level(kind: Kind) -> str:
    return "quotes" if kind.look is None else "sentences" if kind.look is Look.SIGN else "words"


def test_another_analyzer_has_a_toggle_with_its_key_and_its_count(story: Session, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    toggles = MarkToggles(story, page, page)
    toggles.count(tuple(article.id for article in story.articles))
    assert toggles.box("hedges").text() == "active 3"
    assert "as a noun" in toggles.box("hedges").toolTip()
    assert not toggles.box("hedges").isChecked()
    toggles.box("hedges").click()
    assert "hedges" in story.visible
    assert "<b>H</b>" in keys_page(())


def test_its_marks_are_drawn_as_its_info_says(story: Session) -> None:
    first = story.analyses[story.articles[0].id]
    drawn = [item for item in shown(first) if item.kind == "hedges"]
    assert [(item.shape, item.role) for item in drawn] == [(Shape.WAVE, "mark.further")] * 2
    assert counts((first,))["hedges"] == 2


def test_every_kind_has_a_picture_of_its_own(qtbot: QtBot) -> None:
    pictures = [legend_icon(name, Theme(False), 2.0).pixmap(18, 14).toImage() for name in (*by_id(), "only")]
    assert all(one != other for i, one in enumerate(pictures) for other in pictures[:i])


def test_the_inspector_says_why_a_word_is_marked(story: Session, qtbot: QtBot) -> None:
    inspector = Inspector(story)
    qtbot.addWidget(inspector)
    article = story.articles[0].id
    mark = story.analyses[article].of_kind(Hedges.info.id)[0]
    story.select(Selection(Passage(article, mark.span), mark.id))
    words = [label.words for label in inspector.widget().findChildren(QWidget) if hasattr(label, "words")]
    said = " ".join([*words, *(w.text() for w in inspector.widget().findChildren(QWidget) if hasattr(w, "text"))])
    assert "An act of force or harm in the active. Actor: allegedly." in said
    assert "as a noun." in said


def test_the_view_of_words_has_its_chart_and_a_row_for_each_mark(story: Session, qtbot: QtBot) -> None:
    view = WordsView(story)
    qtbot.addWidget(view)
    view.show()
    page = next(page for page in view.marked if page.info is Hedges.info)
    assert view.tabs.tabText(view.tabs.indexOf(page)) == "active 3"
    assert page.table.model().rowCount() == 3
    assert page.chart.isVisibleTo(page)
    assert not page.nothing.isVisibleTo(page)
