"""Ctrl+C in the terminal ends the window."""

from __future__ import annotations

import os
import signal
from threading import Thread

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from gui.interrupt import Interrupts


class Asked(QObject):
    quit = Signal()


def test_an_interrupt_is_heard_while_qt_waits_for_events(qtbot: QtBot) -> None:
    asked, before = Asked(), signal.getsignal(signal.SIGINT)
    interrupts = Interrupts(asked.quit.emit, asked)
    try:
        with qtbot.waitSignal(asked.quit):
            Thread(target=os.kill, args=(os.getpid(), signal.SIGINT)).start()
    finally:
        interrupts.close()
    assert signal.getsignal(signal.SIGINT) is before
