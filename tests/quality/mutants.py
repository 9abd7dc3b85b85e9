"""How many random small changes to the engine's code the tests notice: `python -m tests.quality.mutants`.

Changes are drawn from the rooms named with `--roots`: a random one of each function in turn, in random order, so that
long functions count no more than short ones; the code of a module that is in no function counts as one. Each change is
made in memory (`mutants_plugin`) and the tests that run the changed statement are run, first those that run least
else, until one fails; which test runs what is counted once and kept with `--coverage`. The tests of one change take at
most `--budget` seconds as they were counted, so that a few of those that run everything are left out; a run that takes
many times longer counts as noticed. Changes that change nothing are not left out. The tests of the window, of sources
and of the command line, and those marked slow, are not run.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

from .mutations import Mutation, mutations

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {
    "attribution": "analysis/reading/attribution",
    "voices": "analysis/reading/voices",
    "speakers": "analysis/reading/speakers",
    "comparison": "analysis/comparison",
}
TESTS = (
    *("tests/unit/comparison", "tests/unit/reading", "tests/unit/output", "tests/unit/project"),
    *("tests/golden", "tests/property", "tests/quality", "tests/whole"),
)
OUTSIDE = "fallback"
"""The frozen rules of attribution are compared as a whole, by their own golden."""
SEED = 11
COUNT = 100
BUDGET_S = 30.0
PATIENCE = 10
"""How many times longer than counted a run may take, above a minute for its start; a busy machine takes three times."""
FIRST = 15
"""Tests that run before the others: collecting many files takes longer than running the tests of one."""

Tests = dict[str, dict[str, Any]]
"""By name: `seconds`, and the statements that it `ran`, by file."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change to one file."""

    file: str
    change: Mutation


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a mutant: `killed` by a failing test or by its time, `survived`, or `unseen` by any test."""

    mutant: Mutant
    outcome: str
    tests: int

    @property
    def killed(self) -> bool:
        return self.outcome in ("killed", "timeout")

    def __str__(self) -> str:
        change = self.mutant.change
        said = f"{self.outcome:9}{self.mutant.file}:{change.line}  {change.kind}, {self.tests} tests"
        return f"{said}\n    - {change.before}\n    + {change.after}"


def files_of(rooms: Sequence[str], root: Path = ROOT) -> list[str]:
    """Return the modules of these rooms, each a folder or one module, without the frozen rules."""
    found: list[Path] = []
    for room in rooms:
        folder = root / ROOMS.get(room, room)
        found += sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]
    return [
        file.relative_to(root).as_posix()
        for file in found
        if OUTSIDE not in file.relative_to(root).parts and file.exists()
    ]


def drawn(files: Sequence[str], count: int, seed: int, root: Path = ROOT) -> list[Mutant]:
    """Return `count` different mutants, one of each function in turn, in random order; all where there are fewer."""
    places: dict[tuple[str, str], list[Mutant]] = defaultdict(list)
    for file in files:
        for change in mutations((root / file).read_text("utf-8")):
            places[file, change.function].append(Mutant(file, change))
    random = Random(seed)
    chosen: list[Mutant] = []
    while places and len(chosen) < count:
        for place in random.sample(sorted(places), len(places)):
            left = places[place]
            chosen.append(left.pop(random.randrange(len(left))))
            if not left:
                del places[place]
    return chosen[:count]


def covering(mutant: Mutant, tests: Tests, budget: float = BUDGET_S) -> list[str]:
    """Return the tests to run: those that run the statement first, then what else is in their files.

    The others are there for what is kept between tests, which only the first of them runs.
    """

    def ran(name: str) -> bool:
        statements = tests[name]["ran"].get(mutant.file, ())
        return mutant.change.statement in statements if mutant.change.function else bool(statements)

    def breadth(name: str) -> float:
        return sum(map(len, tests[name]["ran"].values())) * (0.1 + tests[name]["seconds"])

    direct = sorted(filter(ran, tests), key=breadth)
    beside = {name.split("::")[0] for name in direct}
    others = sorted((name for name in tests if name.split("::")[0] in beside and not ran(name)), key=breadth)
    chosen, seconds = [], 0.0
    for name in direct + others:
        seconds += tests[name]["seconds"]
        if chosen and seconds > budget:
            break
        chosen.append(name)
    return chosen


def interval(found: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson 1927)."""
    if not n:
        return 0.0, 1.0
    p, spread = found / n, z * z / n
    middle, reach = p + spread / 2, z * math.sqrt(p * (1 - p) / n + spread / (4 * n))
    return (middle - reach) / (1 + spread), (middle + reach) / (1 + spread)


