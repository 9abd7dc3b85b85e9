"""What a test asks a window: its tables, what was found, its files."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from analysis.model import ArticleAnalysis
from gui import exporting
from gui.main_window import MainWindow
from gui.widgets.data_table import DataTable

from .outputs import KINDS, Outputs


def shown(table: DataTable) -> list[dict[str, str]]:
    """Return the rows of a table as its columns name them."""
    head, *rows = [line.split("\t") for line in table.tsv(whole=True).splitlines()]
    return [dict(zip(head, row, strict=True)) for row in rows]


def uses_shown(window: MainWindow) -> dict[str, int]:
    """Return how often each concept is named, as Naming shows it."""
    return {row["Concept"]: int(row["Uses"]) for row in shown(window.views.get("naming").concepts)}


def uses_in(outputs: Outputs) -> dict[str, int]:
    """Return how often each concept is named, as the JSON says."""
    return {
        row["label"]: sum(use["count"] for cell in row["cells"] for use in cell["uses"])
        for row in outputs.json["naming"]
    }


def export(window: MainWindow, qtbot: QtBot, folder: Path) -> Outputs:
    """Write every kind of file from the window."""
    folder.mkdir(parents=True, exist_ok=True)
    written = Outputs(folder)
    for kind in KINDS:
        chosen = next(f for f in exporting.FORMATS if f.key == kind)
        with qtbot.waitSignal(window.jobs.idle):
            window.exporter.write(chosen, written.path(kind))
    return written


def found_in(window: MainWindow, outlet: str) -> ArticleAnalysis:
    return next(a for a in window.session.analyses.values() if a.article.outlet == outlet)
