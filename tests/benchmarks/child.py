"""What the benchmark measures in a process of its own: `python -m tests.benchmarks.child TASK` prints one JSON object.

The start of the process is handed in as PARALLAX_BENCH_START (seconds since the epoch), so that the interpreter counts.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STORY = ROOT / "resources" / "samples" / "story"
COMPARED_TIMEOUT_MS = 60_000
SETTLED_MS = 500
"""How long the views have to draw what was compared."""


def resident_mb() -> float:
    """Return the resident memory of this process in MB (10^6 bytes)."""
    import psutil

    return psutil.Process().memory_info().rss / 1e6


def since_start_ms() -> float:
    return (time.time() - float(os.environ["PARALLAX_BENCH_START"])) * 1000


def empty_window() -> dict[str, float]:
    """First paint of an empty QMainWindow: what Qt itself costs."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    painted = _when_painted(window, app.quit)
    window.show()
    app.exec()
    return {"ms": painted[0], "mb": painted[1]}


def parallax_window() -> dict[str, float]:
    """First paint of the program's window, as `./run` opens it."""
    from gui import app as program

    app = program.make_app(["parallax"])
    window = program.make_window(app, program.settings())
    painted = _when_painted(window, app.quit)
    window.show()
    app.exec()
    return {"ms": painted[0], "mb": painted[1]}


def compared_sample() -> dict[str, object]:
    """Memory of the window with the sample story open and compared."""
    from PySide6.QtCore import QTimer

    from gui import app as program

    app = program.make_app(["parallax"])
    window = program.make_window(app, program.settings())
    found: dict[str, object] = {}

    def look() -> None:
        comparison = window.session.comparison
        if not found and comparison is not None and len(comparison.analyses) == len(list(STORY.glob("*.txt"))):
            found["opened"] = True
            QTimer.singleShot(SETTLED_MS, finish)

    def finish() -> None:
        found.update(mb=resident_mb(), ms=since_start_ms(), modules=_heavy())
        app.quit()

    window.session.comparison_changed.connect(look)
    window.painted.connect(lambda: QTimer.singleShot(0, lambda: program.begin(window, None)))
    QTimer.singleShot(COMPARED_TIMEOUT_MS, app.quit)
    window.show()
    app.exec()
    return found


def imports() -> dict[str, float]:
    """What each heavy import adds to resident memory, in the order in which the program meets them."""
    from importlib import import_module

    names = [
        "PySide6.QtWidgets",
        "gui.app",
        "vaderSentiment.vaderSentiment",
        "onnxruntime",
        "tokenizers",
        "sklearn.feature_extraction.text",
    ]
    names += ["typst", "pandas"]
    shares: dict[str, float] = {"python": resident_mb()}
    for name in names:
        before = resident_mb()
        import_module(name)
        shares[name] = resident_mb() - before
    return shares


def _heavy() -> list[str]:
    tops = (
        "pandas",
        "sklearn",
        "scipy",
        "numpy",
        "onnxruntime",
        "trafilatura",
        "typst",
        "dateparser",
        "simplemma",
        "py3langid",
    )
    return [name for name in tops if name in sys.modules]


def _when_painted(window: object, then: Callable[[], object]) -> list[float]:
    """Return a list that holds milliseconds since the start and memory once `window` has been painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    found: list[float] = []

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not found:
                QTimer.singleShot(0, finish)
                found.extend((0.0, 0.0))
            return False

    def finish() -> None:
        found[:] = [since_start_ms(), resident_mb()]
        then()

    watcher = Watcher(window)  # type: ignore[arg-type]
    window.installEventFilter(watcher)  # type: ignore[attr-defined]
    return found


def _print(result: dict[str, object] | dict[str, float]) -> int:
    print(json.dumps(result), flush=True)
    return 0


TASKS = {f.__name__: f for f in (empty_window, parallax_window, compared_sample, imports)}

if __name__ == "__main__":
    os.environ.setdefault("PARALLAX_BENCH_START", str(time.time()))
    outcome = TASKS[sys.argv[1]]()
    if outcome:
        _print(outcome)
