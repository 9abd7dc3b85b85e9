"""`./run bench`: speed and memory, each figure beside its goal and as a ratio to a yardstick of the same run.

The yardstick is a fixed piece of pure Python; a figure divided by it travels between machines, milliseconds do not.
Every figure is the median of several rounds, with the smallest and largest beside it.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STORY = sorted((ROOT / "resources" / "samples" / "story").glob("*.txt"))
ROUNDS = 7
WINDOW_GOAL = 2.5
GROWTH_GOAL = 1.4
"""Linear, and what the processor's caches add; speakers are followed back among more mentions in a longer text."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure."""

    name: str
    values: tuple[float, ...]
    unit: str
    goal: float | None = None
    higher: bool = False
    """Whether more is better: a rate."""

    @property
    def met(self) -> bool:
        if self.goal is None:
            return True
        return self.median >= self.goal if self.higher else self.median <= self.goal

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    def line(self, yardstick: float) -> str:
        ratio = f"{self.median / yardstick:8.2f}x" if self.unit == "ms" else " " * 9
        goal = "" if self.goal is None else f"goal {self.goal:g}: {'met' if self.met else 'MISSED'}"
        spread = f"{min(self.values):.1f} to {max(self.values):.1f}"
        return f"{self.name:<54}{self.median:9.1f} {self.unit:<4}{ratio}  ({spread})  {goal}"


def timed(work: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, ...]:
    """Return milliseconds of each round after one that does not count."""
    work()
    return tuple(once(work) for _ in range(rounds))


def once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def yardstick() -> int:
    """A fixed piece of work."""
    total = 0
    for i in range(300_000):
        total = (total * 31 + i) % 1_000_003
    return total


def child(task: str, *, platform: str | None = None) -> dict[str, float]:
    """Return what a fresh process measured."""
    environment = {**os.environ, "PARALLAX_BENCH_START": str(time.time()), "PYTHONUTF8": "1"}
    environment["QT_QPA_PLATFORM"] = platform or environment.get("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        environment["XDG_CONFIG_HOME"] = home
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.child", task],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=180,
        )
    if not done.stdout.strip():
        raise SystemExit(f"{task} gave no figure:\n{done.stderr[-2000:]}")
    result: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return result


def engine() -> list[Figure]:
    """Reading, analysing, comparing, writing the report: warm, in this process."""
    import analysis
    from analysis.output import write_pdf

    articles = analysis.read([str(path) for path in STORY]).articles
    analyses = [analysis.analyze(article) for article in articles]
    words = sum(a.document.words for a in analyses)
    comparison = analysis.compare(analyses)
    per_1000 = tuple(ms * 1000 / words for ms in timed(lambda: [analysis.analyze(a) for a in articles]))
    with tempfile.TemporaryDirectory() as folder:
        pdf = timed(lambda: write_pdf(comparison, str(Path(folder) / "report.pdf")), rounds=3)
    return [
        Figure("1,000 words analysed, readings kept", per_1000, "ms", 100),
        Figure("five articles read from disk", timed(lambda: analysis.read([str(p) for p in STORY])), "ms"),
        Figure("five articles compared, warm", timed(lambda: analysis.compare(analyses)), "ms", 500),
        Figure("report of five articles as PDF, warm", pdf, "ms", 1500),
    ]


def growth_figures() -> list[Figure]:
    """How time grows with the text: the exponent of the layer that grows fastest, by kind of text; 1 is linear."""
    from .growth import figures

    return [Figure(f"growth by rules, {kind}: {layer}", (value,), "^", GROWTH_GOAL) for kind, layer, value in figures()]


def command_line() -> Figure:
    """The cold command line, from a new process to the JSON of five articles."""
    command = [sys.executable, str(ROOT / "main.py"), "compare", *map(str, STORY), "--json", "-"]
    return Figure(
        "cold command line: compare five articles",
        timed(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True), rounds=3),
        "ms",
    )


def reading_figures() -> list[Figure]:
    """Reading files in a child process and directly."""
    from .reading import figures

    return [Figure(name, values, unit, goal) for name, values, unit, goal in figures()]


def page_figures() -> list[Figure]:
    """Reading small pages, beside the extractors called bare."""
    from .pages import figures

    return [Figure(name, values, unit, goal, higher=unit == "s/s") for name, values, unit, goal in figures()]


def lexicon_figures() -> list[Figure]:
    """Loading the lexicons, and finding terms."""
    from .lexicons import figures

    return [Figure(name, values, unit, goal, higher=unit == "MB/s") for name, values, unit, goal in figures()]


def reader_figures() -> list[Figure]:
    """Loading and running the trained Reader."""
    from .reader import figures

    return [Figure(name, values, unit, goal, higher=unit == "s/s") for name, values, unit, goal in figures()]


def toggles() -> Figure:
    """Hiding and showing one kind of mark in six columns of two hundred marks."""
    from .painting import toggle_times_ms

    return Figure("one kind of mark toggled, 6 columns x 200 marks", toggle_times_ms(ROUNDS), "ms", 20)


def windows() -> tuple[list[Figure], float]:
    """First paint of an empty window and of the program's, in turns, and their ratio pair by pair."""
    pairs = [(child("empty_window"), child("parallax_window")) for _ in range(ROUNDS)]
    ratio = statistics.median(ours["ms"] / empty["ms"] for empty, ours in pairs)
    return [
        Figure("first paint, empty QMainWindow", tuple(e["ms"] for e, _ in pairs), "ms"),
        Figure("first paint, Parallax", tuple(p["ms"] for _, p in pairs), "ms"),
    ], ratio


def main() -> int:
    """Measure everything and print it; exit code 1 where a goal is missed."""
    stick = statistics.median(timed(yardstick, rounds=15))
    print(f"yardstick: {stick:.1f} ms; a figure's ratio to it stands behind its milliseconds\n")
    figures: list[Figure] = []

    def show(figure: Figure) -> None:
        figures.append(figure)
        print(figure.line(stick), flush=True)

    for figure in (
        *engine(),
        *growth_figures(),
        *reading_figures(),
        *page_figures(),
        *lexicon_figures(),
        *reader_figures(),
    ):
        show(figure)
    show(command_line())
    show(toggles())
    paints, ratio = windows()
    for figure in paints:
        show(figure)
    met = ratio <= WINDOW_GOAL
    print(f"first paint, Parallax to empty window: {ratio:.2f}  goal {WINDOW_GOAL:g}: {'met' if met else 'MISSED'}")

    opened = [child("compared_sample") for _ in range(3)]
    show(Figure("memory, sample open and compared", tuple(o["mb"] for o in opened), "MB", 500))
    print(f"    loaded by then: {', '.join(opened[0]['modules'])}")  # type: ignore[arg-type]
    print("    what each import adds, in this order:")
    for name, mb in child("imports").items():
        print(f"    {name:<50}{mb:9.1f} MB")
    return 0 if met and all(f.met for f in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
