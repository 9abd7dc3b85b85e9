"""Charts on screen: every mark answers pointer and keyboard, the table says the same, both can be taken along."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from analysis.errors import OutputError
from analysis.messages import message
from analysis.model import Comparison, Passage, Span
from analysis.output.charts.scene import (
    Anchor,
    Chart,
    ChartOptions,
    Column,
    Datum,
    Line,
    Marker,
    Pattern,
    Rect,
    Scene,
    Shape,
    Table,
    Text,
)
from analysis.output.charts.scene import (
    Path as Polyline,
)
from gui.paint.scene import bounds, item_at, paint_scene
from gui.paint.theme import Theme
from gui.session import Session
from gui.widgets.chart import ChartBox, ChartCanvas
from gui.widgets.chart_export import chart_menu, csv_text, image, save
from gui.widgets.data_table import DataTable, Field
from gui.widgets.outlet_badge import draw_badge

from .story import session

TIP = message("voice.quoted")
PASSAGES = (Passage("x", Span(0, 4)),)


def datum(name: str) -> Datum:
    return Datum(name, TIP, PASSAGES)


ITEMS = (
    Rect(10, 10, 40, 20, "voice.narrator", datum=datum("rect")),
    Rect(60, 10, 40, 20, "voice.reported", Pattern.HATCH, datum=datum("hatch")),
    Line(10, 50, 100, 50, "ink", dashed=True, datum=datum("line")),
    Marker(120, 60, 12, "presence", Shape.DIAMOND, Pattern.OUTLINE, datum("marker")),
    Polyline(((10, 80), (50, 95), (100, 80)), "ink", 2, datum("path")),
    Text(10, 120, "shortened…", 12, anchor=Anchor.START, full="shortened words in full"),
)
SCENE = Scene(200, 140, ITEMS)


def build(comparison: Comparison, width: float, options: ChartOptions) -> Chart:
    scene = Scene(width, 140, ITEMS)
    table = Table((Column("Outlet"), Column("Share", True, 1)), (("B", 0.25), ("A", None), ("C", 3.0)), (PASSAGES,) * 3)
    return Chart("test", message("voice.narrator"), message("voice.reported"), scene, table)


@pytest.fixture
def box(qtbot: QtBot) -> ChartBox:
    made = ChartBox(session(), build)
    qtbot.addWidget(made)
    made.resize(420, 320)
    with qtbot.waitSignal(made.canvas.width_settled):
        made.show()
    return made


@pytest.mark.usefixtures("qapp")  # fonts are measured
@pytest.mark.parametrize(
    ("x", "y", "name"),
    [(30, 20, "rect"), (80, 20, "hatch"), (50, 52, "line"), (120, 60, "marker"), (30, 88, "path"), (190, 130, None)],
)
def test_point_finds_its_mark(x: float, y: float, name: str | None) -> None:
    item = item_at(SCENE, QPointF(x, y))
    assert (item.datum.id if item is not None and item.datum is not None else None) == name


def test_shortened_text_is_found_for_its_whole() -> None:
    item = item_at(SCENE, QPointF(20, 116))
    assert isinstance(item, Text)
    assert item.full == "shortened words in full"


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("item", ITEMS, ids=lambda i: type(i).__name__)
def test_every_shape_leaves_its_colour(qapp: QApplication, item: object, dark: bool) -> None:
    theme = Theme(dark)
    picture = QImage(200, 140, QImage.Format.Format_RGB32)
    picture.fill(theme.colour("paper"))
    blank = picture.copy()
    painter = QPainter(picture)
    paint_scene(painter, Scene(200, 140, (item,)), theme, QRectF(0, 0, 200, 140))
    painter.end()
    assert picture != blank
    outside = bounds(item).adjusted(-3, -3, 3, 3).toAlignedRect()
    for x, y in ((195, 5), (195, 135), (5, 135)):
        if not outside.contains(x, y):
            assert picture.pixel(x, y) == blank.pixel(x, y)


@pytest.mark.parametrize("item", ITEMS, ids=lambda i: type(i).__name__)
def test_a_painter_is_given_back_as_it_was(qapp: QApplication, item: object) -> None:
    picture = QImage(200, 140, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    before = painter.brush(), painter.pen(), painter.font()
    paint_scene(painter, Scene(200, 140, (item,)), Theme(False), QRectF(0, 0, 200, 140), "rect")
    draw_badge(painter, QRectF(0, 0, 20, 20), 0, Theme(False), painter.font())
    after = painter.brush(), painter.pen(), painter.font()
    painter.end()
    assert after == before


def test_the_keyboard_on_a_chart_changes_its_edge_and_nothing_else(qtbot: QtBot) -> None:
    canvas = ChartCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(200, 140)
    canvas.set_scene(Scene(200, 140, (*ITEMS, Rect(10, 100, 40, 20, "voice.narrator"))))  # ends with a filled shape
    with qtbot.waitExposed(canvas):
        canvas.show()
    canvas.clearFocus()
    plain = canvas.grab().toImage()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)
    focused = canvas.grab().toImage()
    changed = {(x, y) for x in range(200) for y in range(140) if plain.pixel(x, y) != focused.pixel(x, y)}
    assert changed
    assert all(x in (0, 1, 198, 199) or y in (0, 1, 138, 139) for x, y in changed)


def test_chart_takes_the_width_there_is(box: ChartBox, qtbot: QtBot) -> None:
    assert box.canvas.scene.width == box.canvas.width()
    with qtbot.waitSignal(box.canvas.width_settled):
        box.resize(600, 320)
    assert box.canvas.scene.width == box.canvas.width() > 500


def test_click_opens_the_passages_of_a_mark(box: ChartBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box._session.passages_opened) as opened:
        qtbot.mouseClick(box.canvas, Qt.MouseButton.LeftButton, pos=QPointF(30, 20).toPoint())
    assert opened.args[0] == PASSAGES


def test_keyboard_walks_the_marks_and_opens_one(box: ChartBox, qtbot: QtBot) -> None:
    for _ in range(2):
        qtbot.keyClick(box.canvas, Qt.Key.Key_Right)
    assert box.canvas.active.id == "hatch"
    assert box.canvas.accessibleDescription() == "quoted"
    qtbot.keyClick(box.canvas, Qt.Key.Key_Left)
    qtbot.keyClick(box.canvas, Qt.Key.Key_Left)
    assert box.canvas.active.id == "path"
    with qtbot.waitSignal(box._session.passages_opened):
        qtbot.keyClick(box.canvas, Qt.Key.Key_Return)


def test_table_stands_behind_the_chart_and_sorts(box: ChartBox, qtbot: QtBot) -> None:
    box._toggle.click()
    assert box.table.isVisible()
    assert not box.canvas.isVisible()
    box.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert box.table.tsv().splitlines() == ["Outlet\tShare", "C\t3.0", "B\t0.25", "A\t"]
    shown = [box.table.model().index(row, 1).data() for row in range(3)]
    assert shown == ["3.0", "0.2", "–"]


def test_row_of_the_table_opens_its_passages(box: ChartBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box._session.passages_opened) as opened:
        box.table.activated.emit(box.table.model().index(1, 0))
    assert opened.args[0] == PASSAGES


@pytest.mark.parametrize(("ending", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("csv", b"\xef\xbb\xbfOutlet")])
def test_chart_is_saved_as_its_ending_says(box: ChartBox, tmp_path: Path, ending: str, begins: bytes) -> None:
    path = tmp_path / f"chart.{ending}"
    save(box.chart, Theme(False), path)
    assert path.read_bytes().startswith(begins)


def test_what_cannot_be_written_is_an_error(box: ChartBox, tmp_path: Path) -> None:
    for ending in ("svg", "png", "csv"):
        with pytest.raises(OutputError, match="folder does not exist"):
            save(box.chart, Theme(False), tmp_path / "missing" / f"chart.{ending}")


def test_csv_leaves_empty_what_is_not_measurable(box: ChartBox) -> None:
    assert csv_text(box.chart) == "Outlet,Share\nB,0.25\nA,\nC,3.0\n"


def test_the_menu_asks_for_a_file_of_each_kind(box: ChartBox, tmp_path: Path) -> None:
    asked: list[tuple[str, str, object]] = []
    box._session.saving_asked.connect(lambda *given: asked.append(given))
    for action in chart_menu(box._session, box.chart, Theme(False), box.table, box).actions()[-3:]:
        action.trigger()
    assert [ending for _, ending, _ in asked] == [".svg", ".png", ".csv"]
    asked[2][2](tmp_path / "chart.csv")  # type: ignore[operator]
    assert (tmp_path / "chart.csv").read_text(encoding="utf-8-sig").startswith("Outlet,Share")


def test_image_is_sharp_enough_for_print(box: ChartBox) -> None:
    made = image(box.chart, Theme(False))
    assert made.width() == 3 * round(box.chart.scene.width)


def test_without_a_comparison_nothing_is_built(qtbot: QtBot) -> None:
    made = ChartBox(Session(), build)
    qtbot.addWidget(made)
    made.rebuild()
    assert made.chart is None


def test_a_table_is_measured_when_it_is_seen_and_not_before(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables behind charts have a column per outlet; measuring them unseen held the window up."""
    measured: list[int] = []
    fit = DataTable.resizeColumnsToContents
    monkeypatch.setattr(DataTable, "resizeColumnsToContents", lambda self: (measured.append(1), fit(self)))
    table = DataTable("Figures", late=True)
    qtbot.addWidget(table)
    fields = [Field("Outlet"), Field("Words", True)]
    table.set_rows(fields, [("A rather long name", 1)])
    assert measured == []
    table.resize(400, 200)
    with qtbot.waitExposed(table):
        table.show()
    assert measured == [1]
    assert table.columnWidth(0) > table.columnWidth(1)
    table.set_rows(fields, [("A", 1_000_000_000)])
    assert table.columnWidth(0) < table.columnWidth(1)
    at_once = DataTable("Hits")
    qtbot.addWidget(at_once)
    at_once.set_rows(fields, [("A", 1)])  # whoever made it may set widths of his own now
    assert len(measured) == 3
