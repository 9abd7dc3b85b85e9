"""The parent's side of reading: opens what is named, and has it parsed in a child process."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import IO

from ..errors import SourceError
from ..model import Article
from ..settings import ReadSettings
from .child.pool import read_in_child
from .child.process import Request, Tick
from .dispatch import MAX_BYTES, too_big

MAX_INPUT = max(MAX_BYTES.values())
"""Bytes taken from standard input, which may never end; the largest file of any kind that is read as a whole."""


def articles_in(
    file: IO[bytes],
    request: Request,
    where: str,
    problems: list[SourceError],
    tick: Tick,
) -> Iterator[Article]:
    """Yield the articles in an open file, parsed in a child; `where` is what errors and articles call it."""
    found: list[SourceError] = []
    try:
        for article in read_in_child(file, request, found, tick):
            yield replace(article, source=where + article.source)
    except SourceError as error:
        raise SourceError(error.message, where + error.where) from error
    finally:
        problems += [SourceError(problem.message, where + problem.where) for problem in found]


def articles_in_bytes(
    data: bytes,
    name: str,
    settings: ReadSettings,
    problems: list[SourceError],
    tick: Tick,
    *,
    address: bool = False,
    pasted: bool = False,
) -> Iterator[Article]:
    """Yield the articles in the content of a file called `name`."""
    request = Request(name, len(data), settings, address, pasted)
    yield from articles_in(BytesIO(data), request, name, problems, tick)


def articles_in_file(path: str, settings: ReadSettings, problems: list[SourceError], tick: Tick) -> Iterator[Article]:
    """Yield the articles in a file."""
    with open(path, "rb") as file:
        request = Request(os.path.basename(path), os.fstat(file.fileno()).st_size, settings)
        yield from articles_in(file, request, path, problems, tick)


def standard_input() -> bytes:
    """Return what comes on standard input; SourceError where it is more than is ever read."""
    data = sys.stdin.buffer.read(MAX_INPUT + 1)
    if len(data) > MAX_INPUT:
        raise too_big(len(data), MAX_INPUT, "-")
    return data
