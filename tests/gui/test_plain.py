"""What the window writes with is plain: no markup is obeyed, no file opened, no letter eaten."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6 import QtGui
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QTextDocumentFragment
from PySide6.QtWidgets import QListWidgetItem, QTabWidget, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs.message import MessageBox, say
from gui.opening import open_link
from gui.widgets.data_table import DataTable, Field
from gui.widgets.plain import (
    ElidedLabel,
    LinkLabel,
    Page,
    PlainLabel,
    menu_text,
    set_tab_tip,
    set_tip,
    set_title,
    show_tip,
    tip,
)
from tests.patience import PROCESS_S

HOSTILE = (
    '<img src="//host/x.png">',
    "<b>bold</b> & &lt;b&gt;",
    "&lt;i&gt;",
    "<!doctype html><p>x",
    "<?xml version='1.0'?><html><body>x",
    "  <a href='file:///x'>x</a>\n\n  two  spaces",
    "plain\nand <b>more</b>",
)


def read(text: str) -> str:
    """What a person reads where Qt decides by itself whether a text is markup."""
    return QTextDocumentFragment.fromHtml(text).toPlainText() if QtGui.Qt.mightBeRichText(text) else text


@pytest.mark.parametrize("words", HOSTILE)
def test_a_tooltip_shows_what_is_written(words: str, qapp: object) -> None:
    assert read(tip(words)) == words
    item = QListWidgetItem()
    set_tip(item, words)
    assert item.toolTip() == tip(words)


@given(st.text(alphabet="<>&;/!?=\"' \nabipx#lt", max_size=60))
@example("&lt;")
@example("<p>\n\n<b>")
@example("<!-- x")
def test_any_tooltip_shows_what_is_written(words: str) -> None:
    assert read(tip(words)).split() == words.split()


@given(st.text(alphabet="&x [*]\n\t", max_size=30))
def test_signs_of_menus_and_titles_come_in_pairs(words: str) -> None:
    assert menu_text(words).replace("&&", "") == " ".join(words.split()).replace("&", "")


def test_a_long_tooltip_is_broken_into_lines_and_ends() -> None:
    made = tip("word " * 1000)
    assert max(map(len, made.split("\n"))) <= 100
    assert made.endswith("…")
    assert tip("") == ""


@pytest.mark.parametrize("words", HOSTILE)
def test_labels_and_boxes_take_nothing_for_markup(words: str, qtbot: QtBot) -> None:
    label, box = PlainLabel(words), MessageBox(words, words)
    qtbot.addWidget(label)
    qtbot.addWidget(box)
    assert label.textFormat() == box.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == box.text() == words
    label.setText("x\u202ey")
    assert label.text() == "x[U+202E]y"


def test_a_shortened_label_has_the_whole_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("<b>" + "many words " * 20)
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.text().endswith("…")
    assert " ".join(read(label.toolTip()).split()) == label.words


@pytest.mark.parametrize("words", HOSTILE)
def test_a_link_shows_its_words_and_has_no_other_link_in_it(words: str, qtbot: QtBot) -> None:
    label = LinkLabel(words)
    qtbot.addWidget(label)
    assert " ".join(read(label.text()).split()) == " ".join(words.split())
    assert label.text().count("href=") - words.count("href=") == 1
    assert "<img" not in label.text()


def test_menus_and_titles_keep_their_signs(qtbot: QtBot) -> None:
    assert menu_text("Bread & Roses\tand\nmore") == "Bread && Roses and more"
    assert len(menu_text("x" * 1000)) == 80
    window = QWidget()
    qtbot.addWidget(window)
    set_title(window, "A [*] \u202eB")
    assert window.windowTitle() == "A [*][*] [U+202E]B"


def test_tips_of_tabs_actions_and_now(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    tabs, action = QTabWidget(), QAction()
    qtbot.addWidget(tabs)
    tabs.addTab(QWidget(), "one")
    set_tab_tip(tabs, 0, HOSTILE[0])
    set_tip(action, HOSTILE[0])
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, _widget: shown.append(words))
    show_tip(tabs.pos(), HOSTILE[0], tabs)
    assert [tabs.tabToolTip(0), action.toolTip(), *shown] == [tip(HOSTILE[0])] * 3


def test_a_box_says_one_sentence_and_is_freed(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    say(parent, "Not saved", HOSTILE[0])
    box = parent.findChild(MessageBox)
    assert box.text() == HOSTILE[0]
    with qtbot.waitSignal(box.destroyed):
        box.close()


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "//host/x", "javascript:x", "ftp://host/x", "open", "smb://x"]
)
def test_only_addresses_of_the_web_are_opened(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    assert not open_link(QUrl(address))
    assert open_link(QUrl("https://example.org/a"))
    assert opened == ["https://example.org/a"]


def test_a_click_on_a_page_opens_nothing_in_it(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)
    page = Page('<a href="file:///etc/passwd">x</a>')
    qtbot.addWidget(page)
    page.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert page.toPlainText() == "x"
    assert page.source().isEmpty()


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1+1", "@SUM(A1)", "＝1+1"])
def test_what_is_copied_is_no_formula(words: str, qtbot: QtBot) -> None:
    table = DataTable("Figures")
    qtbot.addWidget(table)
    table.set_rows((Field(words), Field("n", numeric=True)), [(words, -1), ("x\ty", None)])
    assert table.tsv() == f"'{words}\tn\n'{words}\t-1\nx y\t\n"


PAINTED = {
    "label": "PlainLabel(html)",
    "link": "LinkLabel(html)",
    "page": "Page(html)",
    "text": "text(html)",
    "box": "MessageBox('x', html)",
    "tip": "tooltip(html)",
    "control": "QLabel(html)",
}
"""The last one shows that the test would see a file being opened."""
CODE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from gui.widgets.plain import *
from gui.dialogs.message import MessageBox

def text(html):
    edit = PlainTextEdit()
    edit.setHtml(html)
    return edit

def tooltip(html):
    at.show()
    show_tip(at.pos(), html, at)
    return next(w for w in QApplication.topLevelWidgets() if "Tip" in w.metaObject().className())

app, at = QApplication([]), QWidget()
"""
SHOWN = "html = {html!r}; widget = {made}; widget.show(); widget.grab()\n"


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace shows which files a process opens")
def test_painting_opens_no_file_that_a_text_names(tmp_path: Path) -> None:
    code, log = CODE, tmp_path / "strace.txt"
    for name, made in PAINTED.items():
        (tmp_path / f"{name}.png").write_bytes(b"not a picture")
        html = (
            "<p>x "
            + "".join(f'<img src="{start}{tmp_path}/{name}.png">' for start in ("", "file://", "//host"))
            + "</p>"
        )
        code += SHOWN.format(html=html, made=made)
    traced = ["strace", "-f", "-e", "trace=file", "-o", str(log), sys.executable, "-c", code]
    subprocess.run(traced, cwd=Path(__file__).parents[2], check=True, capture_output=True, timeout=PROCESS_S)
    lines = log.read_text(errors="replace").splitlines()
    touched = {
        name for name in PAINTED if any(f"{tmp_path}/{name}.png" in line for line in lines if "exec" not in line)
    }
    assert touched == {"control"}
