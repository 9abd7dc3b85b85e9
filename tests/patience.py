"""How long a test waits before it holds that something hangs: far longer than a busy machine needs.

Waiting ends at once when what is waited for comes, so none of these costs a passing test anything.
"""

from __future__ import annotations

from typing import Any

from pytestqt.qtbot import QtBot

WAIT_S = 120
"""For a signal, a state of the window, or a thread. No single step of the program takes a hundredth of it."""
WAIT_MS = WAIT_S * 1000
PROCESS_S = 600
"""For a process that a test starts."""

POLL_S = 0.01
"""Between two looks of a thread that waits for a test and for a Cancel at once; nothing ends when it is over."""


class PatientBot(QtBot):
    """pytest-qt's bot with one limit for all that is waited for."""

    def waitSignal(self, signal: Any, *, timeout: int = WAIT_MS, **details: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **details)

    def waitSignals(self, signals: Any, *, timeout: int = WAIT_MS, **details: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **details)

    def waitUntil(self, callback: Any, *, timeout: int = WAIT_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitExposed(self, widget: Any, *, timeout: int = WAIT_MS) -> Any:
        return super().waitExposed(widget, timeout=timeout)

    def waitActive(self, widget: Any, *, timeout: int = WAIT_MS) -> Any:
        return super().waitActive(widget, timeout=timeout)

    def waitCallback(self, *, timeout: int = WAIT_MS, **details: Any) -> Any:
        return super().waitCallback(timeout=timeout, **details)


def handled(bot: QtBot) -> None:
    """Wait until the window has handled all that was put off to the next turn of its event loop."""
    from PySide6.QtCore import QTimer

    turn = QTimer()
    turn.setSingleShot(True)
    with bot.waitSignal(turn.timeout):
        turn.start(0)
