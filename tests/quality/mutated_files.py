"""Mutated files of every format, read in a child process within all limits: `python -m tests.quality.mutated_files`.

Prints a table and ends with exit code 1 where a reader failed in a way that nobody foresaw, a child died, or a file
took more than it may. Such files are kept with `--keep FOLDER`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from random import Random

import psutil

from analysis import ReadSettings
from analysis.errors import SourceError
from analysis.messages import render
from analysis.sources.child.limits import LIMITS
from analysis.sources.child.process import Child, Request
from analysis.sources.ledger import Ledger

from .mutate import mutated, seeds

COUNT = 10_000
SEED = 20_240_305
GRACE_S = 0.5
"""By how much a child may be over its time before the parent has looked at it and ended it."""


@dataclass(frozen=True, slots=True)
class Case:
    """One file and what came of it."""

    kind: str
    number: int
    data: bytes
    outcome: str
    """`read`, `refused`, or how it went wrong: `unexpected`, `time`, `memory`, `crash`, `over`."""
    said: str
    cpu_s: float
    rss: int


BAD = ("unexpected", "time", "memory", "crash", "over")


@dataclass(slots=True)
class Row:
    """What became of all files of one format."""

    outcomes: Counter[str] = field(default_factory=Counter)
    cpu_s: float = 0.0
    rss: int = 0

    def add(self, case: Case) -> None:
        self.outcomes[case.outcome] += 1
        self.cpu_s = max(self.cpu_s, case.cpu_s)
        self.rss = max(self.rss, case.rss)


def cases(count: int, seed: int) -> Iterator[Case]:
    """Yield `count` mutated files, of all formats in turn, and what came of each."""
    good = list(seeds().items())
    child = Child()
    for i in range(count):
        kind, (name, data) = good[i % len(good)]
        rng = Random(f"{seed} {i}")
        if not child.alive:
            child = Child()
        yield _read(child, kind, i, name, mutated(data, rng))
    child.kill()


def _read(child: Child, kind: str, number: int, name: str, data: bytes) -> Case:
    watched = psutil.Process(child.pid)
    before, peak = _cpu_s(watched), 0
    ledger = Ledger()
    found = 0
    outcome = ""

    def look(_: float) -> None:
        nonlocal peak
        peak = max(peak, child.peak_bytes)

    try:
        found = sum(1 for _ in child.read(BytesIO(data), Request(name, len(data), ReadSettings()), ledger, look))
    except SourceError as error:
        ledger.add(error)
        outcome = error.message.key.rpartition("_")[2]
    cpu_s = 0.0
    if child.alive:
        cpu_s = _cpu_s(watched) - before
        peak = max(peak, watched.memory_info().rss)
    keys = {problem.message.key for problem in ledger.problems}
    if not outcome:
        over = cpu_s > LIMITS.seconds(len(data)) + GRACE_S or peak > LIMITS.memory_bytes
        unexpected = "sources.unexpected" in keys
        outcome = "over" if over else "unexpected" if unexpected else "read" if found else "refused"
    return Case(kind, number, data, outcome, " ".join(render(p.message) for p in ledger.problems[:3]), cpu_s, peak)


def _cpu_s(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def main(arguments: list[str] | None = None) -> int:
    """Read the files and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--keep", type=Path, help="folder for files that went wrong")
    options = parser.parse_args(arguments)
    rows: dict[str, Row] = {}
    start = time.monotonic()
    for case in cases(options.count, options.seed):
        for kind in (case.kind, "all"):
            rows.setdefault(kind, Row()).add(case)
        if case.outcome in BAD:
            print(f"{case.outcome}: {case.kind}, number {case.number}: {case.said}", flush=True)
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"{case.number}.{case.kind.partition(',')[0]}").write_bytes(case.data)
    heads = ("format", "n", "read", "refused", *BAD, "max CPU s", "max RSS MB")
    print(" | ".join(heads))
    for kind, row in sorted(rows.items(), key=lambda pair: (pair[0] == "all", pair[0])):
        counts = [str(row.outcomes[name]) for name in ("read", "refused", *BAD)]
        cells = [kind, str(row.outcomes.total()), *counts, f"{row.cpu_s:.2f}", f"{row.rss / 1e6:.0f}"]
        print(" | ".join(cells))
    print(f"seed {options.seed}, {time.monotonic() - start:.0f} s")
    return int(any(rows["all"].outcomes[name] for name in BAD))


if __name__ == "__main__":
    sys.exit(main())
