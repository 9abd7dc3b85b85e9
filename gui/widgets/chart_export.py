"""A chart taken elsewhere: as an image or a table on the clipboard, as SVG, PNG or CSV in a file."""

from __future__ import annotations

import csv
from functools import partial
from io import StringIO
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from analysis.messages import render
from analysis.messages import text as tr
from analysis.output.charts import palette, svg
from analysis.output.charts.scene import Chart
from analysis.output.files import write_bytes

from ..paint.scene import paint_scene
from ..paint.theme import Theme
from ..session import Session
from .data_table import DataTable, copied

SHARPER = 3
"""Pixels per scene pixel in an image: about 290 dpi, enough for print."""


def image(chart: Chart, theme: Theme, scale: int = SHARPER) -> QImage:
    """Return the chart as an image."""
    scene = chart.scene
    made = QImage(round(scene.width * scale), round(scene.height * scale), QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(theme.colour("paper"))
    painter = QPainter(made)
    painter.scale(scale, scale)
    paint_scene(painter, scene, theme, QRectF(0, 0, scene.width, scene.height))
    painter.end()
    return made


def csv_text(chart: Chart) -> str:
    """Return the chart's table as CSV with a heading row; what cannot be measured is empty, and no text a formula."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([copied(column.title) for column in chart.table.columns])
    writer.writerows([copied(value) for value in row] for row in chart.table.rows)
    return out.getvalue()


def save(chart: Chart, theme: Theme, path: Path) -> None:
    """Write the chart as what the file's ending says; OutputError where it cannot be written."""
    ending = path.suffix.lower()
    if ending == ".svg":
        content = svg(chart.scene, palette(theme.name), render(chart.title)).encode("utf-8")
    elif ending == ".csv":
        # Spreadsheets take a file without this mark for one in an old encoding.
        content = csv_text(chart).encode("utf-8-sig")
    else:
        content = _png(image(chart, theme))
    write_bytes(content, path)


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub asks for bytes, the call for str
    return bytes(buffer.data().data())


def chart_menu(session: Session, chart: Chart, theme: Theme, table: DataTable, parent: QWidget) -> QMenu:
    """Return the menu of a chart."""
    menu = QMenu(parent)
    clipboard = QGuiApplication.clipboard()
    menu.addAction(tr("Copy image"), lambda: clipboard.setImage(image(chart, theme)))
    menu.addAction(tr("Copy table"), lambda: clipboard.setText(table.tsv(whole=True)))
    menu.addSeparator()
    write = partial(save, chart, theme)
    for ending, name in (
        (".svg", tr("Save as SVG…")),
        (".png", tr("Save as PNG…")),
        (".csv", tr("Save table as CSV…")),
    ):
        menu.addAction(name, partial(session.saving_asked.emit, render(chart.title), ending, write))
    return menu
