"""Text that is only ever text: labels, tooltips, menus, titles and pages that take nothing in it for markup.

Qt takes any text that looks like HTML for HTML, opens the pictures that it names (over the network too), and reads
“&” as an underlined letter and “[*]” as a sign for changes. Articles, lexicons and file names may hold all of these.
Nothing else in the window makes labels, tooltips or pages of text by itself; `tests/test_plain_text.py` reads the code.
"""

from __future__ import annotations

import textwrap
from html import escape
from typing import Protocol

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QImage, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QTabBar, QTabWidget, QTextBrowser, QTextEdit, QToolTip, QWidget

from analysis.visible import visible

from ..opening import open_link

TIP_COLUMNS = 100
"""Letters in a line of a tooltip: Qt breaks no line of a plain one, and a long sentence would leave the screen."""
TIP_LETTERS = 2000
"""Letters of a tooltip at most: about a screen full."""
MENU_LETTERS = 80
"""Letters of a name in a menu or on a button at most."""


class PlainLabel(QLabel):
    """A label that shows its words letter by letter."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)

    def setText(self, words: str) -> None:
        super().setText(visible(words, lines=True))


class ElidedLabel(PlainLabel):
    """One line, shortened to the room there is, whole in its tooltip."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._words, self._more = words, ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_words(words)

    @property
    def words(self) -> str:
        return self._words

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._words = " ".join(words.split())
        self.setAccessibleName(self._words)
        self._elide()

    def set_more(self, words: str) -> None:
        """Let the tooltip say more, below the words of the label."""
        self._more = words
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._elide()

    def _elide(self) -> None:
        words = visible(self._words)
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        whole = self._words if shown != words or self._more else ""
        set_tip(self, "\n".join(filter(None, (whole, self._more))))


class YieldingLabel(ElidedLabel):
    """One line that has the room its words need and gives it up where there is not enough: for bars full of parts."""

    LEAST = 6
    """Letters that stay."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_words(self, words: str) -> None:
        super().set_words(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(visible(self._words)) + 2  # a pixel more than the glyphs' own
        return QSize(width + margins.left() + margins.right(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().averageCharWidth() * self.LEAST
        return QSize(min(least, self.sizeHint().width()), super().minimumSizeHint().height())


class LinkLabel(QLabel):
    """A line that opens something; wraps, and is reached with Tab. The one label of rich text: its words are escaped,
    and the link in it leads nowhere by itself."""

    clicked = Signal()

    def __init__(self, words: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        flags = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(flags)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it was
        self.setAccessibleName(name or words)
        self.linkActivated.connect(lambda _: self.clicked.emit())
        self._write()

    @property
    def words(self) -> str:
        return self._words

    def _write(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.Link).name()
        words = escape(visible(self._words, lines=True))
        self.setText(f'<a href="open" style="color: {colour}; text-decoration: none">{words}</a>')

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._write()


class PlainTextEdit(QTextEdit):
    """A formatted text that opens no files: its document asks for pictures here, and gets none."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return _nothing()


class Page(QTextBrowser):
    """A page of the program's own HTML, in which every other text was escaped. It loads nothing; a click on a link
    goes to the system's browser."""

    def __init__(self, html: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.anchorClicked.connect(open_link)
        self.setHtml(html)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return _nothing()


def _nothing() -> QImage:
    """Return a picture that shows nothing: after no answer, or one without pixels, Qt opens the file itself."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    return image


def tip(words: str) -> str:
    """Return `words` as the text of a tooltip: shown letter by letter, in lines that fit on a screen."""
    words = words if len(words) <= TIP_LETTERS else words[:TIP_LETTERS] + "…"
    lines = visible(words, lines=True).split("\n")
    plain = "\n".join(textwrap.fill(line, TIP_COLUMNS, replace_whitespace=False) for line in lines)
    # Tooltips know no other way: what Qt would take for HTML becomes HTML that shows it as it is written.
    return f'<div style="white-space:pre-wrap">{escape(plain)}</div>' if QtGui.Qt.mightBeRichText(plain) else plain


class HasToolTip(Protocol):
    """A widget, an action, or an item of a list or table."""

    def setToolTip(self, words: str, /) -> None: ...


def set_tip(target: HasToolTip, words: str) -> None:
    """Give something its tooltip."""
    target.setToolTip(tip(words))


def set_tab_tip(tabs: QTabBar | QTabWidget, index: int, words: str) -> None:
    """Give a tab its tooltip."""
    tabs.setTabToolTip(index, tip(words))


def show_tip(at: QPoint, words: str, widget: QWidget) -> None:
    """Show a tooltip at a place of the screen now; none where there are no words."""
    QToolTip.showText(at, tip(words), widget)


def menu_text(words: str) -> str:
    """Return `words` as they stand in a menu, on a button or on a tab: one line, and every “&” is shown."""
    line = visible(" ".join(words.split()))
    line = line if len(line) <= MENU_LETTERS else line[: MENU_LETTERS - 1] + "…"
    return line.replace("&", "&&")


def name_action(action: QAction, text: str) -> QAction:
    """Give an action its text for menus, in which names have gone through `menu_text`; without it, Qt would make the
    action's tooltip of it."""
    action.setText(text)
    set_tip(action, text.replace("&&", "\0").replace("&", "").replace("\0", "&"))
    return action


def set_title(window: QWidget, words: str) -> None:
    """Give a window or dialog its title; “[*]” in it is shown, not taken for Qt's sign of changes."""
    window.setWindowTitle(visible(" ".join(words.split())).replace("[*]", "[*][*]"))
