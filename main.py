"""Parallax: how several outlets tell the same event.

No arguments open the window, `open PATH…` opens it with these articles; everything else is the command line.
"""

import os
import sys

# The part of `signal` that Python has loaded already: to import the rest takes long enough to be interrupted.
from _signal import SIG_IGN, SIGINT, default_int_handler, signal  # type: ignore[import-not-found]


def main(arguments: list[str] | None = None) -> int:
    """Run the window or the command line with `arguments` (default: the process's own) and return the exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if not arguments or arguments[0] == "open":
        try:
            from gui.app import run
        except ImportError as missing:
            print(f"The window cannot start: {missing}. `./run` installs what it needs.", file=sys.stderr)
            return 2
        return run(arguments[1:] if arguments else None)
    from analysis.cli import main as command_line

    signal(SIGINT, default_int_handler)
    return command_line(arguments)


def start() -> None:
    """Run this process to its end: no traceback, whenever Ctrl+C comes."""
    # Amid imports an exception may abort the process (Qt) or be lost; until work begins there is nothing to lose.
    signal(SIGINT, stop)
    try:
        from analysis import logs

        logs.set_up()
        code = main()
    except KeyboardInterrupt:
        code = stop()
    signal(SIGINT, SIG_IGN)
    sys.exit(code)


def stop(*_: object) -> int:
    """End at once, as 128 and the signal's number."""
    os.write(2, b"\nStopped.\n")
    os._exit(130)


if __name__ == "__main__":
    start()
