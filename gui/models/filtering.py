"""Filters of lists: how a proxy is told that what it lets through is about to change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSortFilterProxyModel


@contextmanager
def filter_change(proxy: QSortFilterProxyModel) -> Iterator[None]:
    """Let the rows of `proxy` be filtered anew when this block, which changes what its filter goes by, ends."""
    begins = hasattr(proxy, "beginFilterChange")  # Qt 6.10 and later; the other way is deprecated there
    if begins:
        proxy.beginFilterChange()
    yield
    if begins:
        proxy.endFilterChange(QSortFilterProxyModel.Direction.Rows)
    else:
        proxy.invalidateFilter()
