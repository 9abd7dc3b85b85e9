"""Ctrl+C in the terminal that the window was started from: the program ends as by its menu."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier


class Interrupts(QObject):
    """Calls `quit_` on Ctrl+C. Python sees a signal only when it runs, and while Qt waits for events it does not."""

    def __init__(self, quit_: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._quit = quit_
        self._woken, self._wakes = socket.socketpair()
        for end in (self._woken, self._wakes):
            end.setblocking(False)
        self._before = signal.set_wakeup_fd(self._wakes.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        self._handler = signal.signal(signal.SIGINT, self._on_signal)

    def close(self) -> None:
        """Give the signal back to whoever had it."""
        signal.signal(signal.SIGINT, self._handler)
        signal.set_wakeup_fd(self._before)
        self._notifier.setEnabled(False)
        self._woken.close()
        self._wakes.close()

    def _on_signal(self, _: int, __: FrameType | None) -> None:
        self._quit()

    def _on_woken(self) -> None:
        # By now Python has run, and with it the handler.
        self._woken.recv(4096)
