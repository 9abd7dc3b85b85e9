"""The text of one article with its marks: read-only, with signs painted behind, over and beside the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from analysis.messages import text as tr
from analysis.model import ArticleAnalysis, Span

from ..kinds import QUOTES
from ..offsets import Offsets
from ..paint import shapes
from ..paint.margin import GUTTER_NARROW, GUTTER_WIDE, SIGNS, Margin, name_font
from ..paint.marks import Shape, Shown, shown
from ..paint.placing import Placed, placed, rects_of
from ..paint.theme import Theme
from ..paint.typography import serif, style_sections
from .plain import PlainTextEdit, set_tip

LINE_LENGTH = 70
"""Letters in the longest line: books and style guides give 45 to 75."""
WIDE_FROM = 400
"""Column width in pixels from which the speaker's name fits beside the text instead of along its bar."""
RINGED = 3
"""From so many lines on a selected passage is underlined."""
ON_WORDS = (
    Shape.FILL,
    Shape.OUTLINE,
    Shape.DASHED,
    Shape.DOTTED,
    Shape.LINE,
    Shape.BROKEN_LINE,
    Shape.WAVE,
    Shape.DOUBLE,
    Shape.STRUCK,
    Shape.NOTE,
)


class ArticleText(PlainTextEdit):
    """Shows one analysis. Everything that stands outside is said in code points."""

    activated = Signal(object)
    """A click at a point of the viewport."""
    hovered = Signal(object)
    """The code point offset under the pointer, or None."""
    zoom_requested = Signal(int)
    laid_out = Signal()
    """The geometry of the text is new."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The overview strip beside it shows and moves the part in view; a second bar would cost the text its room.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The caret shows where the keyboard is in a text that cannot be edited.
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.offsets = Offsets("")
        self.analysis: ArticleAnalysis | None = None
        self._shown: tuple[Shown, ...] = ()
        self._layers: frozenset[str] = frozenset()
        self._placed: list[Placed] | None = None
        self._tops: dict[int, float] = {}
        """Heights by offset: linked columns ask for the same ones at every step of scrolling."""
        self._lit: tuple[Span, ...] = ()
        self._found: tuple[Span, ...] = ()
        self._current: tuple[Span, ...] = ()
        self._pressed: QPoint | None = None
        self._letters = serif(self.font().pointSizeF())
        self.document().documentLayout().documentSizeChanged.connect(self._forget_geometry)

    # ------------------------------------------------------------------ what is shown

    def set_analysis(self, analysis: ArticleAnalysis, further: Iterable[Shown] = ()) -> None:
        """Show the text of `analysis`; `further` shapes come on top of those of its marks."""
        if self.analysis is None or self.analysis.article.text != analysis.article.text:
            self.offsets = Offsets(analysis.article.text)
            self.setPlainText(analysis.article.text)
            style_sections(self.document(), analysis.article, self.offsets)
            self.setTextCursor(QTextCursor(self.document()))
            self._set_margins()  # a new text begins without any
        self.analysis = analysis
        self.setAccessibleName(tr("Text of {name}").format(name=analysis.article.label))
        self._shown = tuple(sorted((*shown(analysis), *further), key=lambda s: (s.span.start, s.span.end)))
        self._forget_geometry()

    def set_layers(self, kinds: frozenset[str]) -> None:
        """Show the marks of these kinds and no others; no text is laid out anew."""
        if kinds != self._layers:
            self._layers = kinds
            self.viewport().update()

    @property
    def layers(self) -> frozenset[str]:
        return self._layers

    def set_lit(self, spans: Sequence[Span]) -> None:
        """Light the counterparts of what is under the pointer elsewhere."""
        if tuple(spans) != self._lit:
            self._lit = tuple(spans)
            self.viewport().update()

    def set_found(self, spans: Sequence[Span]) -> None:
        """Show the passages that a chart, a table or a search opened."""
        self._found = tuple(spans)
        self.viewport().update()

    def set_current(self, spans: Sequence[Span]) -> None:
        """Ring what is selected."""
        if tuple(spans) != self._current:
            self._current = tuple(spans)
            self.viewport().update()

    def set_point_size(self, points: float) -> None:
        """Set the size of the text; headline and captions follow in proportion."""
        self._letters = serif(points)
        self.document().setDefaultFont(self._letters)
        self._set_margins()

    @property
    def points(self) -> float:
        """Size of the letters."""
        return self._letters.pointSizeF()

    def visible_shapes(self) -> Iterator[tuple[Shown, float]]:
        """Yield every visible shape with its height in the text, 0 (top) to 1, for the overview strip."""
        height = max(1.0, self.document().size().height())
        for one in self._placements():
            if one.item.kind in self._layers:
                yield one.item, one.middle / height

    # ------------------------------------------------------------------ where things are

    def y_of(self, offset: int) -> float:
        """Return the document height of a code point, in pixels."""
        if offset not in self._tops:
            rects = self._rects(Span(offset, offset + 1))
            self._tops[offset] = rects[0].top() if rects else 0.0
        return self._tops[offset]

    def go_to(self, offset: int, description: str) -> None:
        """Put the caret at a code point, for keyboards and screen readers, and say what stands there."""
        place = self.verticalScrollBar().value()
        cursor = self.textCursor()
        cursor.setPosition(self.offsets.to_qt(offset))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)  # where the view goes is decided by `scroll_to`
        self.setAccessibleDescription(description)

    def scroll_to(self, span: Span, share: float = 0.33) -> None:
        """Bring a span into view, `share` of the way down, if it is not in view already."""
        rects = self._rects(span)
        bar = self.verticalScrollBar()
        if not rects:
            return
        top, bottom = rects[0].top() - bar.value(), rects[-1].bottom() - bar.value()
        if top < 0 or bottom > self.viewport().height():
            bar.setValue(int(rects[0].top() - share * self.viewport().height()))

    def offset_at(self, point: QPoint) -> int | None:
        """Return the code point under a point of the viewport; None beside the text."""
        at = QPointF(point) + self._scroll()
        position = self.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.ExactHit)
        return None if position < 0 else self.offsets.from_qt(position)

    def _scroll(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _rects(self, span: Span) -> tuple[QRectF, ...]:
        """Return one rectangle per line that `span` touches, in document coordinates."""
        return rects_of(self.document(), self.offsets, span)

    def _placements(self) -> list[Placed]:
        if self._placed is None:
            self._placed = placed(self.document(), self.offsets, self._shown)
        return self._placed

    def _forget_geometry(self, *_: object) -> None:
        self._placed = None
        self._tops.clear()
        self.viewport().update()
        self.laid_out.emit()

    def _gutter(self) -> int:
        return GUTTER_WIDE if self.width() >= WIDE_FROM else GUTTER_NARROW

    def _set_margins(self) -> None:
        """Leave room for bars and signs, and keep lines at a length that reads well."""
        line = LINE_LENGTH * QFontMetricsF(self._letters).averageCharWidth()
        spare = max(0.0, self.viewport().width() - self._gutter() - SIGNS - line)
        shape = QTextFrameFormat(self.document().rootFrame().frameFormat())
        left, right = self._gutter() + spare / 2, SIGNS + spare / 2
        if (shape.leftMargin(), shape.rightMargin()) != (left, right):
            shape.setLeftMargin(left)
            shape.setRightMargin(right)
            shape.setTopMargin(8)
            shape.setBottomMargin(24)
            self.document().rootFrame().setFrameFormat(shape)
        self._forget_geometry()

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.of(self.palette())
        above = float(self.verticalScrollBar().value())
        below, kinds = above + self.viewport().height(), self._layers
        seen = [p for p in self._placements() if p.top < below and p.bottom > above and p.item.kind in kinds]
        with self._painter() as painter:
            self._paint_under(painter, seen, theme)
        super().paintEvent(event)
        with self._painter() as painter:
            self._paint_over(painter, seen, theme)
            self._paint_beside(painter, seen, theme)

    @contextmanager
    def _painter(self) -> Iterator[QPainter]:
        """Give a painter in document coordinates; Qt's own painting of the text stands between two of them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self._scroll())
        try:
            yield painter
        finally:
            painter.end()

    def _paint_under(self, painter: QPainter, seen: list[Placed], theme: Theme) -> None:
        for span in self._lit:
            shapes.draw_fill(painter, self._rects(span), theme.colour("lit"))
        for span in self._found:
            shapes.draw_fill(painter, self._rects(span), theme.colour("found"))
        for one in seen:
            if one.item.shape is Shape.FILL:
                shapes.draw_fill(painter, one.rects, theme.colour(f"{one.item.role}.tint"))

    def _paint_over(self, painter: QPainter, seen: list[Placed], theme: Theme) -> None:
        for one in seen:
            colour = theme.colour(one.item.role)
            if one.item.shape in (Shape.OUTLINE, Shape.DASHED):
                shapes.draw_outline(painter, one.rects, colour, one.item.shape is Shape.DASHED)
            elif one.item.shape is Shape.DOTTED:
                shapes.draw_dotted(painter, one.rects, colour)
            elif one.item.shape in (Shape.LINE, Shape.BROKEN_LINE):
                shapes.draw_line(painter, one.rects, colour, one.item.shape is Shape.BROKEN_LINE)
            elif one.item.shape is Shape.WAVE:
                shapes.draw_wave(painter, one.rects, colour)
            elif one.item.shape is Shape.DOUBLE:
                shapes.draw_double(painter, one.rects, colour)
            elif one.item.shape is Shape.STRUCK:
                shapes.draw_struck(painter, one.rects, colour)
        for span in self._found:
            _underline(painter, self._rects(span), theme.colour("found.line"))
        for span in self._current:
            self._paint_current(painter, self._rects(span), theme)
        for one in seen:  # above all else, or a mark beside it or a ring would cover it
            if one.item.shape is Shape.NOTE:
                shapes.draw_note(painter, one.rects, theme.colour("ink"), theme.colour("paper"))

    def _paint_beside(self, painter: QPainter, seen: list[Placed], theme: Theme) -> None:
        font = name_font(self.window().font(), self.points)
        wide = self._gutter() == GUTTER_WIDE
        margin = Margin(painter, theme, self._left_edge(), self._right_edge(), wide, font)
        for one in seen:
            if one.item.shape not in ON_WORDS:
                margin.paint(one)

    def _paint_current(self, painter: QPainter, rects: Sequence[QRectF], theme: Theme) -> None:
        """Ring a word; underline what is longer than a line, for which rings would be bars of a cage."""
        colour = theme.colour("current")
        if len(rects) < RINGED:
            shapes.draw_outline(painter, rects, colour, width=1.8)
            return
        _underline(painter, rects, colour)

    def _left_edge(self) -> float:
        return self.document().rootFrame().frameFormat().leftMargin() + self.document().documentMargin() - 4

    def _right_edge(self) -> float:
        return self.viewport().width() - self.document().rootFrame().frameFormat().rightMargin()

    # ------------------------------------------------------------------ pointer and keys

    def hit(self, point: QPoint) -> Shown | None:
        """Return the shape under a point of the viewport: the smallest word mark, else a bar, a sign, whose words."""
        at = QPointF(point) + self._scroll()
        visible = [p for p in self._placements() if p.item.kind in self._layers and p.top <= at.y() <= p.bottom]
        words = [p for p in visible if p.item.shape in ON_WORDS and any(r.contains(at) for r in p.rects)]
        if words:
            return min(words, key=lambda p: len(p.item.span)).item
        bars = [p for p in visible if p.item.kind == QUOTES.id]
        if at.x() < self._left_edge() - 2:
            # Of bars side by side the inner one is the shorter.
            return min(bars, key=lambda p: len(p.item.span)).item if bars else None
        if at.x() > self._right_edge():
            signs = [p for p in visible if p.item.shape is Shape.SIGN and p.rects[-1].top() <= at.y()]
            return signs[0].item if signs else None
        return next((p.item for p in bars if any(r.contains(at) for r in p.rects)), None)

    def tip_of(self, item: Shown) -> str:
        """Return what a shape has to say to the pointer: the speaker beside a bar, the note about a mark."""
        if item.kind == QUOTES.id:
            return item.label
        note = next((s.label for s in self._shown if s.shape is Shape.NOTE and s.mark == item.mark), "")
        return tr("Note: {words}").format(words=note) if note else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.cursorRect().center() + QPoint(2, 0))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        still = self._pressed is not None and (point - self._pressed).manhattanLength() < 4
        if event.button() is Qt.MouseButton.LeftButton and still and not self.textCursor().hasSelection():
            self.activated.emit(point)
        self._pressed = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        item = self.hit(point)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if item else Qt.CursorShape.IBeamCursor)
        set_tip(self.viewport(), self.tip_of(item) if item else "")
        self.hovered.emit(self.offset_at(point))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.document().defaultFont() != self._letters:
            # Qt gives the document the widget's font; articles have one of their own.
            self.document().setDefaultFont(self._letters)
            self._set_margins()
        elif event.type() is QEvent.Type.PaletteChange:
            self.viewport().update()


def _underline(painter: QPainter, rects: Sequence[QRectF], colour: QColor) -> None:
    for rect in rects:
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1.5), colour)
