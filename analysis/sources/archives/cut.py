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
    marks: int = 0
    """How many different marks of documents the file has, counted apart from how it was cut; 0 where none are known."""
    left_out: tuple[str, ...] = ()
    """Lines that belong to no document: those of a cover, of a search, of an address below the last one."""


def with_letters(lines: Sequence[str]) -> list[str]:
    """Return the lines that hold a letter or digit."""
    return [line for line in lines if any(c.isalnum() for c in line)]


Reader = Callable[[Sequence[str]], Cut | None]
"""Returns the documents in the lines of a file; None where they are not laid out as this archive does it."""
