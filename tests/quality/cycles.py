"""Memory of one process that opens, analyses, compares and closes one story after the other, with the Reader.

`python -m tests.quality.cycles [--cycles 300]` prints resident memory and its slope. No story comes twice, so that what
is kept by the digest of a text grows if it can; every cycle has a window of its own, shows every view and closes it.
"""

from __future__ import annotations

import argparse
import gc
import math
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.many import articles
from tests.patience import WAIT_MS
from tests.whole.story import write

WARM_UP = 100
"""Cycles that fill what is filled once: imports, lexicons, fonts, bounded caches. The Reader keeps 256 readings, which
are those of 86 cycles."""
EACH = 10
"""How often a line is printed."""


@dataclass(frozen=True, slots=True)
class Slope:
    """How resident memory grows, in KB (1024 bytes) per cycle, with its 95 % interval."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.mean:+.1f} KB per cycle (95 % interval {self.low:+.1f} to {self.high:+.1f})"


def slope_of(memory: Sequence[int]) -> Slope:
    """Return the slope of memory (bytes) over cycles, by least squares.

    The interval allows for residuals that follow each other (a process keeps what it has taken): its width grows by
    sqrt((1 + r) / (1 - r)), r being their correlation from one cycle to the next.
    """
    import numpy as np
    from scipy import stats

    values = np.asarray(memory, float) / 1024
    cycles = np.arange(len(values))
    line = stats.linregress(cycles, values)
    left = values - (line.intercept + line.slope * cycles)
    spread = float((left**2).sum())
    r = max(0.0, min(0.99, float((left[1:] * left[:-1]).sum()) / spread)) if spread else 0.0
    reach = float(stats.t.ppf(0.975, len(values) - 2) * line.stderr) * math.sqrt((1 + r) / (1 - r))
    return Slope(float(line.slope), float(line.slope) - reach, float(line.slope) + reach)


class Cycles:
    """One application; a window and a story per cycle."""

    def __init__(self, folder: Path, count: int) -> None:
        from gui import app as program

        self._program = program
        self._app = program.make_app(["parallax"])
        self._app.setQuitOnLastWindowClosed(False)
        self._folder = folder
        self._count = count

    def run(self, number: int) -> None:
        """Open a story that was not there before, look at every view of it, and close it."""
        from PySide6.QtCore import QEventLoop, QSettings, QTimer

        paths = write(self._folder / "story", "txt", articles(self._count, number))
        kept = QSettings(str(self._folder / "window.ini"), QSettings.Format.IniFormat)
        window = self._program.make_window(self._app, kept)
        window.session.setParent(window)
        window.appearance.setParent(window)
        loop, limit = QEventLoop(), QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(lambda: loop.exit(1))

        def wait() -> None:
            limit.start(WAIT_MS)
            if loop.exec():
                raise SystemExit(f"cycle {number} hangs")
            limit.stop()

        window.pipeline.settled.connect(loop.quit)
        window.show()
        self._program.begin(window, paths)
        wait()
        assert window.session.comparison is not None
        assert len(window.session.comparison.analyses) == self._count
        for spec in window.views.specs:
            window.show_view(spec.key)
            window.grab()
        window.destroyed.connect(loop.quit)
        window.session.start_story()  # nothing to ask about
        window.close()
        window.deleteLater()
        del window
        wait()


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.quality.cycles", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--cycles", type=int, default=300)
    parser.add_argument("--articles", type=int, default=3, help="articles of one story")
    parser.add_argument("--types", action="store_true", help="print which Python objects became more after the warm-up")
    given = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import psutil

    from analysis.reading import reader

    print("the Reader:", "present" if reader.available() is None else "ABSENT", flush=True)
    process, memory = psutil.Process(), list[int]()
    before: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        cycles = Cycles(Path(folder), given.articles)
        for number in range(given.cycles):
            cycles.run(number)
            memory.append(process.memory_info().rss)
            if given.types and number + 1 == min(WARM_UP, given.cycles // 2):
                before = living()
            if number % EACH == EACH - 1:
                widgets = len(cycles._app.allWidgets())
                print(f"{number + 1:4} cycles  {memory[-1] / 2**20:7.1f} MB  {widgets} widgets", flush=True)
    if given.types:
        for name, more in (living() - before).most_common(40):
            print(f"{more:8}  {name}")
    warm = min(WARM_UP, given.cycles // 3)
    now, then = memory[-1] / 2**20, memory[warm] / 2**20
    print(f"after {warm} cycles: {slope_of(memory[warm:])}; {then:.0f} MB then, {now:.0f} MB now")
    return 0


def living() -> Counter[str]:
    """Return how many Python objects of each type live."""
    gc.collect()
    return Counter(f"{type(one).__module__}.{type(one).__qualname__}" for one in gc.get_objects())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
