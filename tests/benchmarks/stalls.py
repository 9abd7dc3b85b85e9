"""How long the window keeps people waiting while articles are analysed: `python -m tests.benchmarks.stalls [PATH…]`.

Opens the window on PATHs, or on forty made-up articles, shows every view in turn while they are analysed and compared,
and presses keys in each. Printed are the slowest events by the window's own work (seconds of its thread's processor,
which do not depend on other programs) and by the clock, and how long keys waited for their answer.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import quantiles
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from analysis.model import Article

ARTICLES, WORDS = 40, 700
SHORT_WORDS = 150
"""Words of an article in the test, which looks at the window's own work and not at the engine's."""
STEP_MS = 40
"""Between two steps of the script."""
KEYS = (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Tab, Qt.Key.Key_End, Qt.Key.Key_Home)
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Handled:
    """One event that came from outside any other."""

    what: str
    view: str
    work_ms: float
    """Of this thread's processor."""
    clock_ms: float


class Watched(QApplication):
    """Measures what each event costs."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.handled: list[Handled] = []
        self.keys: dict[str, list[float]] = defaultdict(list)
        """Milliseconds from a key press to the end of its handling, by view."""
        self.key_work: dict[str, float] = defaultdict(float)
        """Milliseconds of the window's own work for the slowest key, by view."""
        self.view = ""
        self._depth = 0
        self._pressed: dict[int, float] = {}

    def press(self, target: QObject, key: Qt.Key) -> None:
        """Post a key press to `target`."""
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        self._pressed[key] = time.perf_counter()
        QCoreApplication.postEvent(target, event)

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._depth:
            return super().notify(receiver, event)
        kind, view, name = event.type(), self.view, _name(receiver)  # it may be gone afterwards
        key = event.key() if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress else None
        self._depth += 1
        work, clock = time.thread_time(), time.perf_counter()
        try:
            return super().notify(receiver, event)
        finally:
            self._depth -= 1
            now = time.perf_counter()
            spent = (time.thread_time() - work) * 1000
            self.handled.append(Handled(f"{kind.name} {name}", view, spent, (now - clock) * 1000))
            if key in self._pressed:
                self.key_work[view] = max(self.key_work[view], spent)
                self.keys[view].append((now - self._pressed.pop(key)) * 1000)


def _name(receiver: QObject) -> str:
    return receiver.objectName() or type(receiver).__name__


class Script:
    """Shows every view in turn and presses keys, until everything is compared and every view was shown once more."""

    def __init__(self, app: Watched, window: Any) -> None:  # Any: the window's module is imported late.
        self._app, self._window = app, window
        self._views = [spec.key for spec in window.views.specs]
        self._steps = self._script()
        self._settled = False
        window.pipeline.settled.connect(self._on_settled)
        self._timer = QTimer(app, interval=STEP_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _on_settled(self) -> None:
        self._settled = True

    def _step(self) -> None:
        if next(self._steps, None) is None:
            self._timer.stop()
            self._app.exit()

    def _script(self) -> Iterator[bool]:
        rounds = 0
        while rounds < 1:
            rounds += self._settled
            for key in self._views:
                self._app.view = key
                self._window.show_view(key)
                yield True
                for pressed in KEYS:
                    target = QApplication.focusWidget() or self._window
                    self._app.press(target, pressed)
                    yield True


def articles(words: int = WORDS) -> list[Article]:
    """Return made-up articles of as many outlets."""
    from .growth import made

    text = made("news", words)
    return [
        replace(text, id=f"a{i}", outlet=f"Outlet {i}", title=f"Title {i}", source=f"{i}.txt") for i in range(ARTICLES)
    ]


def session(paths: list[str], words: int = WORDS) -> Watched:
    """Run the script and return what was measured."""
    from gui import app as program
    from gui.collector import Collector
    from gui.main_window import MainWindow
    from gui.session import Session
    from gui.theme import Appearance

    sys.setswitchinterval(program.SWITCH_S)
    app = Watched(["parallax"])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        kept = QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat)
        program.load_fonts("Noto", "Droid")
        appearance = Appearance(app, kept)
        appearance.apply()
        window = MainWindow(Session(app), kept, appearance)
        Collector(app, window.jobs)
        window.start("library")
        window.show()
        if paths:
            import analysis

            window.session.add_articles(analysis.read(paths).articles[:ARTICLES])
        else:
            window.session.add_articles(articles(words))
        script = Script(app, window)
        app.exec()
        del script
        window.session.start_story()
        window.close()
    return app


def main(arguments: list[str]) -> int:
    """Print what was measured; `--json` one object for a test."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    paths = [one for one in arguments if one != "--json"]
    app = session(paths, SHORT_WORDS if "--json" in arguments else WORDS)
    if "--json" in arguments:
        slowest = sorted(app.handled, key=lambda one: -one.work_ms)[:SHOWN]
        events = [[one.what, one.view, one.work_ms] for one in slowest]
        print(json.dumps({"keys": app.key_work, "events": events}))
        return 0
    for title, figure in (("own work", "work_ms"), ("by the clock", "clock_ms")):
        print(f"slowest events, {title} (ms):")
        for one in sorted(app.handled, key=lambda one: -getattr(one, figure))[:SHOWN]:
            print(f"  {getattr(one, figure):8.1f}  {one.view:<10} {one.what}")
    print("keys, from press to the end of handling (ms): median, 95th percentile, longest")
    for view, times in app.keys.items():
        cuts = quantiles(times, n=20) if len(times) > 1 else times * 20
        print(f"  {view:<10} {cuts[9]:8.1f} {cuts[18]:8.1f} {max(times):8.1f}  ({len(times)} keys)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
