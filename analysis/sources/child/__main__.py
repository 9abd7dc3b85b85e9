"""The child: takes the bytes of a file, answers with its articles, again and again until its parent is gone.

Started by `process`; frames come on standard input and go to what was standard output.
"""

from __future__ import annotations

import io
import os
import signal
import socket
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from typing import IO

from ...errors import SourceError
from ...messages import Message, message
from ...model import Article
from ...settings import ReadSettings
from ..ledger import Ledger
from ..zips import Begin, Entry, Wanted
from .confine import allow_seconds, confine
from .limits import LIMITS, Limits
from .wire import CHUNK, MAX_FRAME, Frame, article_to_wire, framed, message_to_wire, pack, receive, unpack

IDLE_S = 60
"""After so long without a file the child ends and gives its memory back; a new one starts in 0.15 s."""
USED_BYTES = 300_000_000
"""A child that has ever needed more than this takes no further file."""

Read = Callable[[IO[bytes], str, ReadSettings, Ledger, Begin, Wanted], Iterator[Article]]


class _Parent:
    """The other end of the two pipes."""

    def __init__(self) -> None:
        self._in = os.fdopen(os.dup(0), "rb")
        self._out = os.fdopen(os.dup(1), "wb")
        # Whatever a library prints or asks for goes nowhere.
        nothing = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1):
            os.dup2(nothing, number)

    def receive(self) -> bytes | None:
        return receive(self._in)

    def send(self, frame: Frame) -> None:
        data = pack(frame)
        if len(data) > MAX_FRAME:
            raise SourceError(message("sources.row_too_big", limit=MAX_FRAME // 1_000_000))
        self._out.write(framed(data))
        self._out.flush()

    def gone(self) -> bool:
        """Return whether nothing came for so long that this process may end, or nothing can come any more.

        A parent that has ended may have left a request behind, which nobody waits for.
        """
        if sys.platform == "win32":  # pipes cannot be waited for there
            return False
        import select

        pipe = select.poll()
        pipe.register(self._in, select.POLLIN)
        happened = pipe.poll(IDLE_S * 1000)
        return not happened or bool(happened[0][1] & select.POLLHUP)


class _RemoteFile(io.RawIOBase):
    """A file that the parent holds open; its bytes are asked for as they are needed."""

    def __init__(self, parent: _Parent, size: int, head: bytes) -> None:
        self._parent = parent
        self._size = size
        self._head = head
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # typeshed has a wider buffer
        data = self._bytes(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def readall(self) -> bytes:
        parts = []
        while part := self._bytes(CHUNK):
            parts.append(part)
        return b"".join(parts)

    def _bytes(self, most: int) -> bytes:
        most = min(most, CHUNK)
        data = self._head[self._at : self._at + most]
        if not data and self._at < self._size:
            self._parent.send({"read": [self._at, most]})
            found = self._parent.receive()
            if found is None:
                os._exit(0)
            data = found
        self._at += len(data)
        return data


def main(read: Read | None = None) -> None:
    """Answer requests until the parent ends; `read` is what is done with a file, `articles_of` unless said."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which ends its children
    parent = _Parent()
    closed = confine(Limits(memory_bytes=int(sys.argv[1])))
    # urllib3, which trafilatura imports, else opens a socket to see whether there is IPv6.
    socket.has_ipv6 = False
    # Only now: what is imported from here on is confined, and ends with its parent.
    from ..dispatch import articles_of

    parent.send({"network": closed, "cpu_s": time.process_time()})
    while not parent.gone():
        request, head = parent.receive(), parent.receive()
        if request is None or head is None:
            break
        left = _answer(parent, unpack(request), head, read or articles_of)
        over = left > 0 or _peak_bytes() > USED_BYTES
        parent.send({"end": over, "after": left})
        if over:
            break
    # Not through the interpreter's own end, which destroys a large heap piece by piece.
    os._exit(0)


class _Full(Exception):
    """So many entries of a zip have been read that another child must read the others."""


def _answer(parent: _Parent, request: Frame, head: bytes, read: Read) -> int:
    """Send what is in one file: articles, and what could not be read, in their order.

    Return after how many entries of a zip this process has left off, 0 where it has not.
    """
    from ..dispatch import articles_of_text

    allow_seconds(request["cpu_s"])
    wanted = Wanted(request["after"], request["only"])

    def begin(entry: Entry) -> None:
        if entry.number > wanted.after + 1 and _peak_bytes() > USED_BYTES:
            raise _Full(entry.number - 1)
        _send_ledger(parent, ledger)
        parent.send({"entry": [entry.number, entry.size, entry.place]})
        allow_seconds(LIMITS.seconds(entry.size))

    settings = ReadSettings(
        columns=tuple(map(tuple, request["columns"])), keep_text=request["keep_text"], look=request["look"]
    )
    ledger = Ledger()
    try:
        file = io.BufferedReader(_RemoteFile(parent, request["size"], head), CHUNK)
        if request["pasted"]:
            text = file.read().decode("utf-8", "surrogatepass")
            articles = articles_of_text(text, "", settings, ledger)
        else:
            articles = read(file, request["name"], settings, ledger, begin, wanted)
        for article in articles:
            _send_ledger(parent, ledger)
            parent.send({"article": article_to_wire(article)})
    except SourceError as error:
        ledger.add(error)
    except _Full as full:
        _send_ledger(parent, ledger)
        return int(full.args[0])
    except MemoryError:
        parent.send({"memory": True})
    except Exception as error:
        # A library failed in a way nobody foresaw: the parent names the file, and goes on with the next.
        reason = f"{type(error).__name__}: {error}"
        ledger.add(SourceError(message("sources.unexpected", reason=reason[:300])))
        parent.send({"trace": traceback.format_exc()[-4000:]})
    _send_ledger(parent, ledger)
    return 0


def _send_ledger(parent: _Parent, ledger: Ledger) -> None:
    for problem in ledger.problems:
        said: Message = problem.message
        parent.send({"problem": message_to_wire(said), "where": problem.where})
    ledger.problems.clear()
    for where, count in ledger.stated.items():
        parent.send({"stated": count, "where": where})
    ledger.stated.clear()


def _peak_bytes() -> int:
    """Return the most memory that this process ever had, 0 where the system does not say."""
    if sys.platform.startswith("linux"):
        # Not by getrusage, which counts there what the parent had when it started this process.
        with open("/proc/self/status", encoding="ascii", errors="replace") as status:
            lines = [line.split() for line in status if line.startswith("VmHWM")]
        return int(lines[0][1]) * 1024 if lines else 0
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # in bytes on macOS


if __name__ == "__main__":
    main()
