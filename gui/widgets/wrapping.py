"""Cells of one column broken into lines, as high as their words need; the others stay on one line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

PADDING = 24
"""Pixels across that a cell's style, its line of focus and the end of a line take from its words."""
ABOVE_AND_BELOW = 8
"""Pixels that stay free above and below the lines of a cell."""


class WrappedColumn(QStyledItemDelegate):
    """Breaks the words of column number `wrapped`; paths in column number `paths` lose their beginning.

    Their end tells which folder or archive it is.
    """

    def __init__(self, table: QTableView, wrapped: int | None, paths: int) -> None:
        super().__init__(table)
        self._table = table
        self._wrapped, self._paths = wrapped, paths

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.column() == self._wrapped:
            option.textElideMode = Qt.TextElideMode.ElideRight
        else:
            option.features &= ~QStyleOptionViewItem.ViewItemFeature.WrapText
            left = index.column() == self._paths
            option.textElideMode = Qt.TextElideMode.ElideLeft if left else Qt.TextElideMode.ElideMiddle

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        if index.column() != self._wrapped or not self._table.wordWrap():
            return hint
        room = QRect(0, 0, max(1, self._table.columnWidth(index.column()) - PADDING), 1 << 16)
        lines = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(hint.width(), lines.height() + 2 * ABOVE_AND_BELOW)
