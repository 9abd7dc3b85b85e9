"""Walks over everything that a window shows, and says what of it is not plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape

from PySide6 import QtGui
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from analysis.visible import HIDDEN
from gui.paint.scene import bounds
from gui.widgets.article_text import ArticleText
from gui.widgets.chart import ChartBox
from gui.widgets.overview_strip import OverviewStrip
from gui.widgets.plain import LinkLabel, Page

UNSEEN = re.compile(f"(?![\n\t])[{HIDDEN}]")
ESCAPED_TIP = re.compile(r'<div style="white-space:pre-wrap">([^<>]*)</div>', re.S)
ESCAPED_LINK = re.compile(r'<a href="open" style="[^"<>]*">([^<>]*)</a>', re.S)
UNDERLINED = re.compile(r"(?<!&)(?:&&)*&x")
"""The sign and letter of the hostile texts, read as an underlined letter."""


@dataclass
class Walk:
    """What was seen and what was wrong with it."""

    faults: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    """Texts as a person reads them."""

    def look(self, root: QWidget | None = None) -> None:
        """Look at `root` and all in it, at every widget there is without one."""
        widgets = QApplication.allWidgets() if root is None else [root, *root.findChildren(QWidget)]
        for widget in widgets:
            name = f"{type(widget).__name__} {widget.objectName()}".strip()
            for what, words in (("tooltip", widget.toolTip()), ("status", widget.statusTip())):
                self.tip(f"{name}: {what}", words)
            self.tip(f"{name}: help", widget.whatsThis())
            if widget.isWindow():
                self.words(f"{name}: title", widget.windowTitle())
                if re.search(r"(?<!\])\[\*\](?!\[)", widget.windowTitle()):
                    self.faults.add(f"{name}: a title with Qt's sign of changes: {widget.windowTitle()}")
            for action in widget.actions():
                self.action(name, action)
            self.widget(name, widget)

    def widget(self, name: str, widget: QWidget) -> None:
        """Look at what kinds of widgets show by themselves."""
        match widget:
            case QLabel():
                self.label(name, widget)
            case QAbstractButton():
                self.signed(f"{name}: button", widget.text())
            case QGroupBox() | QMenu():
                self.signed(f"{name}: title", widget.title())
            case QTabBar():
                for i in range(widget.count()):
                    self.signed(f"{name}: tab", widget.tabText(i))
                    self.tip(f"{name}: tab's tooltip", widget.tabToolTip(i))
            case QComboBox():
                for i in range(widget.count()):
                    self.words(f"{name}: choice", widget.itemText(i))
                    self.tip(f"{name}: choice's tooltip", widget.itemData(i, Qt.ItemDataRole.ToolTipRole))
            case QAbstractItemView() if widget.model() is not None:
                self.model(name, widget.model())
            case QTextEdit():
                found = widget.toHtml()
                if "<img" in found or ("<a " in found and not isinstance(widget, Page)):
                    self.faults.add(f"{name}: a text with pictures or links")
                self.words(f"{name}: text", widget.toPlainText().replace("\ufffc", ""))
            case QPlainTextEdit():
                self.seen.add(widget.toPlainText())
            case QLineEdit():
                self.words(f"{name}: field", widget.text())

    def label(self, name: str, label: QLabel) -> None:
        text, form = label.text(), label.textFormat()
        rich = form is Qt.TextFormat.RichText or (form is Qt.TextFormat.AutoText and might_be_rich(text))
        if not rich and form is not Qt.TextFormat.MarkdownText:
            self.words(f"{name}: label", text)
        elif isinstance(label, LinkLabel) and (link := ESCAPED_LINK.fullmatch(text)):
            self.words(f"{name}: link", unescape(link[1]))
        elif tip := ESCAPED_TIP.fullmatch(text):  # Qt's own label of a tooltip
            self.words(f"{name}: tooltip", unescape(tip[1]))
        else:
            self.faults.add(f"{name}: a label of rich text: {text}")

    def tip(self, name: str, words: object) -> None:
        """Look at a text that Qt takes for markup where it looks like it."""
        if not isinstance(words, str) or not words:
            return
        if not might_be_rich(words):
            self.words(name, words)
        elif found := ESCAPED_TIP.fullmatch(words):
            self.words(name, unescape(found[1]))
        else:
            self.faults.add(f"{name} of rich text: {words}")

    def action(self, name: str, action: QAction) -> None:
        self.signed(f"{name}: action", action.text())
        for words in (action.toolTip(), action.statusTip(), action.whatsThis()):
            self.tip(f"{name}: action's tooltip", words)
        menu = action.menu()
        for inner in menu.actions() if isinstance(menu, QMenu) else ():
            self.action(name, inner)

    def signed(self, name: str, words: str) -> None:
        """Look at a text in which “&” underlines a letter."""
        if UNDERLINED.search(words):
            self.faults.add(f"{name} has lost its “&”: {words}")
        self.words(name, words.replace("&&", "&"))

    def words(self, name: str, words: str) -> None:
        """Look at letters."""
        if UNSEEN.search(words):
            self.faults.add(f"{name} with hidden characters: {words!r}")
        self.seen.add(words)

    def model(self, name: str, model: QAbstractItemModel) -> None:
        roles = Qt.ItemDataRole
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        for row in range(model.rowCount()):
            for column in range(columns):
                index = model.index(row, column)
                self.words(f"{name}: cell", str(model.data(index, roles.DisplayRole) or ""))
                for role in (roles.ToolTipRole, roles.StatusTipRole, roles.WhatsThisRole):
                    self.tip(f"{name}: cell's tooltip", model.data(index, role))
        for way, count in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, 1)):
            for section in range(count):
                self.words(f"{name}: heading", str(model.headerData(section, way, roles.DisplayRole) or ""))
                self.tip(f"{name}: heading's tooltip", model.headerData(section, way, roles.ToolTipRole))


def might_be_rich(words: str) -> bool:
    """Whether Qt takes a text for HTML where it is left to decide."""
    return bool(QtGui.Qt.mightBeRichText(words))


def tabs_of(view: QWidget) -> Iterator[None]:
    """Open every tab of a view, one after the other."""
    yield
    for tabs in view.findChildren(QTabWidget):
        for i in range(tabs.count()):
            tabs.setCurrentIndex(i)
            yield


def point_at_charts(view: QWidget) -> None:
    """Ask every mark and every shortened name of the charts for its tooltip."""
    for box in view.findChildren(ChartBox):
        box.rebuild()
        for item in box.canvas.scene.items:
            ask_tip(box.canvas, bounds(item).center().toPoint())


def point_at_texts(view: QWidget) -> Iterator[ArticleText]:
    """Move the pointer over every mark of the columns; yields each text for every mark."""
    for text in view.findChildren(ArticleText):
        for one in text._placements():
            for rect in one.rects[:1]:
                at = rect.center() - QPointF(0, text.verticalScrollBar().value())
                move(text, at)
                yield text
    for strip in view.findChildren(OverviewStrip):
        for y in range(0, strip.height(), 4):
            ask_tip(strip, QPoint(4, y))


def ask_tip(widget: QWidget, at: QPoint) -> None:
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))


def move(text: ArticleText, at: QPointF) -> None:
    none = Qt.MouseButton.NoButton
    everywhere = text.viewport().mapToGlobal(at)
    event = QMouseEvent(QEvent.Type.MouseMove, at, everywhere, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(text.viewport(), event)


def menus(roots: Iterable[QMenu]) -> Iterator[QMenu]:
    """Yield menus and all in them, filled as they are when they open."""
    for menu in roots:
        menu.aboutToShow.emit()
        yield menu
        yield from menus(m for action in menu.actions() if isinstance(m := action.menu(), QMenu))
