"""Find: a concordance over all articles."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from analysis.messages import text as tr

from ..paint.theme import Theme
from ..paint.typography import serif
from ..session import Session
from ..widgets.concordance import MOST, BadPattern, Line, Query, ordered, search
from ..widgets.data_table import DataTable, Field
from ..widgets.flow import FlowLayout, together
from ..widgets.groups import group_index
from ..widgets.labels import MutedLabel, named
from ..widgets.outlet_badge import badge_icon
from ..widgets.plain import PlainLabel
from .base import View

TYPING_MS = 180
"""How long the keyboard rests before a search begins."""
FIELD_LETTERS = 20
"""Letters that the field has room for at least."""
SORT_NAMES = {"place": "place in the article", "left": "words before", "right": "words after", "outlet": "outlet"}


class FindView(View):
    """A field, four switches, and a line per hit."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._found: tuple[Line, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._build()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.search)
        session.articles_changed.connect(self.search)
        self.search()

    def _build(self) -> None:
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Word or phrase"))
        self.field.setAccessibleName(tr("Search all articles"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda: self._typing.start())
        self.field.returnPressed.connect(self._on_return)
        self.whole, self.case, self.regex = (
            QCheckBox(tr("Whole words")),
            QCheckBox(tr("Match case")),
            QCheckBox(tr("Regex")),
        )
        self.whole.setChecked(True)
        self.sort = QComboBox()
        for key, name in SORT_NAMES.items():
            self.sort.addItem(tr(name), key)
        named(self.sort, tr("Sort by"))
        self.sort.currentIndexChanged.connect(self._show_lines)
        self.field.setMinimumWidth(self.fontMetrics().averageCharWidth() * FIELD_LETTERS)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = FlowLayout()
        row.setContentsMargins(12, 8, 12, 4)
        row.setSpacing(10)
        row.addWidget(self.field)
        for box in (self.whole, self.case, self.regex):
            box.toggled.connect(self.search)
            row.addWidget(box)
        row.addWidget(together(MutedLabel(tr("Sort by")), self.sort))
        self.count = PlainLabel()
        self.count.setWordWrap(True)
        self.count.setContentsMargins(14, 0, 14, 6)
        self.table = DataTable(tr("Hits in their context"))
        self.table.setSortingEnabled(False)
        self.table.setFont(self._serif())
        self.table.passages_activated.connect(self.session.open_passages)
        self.field.installEventFilter(self)
        self.body.set_content(self.table)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row)
        whole.addWidget(self.count)
        whole.addWidget(self.body, 1)
        self.setFocusProxy(self.field)

    def _serif(self) -> QFont:
        return serif(self.font().pointSizeF() + 0.5)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The hits, as shown."""
        return self._lines

    def begin_search(self, words: str) -> bool:
        """Put the cursor into the field."""
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        return True

    def switches(self) -> dict[str, QWidget]:
        return {"whole": self.whole, "case": self.case, "regex": self.regex, "sort": self.sort}

    def search(self) -> None:
        """Search for what stands in the field."""
        query = Query(self.field.text(), self.whole.isChecked(), self.case.isChecked(), self.regex.isChecked())
        try:
            self._found = self._lines = search(self.session.articles, query)
        except BadPattern as error:
            self._found = self._lines = ()
            self._say(str(error), tr("Nothing was searched"), tr("Correct the pattern above."))
            return
        if not self.session.articles:
            words = tr("Open articles first: drop files here, paste a text, or press Ctrl+O.")
            self._say("", tr("No articles yet"), words)
        elif not query.words.strip():
            words = tr("Type a word or phrase: every place where it stands in any article is listed with its context.")
            self._say("", tr("Find a word in its contexts"), words)
        elif not self._lines:
            hint = tr("Try without “Whole words” or “Match case”.")
            self._say(tr("no hits"), tr("Not found in any article"), hint)
        else:
            self._show_lines()

    def _say(self, count: str, heading: str, words: str) -> None:
        self.count.setText(count)
        self.body.say(heading, words)

    def _show_lines(self) -> None:
        if not self._lines:
            return
        self._lines = ordered(self._found, str(self.sort.currentData()))
        articles = len({line.article for line in self._lines})
        words = tr("{count} hits in {articles} of {all} articles")
        if len(self._lines) >= MOST:
            words = tr("the first {count} hits, in {articles} of {all} articles")
        self.count.setText(
            words.format(count=f"{len(self._lines):,}", articles=articles, all=len(self.session.articles))
        )
        theme = Theme.of(self.palette())
        badges = {a: badge_icon(group_index(self.session, a), theme, self.font()) for a in self._articles()}
        self.table.set_rows(
            (Field(tr("Outlet")), Field(tr("Before"), numeric=True), Field(tr("Hit"), strong=True), Field(tr("After"))),
            [(line.outlet, line.left, line.hit, line.right) for line in self._lines],
            [(line.passage,) for line in self._lines],
            [badges[line.article] for line in self._lines],
            stretch=3,
        )
        self.table.setColumnWidth(0, min(self.table.columnWidth(0), 210))
        self.table.setColumnWidth(1, max(200, (self.width() - self.table.columnWidth(0) - 90) // 2))
        self.table.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.body.show_content()
        self.table.selectRow(0)

    def _articles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(line.article for line in self._lines))

    def _on_return(self) -> None:
        self._typing.stop()
        self.search()
        if self._lines:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.table.setFont(self._serif())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        down = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
        if watched is self.field and down and self._lines:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False
