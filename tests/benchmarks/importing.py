"""How long the window keeps people waiting while many files are opened: `python -m tests.benchmarks.importing [COUNT]`.

Writes COUNT small saved pages (5,000 without one; every 50th is empty), opens their folder in the window, presses keys
in the Library meanwhile, opens the same folder once more, and shows the list of imported files. Printed are the rate
of reading, the slowest events by the window's own work and by the clock, and how long keys waited for their answer.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles
from typing import Any

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from .stalls import Watched

FILES = 5000
EMPTY_EVERY = 50
STEP_MS = 50
KEYS = (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home)
SHOWN = 8


def pages(folder: Path, count: int) -> None:
    """Write small saved pages, each with its own outlet, headline and four paragraphs."""
    from .growth import made

    text = made("news", 220).text.split("\n\n")
    for i in range(count):
        story = "".join(f"<p>{paragraph} ({i})</p>" for paragraph in text[:6])
        page = (
            f"<!DOCTYPE html><html><head><title>Story {i}</title>"
            f"<meta property='og:site_name' content='Outlet {i % 40}'></head>"
            f"<body><nav><a href='/'>Home</a></nav><article><h1>Story {i}</h1>{story}</article></body></html>"
        )
        (folder / f"page{i:05}.html").write_text("" if i % EMPTY_EVERY == 0 else page, encoding="utf-8")


class Script:
    """Opens the folder, presses keys until it is read; once more for a folder that is in the story already."""

    def __init__(self, app: Watched, window: Any, folder: Path) -> None:  # Any: the window's module is imported late.
        self._app, self._window, self._folder = app, window, folder
        self.seconds: list[float] = []
        self._steps = self._script()
        self._timer = QTimer(app, interval=STEP_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _step(self) -> None:
        if next(self._steps, None) is None:
            self._timer.stop()
            self._app.exit()

    def _script(self) -> Iterator[bool]:
        jobs = self._window.jobs
        for phase in ("reading", "reading again"):
            self._app.view = phase
            began = time.monotonic()
            self._window.importer.read_paths([str(self._folder)])
            while any(job.title == "Reading" for job in jobs.running):
                for key in KEYS:
                    self._app.press(QApplication.focusWidget() or self._window, key)
                    yield True
            self.seconds.append(time.monotonic() - began)
            self._app.view = f"after {phase}"
            for _ in range(20):  # what lays itself out late
                yield True
            jobs.cancel()  # the analysis is measured by `stalls`
            while jobs.running:
                yield True
        self._app.view = "the list"
        self._window.importer.show_imported()
        for _ in range(20):
            yield True


def session(count: int) -> tuple[Watched, list[float]]:
    """Run the script; return what was measured, and the seconds of both readings."""
    from gui import app as program
    from gui.collector import Collector
    from gui.main_window import MainWindow
    from gui.session import Session
    from gui.theme import Appearance

    sys.setswitchinterval(program.SWITCH_S)
    app = Watched(["parallax"])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "pages"
        folder.mkdir()
        pages(folder, count)
        kept = QSettings(str(Path(home) / "window.ini"), QSettings.Format.IniFormat)
        program.load_fonts("Noto", "Droid")
        appearance = Appearance(app, kept)
        appearance.apply()
        window = MainWindow(Session(app), kept, appearance)
        Collector(app, window.jobs)
        window.start("library")
        window.show()
        script = Script(app, window, folder)
        app.exec()
        window.session.start_story()
        window.close()
    return app, script.seconds


def main(arguments: list[str]) -> int:
    """Print what was measured."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    count = int(arguments[0]) if arguments else FILES
    app, seconds = session(count)
    for took, what in zip(seconds, ("read", "read again"), strict=True):
        print(f"{count} files {what} in {took:.1f} s, {count / took:.0f} a second")
    for title, figure in (("own work", "work_ms"), ("by the clock", "clock_ms")):
        print(f"slowest events, {title} (ms):")
        for one in sorted(app.handled, key=lambda one: -getattr(one, figure))[:SHOWN]:
            print(f"  {getattr(one, figure):8.1f}  {one.view:<20} {one.what}")
    print("keys, from press to the end of handling (ms): median, 95th percentile, longest")
    for view, times in app.keys.items():
        cuts = quantiles(times, n=20) if len(times) > 1 else times * 20
        print(f"  {view:<20} {cuts[9]:8.1f} {cuts[18]:8.1f} {max(times):8.1f}  ({len(times)} keys)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
