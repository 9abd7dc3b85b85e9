"""One article in Read: who wrote it and in whose words, its text, and the overview strip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from analysis.messages import render
from analysis.messages import text as tr
from analysis.model import ArticleAnalysis, ArticleKind, Comparison, Passage, Span, Voice
from analysis.output.labels import voice_label

from ..evidence import KINDS, completeness, doubts
from ..paint.marks import Shown, Stop, not_found_elsewhere, noted, rejected, stops, voice_shares
from ..paint.theme import Theme
from ..session import Session
from ..state import Selection
from ..theme import role
from .article_text import ArticleText
from .doubt_sign import DoubtSign
from .groups import group_index
from .outlet_badge import OutletBadge, badge_icon
from .overview_strip import OverviewStrip
from .plain import ElidedLabel, menu_text, set_tip

MIN_WIDTH = 236
"""Narrower, a serif line holds fewer than some 25 letters; the columns then scroll sideways instead."""


class ArticleColumn(QWidget):
    """Shows one article of the session and tells what was pointed at in it."""

    focused = Signal(str)
    """Article id: the keyboard is in this column."""
    hovered = Signal(str, object)
    """Article id and the code point offset under the pointer, or None."""
    scrolled = Signal(str)
    close_requested = Signal(str)
    move_requested = Signal(str, int)
    swap_requested = Signal(str, str)
    """Article id, and that of the article to show in its place."""
    zoom_requested = Signal(int)

    def __init__(self, session: Session, article_id: str, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.article_id = article_id
        self.setObjectName("column")
        self._active = False
        self._compact = False
        self.setMinimumWidth(MIN_WIDTH)
        self.text = ArticleText()
        self.strip = OverviewStrip(self.text)
        self._badge = OutletBadge(index)
        self._outlet, self._title = ElidedLabel(), ElidedLabel()
        self._facts, self._voices = ElidedLabel(), ElidedLabel()
        self.sign, self._menu = DoubtSign(), QToolButton()
        self._build()
        self.text.activated.connect(self._on_activated)
        self.text.hovered.connect(lambda offset: self.hovered.emit(self.article_id, offset))
        self.text.zoom_requested.connect(self.zoom_requested)
        self.text.verticalScrollBar().valueChanged.connect(lambda: self.scrolled.emit(self.article_id))
        self.text.installEventFilter(self)

    def _build(self) -> None:
        bold = QFont(self.font())
        bold.setBold(True)
        self._outlet.setFont(bold)
        for label in (self._facts, self._voices):
            label.setObjectName("muted")
        self._menu.setText("⋯")
        self._menu.setAutoRaise(True)
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.setAccessibleName(tr("Column menu"))
        set_tip(self._menu, tr("Move or close this column"))
        self._menu.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._menu.setMenu(self._column_menu())
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self._badge)
        top.addWidget(self._outlet, 1)
        top.addWidget(self.sign)
        top.addWidget(self._menu)
        head = QVBoxLayout()
        head.setContentsMargins(10, 6, 6, 6)
        head.setSpacing(2)
        head.addLayout(top)
        for label in (self._title, self._facts, self._voices):
            head.addWidget(label)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.text, 1)
        body.addWidget(self.strip)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2, 2, 2, 2)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(body, 1)

    def _column_menu(self) -> QMenu:
        menu = QMenu(self)
        self._others = menu.addMenu(tr("Show another article"))
        menu.aboutToShow.connect(self._list_others)
        menu.addSeparator()
        menu.addAction(tr("Move left"), lambda: self.move_requested.emit(self.article_id, -1))
        menu.addAction(tr("Move right"), lambda: self.move_requested.emit(self.article_id, 1))
        menu.addSeparator()
        menu.addAction(tr("Close column"), lambda: self.close_requested.emit(self.article_id))
        return menu

    def _list_others(self) -> None:
        self._others.clear()
        theme = Theme.of(self.palette())
        for article in self._session.articles:
            if article.id in self._session.analyses and article.id != self.article_id:
                icon = badge_icon(group_index(self._session, article.id), theme, self.font())
                shown = self._others.addAction(icon, menu_text(article.label))
                shown.triggered.connect(lambda _, key=article.id: self.swap_requested.emit(self.article_id, key))
        self._others.setEnabled(not self._others.isEmpty())

    # ------------------------------------------------------------------ what is shown

    @property
    def analysis(self) -> ArticleAnalysis | None:
        return self.text.analysis

    def show_analysis(self, analysis: ArticleAnalysis, comparison: Comparison | None) -> None:
        """Show the article, or what changed about it."""
        article = analysis.article
        self._outlet.set_words(article.label)
        named = article.title and article.title != article.label
        self._title.set_words(article.title if named else tr("outlet not known"))
        self.sign.set_doubts(doubts(article))
        facts = [date_of(article.published), tr("{count:,} words").format(count=analysis.document.words)]
        facts += [tr(KINDS[article.kind])] if article.kind is not ArticleKind.NEWS else []
        facts += [] if article.complete else [completeness(article)]
        self._facts.set_words(" · ".join(fact for fact in facts if fact))
        self._voices.set_words(voices_line(analysis))
        self.set_compact(self._compact)
        raw = self._session.raw_analyses.get(article.id, analysis)
        gone = rejected(raw, self._session.rejected(article.id))
        notes = noted(raw, self._session.notes(article.id))
        self.text.set_analysis(analysis, (*not_found_elsewhere(analysis, comparison), *gone, *notes))
        self.setAccessibleName(tr("Column of {name}").format(name=article.label))

    def set_compact(self, compact: bool) -> None:
        """Leave date, length and voices away where every line is needed for the text; the outlet's tip has them."""
        self._compact = compact
        for label in (self._facts, self._voices):
            label.setVisible(not compact)
        hidden = f"\n{self._facts.words}\n{self._voices.words}" if compact else ""
        self._outlet.set_more(f"{self._title.words}{hidden}")

    def show_found(self, spans: Sequence[Span]) -> None:
        """Show the passages that a chart, a table or a search found, in the text and in the strip beside it."""
        self.text.set_found(spans)
        self.strip.set_found(tuple(spans))

    def set_group(self, index: int) -> None:
        """Take the colour and letter of another outlet."""
        self._badge.set_index(index)

    def set_active(self, active: bool) -> None:
        """Show whether the keyboard walks over this column."""
        if active != self._active:
            self._active = active
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = 2 if self._active else 1
        painter.setPen(QPen(role(self.palette(), "accent" if self._active else "line"), width))
        inset = width / 2
        painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))

    def show_selection(self, selection: Selection | None) -> None:
        """Ring what is selected, if it is here."""
        if selection is None or self.analysis is None or selection.passage.article != self.article_id:
            self.text.set_current(())
            return
        spans = [selection.passage.span]
        if selection.attribution is not None and selection.mark is None:
            attribution = self.analysis.document.attributions[selection.attribution]
            spans = [*attribution.source, *attribution.cue, *attribution.content]
        mark = self._session.mark(self.article_id, selection.mark) if selection.mark else None
        if mark is not None and mark.act is not None:  # who does it, and to whom, at one glance
            spans = [mark.span, *mark.act.actor, *mark.act.affected]
        self.text.set_current(spans)
        self.text.go_to(selection.passage.span.start, self._described(self.analysis, selection))
        self.text.scroll_to(selection.passage.span)

    def _described(self, analysis: ArticleAnalysis, selection: Selection) -> str:
        """Return what is selected in words, for who cannot see its sign."""
        words = selection.passage.span.of(analysis.article.text)
        mark = next((m for m in analysis.marks if m.id == selection.mark), None)
        if mark is not None:
            note = self._session.note(self.article_id, mark.id)
            said = f"{words}. {voice_label(mark.voice)}. {render(mark.why)}"
            return f"{said} " + tr("Note: {words}").format(words=note) if note else said
        if selection.attribution is not None:
            speaker = analysis.document.attributions[selection.attribution].speaker
            return tr("{words}. Attributed to {name}").format(words=words, name=speaker.name if speaker else "–")
        return words

    # ------------------------------------------------------------------ pointer and keys

    def _on_activated(self, point: QPoint) -> None:
        item, offset = self.text.hit(point), self.text.offset_at(point)
        if item is not None:
            self._session.select(self.selection_of(item))
        elif offset is not None:
            self._session.select(self.sentence_selection(offset))

    def selection_of(self, item: Shown) -> Selection:
        """Return what a click on this shape selects."""
        analysis = self.analysis
        attribution = item.attribution
        if item.mark is not None and analysis is not None:
            attribution = next((m.attribution for m in analysis.marks if m.id == item.mark), None)
        return Selection(Passage(self.article_id, item.span), item.mark, attribution)

    def sentence_selection(self, offset: int) -> Selection | None:
        """Return the selection of the sentence at an offset, with its sentiment mark where it has one."""
        analysis = self.analysis
        index = analysis.document.sentence_at(offset) if analysis else None
        if analysis is None or index is None:
            return None
        span = analysis.document.sentences[index].span
        mark = next((m.id for m in analysis.marks if m.kind == "sentiment" and m.span == span), None)
        return Selection(Passage(self.article_id, span), mark, None)

    def step(self, direction: int, visible: frozenset[str]) -> tuple[Selection, int, int, bool] | None:
        """Return the next (1) or previous (-1) mark after the selection: it, its number, of how many, wrapped."""
        if self.analysis is None or not (walk := stops(self.analysis, visible)):
            return None
        to = self._position(walk, direction) + direction
        number = to % len(walk)
        stop = walk[number]
        selection = Selection(Passage(self.article_id, stop.span), stop.mark, stop.attribution)
        return selection, number + 1, len(walk), to != number

    def place(self, visible: frozenset[str]) -> tuple[int, int] | None:
        """Return the number of the selected mark (0 where none is) and how many there are."""
        if self.analysis is None:
            return None
        walk = stops(self.analysis, visible)
        at = self._selected(walk)
        return (0 if at is None else at + 1), len(walk)

    def _selected(self, walk: tuple[Stop, ...]) -> int | None:
        selection = self._session.selection
        if selection is None or selection.passage.article != self.article_id:
            return None
        for number, stop in enumerate(walk):
            if stop.mark is not None or selection.mark is not None:
                same = stop.mark == selection.mark
            else:
                same = stop.attribution is not None and stop.attribution == selection.attribution
            if same:
                return number
        return None

    def _position(self, walk: tuple[Stop, ...], direction: int) -> int:
        """Return where in the walk the selection stands; just before or after it where it is not part of it."""
        at = self._selected(walk)
        if at is not None:
            return at
        selection = self._session.selection
        if selection is None or selection.passage.article != self.article_id:
            return -1 if direction > 0 else len(walk)
        start = selection.passage.span.start
        after = next((n for n, stop in enumerate(walk) if stop.span.start >= start), len(walk))
        return after - 1 if direction > 0 else after

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and watched is self.text:
            self.focused.emit(self.article_id)
        return False


def date_of(published: str | None) -> str:
    """Return a date as people read it: the day, and the time where one was printed."""
    if not published:
        return tr("no date")
    day, _, time = published.partition("T")
    return f"{day} {time[:5]}".strip()


def voices_line(analysis: ArticleAnalysis) -> str:
    """Return the line that says in whose words an article is written."""
    shares = voice_shares(analysis)
    if shares is None:
        return tr("voices not measured") if analysis.article.scored else tr("not scored: language not supported")
    return tr("{own} % own words, {quoted} % quoted, {reported} % reported").format(
        own=round(100 * shares[Voice.NARRATOR]),
        quoted=round(100 * shares[Voice.QUOTED]),
        reported=round(100 * shares[Voice.REPORTED]),
    )
