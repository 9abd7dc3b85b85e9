"""The children of this process: taken for a file, put back afterwards, ended with the process."""

from __future__ import annotations

import atexit
import os
from collections.abc import Iterator
from dataclasses import replace
from threading import Lock
from typing import IO

from ...errors import SourceError
from ...model import Article
from ..ledger import Ledger
from .process import Child, Gone, LeftOff, Request, Tick

MAX_IDLE = 2
"""Children that are kept for the next file; the window reads one file at a time."""

_idle: list[tuple[int, Child]] = []
"""With the process that started each: after a fork it belongs to the parent alone."""
_lock = Lock()


def read_in_child(file: IO[bytes], request: Request, ledger: Ledger, tick: Tick) -> Iterator[Article]:
    """Yield the articles of a file, parsed in a child; SourceError where no child lived through it.

    An entry of a zip that a child does not live through costs itself alone: another child goes on with the next.
    """
    child = _taken()
    again = False
    try:
        while True:
            try:
                yield from child.read(file, request, ledger, tick)
                return
            except Gone:
                if again:
                    raise
                again = True
            except LeftOff:
                request = _behind(request, child.entry[0])
            except SourceError as error:
                number, place = child.entry
                if not place:
                    raise
                ledger.add(SourceError(error.message, place))
                request = _behind(request, number)
            file.seek(0)
            child.kill()
            child = Child()
    finally:
        _put_back(child)


def _behind(request: Request, number: int) -> Request:
    return replace(request, wanted=replace(request.wanted, after=number))


def close() -> None:
    """End the children that wait for files."""
    with _lock:
        idle, _idle[:] = [child for pid, child in _idle if pid == os.getpid()], []
    for child in idle:
        child.kill()


def _taken() -> Child:
    with _lock:
        while _idle:
            pid, child = _idle.pop()
            if pid != os.getpid():
                continue
            if child.alive:
                return child
            child.kill()  # it ended while it waited; what is left are its pipes
    return Child()


def _put_back(child: Child) -> None:
    with _lock:
        if child.alive and len(_idle) < MAX_IDLE:
            _idle.append((os.getpid(), child))
            return
    child.kill()


atexit.register(close)
