"""Long work in the background: progress, Cancel, results that come too late dropped. It never blocks the window."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from enum import StrEnum
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from analysis.errors import ParallaxError
from analysis.messages import Message, render
from analysis.messages import text as tr
from analysis.progress import Cancelled, Report, following

log = logging.getLogger(__name__)

PROGRESS_MS = 40
"""Least time between two reports to the window: more often than 25 a second nobody sees."""
CLOSE_MS = 500
"""How long closing waits for work that was told to stop. What has not stopped by then is left to `leave` in gui/app.py;
`python -m tests.benchmarks.cancel` prints how long work takes to stop."""


class State(StrEnum):
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


class Job(QObject):
    """One piece of work. Its signals arrive in the window's thread."""

    progressed = Signal(float, str)
    """Fraction done and what is being done."""
    came = Signal(object)
    """A partial result, kept whatever happens to the rest."""
    done = Signal(object)
    """The result; not sent after a Cancel."""
    failed = Signal(str)
    """One sentence for the user."""
    ended = Signal()
    """The last signal of every job."""
    _finished = Signal(object, object, str)

    def __init__(self, title: str, group: str, work: Callable[[Job, Report], Any], parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.group = group
        self.state = State.RUNNING
        self.fraction = 0.0
        self._work = work
        self._stop = Event()
        self._last = 0.0
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self.progressed.connect(self._on_progressed)

    def cancel(self) -> None:
        """Ask the work to stop at its next report; its result is dropped even if it comes."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._stop.is_set()

    # ---- called in the worker's thread

    def report(self, fraction: float, doing: Message | None = None) -> None:
        """Take the engine's report; raise Cancelled where the user asked to stop."""
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if (now - self._last) * 1000 >= PROGRESS_MS or fraction >= 1:
            self._last = now
            self.progressed.emit(fraction, render(doing) if doing else "")

    def run(self) -> None:
        """Do the work and say how it ended."""
        if self._stop.is_set():  # cancelled while it waited for its turn
            self._finished.emit(State.CANCELLED, None, "")
            return
        try:
            with following(self.report) as report:
                result = self._work(self, report)
        except Cancelled:
            self._finished.emit(State.CANCELLED, None, "")
        except ParallaxError as error:
            self._finished.emit(State.FAILED, None, str(error))
        except MemoryError:
            self._finished.emit(State.FAILED, None, tr("There is not enough memory for this. Try fewer articles."))
        except Exception as error:  # the one place where any failure of the engine becomes a sentence
            log.exception("job failed: %s", self.title)
            sentence = tr("{job} failed: {reason} ({kind}).")
            reason = str(error).strip().rstrip(".") or tr("no reason given")
            self._finished.emit(
                State.FAILED, None, sentence.format(job=self.title, reason=reason, kind=type(error).__name__)
            )
        else:
            self._finished.emit(State.CANCELLED if self._stop.is_set() else State.DONE, result, "")

    # ---- called in the window's thread

    def _on_progressed(self, fraction: float, _: str) -> None:
        self.fraction = fraction

    def _on_finished(self, state: State, result: object, sentence: str) -> None:
        if self._stop.is_set():  # cancelled between the end of the work and now
            state = State.CANCELLED
        self.state = state
        if state is State.DONE:
            self.done.emit(result)
        elif state is State.FAILED:
            self.failed.emit(sentence)
        self.ended.emit()


class Jobs(QObject):
    """All work under way. A new job of a group replaces the one of that group that still runs."""

    changed = Signal()
    """A job began, moved on or ended."""
    began = Signal()
    """A job began while none was running."""
    failed = Signal(str)
    """Some job failed: one sentence for the user."""
    idle = Signal()
    """The last job ended."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        # One worker: the engine holds the interpreter, so two would only slow the window and each other.
        self._pool.setMaxThreadCount(1)
        self._closed = False
        self._running: list[Job] = []
        self._left: Job | None = None
        """The job that ended last: its thread may still be on the way out of `run`, where it must not be deleted."""
        self._doing: dict[Job, str] = {}

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs that run or wait, oldest first."""
        return tuple(self._running)

    def doing(self) -> tuple[str, float] | None:
        """What the oldest running job is doing, and how far it is."""
        for job in self._running:
            if not job.cancelled:
                return self._doing.get(job) or job.title, job.fraction
        return None

    def start(
        self,
        title: str,
        work: Callable[[Job, Report], Any],
        *,
        group: str = "",
        done: Callable[[Any], None] | None = None,
        came: Callable[[Any], None] | None = None,
        ended: Callable[[State], None] | None = None,
    ) -> Job:
        """Start `work(job, report)` in the background; the callbacks are called in the window's thread."""
        if group:
            self.cancel(group)
        job = Job(title, group, work, self)
        if done is not None:
            job.done.connect(done)
        if came is not None:
            job.came.connect(came)
        job.failed.connect(self.failed)
        job.progressed.connect(lambda _, doing: self._on_progressed(job, doing))
        job.ended.connect(lambda: self._on_ended(job, ended))
        if self._closed:
            job.cancel()  # a change that came just before the end; deleting the pool would wait for it, and for ever
        self._running.append(job)
        # Not a QRunnable: the pool would own it for good, and with it the job and all that it found.
        self._pool.start(job.run)
        if len(self._running) == 1:
            self.began.emit()
        self.changed.emit()
        return job

    def cancel(self, group: str | None = None) -> None:
        """Cancel the jobs of a group, or all."""
        for job in self._running:
            if group is None or job.group == group:
                job.cancel()
        self.changed.emit()

    def close(self) -> bool:
        """Cancel everything, now and from now on, and wait for it; return whether it all stopped in time."""
        self._closed = True
        self.cancel()
        return self._pool.waitForDone(CLOSE_MS)

    def _on_progressed(self, job: Job, doing: str) -> None:
        if doing:
            self._doing[job] = doing
        self.changed.emit()

    def _on_ended(self, job: Job, ended: Callable[[State], None] | None) -> None:
        self._running.remove(job)
        self._doing.pop(job, None)
        # There is one worker: what ended before this job has left its thread, since this one has run there.
        before, self._left = self._left, job
        if before is not None:
            before.deleteLater()
        if ended is not None:
            ended(job.state)
        self.changed.emit()
        if not self._running:
            self.idle.emit()
