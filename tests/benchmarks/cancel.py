"""How long work takes to stop: `python -m tests.benchmarks.cancel [ROUNDS]`.

Each piece of work is begun in a thread, stopped at a random moment, and timed from there to its end. Then the program's
window is opened on forty articles and closed at a random moment, and timed from there to the end of its process.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from analysis.messages import Message
from analysis.progress import Cancelled, Report, following

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 25
GOAL_S, EXIT_GOAL_S = 0.5, 1.0
LONG_WORDS, ARTICLES = 20_000, 40

Work = Callable[[Report], object]


def works(folder: str) -> Iterator[tuple[str, Work]]:
    """Yield what is stopped."""
    import analysis
    from analysis import output
    from analysis.reading import reader

    from .growth import made
    from .stalls import articles

    def anew(work: Work) -> Work:
        def run(report: Report) -> object:
            shared = reader.shared()
            if shared is not None:
                shared.forget()
            return work(report)

        return run

    long, many = made("news", LONG_WORDS), articles()
    yield f"one article of {LONG_WORDS:,} words", anew(lambda report: analysis.analyze(long, report))
    yield f"{ARTICLES} articles", anew(lambda report: list(analysis.analyze_all(many, report)))
    analyses = [analysis.analyze(one) for one in many]
    yield "comparing", lambda report: analysis.compare(analyses, report=report)
    comparison = analysis.compare(analyses)
    for name in ("json", "xlsx", "csv", "html", "pdf"):
        write, path = getattr(output, f"write_{name}"), str(Path(folder) / f"out.{name}")
        yield f"writing {name}", lambda _, write=write, path=path: write(comparison, path)  # type: ignore[misc]


def stopping_s(work: Work, rounds: int, draw: random.Random) -> list[float]:
    """Return the seconds from a stop to the end of the work, at random moments of it."""
    start = time.perf_counter()
    work(_never)
    whole = time.perf_counter() - start
    return sorted(_stopped_s(work, draw.uniform(0, whole)) for _ in range(rounds))


def _never(fraction: float, doing: Message | None = None) -> None:
    return


def _stopped_s(work: Work, after: float) -> float:
    stop, ended = threading.Event(), []

    def report(fraction: float, doing: Message | None = None) -> None:
        if stop.is_set():
            raise Cancelled

    def run() -> None:
        try:
            with following(report):
                work(report)
        except Cancelled:
            pass
        ended.append(time.perf_counter())

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(after)
    asked = time.perf_counter()
    stop.set()
    thread.join()
    return max(0.0, ended[0] - asked)


def leaving_s(after: float, doing: str = "") -> float:
    """Return the seconds from the window's closing to the end of its process, and of every child of it."""
    import psutil

    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "XDG_CONFIG_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "tests.benchmarks.leaving", str(after), doing]
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        closed = float(process.stdout.readline())
        children = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
        process.wait()
        psutil.wait_procs(children, timeout=30)
        return time.time() - closed


def main(arguments: list[str]) -> int:
    """Print the figures; exit code 1 where one is beyond its goal."""
    rounds = int(arguments[0]) if arguments else ROUNDS
    draw, met = random.Random(11), True
    print("seconds from a stop to the end: median, 95th percentile, longest")
    with tempfile.TemporaryDirectory() as folder:
        for name, work in works(folder):
            met &= _line(name, stopping_s(work, rounds, draw), GOAL_S)
    for doing in ("analysing and comparing", "writing a PDF"):
        met &= _line(
            f"the window closed while {doing}",
            sorted(leaving_s(draw.uniform(0, 12), doing) for _ in range(rounds // 3)),
            EXIT_GOAL_S,
        )
    return 0 if met else 1


def _line(name: str, times: list[float], goal: float) -> bool:
    met = times[-1] <= goal
    print(
        f"{name:<50}{times[len(times) // 2]:8.3f}{times[int(len(times) * 0.95)]:8.3f}{times[-1]:8.3f}"
        f"   goal {goal:g}: {'met' if met else 'MISSED'}",
        flush=True,
    )
    return met


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
