"""A chart on screen: its scene at the width there is, each mark with its tooltip and its passages, its table behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontInfo,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from analysis.messages import render
from analysis.messages import text as tr
from analysis.model import Comparison
from analysis.output.charts.scene import DEFAULT, Chart, ChartOptions, Datum, Scene, Text
from analysis.output.charts.sheet import least_width

from ..paint.scene import bounds, item_at, paint_scene
from ..paint.theme import Theme
from ..session import Session
from .chart_export import chart_menu
from .data_table import DataTable, Field
from .labels import MutedLabel
from .plain import PlainLabel, set_tip, show_tip

Build = Callable[[Comparison, float, ChartOptions], Chart]
RESIZE_MS = 60
"""How long the width rests before a chart is laid out anew: shorter than a blink, longer than a drag's step."""


class ChartCanvas(QWidget):
    """Paints a scene. A painter over plain items beats a QGraphicsScene here: nothing moves, everything is one look."""

    datum_activated = Signal(object)
    width_settled = Signal(int)
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = Scene(10, 10, ())
        self._active: Datum | None = None
        self.setAccessibleName(tr("Chart"))  # until it has a title
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(RESIZE_MS)
        self._settle.timeout.connect(lambda: self.width_settled.emit(self.width()))

    @property
    def scene(self) -> Scene:
        return self._scene

    @property
    def active(self) -> Datum | None:
        """The mark under the pointer or the keyboard."""
        return self._active

    def set_scene(self, scene: Scene) -> None:
        """Show another scene."""
        self._scene = scene
        self._active = next((d for d in scene.data if self._active and d.id == self._active.id), None)
        self.setFixedHeight(max(1, round(scene.height)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._scene.width), round(self._scene.height))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour("paper"))
        paint_scene(painter, self._scene, theme, QRectF(event.rect()), self._active.id if self._active else None)
        if self.hasFocus() and self._active is None:
            painter.setPen(QPen(theme.colour("line.strong"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._settle.start()

    # ------------------------------------------------------------------ pointer and keys

    def _set_active(self, datum: Datum | None) -> None:
        if datum != self._active:
            self._active = datum
            self.setAccessibleDescription(render(datum.tooltip) if datum else "")
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        item = item_at(self._scene, event.position())
        datum = item.datum if item is not None else None
        self._set_active(datum)
        opens = datum is not None and bool(datum.passages)
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._set_active(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            item = item_at(self._scene, event.position())
            if item is not None and item.datum is not None:
                self.datum_activated.emit(item.datum)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        data = self._scene.data
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if data and event.key() in steps:
            at = next((n for n, d in enumerate(data) if self._active and d.id == self._active.id), None)
            step = steps[Qt.Key(event.key())]
            to = (at + step) % len(data) if at is not None else (0 if step > 0 else len(data) - 1)
            self._set_active(data[to])
            self._show_tip(data[to])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._active is not None:
            self.datum_activated.emit(self._active)
        else:
            super().keyPressEvent(event)

    def _show_tip(self, datum: Datum) -> None:
        boxes = [bounds(item) for item in self._scene.items if item.datum is not None and item.datum.id == datum.id]
        show_tip(self.mapToGlobal(boxes[0].bottomLeft().toPoint()), render(datum.tooltip), self)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            item = item_at(self._scene, QPointF(event.pos()))
            words = render(item.datum.tooltip) if item is not None and item.datum is not None else ""
            if item is not None and not words and isinstance(item, Text):
                words = item.full
            show_tip(event.globalPos(), words, self)
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())


class ChartBox(QWidget):
    """One chart with its title, its caption, and the switch to its table."""

    def __init__(
        self,
        session: Session,
        build: Build,
        options: ChartOptions = DEFAULT,
        titled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._build_chart = build
        self._options = options
        self.chart: Chart | None = None
        self._title, self._caption = PlainLabel(), MutedLabel()
        self._toggle = QToolButton()
        self.canvas = ChartCanvas()
        self.table = DataTable(tr("Figures of the chart"), late=True)
        self._assemble(titled)
        self.canvas.width_settled.connect(lambda _: self.rebuild())
        self.canvas.datum_activated.connect(lambda datum: session.open_passages(datum.passages))
        self.canvas.menu_requested.connect(self._on_menu)
        self.table.passages_activated.connect(session.open_passages)

    def _assemble(self, titled: bool) -> None:
        bold = QFont(self.font())
        bold.setBold(True)
        self._title.setFont(bold)
        self._title.setWordWrap(True)
        self._caption.setWordWrap(True)
        self._toggle.setText(tr("Table"))
        self._toggle.setCheckable(True)
        self._toggle.setAutoRaise(True)
        set_tip(self._toggle, tr("Show the figures of this chart as a table"))
        self._toggle.toggled.connect(self._on_toggled)
        more = QToolButton()
        more.setText("⋯")
        more.setAutoRaise(True)
        more.setAccessibleName(tr("Copy or save this chart"))
        set_tip(more, tr("Copy or save this chart"))
        more.clicked.connect(lambda: self._on_menu(more.mapToGlobal(QPoint(0, more.height()))))
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._title, 1)
        top.addWidget(self._toggle)
        top.addWidget(more)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(top)
        whole.addWidget(self._caption)
        whole.addWidget(self.canvas)
        whole.addWidget(self.table)
        self.table.hide()
        self._title.setVisible(titled)
        self._caption.setVisible(titled)

    @property
    def has_table(self) -> bool:
        """Whether there are figures behind the chart."""
        return self.chart is not None and not self.chart.empty

    @property
    def shows_table(self) -> bool:
        """Whether the figures stand in the place of the chart."""
        return self._toggle.isChecked()

    def show_table(self, on: bool) -> None:
        """Show the figures instead of the chart, or the chart again."""
        self._toggle.setChecked(on)

    @property
    def options(self) -> ChartOptions:
        return self._options

    def set_subject(self, subject: str) -> None:
        """Show the chart of another concept, role or speaker."""
        if subject != self._options.subject:
            self._options = replace(self._options, subject=subject)
            self.rebuild()

    def rebuild(self) -> None:
        """Lay the chart out at the width there is, in the size of the window's letters."""
        comparison = self._session.comparison
        if comparison is None or self.width() < 50:
            return
        size = float(QFontInfo(self.font()).pixelSize())
        places = tuple((group.key, self._session.places.of_group(group)) for group in comparison.groups)
        self._options = replace(self._options, size=min(max(size, 9.0), 32.0), places=places)
        self.canvas.setMinimumWidth(ceil(least_width(self._options)))  # else its right end could not be scrolled to
        self.chart = self._build_chart(comparison, float(self.canvas.width()), self._options)
        self.canvas.set_scene(self.chart.scene)
        title = render(self.chart.title)
        self._title.setText(title)
        self._caption.setText(render(self.chart.caption))
        self.canvas.setAccessibleName(tr("Chart: {title}. Its table says the same.").format(title=title))
        self.table.setAccessibleName(title)
        self._fill_table(self.chart)
        self._toggle.setVisible(not self.chart.empty)
        # An empty chart says why in its caption; its scene would say it again.
        self.canvas.setVisible(not self.chart.empty and not self._toggle.isChecked())

    def _fill_table(self, chart: Chart) -> None:
        fields = [Field(c.title, c.numeric, c.decimals) for c in chart.table.columns]
        self.table.set_rows(fields, chart.table.rows, chart.table.passages)
        row = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(min(14, len(chart.table.rows) + 1) * row + 24)

    def _on_toggled(self, on: bool) -> None:
        self.table.setVisible(on)
        self.canvas.setVisible(not on)

    def _on_menu(self, at: QPoint) -> None:
        if self.chart is not None:
            menu = chart_menu(self._session, self.chart, Theme.of(self.palette()), self.table, self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(at)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.rebuild()
        elif event.type() is QEvent.Type.PaletteChange:
            self.canvas.update()
