"""The text of one article with its marks: read-only, with signs painted behind, over and beside the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from analysis.messages import text as tr
from analysis.model import ArticleAnalysis, SectionKind, Span

from ..offsets import Offsets
from ..paint import shapes
from ..paint.marks import Shape, Shown, shown
from ..paint.theme import Theme

SERIF = ["Noto Serif", "Source Serif 4", "Georgia", "DejaVu Serif", "Times New Roman"]
LINE_LENGTH = 70
"""Letters in the longest line: books and style guides give 45 to 75."""
WIDE_FROM = 400
"""Column width in pixels from which the speaker's name fits beside the text instead of along its bar."""
GUTTER_WIDE, GUTTER_NARROW, SIGNS = 98, 32, 20
LANE, LAPS, NAME_WIDTH = 4, 1.1, 74
"""Pixels between bars side by side; lines that two bars may share before they stand side by side; room for a name."""
RINGED = 3
"""From so many lines on a selected passage is underlined."""
BAR_ROOM = 16
"""Pixels between the text and the names: bar, gap and the sign for sentences that stand nowhere else."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A shape with its rectangles in document coordinates."""

    item: Shown
    rects: tuple[QRectF, ...]
    top: float
    middle: float
    """Of its first line."""
    bottom: float

    @classmethod
    def at(cls, item: Shown, rects: tuple[QRectF, ...]) -> _Placed | None:
        """Return where `item` stands; None where the text has no place for it."""
        if not rects:
            return None
        return cls(item, rects, rects[0].top(), rects[0].center().y(), rects[-1].bottom())


