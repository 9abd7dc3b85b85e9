"""What the inspector is put together from: headings, lines, links, the stance scale, the bars of word weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFormLayout, QSizePolicy, QVBoxLayout, QWidget

from analysis.messages import text as tr

from ..paint.theme import Theme
from ..paint.typography import serif
from .labels import MutedLabel
from .letters import scale_letters
from .plain import LinkLabel, PlainLabel, set_tip

STANCES = range(-2, 3)


def heading(words: str) -> PlainLabel:
    """Return a section's heading."""
    label = MutedLabel(words.upper())
    label.setWordWrap(True)
    font = QFont(label.font())
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
    font.setBold(True)
    label.setFont(font)
    scale_letters(label, 0.85)
    return label


def paragraph(words: str, muted: bool = False) -> PlainLabel:
    """Return wrapped words that can be selected and copied."""
    label = MutedLabel(words) if muted else PlainLabel(words)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def quotation(words: str) -> PlainLabel:
    """Return the words that are explained, in the articles' letters."""
    label = paragraph(words if set(words) & set('“”"') else f"“{words}”")
    label.setFont(serif(label.font().pointSizeF()))
    scale_letters(label, 1.35 if len(words) < 60 else 1.05)
    return label


def link(words: str, slot: Callable[[], object], name: str = "") -> LinkLabel:
    """Return a line that calls `slot`."""
    made = LinkLabel(words, name)
    made.clicked.connect(slot)
    return made


class Facts(QWidget):
    """Names and values in two columns."""

    def __init__(self, rows: Sequence[tuple[str, str | QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(4)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for name, value in rows:
            form.addRow(MutedLabel(name), paragraph(value) if isinstance(value, str) else value)


class StanceScale(QWidget):
    """Five places from -2 to +2 with one of them filled."""

    def __init__(self, stance: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stance = stance
        self.setAccessibleName(tr("stance {stance} on a scale from -2 to +2").format(stance=signed(stance)))
        set_tip(self, tr("-2: against … 0: neither … +2: in favour"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._cell() * len(STANCES) + 2, self.fontMetrics().height() + 4)

    def _cell(self) -> int:
        return self.fontMetrics().horizontalAdvance("−2") + 10

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, cell = Theme.of(self.palette()), self._cell()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, stance in enumerate(STANCES):
            box = QRectF(1 + place * cell, 1, cell - 2, self.height() - 2)
            here = stance == self._stance
            painter.setPen(QPen(theme.colour(f"stance.{stance}" if here else "line"), 1))
            painter.setBrush(theme.colour(f"stance.{stance}") if here else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 3, 3)
            if here:
                painter.setPen(theme.colour("ink.on_fill"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, signed(stance))


class WeightBars(QWidget):
    """Words with what each adds to a score: bars to the right for up, to the left for down."""

    def __init__(self, weights: Sequence[tuple[str, float]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights = tuple(weights)
        self._row = int(QFontMetricsF(self.font()).height() * 1.35)
        said = ", ".join(f"{word} {signed_score(weight)}" for word, weight in weights)
        self.setAccessibleName(tr("What each word adds: {words}").format(words=said))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(180, self._row * len(self._weights) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, metrics = Theme.of(self.palette()), QFontMetricsF(self.font())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        number = metrics.horizontalAdvance("+0.000")
        words = min(max((metrics.horizontalAdvance(w) for w, _ in self._weights), default=0.0), self.width() * 0.4)
        left, right = words + 8, self.width() - number - 6
        middle, half = (left + right) / 2, max(4.0, (right - left) / 2)
        most = max((abs(weight) for _, weight in self._weights), default=1.0) or 1.0
        painter.setPen(QPen(theme.colour("line.strong"), 1))
        painter.drawLine(QPointF(middle, 0), QPointF(middle, self.height()))
        for place, (word, weight) in enumerate(self._weights):
            top = place * self._row
            row = QRectF(0, top, self.width(), self._row)
            painter.setPen(theme.colour("ink"))
            shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, words)
            painter.drawText(row.adjusted(0, 0, words - self.width(), 0), Qt.AlignmentFlag.AlignVCenter, shown)
            painter.setPen(theme.colour("ink.muted"))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(row, flags, signed_score(weight))
            reach = half * weight / most
            box = QRectF(min(middle, middle + reach), top + self._row * 0.25, abs(reach), self._row * 0.5)
            painter.fillRect(box, theme.colour("mark.positive" if weight > 0 else "mark.negative"))


class Stack(QWidget):
    """Widgets below each other; what an inspector's content is filled into."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 12)
        self._layout.setSpacing(6)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets at the end."""
        for widget in widgets:
            self._layout.addWidget(widget)

    def section(self, words: str, *widgets: QWidget) -> None:
        """Put widgets under a heading, or nothing where there are none."""
        if widgets:
            self._layout.addSpacing(8)
            self.add(heading(words), *widgets)

    def finish(self) -> None:
        """Leave the rest of the room empty."""
        self._layout.addStretch(1)


def signed(stance: int) -> str:
    """Return a stance with its sign; the minus is a real one, 0 has none."""
    return "0" if stance == 0 else f"{stance:+d}".replace("-", "−")


def signed_score(value: float) -> str:
    """Return a score with two decimals and its sign; one that rounds to 0 has none."""
    if abs(value) < 0.005:
        return "0.00"
    return f"{value:+.2f}".replace("-", "−")
