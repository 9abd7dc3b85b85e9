"""Runs of words that two texts share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from ..progress import checked

Parts = Callable[[Sequence[Hashable], Sequence[Hashable]], bool]
"""Whether what stands between two runs, in the one text and in the other, keeps them apart."""


def _nothing(a: Sequence[Hashable], b: Sequence[Hashable]) -> bool:
    return False


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """A stretch shared by two sequences: half-open ranges of indexes into each."""

    a: int
    a_end: int
    b: int
    b_end: int


def sharing(texts: Sequence[Sequence[Hashable]], least: int) -> list[tuple[int, int]]:
    """Return the pairs of indexes of texts that share a run of at least `least` items, in order.

    Most of many texts share none: looking the runs up once saves comparing every text with every other.
    """
    held: dict[tuple[Hashable, ...], list[int]] = defaultdict(list)
    for index, text in enumerate(checked(texts)):
        for gram in {tuple(text[i : i + least]) for i in range(len(text) - least + 1)}:
            held[gram].append(index)
    pairs = {(a, b) for indexes in held.values() for n, a in enumerate(indexes) for b in indexes[n + 1 :]}
    return sorted(pairs)


def shared_runs(a: Sequence[Hashable], b: Sequence[Hashable], least: int) -> list[Run]:
    """Return the maximal equal runs of at least `least` items, in the order of `a`; linear but for repeats."""
    at: dict[tuple[Hashable, ...], list[int]] = defaultdict(list)
    for j in range(len(b) - least + 1):
        at[tuple(b[j : j + least])].append(j)
    found = []
    for i in checked(range(len(a) - least + 1)):
        for j in at.get(tuple(a[i : i + least]), ()):
            if i and j and a[i - 1] == b[j - 1]:
                continue  # inside a run that began earlier
            length = least
            while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
                length += 1
            found.append(Run(i, i + length, j, j + length))
    return found


def widened(
    run: Run, a: Sequence[Hashable], b: Sequence[Hashable], gap: int, least: int, parts: Parts = _nothing
) -> Run:
    """Return `run` with the shorter runs of at least `least` items that stand within `gap` items of its ends."""
    a, b = tuple(a), tuple(b)
    after = _reach(a[run.a_end :], b[run.b_end :], gap, least, parts)
    before = _reach(a[: run.a][::-1], b[: run.b][::-1], gap, least, parts)
    return Run(run.a - before[0], run.a_end + after[0], run.b - before[1], run.b_end + after[1])


def _reach(a: Sequence[Hashable], b: Sequence[Hashable], gap: int, least: int, parts: Parts) -> tuple[int, int]:
    """Return how far two sequences go together from their start, skipping at most `gap` items of each at a time."""
    i = j = 0
    while True:
        skips = sorted(((x, y) for x in range(gap + 1) for y in range(gap + 1)), key=lambda s: (sum(s), s))
        for x, y in skips:
            n = 0
            while i + x + n < len(a) and j + y + n < len(b) and a[i + x + n] == b[j + y + n]:
                n += 1
            if n >= least and not parts(a[i : i + x], b[j : j + y]):
                i, j = i + x + n, j + y + n
                break
        else:
            return i, j


def joined(
    runs: Sequence[Run],
    gap: int,
    a: Sequence[Hashable] = (),
    b: Sequence[Hashable] = (),
    parts: Parts = _nothing,
) -> list[Run]:
    """Return the runs joined that overlap or follow each other in both texts with at most `gap` items between.

    `a` and `b` are the texts, where `parts` says of what lies between two runs that it keeps them apart.
    """
    done: list[Run] = []
    for run in checked(sorted(runs)):
        for k, before in enumerate(done):
            near = before.a <= run.a <= before.a_end + gap and before.b <= run.b <= before.b_end + gap
            if near and not parts(a[before.a_end : run.a], b[before.b_end : run.b]):
                ends = max(before.a_end, run.a_end), max(before.b_end, run.b_end)
                done[k] = Run(before.a, ends[0], before.b, ends[1])
                break
        else:
            done.append(run)
    return done


def components(size: int, edges: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield the connected components of a graph over 0 … size - 1, each sorted, in the order of their first node."""
    parent = list(range(size))

    def root(x: int) -> int:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for x, y in edges:
        a, b = sorted((root(x), root(y)))
        parent[b] = a
    held: dict[int, list[int]] = defaultdict(list)
    for x in range(size):
        held[root(x)].append(x)
    yield from held.values()
