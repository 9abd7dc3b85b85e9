"""When Python looks for garbage in everything that is alive: while nobody waits for the window.

With forty analysed articles a full collection takes 0.2 s, and until it is over no thread runs. By itself Python begins
one whenever the objects have grown by a quarter, in the midst of an analysis.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from .jobs import Jobs

QUIET_MS = 15_000
"""How long after the last job a full collection begins."""
AWAY_MS = 1_000
"""How long the window has been left when one begins."""
OFTEN = (700, 10)
"""Python's own thresholds for young objects, which are few and looked through at once."""
NEVER = 1_000_000


class Collector(QObject):
    """Collects when no job has run for a while and when the window is left, and at no other time."""

    def __init__(self, app: QGuiApplication, jobs: Jobs) -> None:
        super().__init__(app)
        self._jobs = jobs
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_quiet)
        gc.set_threshold(*OFTEN, NEVER)
        jobs.idle.connect(lambda: self._timer.start(QUIET_MS))
        app.applicationStateChanged.connect(self._on_state)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self._timer.start(AWAY_MS)

    def _on_quiet(self) -> None:
        if not self._jobs.running:
            gc.collect()
