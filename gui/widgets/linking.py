"""How the columns of Read hang together: what corresponds to what, and where to scroll to. Knows no widget."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from analysis.kept import kept
from analysis.model import Comparison, Coverage, Member, Span, Statement

Anchor = tuple[int, int]
"""Code point offsets of one statement in two articles."""


def alignment_of(comparison: Comparison | None) -> Alignment:
    """Return the statements of a comparison, by sentence; the same for all that ask."""
    return Alignment(None) if comparison is None else _kept_alignment(comparison)


@kept
def _kept_alignment(comparison: Comparison) -> Alignment:
    return Alignment(comparison)


class Alignment:
    """The statements of a comparison, by sentence."""

    def __init__(self, comparison: Comparison | None) -> None:
        self._by_sentence: dict[tuple[str, int], Statement] = {}
        self._by_pair: dict[tuple[str, str], tuple[Anchor, ...]] = {}
        self._statements = comparison.statements if comparison is not None else ()
        for statement in self._statements:
            for member in statement.members:
                self._by_sentence[member.article, member.sentence] = statement
        self._answers: dict[str, list[Coverage]] = {}
        for answer in comparison.coverage if comparison is not None else ():
            self._answers.setdefault(answer.statement, []).append(answer)

    def statement_of(self, article: str, sentence: int) -> Statement | None:
        """Return the statement that a sentence belongs to."""
        return self._by_sentence.get((article, sentence))

    def answers(self, statement: Statement) -> tuple[Coverage, ...]:
        """Return what the articles that are no member of a statement answer to it."""
        members = {member.article for member in statement.members}
        return tuple(a for a in self._answers.get(statement.id, ()) if a.article not in members)

    def counterparts(self, article: str, sentence: int) -> dict[str, tuple[Span, ...]]:
        """Return the spans that say the same, by article id, its own included; nothing where it stands alone."""
        statement = self.statement_of(article, sentence)
        if statement is None or len({m.article for m in statement.members}) < 2:
            return {}
        found: dict[str, tuple[Span, ...]] = {}
        for member in statement.members:
            found[member.article] = (*found.get(member.article, ()), member.span)
        return found

    def anchors(self, one: str, other: str) -> tuple[Anchor, ...]:
        """Return places that correspond in two articles, rising in both."""
        if (one, other) not in self._by_pair:
            pairs = []
            for statement in self._statements:
                here = [m for m in statement.members if m.article == one]
                there = [m for m in statement.members if m.article == other]
                if here and there:
                    pairs.append((_first(here), _first(there)))
            self._by_pair[one, other] = rising(sorted(pairs))
        return self._by_pair[one, other]


def _first(members: Sequence[Member]) -> int:
    return min(m.span.start for m in members)


def rising(pairs: Sequence[Anchor]) -> tuple[Anchor, ...]:
    """Return the longest part of `pairs` (sorted by the first) in which the second rises too.

    A sentence that stands early here and late there would throw the other column to and fro.
    """
    tails: list[int] = []  # the last second value of the best run of each length
    last: list[int] = []  # its index in pairs
    before: list[int | None] = []
    for index, (_, second) in enumerate(pairs):
        place = bisect_left(tails, second)
        before.append(last[place - 1] if place else None)
        tails[place : place + 1] = [second]
        last[place : place + 1] = [index]
    chain: list[Anchor] = []
    at = last[-1] if last else None
    while at is not None:
        chain.append(pairs[at])
        at = before[at]
    return tuple(reversed(chain))


def interpolate(places: Sequence[tuple[float, float]], value: float) -> float:
    """Return where `value` of the first axis lies on the second, between the nearest two of `places` (sorted)."""
    right = min(max(1, bisect_right(places, (value, float("inf")))), len(places) - 1)
    (x0, y0), (x1, y1) = places[right - 1], places[right]
    return y0 if x1 == x0 else y0 + (value - x0) / (x1 - x0) * (y1 - y0)
