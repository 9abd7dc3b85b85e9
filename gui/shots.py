"""Pictures of every view of the whole window, light and dark, small and large: `./run shots [--all] [DIR] [PATH …]`.

They show the sample story, or the articles of PATH, and need no screen. With `--all` they come in every size that the
window is made for, and with letters of 100, 150 and 200 %. What hinders them is said in one sentence, and the exit
status is 1.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QTimer

from . import app as program
from .main_window import MainWindow
from .views import VIEWS

SIZES = ((1280, 800), (1920, 1080))
ALL_SIZES = ((1024, 700), (1280, 800), (1366, 768), (1920, 1080))
LETTERS = (100, 150, 200)
"""Sizes of the system's letters, in per cent of the usual."""
MODES = ("light", "dark")
EVERYTHING = "--all"
FAILED = 1
SETTLE_MS = 700
"""How long a view may take to lay its charts out at a new width."""


class Photographer:
    """Takes the pictures one after the other, each when its view has settled."""

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        leave: Callable[[int], object] = QCoreApplication.exit,
        everything: bool = False,
    ) -> None:
        self._window = window
        self._folder = folder
        self._leave = leave
        self._sizes = ALL_SIZES if everything else SIZES
        self._letters = LETTERS if everything else LETTERS[:1]
        self._steps = self._plan()
        self._started = False
        self.problem = ""
        """Why there are no pictures, or no more of them; "" while nothing has failed."""
        window.pipeline.settled.connect(self.start)
        window.importer.left_out.connect(self._on_left_out)
        window.pipeline.unreadable.connect(self._on_unreadable)
        window.jobs.failed.connect(self._give_up)
        window.jobs.idle.connect(self._on_idle)

    def start(self) -> None:
        """Begin once the story is compared."""
        if not self._started and not self.problem and self._window.session.comparison is not None:
            self._started = True
            self._next()

    def _on_left_out(self, left_out: Sequence[tuple[str, str]]) -> None:
        if not self._window.session.articles:  # where there are others, they are shown
            name, reason = left_out[0]
            self._give_up(f"{name} could not be read: {reason}")

    def _on_unreadable(self, failed: Sequence[tuple[str, str]]) -> None:
        name, reason = failed[0]
        self._give_up(f"{name} could not be analysed: {reason}")

    def _on_idle(self) -> None:
        if not self._window.session.articles:  # as from an empty folder; the window has said so
            self._give_up(self._window.notices.label.words)

    def _give_up(self, problem: str) -> None:
        """End without waiting for a comparison that will not come."""
        if not self.problem:
            self.problem = problem
            self._window.jobs.close()
            self._leave(FAILED)

    def _plan(self) -> Iterator[Path]:
        usual = self._window.appearance.text_size
        for percent, (width, height), mode in product(self._letters, self._sizes, MODES):
            self._window.appearance.set_mode(mode)
            self._window.appearance.zoom(0)
            if percent != LETTERS[0]:
                self._window.appearance.zoom(round(usual * percent / 100) - usual)
            self._window.resize(width, height)
            for spec in VIEWS:
                self._window.show_view(spec.key)
                letters = f"-{percent}" if percent != LETTERS[0] else ""
                yield self._folder / f"{spec.key}-{mode}-{width}{letters}.png"

    def _next(self) -> None:
        path = next(self._steps, None)
        if path is None:
            self._window.close()
            return
        QTimer.singleShot(SETTLE_MS, lambda: self._shoot(path))

    def _shoot(self, path: Path) -> None:
        if self.problem:
            return
        if not self._window.grab().save(str(path)):
            self._give_up(f"{path} could not be written")
            return
        print(path)  # noqa: T201 (what the command is for)
        self._next()


def main(arguments: Sequence[str]) -> int:
    """Take all pictures and return the exit code."""
    everything = EVERYTHING in arguments
    arguments = [argument for argument in arguments if argument != EVERYTHING]
    folder = Path(arguments[0] if arguments else "out/shots")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:  # not the user's own window state
        app = program.make_app(["parallax"])
        kept = QSettings(str(Path(home) / "settings.ini"), QSettings.Format.IniFormat)
        window = program.make_window(app, kept)
        photographer = Photographer(window, folder, everything=everything)
        window.painted.connect(lambda: QTimer.singleShot(0, lambda: program.begin(window, arguments[1:] or None)))
        window.resize(*SIZES[0])  # before it is shown, so that the docks get their widths
        window.show()
        code = app.exec()
        if photographer.problem:
            sys.stderr.write(f"No pictures: {photographer.problem.rstrip('.')}.\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
