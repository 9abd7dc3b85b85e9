"""What a reader learns of its file besides the articles: what it could not read, and how many articles it should be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..errors import SourceError


@dataclass(slots=True)
class Ledger:
    """Filled while sources are read; in the child process for one file, in the parent for all of them."""

    problems: list[SourceError] = field(default_factory=list)
    """What could not be read, in the order in which it was met."""
    stated: dict[str, int] = field(default_factory=dict)
    """How many articles a file itself says it holds, by file; in the child the file is called ""."""

    def add(self, problem: SourceError) -> None:
        """Note what could not be read."""
        self.problems.append(problem)

    def extend(self, problems: Iterable[SourceError]) -> None:
        """Note several things that could not be read."""
        self.problems += problems

    def state(self, count: int, where: str = "") -> None:
        """Note how many articles a file says it holds; several statements of one file add up."""
        self.stated[where] = self.stated.get(where, 0) + count
