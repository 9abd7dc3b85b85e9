"""How long the text columns take to be painted anew."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class Painted(QObject):
    """Runs the event loop until each of these widgets has been painted."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self._widgets = tuple(widgets)
        self._awaited: set[QObject] = set()
        self._loop = QEventLoop()
        for widget in widgets:
            widget.installEventFilter(self)

    def after(self, act: Callable[[], object]) -> float:
        """Return the milliseconds from `act` until all were painted."""
        self._awaited = set(self._widgets)
        start = time.perf_counter()
        act()
        self._loop.exec()
        return (time.perf_counter() - start) * 1000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched in self._awaited:
            self._awaited.discard(watched)
            if not self._awaited:
                QTimer.singleShot(0, self._loop.quit)  # the painting itself comes after this filter
        return False


def toggle_times_ms(rounds: int) -> tuple[float, ...]:
    """Return the milliseconds from switching a kind of mark until all columns are painted anew, per round."""
    from gui.gallery import dense_read

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert app is not None
    session, view = dense_read()
    columns = Painted([column.text.viewport() for column in view.columns])  # type: ignore[attr-defined]
    columns.after(view.show)  # lays the text out
    for on in (False, True):
        columns.after(lambda on=on: session.set_visible("framing", on))
    times = [columns.after(lambda n=n: session.set_visible("framing", bool(n % 2))) for n in range(2 * rounds)]
    view.close()
    view.deleteLater()
    return tuple(times)
