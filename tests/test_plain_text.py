"""Held by reading the window's code: nothing but `gui/widgets/plain.py`, `gui/dialogs/message.py` and `gui/opening.py`
uses what Qt reads markup with, opens files by, or takes signs out of."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
READ_AS_MARKUP = (
    "QLabel QToolTip QTextEdit QTextBrowser QErrorMessage QWhatsThis QInputDialog QProgressDialog QSplashScreen"
)
CLASSES = {
    **dict.fromkeys(READ_AS_MARKUP.split(), "widgets/plain.py"),
    "QMessageBox": "dialogs/message.py",
    "QDesktopServices": "opening.py",
}
"""Class → the module of gui that may use it, for all others."""
CALLS = {
    *("setToolTip", "setTabToolTip", "setStatusTip", "setTabWhatsThis", "setWhatsThis", "setToolTipDuration"),
    *("setHtml", "setMarkdown", "appendHtml", "insertHtml", "fromHtml", "setTextFormat", "setOpenExternalLinks"),
    *("setOpenLinks", "setInformativeText", "setWindowTitle"),
}
HELPERS = ("widgets/plain.py", "dialogs/message.py", "opening.py")


def modules() -> list[Path]:
    return sorted((ROOT / "gui").rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT / "gui").as_posix()


def found(tree: ast.AST, name: str) -> Iterator[str]:
    """What a module uses that it should not."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.name in CLASSES and CLASSES[alias.name] != name:
                    yield f"line {node.lineno}: {alias.name}; use {CLASSES[alias.name]}"
        elif isinstance(node, ast.Attribute):
            if node.attr in CLASSES and CLASSES[node.attr] != name:
                yield f"line {node.lineno}: {node.attr}; use {CLASSES[node.attr]}"
            elif node.attr in CALLS and name not in HELPERS:
                yield f"line {node.lineno}: {node.attr}; use widgets/plain.py"
            elif node.attr == "ToolTipRole" and not imports_tip(tree):
                yield f"line {node.lineno}: a tooltip that did not go through tip() of widgets/plain.py"


def imports_tip(tree: ast.AST) -> bool:
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names]
    return "tip" in names


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_the_window_writes_through_plain_helpers_only(path: Path) -> None:
    assert not list(found(ast.parse(path.read_text(encoding="utf-8")), name_of(path)))


@pytest.mark.parametrize(
    "code",
    [
        "from PySide6.QtWidgets import QLabel",
        "from PySide6 import QtWidgets\nQtWidgets.QMessageBox.warning(None, 'a', 'b')",
        "item.setToolTip(words)",
        "role == Qt.ItemDataRole.ToolTipRole",
        "from PySide6.QtGui import QDesktopServices",
        "page.setHtml(words)",
        "dialog.setWindowTitle(words)",
    ],
)
def test_the_reading_finds_what_it_looks_for(code: str) -> None:
    assert list(found(ast.parse(code), "views/other.py"))