def counted(files: Sequence[str], where: Sequence[str], kept: Path | None) -> Tests:
    """Return which tests run what: as kept, else counted in a run of all of them and kept."""
    if kept is not None and kept.exists():
        return json.loads(kept.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        written = kept or Path(folder) / "tests.json"
        plan = {"files": list(files), "write": str(written.resolve())}
        _pytest(plan, where, Path(folder), "-q", limit=None)
        return json.loads(written.read_text("utf-8"))


def results(mutants: Sequence[Mutant], tests: Tests, budget: float = BUDGET_S) -> Iterator[Result]:
    """Yield what becomes of each mutant."""
    with tempfile.TemporaryDirectory() as folder:
        for mutant in mutants:
            names = covering(mutant, tests, budget)
            if not names:
                yield Result(mutant, "unseen", 0)
                continue
            yield Result(mutant, _outcome(mutant, names, tests, Path(folder)), len(names))


def _outcome(mutant: Mutant, names: Sequence[str], tests: Tests, folder: Path) -> str:
    """Return what becomes of a mutant; the first few tests run alone, since most that are killed are killed by them."""
    for some in filter(None, (names[:FIRST], names[FIRST:])):
        plan = {"file": mutant.file, "kind": mutant.change.kind, "node": mutant.change.node, "tests": some}
        where = list(dict.fromkeys(name.split("::")[0] for name in some))
        limit = 60 + PATIENCE * sum(tests[name]["seconds"] for name in some)
        try:
            if _pytest(plan, where, folder, "-qx", limit=limit) != 0:
                return "killed"
        except subprocess.TimeoutExpired:
            return "timeout"
    return "survived"


def _pytest(plan: dict[str, Any], where: Sequence[str], folder: Path, *options: str, limit: float | None) -> int:
    """Return the exit status of one run by a plan; what it prints is not shown."""
    written = folder / "plan.json"
    written.write_text(json.dumps(plan), "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.quality.mutants_plugin", "--mutants-plan", str(written)]
    done = subprocess.run([*command, *options, *where], cwd=ROOT, capture_output=True, timeout=limit, check=False)
    return done.returncode


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--roots", default=",".join(ROOMS), help="rooms, or folders and modules, with commas between")
    parser.add_argument("--tests", nargs="*", default=TESTS, help="folders of tests")
    parser.add_argument("--budget", type=float, default=BUDGET_S, help="seconds of tests for one mutant")
    parser.add_argument("--coverage", type=Path, help="where to keep which test runs what, for the next call")
    parser.add_argument("--keep", type=Path, help="where to write the results as JSON, one a line")
    options = parser.parse_args(arguments)
    files = files_of(options.roots.split(","))
    mutants = drawn(files, options.count, options.seed)
    tests = counted(files, options.tests, options.coverage)
    found = []
    for result in results(mutants, tests, options.budget):
        print(result, flush=True)
        found.append(result)
        if options.keep is not None:
            with options.keep.open("a", encoding="utf-8") as out:
                out.write(json.dumps(asdict(result)) + "\n")
    killed = sum(result.killed for result in found)
    low, high = interval(killed, len(found))
    print(f"\n{killed} of {len(found)} killed: {low:.2f} to {high:.2f} (95 %); {len(tests)} tests, seed {options.seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
