"""A child whose parser does what the file says: the word before the first space is looked up in `ACTS`.

In a zip it does what the entries' names say.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from threading import Event
from typing import IO

from analysis.errors import SourceError
from analysis.messages import message
from analysis.model import Article
from analysis.settings import ReadSettings
from analysis.sources.child.__main__ import main
from analysis.sources.dispatch import articles_of
from analysis.sources.ledger import Ledger
from analysis.sources.zips import Begin, Entry, Wanted


def _work() -> None:
    while True:
        pass


def _eat() -> None:
    kept = []
    while True:
        kept.append(bytearray(5_000_000))


def _fill() -> None:
    """Take memory without asking Python for it, as a library does that ends the process when it gets none."""
    import ctypes

    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    while True:
        block = libc.malloc(ctypes.c_size_t(5_000_000))
        if not block:
            os.abort()
        ctypes.memset(block, 1, 5_000_000)


def _connect() -> None:
    import socket

    socket.create_connection(("127.0.0.1", 9))


def _run() -> None:
    import subprocess

    subprocess.run([sys.executable, "-c", ""], check=True)


def _recurse() -> None:
    _recurse()


def _refuse() -> None:
    raise SourceError(message("sources.no_article"))


ACTS = {
    "exit": lambda: os._exit(3),
    "segfault": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "work": _work,
    "wait": lambda: Event().wait(),
    "eat": _eat,
    "fill": _fill,
    "connect": _connect,
    "run": _run,
    "recurse": _recurse,
    "refuse": _refuse,
    "chatter": lambda: print("chatter", flush=True),
    "environment": lambda: _say(" ".join(sorted(os.environ))),
    "files": lambda: _say(" ".join(sorted(os.listdir("/proc/self/fd")))),
    "folder": lambda: _say(os.getcwd()),
    "network": lambda: _say(os.readlink("/proc/self/ns/net")),
}


class Said(Exception):
    """What a test wants to know of the child."""


def _say(words: str) -> None:
    raise Said(words)


def misbehave(
    file: IO[bytes], name: str, settings: ReadSettings, ledger: Ledger, begin: Begin, wanted: Wanted
) -> Iterator[Article]:
    """Do what the file says, then read it."""
    word = file.read(100).partition(b" ")[0].decode("latin-1")
    file.seek(0)
    if word in ACTS:
        ACTS[word]()

    def misbegin(entry: Entry) -> None:
        begin(entry)
        if (word := entry.name.partition(".")[0]) in ACTS:
            ACTS[word]()

    yield from articles_of(file, name, settings, ledger, misbegin, wanted)


if __name__ == "__main__":
    main(misbehave)
