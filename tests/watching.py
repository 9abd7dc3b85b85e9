"""Whether a file was opened, by whatever code: Python's, Qt's, Typst's."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="files are watched by Linux's inotify")
IN_ACCESS, IN_OPEN = 0x1, 0x20


@contextmanager
def watched(path: Path) -> Iterator[Callable[[], bool]]:
    """Give a function that says whether `path` was opened since."""
    if not sys.platform.startswith("linux"):
        yield lambda: False  # whoever asks is `linux_only`
        return
    libc = ctypes.CDLL(None, use_errno=True)
    watch = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    if watch < 0 or libc.inotify_add_watch(watch, os.fsencode(path), IN_OPEN | IN_ACCESS) < 0:
        pytest.skip("files cannot be watched here")

    def opened() -> bool:
        try:
            return bool(os.read(watch, 4096))
        except BlockingIOError:
            return False

    try:
        yield opened
    finally:
        os.close(watch)
