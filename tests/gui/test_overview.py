"""The overview strip: every visible mark has a tick, a click jumps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.paint.marks import shown
from gui.widgets.article_column import ArticleColumn

from .story import session


@pytest.fixture
def column(qtbot: QtBot) -> ArticleColumn:
    story = session()
    made = ArticleColumn(story, story.scope[0], 0)
    qtbot.addWidget(made)
    made.show_analysis(story.analyses[story.scope[0]], story.comparison)
    made.text.set_layers(frozenset({"framing", "quotes", "sentiment"}))
    made.resize(300, 240)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_every_visible_mark_has_its_place(column: ArticleColumn) -> None:
    ticks = list(column.text.visible_shapes())
    assert [item for item, _ in ticks] == [s for s in shown(column.analysis) if s.kind != "loaded"]
    assert all(0 <= share <= 1 for _, share in ticks)
    column.text.set_layers(frozenset({"quotes"}))
    assert {item.kind for item, _ in column.text.visible_shapes()} == {"quotes"}


def test_another_text_in_the_same_column_keeps_its_margins(column: ArticleColumn) -> None:
    def margins() -> tuple[float, float]:
        shape = column.text.document().rootFrame().frameFormat()
        return shape.leftMargin(), shape.rightMargin()

    before = margins()
    story = session()
    column.text.set_analysis(story.analyses[story.scope[1]])
    assert margins() == before
    assert min(before) > 10


def test_tick_near_the_pointer_is_found(column: ArticleColumn) -> None:
    item, share = next(iter(column.text.visible_shapes()))
    assert column.strip.nearest(share * column.strip.height()) is not None
    column.text.set_layers(frozenset())
    assert column.strip.nearest(share * column.strip.height()) is None
    assert item.kind == "framing"


def test_click_jumps(column: ArticleColumn, qtbot: QtBot) -> None:
    bar = column.text.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.mouseClick(column.strip, Qt.MouseButton.LeftButton, pos=QPoint(5, column.strip.height() - 2))
    assert bar.value() == bar.maximum()
    qtbot.mouseClick(column.strip, Qt.MouseButton.LeftButton, pos=QPoint(5, 1))
    assert bar.value() == 0


def test_strip_paints_its_ticks_and_what_is_lit(column: ArticleColumn) -> None:
    before = column.strip.grab().toImage()
    column.strip.set_lit((column.analysis.document.sentences[-1].span,))
    assert column.strip.grab().toImage() != before
