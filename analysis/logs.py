"""What the program and its libraries log: nothing on the user's screen, unless PARALLAX_DEBUG is set."""

from __future__ import annotations

import logging
import os
import sys
import threading
import warnings
from types import TracebackType
from typing import Any

DEBUG = "PARALLAX_DEBUG"
INTERRUPTED = 130
"""Exit code of a process that Ctrl+C ended, as shells have it: 128 and the signal's number."""
_log = logging.getLogger(__name__)


def debugging() -> bool:
    """Return whether whoever started the program wants to see what it logs."""
    return bool(os.environ.get(DEBUG))


def set_up() -> None:
    """Take over the logs, warnings and uncaught failures of this process; called once, as it starts."""
    root = logging.getLogger()
    if debugging():
        logging.basicConfig(level=logging.INFO, format="%(name)s: %(message)s")
    elif not root.handlers:
        # Without any handler Python prints every warning of every library on standard error.
        root.addHandler(logging.NullHandler())
    logging.captureWarnings(True)
    if not debugging():
        warnings.simplefilter("ignore")
    sys.unraisablehook = _on_unraisable
    threading.excepthook = lambda args: _on_exception(args.exc_type, args.exc_value, args.exc_traceback)


def _on_unraisable(what: Any) -> None:  # Any: Python does not name the type of what it passes.
    if issubclass(what.exc_type, KeyboardInterrupt):
        # Raised where it can only be printed and lost, as in a destructor: the user asked to stop all the same.
        os._exit(INTERRUPTED)
    _on_exception(what.exc_type, what.exc_value, what.exc_traceback)


def _on_exception(kind: type[BaseException], value: BaseException | None, trace: TracebackType | None) -> None:
    if value is not None and not issubclass(kind, SystemExit):
        _log.error("not caught", exc_info=(kind, value, trace))
