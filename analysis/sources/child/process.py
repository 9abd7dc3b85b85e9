"""One child process, from its parent's side: is started, gets files, is watched, and is ended if it takes too much."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import signal
import site
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread
from typing import IO, cast

from ...errors import SourceError
from ...messages import message
from ...model import Article
from ...settings import ReadSettings
from ..ledger import Ledger
from ..zips import ALL, MAX_TOTAL, Wanted
from .limits import BYTES_PER_MB, LIMITS, Limits
from .watch import Watch
from .wire import (
    CHUNK,
    Frame,
    WireError,
    article_from_wire,
    count_in,
    entry_in,
    framed,
    message_from_wire,
    pack,
    place_in,
    receive,
    seconds_in,
    unpack,
    where_in,
)

_log = logging.getLogger(__name__)

TICK_S = 0.1
"""How often a child at work is looked at, and the user's Cancel is asked for."""
WAITING_FRAMES = 16
"""Rows of a table that may lie ready before the child waits."""
_KEPT = (
    "LD_LIBRARY_PATH", "PATH", "PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "SYSTEMROOT", "TEMP", "TMP", "TZ", "WINDIR",
)  # fmt: skip
"""What Python and the libraries need of the environment; nothing else of it reaches the child."""

Tick = Callable[[float], None]
"""Called with the fraction of the file that is done (0 to 1) while the child works; raises Cancelled to stop it."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a child is to read."""

    name: str
    """Ending and title are taken from it; without a folder."""
    size: int
    settings: ReadSettings
    pasted: bool = False
    wanted: Wanted = ALL
    """Which entries of a zip are read."""


class Gone(Exception):
    """The child ended before it said anything about the file: it had been idle for too long."""


class LeftOff(Exception):
    """The child has read the entries of a zip up to `Child.entry` and will read no other: it has grown too large."""


