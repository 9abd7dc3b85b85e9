"""The story's articles at the window's left: outlet and headline, in the outlet's colour and with its letter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from analysis.messages import text as tr
from analysis.visible import visible

from ..models.articles import KEYS, ROLE_ID, ROLE_ROW, ArticlesModel, Row
from ..session import Session
from ..theme import role
from ..widgets.plain import PlainLabel

PAD = 8


class ArticleDelegate(QStyledItemDelegate):
    """Two lines: the outlet, below it the headline; a square with the group's letter before them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, 2 * QFontMetrics(option.font).height() + 2 * PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(ROLE_ROW)
        colours: QPalette = option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.highlight())
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colours.alternateBase())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), role(colours, "accent"))
        self._paint_letter(painter, option, row)
        metrics = QFontMetrics(option.font)
        side = metrics.height()
        lines = rect.adjusted(PAD + side + PAD + 4, PAD, -PAD, -PAD)
        muted = role(colours, "muted")
        painter.setPen(colours.color(QPalette.ColorRole.Text) if row.compared else muted)
        outlet = row.article.label
        width = lines.width()
        # Names of outlets that are cut differ at their ends as often as at their beginnings.
        painter.drawText(
            lines.topLeft() + QPoint(0, metrics.ascent()), _elided(metrics, outlet, width, Qt.TextElideMode.ElideMiddle)
        )
        painter.setPen(muted)
        title = row.article.title if row.article.title not in ("", outlet) else tr("outlet not known")
        below = QPoint(0, metrics.height() + metrics.ascent())
        painter.drawText(lines.topLeft() + below, _elided(metrics, title, width))
        painter.restore()

    def _paint_letter(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        side = QFontMetrics(option.font).height() + 2
        square = QRectF(option.rect.left() + PAD + 2, option.rect.top() + PAD, side, side)
        if row.group is not None and row.compared:
            from ..paint.theme import Theme  # here: the window paints before the engine loads
            from ..widgets.outlet_badge import draw_badge

            draw_badge(painter, square, row.group, Theme.of(option.palette), option.font)
        else:
            painter.setPen(role(option.palette, "line"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


class Shelf(QWidget):
    """The list of the story's articles."""

    add_asked = Signal()
    opened = Signal(object)
    """Ids of articles to look at."""
    selection_changed = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.title = PlainLabel()
        self.title.setObjectName("heading")
        self.title.setWordWrap(True)
        self.title.setContentsMargins(14, 12, 12, 8)
        self.list = QListView()
        self.list.setAccessibleName(tr("Articles"))
        self.list.setModel(ArticlesModel.of(session))
        self.list.setModelColumn(KEYS.index("outlet"))
        self.list.setItemDelegate(ArticleDelegate(self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(
            lambda at: self.menu_asked.emit(self.list.viewport().mapToGlobal(at))
        )
        self.list.clicked.connect(self._on_clicked)
        self.list.activated.connect(self._on_clicked)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        add = QPushButton(tr("+ Add articles…"))
        add.setObjectName("link")
        add.clicked.connect(lambda: self.add_asked.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(0)
        layout.addWidget(self.title)
        layout.addWidget(self.list, 1)
        layout.addWidget(add)
        session.name_changed.connect(self._show_title)
        self._show_title()

    def selected_articles(self) -> tuple[str, ...]:
        """Ids of the selected articles, from top to bottom."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        model = self.list.model()
        return tuple(model.index(row, 0).data(ROLE_ID) for row in rows)

    def _show_title(self) -> None:
        self.title.setText(self._session.name or tr("Untitled story"))

    def _on_clicked(self, _: QModelIndex) -> None:
        ids = self.selected_articles()
        if len(ids) == 1:  # while several are being chosen nothing should jump
            self.opened.emit(ids)


def _elided(metrics: QFontMetrics, text: str, width: int, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> str:
    return metrics.elidedText(visible(" ".join(text.split())), mode, width)
