"""The parent's side of reading: opens what is named, and has it parsed in a child process."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import IO

from ..errors import SourceError
from ..messages import message
from ..model import Article
from ..settings import ReadSettings
from .child.limits import BYTES_PER_MB
from .child.pool import read_in_child
from .child.process import Request, Tick
from .file_kinds import HEAD_BYTES, MAX_BYTES, MAX_TEXT_BYTES, kind_of
from .ledger import Ledger
from .places import joined
from .zips import Wanted


def articles_in(
    file: IO[bytes],
    request: Request,
    where: str,
    ledger: Ledger,
    tick: Tick,
) -> Iterator[Article]:
    """Yield the articles in an open file, parsed in a child; `where` is what errors and articles call it."""
    found = Ledger()
    try:
        for article in read_in_child(file, request, found, tick):
            yield replace(article, source=joined(where, article.source))
    except SourceError as error:
        raise SourceError(error.message, joined(where, error.where)) from error
    finally:
        ledger.extend([SourceError(problem.message, joined(where, problem.where)) for problem in found.problems])
        for place, count in found.stated.items():
            ledger.state(count, joined(where, place))


def articles_in_bytes(
    data: bytes,
    name: str,
    settings: ReadSettings,
    ledger: Ledger,
    tick: Tick,
    *,
    pasted: bool = False,
) -> Iterator[Article]:
    """Yield the articles in the content of a file called `name`."""
    request = Request(name, len(data), settings, pasted)
    yield from articles_in(BytesIO(data), request, name, ledger, tick)


def articles_in_file(
    path: str, settings: ReadSettings, ledger: Ledger, tick: Tick, only: str = ""
) -> Iterator[Article]:
    """Yield the articles in a regular file, of a zip those in its entry `only` where that is given.

    Raises SourceError where it is a pipe, a device or a socket.
    """
    _regular(os.stat(path), path)
    # Looked at again once it is open: it may be another one by then, and a pipe would be waited for.
    with open(path, "rb", opener=_open_at_once) as file:
        status = os.fstat(file.fileno())
        _regular(status, path)
        request = Request(os.path.basename(path), status.st_size, settings, wanted=Wanted(only=only))
        yield from articles_in(file, request, path, ledger, tick)


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def _regular(status: os.stat_result, path: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        kinds = {stat.S_IFIFO: "sources.is_pipe", stat.S_IFSOCK: "sources.is_socket"}
        raise SourceError(message(kinds.get(stat.S_IFMT(status.st_mode), "sources.is_device")), path)


def standard_input() -> bytes:
    """Return what comes on standard input, which may never end; SourceError where it is more than its kind may be."""
    if sys.stdin is None or sys.stdin.closed:  # a program without a console has none
        return b""
    stream = sys.stdin.buffer
    head = stream.read(HEAD_BYTES)
    limit = MAX_BYTES.get(kind_of("-", head), MAX_TEXT_BYTES)
    data = head + stream.read(limit + 1 - len(head))
    if len(data) > limit:
        raise SourceError(message("sources.input_too_big", limit=limit // BYTES_PER_MB), "-")
    return data
