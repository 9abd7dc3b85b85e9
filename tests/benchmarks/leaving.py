"""The window of `python -m tests.benchmarks.cancel`: opened on forty articles, closed after so many seconds.

Prints the time at which it was closed; how long the process then lives is measured from outside.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QTimer

from gui import app as program
from gui.exporting import FORMATS
from gui.main_window import MainWindow

from .stalls import articles


def main(after: float, doing: str) -> int:
    """Open the window as the program does; `doing`: "writing a PDF" closes it that long after the report was begun."""
    before = program.begin

    def close(window: MainWindow) -> None:
        print(time.time(), flush=True)
        window.leaving.may_close = lambda: True  # type: ignore[method-assign]  # Nobody is there to be asked.
        window.close()

    def begin(window: MainWindow, paths: object) -> None:
        before(window, [])
        window.session.add_articles(articles())
        if doing == "writing a PDF":
            folder = tempfile.mkdtemp()

            def write() -> None:
                window.pipeline.settled.disconnect(write)
                window.exporter.write(FORMATS[0], Path(folder) / "report.pdf")
                QTimer.singleShot(round(after * 200), lambda: close(window))

            window.pipeline.settled.connect(write)
        else:
            QTimer.singleShot(round(after * 1000), lambda: close(window))

    program.begin = begin  # type: ignore[assignment]
    return program.run([])


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2]))
