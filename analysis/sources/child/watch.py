"""How much time and memory a child has taken for the file it reads, looked at from outside."""

from __future__ import annotations

import time

from .limits import Limits


class Watch:
    """Looks at a process; works on every system, whatever the child says of itself."""

    def __init__(self, pid: int, limits: Limits) -> None:
        self._pid = pid
        self._limits = limits
        self._seconds = 0.0
        self._began = 0.0
        self._cpu_before: float | None = None
        self.peak_bytes = 0
        """The most memory seen while it read this file."""

    def begin(self, size: int) -> None:
        """Count anew, for a file of `size` bytes."""
        self._seconds = self._limits.seconds(size)
        self._began = time.monotonic()
        self._cpu_before = None
        self.peak_bytes = 0

    def started(self, cpu_s: float) -> None:
        """Count from now on: the child is ready, and has taken so much processor time to be."""
        self._began = time.monotonic()
        self._cpu_before = cpu_s

    @property
    def seconds(self) -> float:
        """The processor time allowed for this file."""
        return self._seconds

    def verdict(self) -> str:
        """Return "time" or "memory" where the child has taken too much of it, else ""."""
        import psutil

        elapsed = time.monotonic() - self._began
        try:
            process = psutil.Process(self._pid)
            with process.oneshot():
                times = process.cpu_times()
                self.peak_bytes = max(self.peak_bytes, process.memory_info().rss)
        except psutil.Error:  # it has just ended, or the system does not let it be looked at
            return "time" if elapsed > self._limits.waits * self._seconds else ""
        cpu = times.user + times.system
        if self._cpu_before is None:
            # The first look comes a tick after the start; by then it can have worked no longer than that.
            self._cpu_before = max(0.0, cpu - elapsed)
        if cpu - self._cpu_before > self._seconds or elapsed > self._limits.waits * self._seconds:
            return "time"
        return "memory" if self.peak_bytes > self._limits.memory_bytes else ""
