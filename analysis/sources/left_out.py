"""What did not come in, as one list: what was skipped with its reason, and what a file misses of its own count."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ..messages import Message, message
from ..visible import visible
from .tally import Tally, file_of

if TYPE_CHECKING:
    from . import Reading


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file, or a row or article of it, that is not among the articles, and why."""

    path: str
    """The file as it is opened, so that it can be read again."""
    row: str
    """The row or article in it, counted from 1; "" where it is about the whole file."""
    source: str
    """Both as they are shown."""
    message: Message
    count: int = 1
    """How many articles it stands for; 0 where more came in than the file says it holds."""


def left_out(reading: Reading) -> tuple[LeftOut, ...]:
    """Return what was skipped, in its order, and after it each file whose own count is not what came of it."""
    found = [LeftOut(file_of(s.path), _row(s.path), s.source, s.message, s.count) for s in reading.skipped]
    found += [LeftOut(t.path, "", visible(t.path), _difference(t), t.missing) for t in reading.tallies if t.differs]
    return tuple(found)


def file_on_disk(path: str) -> str:
    """Return the file that a path lies in: the path itself, or the archive that holds it; "" where neither is there."""
    above = path
    while above and not os.path.exists(above):
        above = os.path.dirname(above) if os.path.dirname(above) != above else ""
    return above if above == path or os.path.isfile(above) else ""


def account(tally: Tally) -> Message:
    """Return what a file says it holds and what became of it."""
    numbers = {"stated": tally.stated, "read": tally.read, "skipped": tally.skipped, "missing": tally.missing}
    if tally.duplicates:
        return message("sources.tally.account_twice", **numbers, duplicates=tally.duplicates)
    return message("sources.tally.account", **numbers)


class Counted(Protocol):
    """What a file's account counts, whoever keeps it."""

    @property
    def read(self) -> int: ...
    @property
    def duplicates(self) -> int: ...
    @property
    def skipped(self) -> int: ...
    @property
    def missing(self) -> int: ...


def summary(tallies: Sequence[Counted]) -> tuple[Message, ...]:
    """Return the account of all files: how many, and their articles read, there twice, skipped and missing.

    No zeros but of read.
    """
    names = ("read", "duplicates", "skipped", "missing")
    read, duplicates, skipped, missing = (sum(getattr(t, name) for t in tallies) for name in names)
    parts = [message("sources.tally.files", count=len(tallies)), message("sources.tally.read", count=read)]
    if duplicates:
        parts.append(message("sources.tally.duplicates", count=duplicates))
    if skipped:
        parts.append(message("sources.tally.skipped", count=skipped))
    if missing:
        parts.append(message("sources.tally.missing", count=missing))
    return tuple(parts)


def _row(where: str) -> str:
    return where.removeprefix(file_of(where)).removeprefix("#")


def _difference(tally: Tally) -> Message:
    if tally.missing:
        return message("sources.tally.lost", count=tally.missing, stated=tally.stated)
    return message("sources.tally.more", read=tally.found, stated=tally.stated)
