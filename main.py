"""Parallax: how several outlets tell the same event.

No arguments open the window, `open PATH…` opens it with these articles; everything else is the command line.
"""

from __future__ import annotations

import sys


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

    return command_line(arguments)


if __name__ == "__main__":
    sys.exit(main())
