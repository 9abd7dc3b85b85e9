"""How much processor time and memory the reading of one file may take."""

from __future__ import annotations

from dataclasses import dataclass

BYTES_PER_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may take for one file."""

    cpu_s: float = 10.0
    cpu_s_per_mb: float = 2.0
    memory_bytes: int = 1_000_000_000
    """Of the whole process, the interpreter and the libraries included (some 30 to 130 MB)."""
    waits: float = 10.0
    """Wall time by processor time: a child that waits for something that never comes uses no processor."""

    def seconds(self, size: int) -> float:
        """Return the processor time in seconds for a file of `size` bytes."""
        return self.cpu_s + self.cpu_s_per_mb * size / BYTES_PER_MB


LIMITS = Limits()
