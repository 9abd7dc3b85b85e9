"""Pictures of every view of the whole window, light and dark, small and large: `./run shots [DIR] [PATH …]`.

They show the sample story, or the articles of PATH, and need no screen.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer

from . import app as program
from .main_window import MainWindow
from .views import VIEWS

SIZES = ((1280, 800), (1920, 1080))
MODES = ("light", "dark")
SETTLE_MS = 700
"""How long a view may take to lay its charts out at a new width."""


class Photographer:
    """Takes the pictures one after the other, each when its view has settled."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self._steps = self._plan()
        window.pipeline.settled.connect(self.start)
        self._started = False

    def start(self) -> None:
        """Begin once the story is compared."""
        if not self._started and self._window.session.comparison is not None:
            self._started = True
            self._next()

    def _plan(self) -> Iterator[Path]:
        for width, height in SIZES:
            for mode in MODES:
                self._window.appearance.set_mode(mode)
                self._window.resize(width, height)
                for spec in VIEWS:
                    self._window.show_view(spec.key)
                    yield self._folder / f"{spec.key}-{mode}-{width}.png"

    def _next(self) -> None:
        path = next(self._steps, None)
        if path is None:
            self._window.close()
            return
        QTimer.singleShot(SETTLE_MS, lambda: self._shoot(path))

    def _shoot(self, path: Path) -> None:
        self._window.grab().save(str(path))
        print(path)  # noqa: T201 (what the command is for)
        self._next()


def main(arguments: Sequence[str]) -> int:
    """Take all pictures and return the exit code."""
    folder = Path(arguments[0] if arguments else "out/shots")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:  # not the user's own window state
        app = program.make_app(["parallax"])
        kept = QSettings(str(Path(home) / "settings.ini"), QSettings.Format.IniFormat)
        window = program.make_window(app, kept)
        photographer = Photographer(window, folder)
        window.painted.connect(lambda: QTimer.singleShot(0, lambda: program.begin(window, arguments[1:] or None)))
        window.resize(*SIZES[0])  # before it is shown, so that the docks get their widths
        window.show()
        code = app.exec()
        del photographer
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
