"""What a layout answers: the documents of a file, and how many the file says it holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .record import Record


@dataclass(frozen=True, slots=True)
class Cut:
    """The documents of a file in their order."""

    records: tuple[Record, ...]
    stated: int = 0
    """How many documents a cover announces; 0 where none does, and what each document says counts."""


Reader = Callable[[Sequence[str]], Cut | None]
"""Returns the documents in the lines of a file; None where they are not laid out as this archive does it."""