class ArticleText(QTextEdit):
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
        self.setFrameShape(QTextEdit.Shape.NoFrame)
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
        self._placed: list[_Placed] | None = None
        self._lit: tuple[Span, ...] = ()
        self._found: tuple[Span, ...] = ()
        self._current: tuple[Span, ...] = ()
        self._pressed: QPoint | None = None
        self.document().documentLayout().documentSizeChanged.connect(self._forget_geometry)

    # ------------------------------------------------------------------ what is shown

    def set_analysis(self, analysis: ArticleAnalysis, further: Iterable[Shown] = ()) -> None:
        """Show the text of `analysis`; `further` shapes come on top of those of its marks."""
        if self.analysis is None or self.analysis.article.text != analysis.article.text:
            self.offsets = Offsets(analysis.article.text)
            self.setPlainText(analysis.article.text)
            self._style_sections(analysis)
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
        font = QFont(SERIF)
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPointSizeF(points)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._set_margins()

    def visible_shapes(self) -> Iterator[tuple[Shown, float]]:
        """Yield every visible shape with its height in the text, 0 (top) to 1, for the overview strip."""
        height = max(1.0, self.document().size().height())
        for placed in self._placements():
            if placed.item.kind in self._layers:
                yield placed.item, placed.middle / height

    # ------------------------------------------------------------------ where things are

    def y_of(self, offset: int) -> float:
        """Return the document height of a code point, in pixels."""
        rects = self._rects(Span(offset, offset + 1))
        return rects[0].top() if rects else 0.0

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
        start, length = self.offsets.span_to_qt(span)
        end = start + length
        rects: list[QRectF] = []
        block = self.document().findBlock(start)
        layout = self.document().documentLayout()
        while block.isValid() and block.position() < end:
            origin = layout.blockBoundingRect(block).topLeft()
            rects.extend(_line_rects(block, origin, start - block.position(), end - block.position()))
            block = block.next()
        return tuple(rects)

    def _placements(self) -> list[_Placed]:
        if self._placed is None:
            found = [_Placed.at(item, self._rects(item.span)) for item in self._shown]
            self._placed = [placed for placed in found if placed is not None]
        return self._placed

    def _forget_geometry(self, *_: object) -> None:
        self._placed = None
        self.viewport().update()
        self.laid_out.emit()

    # ------------------------------------------------------------------ how the text is set

    def _style_sections(self, analysis: ArticleAnalysis) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        body = QTextBlockFormat()
        body.setLineHeight(132, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(body)
        gap = QTextBlockFormat()
        gap.setLineHeight(9, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block = self.document().firstBlock()
        while block.isValid():
            # An empty line between paragraphs stays one character, but takes half a line.
            if block.length() == 1:
                QTextCursor(block).mergeBlockFormat(gap)
            block = block.next()
        for section in analysis.article.sections:
            start, length = self.offsets.span_to_qt(section.span)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(self._section_format(section.kind))
        cursor.endEditBlock()
        cursor.setPosition(0)
        self.setTextCursor(cursor)

    def _section_format(self, kind: SectionKind) -> QTextCharFormat:
        style = QTextCharFormat()
        if kind is SectionKind.HEADLINE:
            style.setFontWeight(QFont.Weight.Bold)
            style.setProperty(QTextFormat.Property.FontSizeAdjustment.value, 1)
        elif kind is SectionKind.CAPTION:
            style.setFontItalic(True)
            style.setProperty(QTextFormat.Property.FontSizeAdjustment.value, -1)
        elif kind is SectionKind.DATELINE:
            style.setFontWeight(QFont.Weight.DemiBold)
            style.setFontLetterSpacing(103)
        elif kind is SectionKind.NOTE:
            style.setFontItalic(True)
        return style

    def _gutter(self) -> int:
        return GUTTER_WIDE if self.width() >= WIDE_FROM else GUTTER_NARROW

    def _set_margins(self) -> None:
        """Leave room for bars and signs, and keep lines at a length that reads well."""
        line = LINE_LENGTH * QFontMetricsF(self.font()).averageCharWidth()
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
        placed = [p for p in self._placements() if p.top < below and p.bottom > above and p.item.kind in kinds]
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self._scroll())
        self._paint_under(painter, placed, theme)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self._scroll())
        self._paint_over(painter, placed, theme)
        painter.end()

    def _paint_under(self, painter: QPainter, placed: list[_Placed], theme: Theme) -> None:
        for span in self._lit:
            shapes.draw_fill(painter, self._rects(span), theme.colour("lit"))
        for span in self._found:
            shapes.draw_fill(painter, self._rects(span), theme.colour("found"))
        tint = theme.colour("mark.framing.tint")
        for p in placed:
            if p.item.shape is Shape.FILL:
                shapes.draw_fill(painter, p.rects, tint)

    def _paint_over(self, painter: QPainter, placed: list[_Placed], theme: Theme) -> None:
        taken: dict[float, int] = {}
        named_to = 0.0
        reached = [0.0, 0.0]
        for p in placed:
            colour = theme.colour(shapes.role_of(p.item.shape, p.item.weight))
            match p.item.shape:
                case Shape.OUTLINE | Shape.DASHED:
                    shapes.draw_outline(painter, p.rects, colour, p.item.shape is Shape.DASHED)
                case Shape.DOTTED:
                    shapes.draw_dotted(painter, p.rects, colour)
                case Shape.BAR | Shape.BROKEN_BAR:
                    lane = 1 if p.top < reached[0] - LAPS * (p.rects[0].height()) else 0
                    top = max(p.top, reached[lane]) if p.bottom > reached[lane] + 4 else p.top
                    reached[lane] = max(reached[lane], p.bottom)
                    named_to = self._paint_bar(painter, p, theme, top, lane, named_to)
                case Shape.SIGN:
                    line = p.rects[-1]
                    place = taken.get(line.center().y(), 0)
                    taken[line.center().y()] = place + 1
                    if place < 2:
                        centre = QPointF(self._right_edge() + 6 + place * 8, line.center().y())
                        shapes.draw_sign(painter, centre, 6.5, colour, p.item.weight)
                case Shape.ONLY:
                    shapes.draw_only(painter, QPointF(self._left_edge() - 6, p.rects[0].center().y()), 6, colour)
        for span in self._found:
            for rect in self._rects(span):
                painter.fillRect(
                    QRectF(rect.left(), rect.bottom() - 1.5, rect.width(), 1.5), theme.colour("found.line")
                )
        for span in self._current:
            self._paint_current(painter, self._rects(span), theme)

    def _paint_current(self, painter: QPainter, rects: Sequence[QRectF], theme: Theme) -> None:
        """Ring a word; underline what is longer than a line, for which rings would be bars of a cage."""
        colour = theme.colour("current")
        if len(rects) < RINGED:
            shapes.draw_outline(painter, rects, colour, width=1.8)
            return
        for rect in rects:
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 0.5, rect.width(), 1.5), colour)

    def _left_edge(self) -> float:
        return self.document().rootFrame().frameFormat().leftMargin() + self.document().documentMargin() - 4

    def _right_edge(self) -> float:
        return self.viewport().width() - self.document().rootFrame().frameFormat().rightMargin()

    def _paint_bar(
        self, painter: QPainter, placed: _Placed, theme: Theme, top: float, lane: int, named_to: float
    ) -> float:
        """Paint a bar and its name; return down to where names now reach, so that none covers another."""
        colour = theme.colour(shapes.role_of(placed.item.shape, 0))
        x, bottom = self._left_edge() - BAR_ROOM + 3 - lane * LANE, placed.bottom
        shapes.draw_bar(painter, x, top, bottom, colour, placed.item.shape is Shape.BROKEN_BAR)
        if not placed.item.label or top < named_to:
            return named_to
        font = QFont(self.window().font())
        font.setPointSizeF(max(6.5, self.font().pointSizeF() * 0.62))
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(colour)
        x = self._left_edge() - BAR_ROOM + 3 - LANE
        if self._gutter() == GUTTER_WIDE:
            return self._name_beside(painter, placed.item.label, metrics, x, top)
        return self._name_along(painter, placed.item.label, metrics, x, top, bottom)

    def _name_beside(self, painter: QPainter, name: str, metrics: QFontMetricsF, x: float, top: float) -> float:
        """Write a name to the left of its bar, on two lines at most; return where it ends."""
        room = QRectF(x - 4 - NAME_WIDTH, top, NAME_WIDTH, metrics.height() * 2)
        lines = _two_lines(name, metrics, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, lines)
        return top + metrics.height() * (1 + lines.count("\n"))

    def _name_along(
        self, painter: QPainter, name: str, metrics: QFontMetricsF, x: float, top: float, bottom: float
    ) -> float:
        """Write a name upwards along its bar, or its initials beside a short one; return where it ends."""
        if bottom - top <= metrics.height() * 2.5:
            letters = "".join(word[0] for word in name.split() if word[0].isupper())[:2]
            painter.drawText(QPointF(x - metrics.horizontalAdvance(letters), top + metrics.ascent()), letters)
            return top + metrics.height()
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, bottom - top)
        end = top + metrics.horizontalAdvance(shown)
        painter.save()
        painter.translate(x - 1, end)
        painter.rotate(-90)
        painter.drawText(QPointF(0, 0), shown)
        painter.restore()
        return end

    # ------------------------------------------------------------------ pointer and keys

    def hit(self, point: QPoint) -> Shown | None:
        """Return the shape under a point of the viewport: the smallest word mark, else a sign or bar beside it."""
        at = QPointF(point) + self._scroll()
        visible = [p for p in self._placements() if p.item.kind in self._layers]
        words = [p for p in visible if p.item.shape in (Shape.FILL, Shape.OUTLINE, Shape.DASHED, Shape.DOTTED)]
        inside = [p for p in words if any(r.contains(at) for r in p.rects)]
        if inside:
            return min(inside, key=lambda p: len(p.item.span)).item
        bars = [p for p in visible if p.item.kind == "quotes"]
        signs = [p for p in visible if p.item.kind == "sentiment"]
        if at.x() < self._left_edge() - 2:
            return next((p.item for p in bars if p.top <= at.y() <= p.bottom), None)
        if at.x() > self._right_edge():
            return next((p.item for p in signs if p.rects[-1].top() <= at.y() <= p.rects[-1].bottom()), None)
        return self._hit_in_text(at, bars)

    def _hit_in_text(self, at: QPointF, bars: list[_Placed]) -> Shown | None:
        return next((p.item for p in bars if any(r.contains(at) for r in p.rects)), None)

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
        self.viewport().setToolTip(item.label if item and item.kind == "quotes" else "")
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
        if event.type() is QEvent.Type.PaletteChange:
            self.viewport().update()


def _line_rects(block: QTextBlock, origin: QPointF, start: int, end: int) -> Iterator[QRectF]:
    """Yield the rectangles of the characters `start` to `end` of a block, one per line."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        left, right = line.cursorToX(first)[0], line.cursorToX(last)[0]
        # Only the letters' height: proportional line height adds its room above them.
        height = line.ascent() + line.descent()
        top = origin.y() + line.y() + line.height() - height
        yield QRectF(origin.x() + min(left, right), top, abs(right - left), height)


def _two_lines(name: str, metrics: QFontMetricsF, width: float) -> str:
    """Return a name on one or two lines, each shortened to `width`."""
    if metrics.horizontalAdvance(name) <= width:
        return name
    first, rest = "", name.split()
    while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".strip()) <= width:
        first = f"{first} {rest.pop(0)}".strip()
    lines = [first, " ".join(rest)] if first else [name]
    return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines if line)
