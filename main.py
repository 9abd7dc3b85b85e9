"""Parallax: how several outlets tell the same event.

No arguments open the window, `open PATH…` opens it with these articles; everything else is the command line.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import NoReturn


def main(arguments: list[str] | None = None) -> int:
    """Run the window or the command line with `arguments` (default: the process's own) and return the exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if not arguments or arguments[0] == "open":
        # An exception amid Qt's own imports aborts the process; until the window hears Ctrl+C nothing can be lost.
        signal.signal(signal.SIGINT, stop)
        try:
            from gui.app import run
        except ImportError as missing:
            print(f"The window cannot start: {missing}. `./run` installs what it needs.", file=sys.stderr)
            return 2
        return run(arguments[1:] if arguments else None)
    from analysis.cli import main as command_line

    return command_line(arguments)


def start() -> NoReturn:
    """Run this process to its end: no traceback, whenever Ctrl+C comes."""
    try:
        from analysis import logs

        logs.set_up()
        code = main()
    except KeyboardInterrupt:
        stop()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(code)


def stop(*_: object) -> NoReturn:
    """End at once, as 128 and the signal's number; also amid imports, where nothing can be relied on."""
    os.write(2, b"\nStopped.\n")
    os._exit(130)


if __name__ == "__main__":
    start()