class Child:
    """A process that parses files; used by one thread at a time."""

    def __init__(self, limits: Limits = LIMITS, module: str = __package__ or "") -> None:
        self.limits = limits
        self.network: str | None = None
        """What closed the child's way to the network; None as long as it has not said."""
        self._module = module
        self._fresh = True
        self._frames: Queue[bytes | None] = Queue(WAITING_FRAMES)
        self._ended = False
        self._verdict = ""
        self._looked = 0.0
        self._fraction = 0.0
        self._unpacked = 0
        self.entry = (0, "")
        """The number and place of the entry of a zip that was begun last."""
        self._failure: OSError | None = None
        self._process: subprocess.Popen[bytes] = None  # type: ignore[assignment]  # the thread starts it
        started = Event()
        Thread(target=self._serve, args=(started,), name="parallax-child", daemon=True).start()
        started.wait()
        if self._failure is not None:
            reason = self._failure.strerror or type(self._failure).__name__
            raise SourceError(message("sources.child_missing", reason=reason))
        self._watch = Watch(self._process.pid, limits)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it can take a file."""
        return not self._ended and self._frames.empty() and self._process.poll() is None

    @property
    def peak_bytes(self) -> int:
        """The most memory seen while it read the last file; 0 where that took less than a tick."""
        return self._watch.peak_bytes

    def _serve(self, started: Event) -> None:
        """Start the process and take in what it says.

        In a thread that lives as long as the child: Linux ends a child when the thread that started it ends.
        """
        try:
            self._process = process = _start(self._module, self.limits)
        except OSError as error:
            self._failure = error
            return
        finally:
            started.set()
        stream = cast(io.RawIOBase, process.stdout)  # raw, since bufsize is 0
        buffered = io.BufferedReader(stream, CHUNK)
        with contextlib.suppress(WireError, OSError, ValueError):
            while (frame := receive(buffered)) is not None:
                self._frames.put(frame)
        process.kill()
        process.wait()
        buffered.close()
        self._frames.put(None)

    # ------------------------------------------------------------------ reading

    def read(self, file: IO[bytes], request: Request, ledger: Ledger, tick: Tick) -> Iterator[Article]:
        """Yield the articles of a file; what cannot be read goes to `ledger`.

        Raises SourceError where the child did not live through it, Gone where it had ended before, LeftOff where
        another must read the rest.
        """
        self._watch.begin(request.size)
        self._verdict = ""
        self._fraction = 0.0
        self._unpacked = 0
        self.entry = (request.wanted.after, "")
        try:
            yield from self._read(file, request, ledger, tick)
        except WireError as error:
            self.kill()
            raise SourceError(message("sources.child_crash", reason=str(error))) from error
        except BaseException:
            # Cancelled, a disk that fails, a caller that has enough: what the child still says belongs to this file.
            self.kill()
            raise
        self._fresh = False

    def _read(self, file: IO[bytes], request: Request, ledger: Ledger, tick: Tick) -> Iterator[Article]:
        self._send(framed(pack(self._asked(request))) + framed(file.read(CHUNK)), tick)
        reached, silent = 0, not self._fresh
        while (frame := self._next(tick)) is not None:
            silent = False
            if "read" in frame:
                reached, most = place_in(frame["read"])
                file.seek(reached)
                self._send(framed(file.read(most)), tick)
            elif "article" in frame:
                self._fraction = min(1.0, reached / max(1, request.size))
                yield article_from_wire(frame["article"])
            elif "problem" in frame:
                ledger.add(SourceError(message_from_wire(frame["problem"]), where_in(frame.get("where"))))
            elif "stated" in frame:
                ledger.state(count_in(frame["stated"]), where_in(frame.get("where")))
            elif "entry" in frame:
                self._begin(*entry_in(frame["entry"]))
            elif "trace" in frame:
                _log.debug("reading failed: %s", frame["trace"])
            elif "network" in frame:
                self.network = str(frame["network"])
                self._watch.started(seconds_in(frame))
            elif "memory" in frame:
                self._verdict = "memory"
                self.kill()
            elif "end" in frame:
                if frame["end"]:
                    self.kill()
                if frame.get("after"):
                    if self.entry[0] <= request.wanted.after:
                        raise WireError("no entry was read")
                    raise LeftOff
                return
            else:
                raise WireError("unknown frame")
        if silent and not self._verdict:
            raise Gone
        raise self._death()

    def _begin(self, number: int, size: int, place: str) -> None:
        """Count anew for an entry of a zip: it is a file of its own, with the time that one of its size gets."""
        self._unpacked += size
        if number <= self.entry[0] or self._unpacked > MAX_TOTAL:
            raise WireError("no further entry")
        self.entry = (number, place)
        self._watch.begin(size)

    def _asked(self, request: Request) -> Frame:
        return {
            "name": request.name,
            "size": request.size,
            "pasted": request.pasted,
            "after": request.wanted.after,
            "only": request.wanted.only,
            "columns": request.settings.columns,
            "keep_text": request.settings.keep_text,
            "look": request.settings.look,
            "cpu_s": self.limits.seconds(request.size),
        }

    def _send(self, data: bytes, tick: Tick) -> None:
        """Write `data`; a child that does not take it is watched like one that does not answer."""
        assert self._process.stdin is not None
        number, left = self._process.stdin.fileno(), memoryview(data)
        while left:
            try:
                left = left[os.write(number, left) :]
            except BlockingIOError:
                import select

                if not select.select([], [number], [], TICK_S)[1]:
                    self._look(tick)
            except OSError:  # it is dead: what is there to read says so too
                return

    def _next(self, tick: Tick) -> Frame | None:
        """Return the next frame, None when the child has ended."""
        while not self._ended:
            try:
                frame = self._frames.get(timeout=TICK_S)
            except Empty:
                self._look(tick)
                continue
            if time.monotonic() - self._looked > TICK_S:
                self._look(tick)
            if frame is not None:
                return unpack(frame)
            self._ended = True
        return None

    def _look(self, tick: Tick) -> None:
        self._looked = time.monotonic()
        self._verdict = self._verdict or self._watch.verdict()
        if self._verdict:
            self._process.kill()
        tick(self._fraction)

    def _death(self) -> SourceError:
        """Return why there is nothing more from the child."""
        code = self._process.returncode
        if self._verdict == "time" or code == -getattr(signal, "SIGXCPU", 0):
            return SourceError(message("sources.child_time", seconds=round(self._watch.seconds)))
        # A library that gets no more memory may end the process before it has grown to the limit.
        if self._verdict == "memory" or self._watch.peak_bytes > 0.8 * self.limits.memory_bytes:
            return SourceError(message("sources.child_memory", limit=self.limits.memory_bytes // BYTES_PER_MB))
        return SourceError(message("sources.child_crash", reason=_ending(code)))

    def kill(self) -> None:
        """End the process, and wait until it has ended."""
        if not self._ended:
            self._process.kill()
            while self._frames.get() is not None:
                pass
            self._ended = True
        if self._process.stdin is not None:
            self._process.stdin.close()


def _ending(code: int | None) -> str:
    """Return how a process ended, in words: the name of a signal or the exit code."""
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"


def _start(module: str, limits: Limits) -> subprocess.Popen[bytes]:
    """Start a child: an interpreter of its own, with no file but its pipes and no folder but the root."""
    root = Path(__file__).resolve().parents[len((__package__ or "").split("."))]
    given = [os.path.abspath(path) for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment["PYTHONPATH"] = os.pathsep.join([str(root), *given])
    # Without a home Python would ask the system for it, over a socket. Numerical libraries would reserve memory for a
    # thread per core.
    environment |= {"HOME": os.path.abspath(os.sep), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    if site.ENABLE_USER_SITE:
        environment["PYTHONUSERBASE"] = site.getuserbase()
    process = subprocess.Popen(  # noqa: S603 (this interpreter, a module of this program)
        [sys.executable, "-P", "-X", "utf8", "-m", module, str(limits.memory_bytes)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get("PARALLAX_DEBUG") else subprocess.DEVNULL,
        bufsize=0,
        cwd=os.path.abspath(os.sep),
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    if sys.platform != "win32" and process.stdin is not None:
        os.set_blocking(process.stdin.fileno(), False)
    return process
