"""Each file's account: how many articles it says it holds, how many were read, how many were not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """The account of one file."""

    path: str
    """As it is opened."""
    stated: int | None
    """How many articles the file itself says it holds; None where it does not say."""
    read: int
    skipped: int
    """Articles, rows or the file itself, each with its reason among the skipped; but for duplicates."""
    duplicates: int = 0
    """Articles that are the same as one which is kept: named among the skipped, but nothing is lost with them."""

    @property
    def found(self) -> int:
        """How many articles, rows or files came of it: read, skipped or the same as another."""
        return self.read + self.skipped + self.duplicates

    @property
    def missing(self) -> int:
        """How many articles the file says it has that were neither read nor named as skipped."""
        return max(0, (self.stated or 0) - self.found)

    @property
    def differs(self) -> bool:
        """Whether the file's own count is not that of what was found."""
        return self.stated is not None and self.stated != self.found


def file_of(where: str) -> str:
    """Return the file of an article or problem that is named with its row."""
    return re.sub(r"#\d{1,12}$", "", where)


def tallies(
    read: Iterable[str],
    skipped: Iterable[tuple[str, int]],
    stated: Mapping[str, int],
    duplicates: Iterable[str] = (),
) -> tuple[Tally, ...]:
    """Return the accounts of the files in which the articles `read` and what was left out stand, by their names.

    `skipped` are places, each with the number of articles or rows that it stands for.
    """
    good, bad, same = Counter(map(file_of, read)), Counter[str](), Counter(map(file_of, duplicates))
    for where, count in skipped:
        bad[file_of(where)] += count
    files = sorted({*good, *bad, *same, *stated})
    return tuple(Tally(file, stated.get(file), good[file], bad[file], same[file]) for file in files)
