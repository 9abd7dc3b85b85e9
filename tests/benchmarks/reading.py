"""Reading in bulk: a thousand small files through the child process, and by the same readers in one process.

`figures()` gives (name, values, unit, goal). `python -m tests.benchmarks.reading` prints them alone.
"""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from analysis import ReadSettings
from analysis.sources import read_paths, read_text
from analysis.sources.child import pool
from analysis.sources.dispatch import articles_of
from tests.unit.sources import makers

FILES = 1_000
"""Half of them pages, half plain texts."""
ROUNDS = 5

Figure = tuple[str, tuple[float, ...], str, float | None]


def _write(folder: Path) -> list[Path]:
    """Write the files; each is another article."""
    paths = []
    for i in range(FILES // 2):
        body = (
            "".join(f"<p>{text}</p>" for text in makers.PARAGRAPHS) + f"<p>The office counted {i} cranes on Monday.</p>"
        )
        page = makers.page(body)
        text = f"{makers.TITLE} {i}\n\nBy Ada Brandt\n\n5 March 2024\n\n" + "\n\n".join(makers.PARAGRAPHS)
        for name, data in ((f"{i:04}.html", page), (f"{i:04}.txt", text.encode())):
            (folder / name).write_bytes(data)
            paths.append(folder / name)
    return paths


def _directly(paths: list[Path]) -> int:
    found = 0
    for path in paths:
        with path.open("rb") as file:
            found += len(list(articles_of(file, path.name, ReadSettings(), [])))
    return found


def _ms(work: Callable[[], int], expected: int) -> float:
    gc.collect()
    start = time.perf_counter()
    found = work()
    took = (time.perf_counter() - start) * 1000
    if found != expected:
        raise SystemExit(f"{found} articles instead of {expected}")
    return took


def in_bulk() -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]:
    """Return milliseconds through the child and directly, in turns, and their ratio round by round."""
    with tempfile.TemporaryDirectory() as folder:
        paths = _write(Path(folder))
        names = [str(path) for path in paths]
        warm = names[:20]
        _directly(paths[:20])
        read_paths(warm)
        pairs = [
            (_ms(lambda: len(read_paths(names).articles), FILES), _ms(lambda: _directly(paths), FILES))
            for _ in range(ROUNDS)
        ]
    child, direct = zip(*pairs, strict=True)
    return child, direct, tuple(a / b for a, b in pairs)


def one_file() -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]:
    """Return milliseconds for one small text: with a child that has to be started, with one that waits, and pasted."""
    text = f"{makers.TITLE}\n\n" + "\n\n".join(makers.PARAGRAPHS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text(text, encoding="utf-8")

        def cold() -> int:
            return len(read_paths([str(path)]).articles)

        started, waiting, pasted = [], [], []
        for _ in range(ROUNDS):
            pool.close()
            started.append(_ms(cold, 1))
            waiting.append(_ms(cold, 1))
            pasted.append(_ms(lambda: len(read_text(text).articles), 1))
    return tuple(started), tuple(waiting), tuple(pasted)


def figures() -> list[Figure]:
    """Return every figure of this module."""
    child, direct, ratio = in_bulk()
    started, waiting, pasted = one_file()
    return [
        ("1,000 small pages and texts read, by a child", child, "ms", None),
        ("the same in one process", direct, "ms", None),
        ("ratio of the two", ratio, "x", 1.5),
        ("one text read, the child to be started", started, "ms", None),
        ("one text read, a child waits", waiting, "ms", None),
        ("one text pasted", pasted, "ms", None),
    ]


if __name__ == "__main__":
    for name, values, unit, goal in figures():
        middle = sorted(values)[len(values) // 2]
        spread = f"({min(values):.2f} to {max(values):.2f})"
        print(f"{name:<54}{middle:9.2f} {unit:<5} {spread}", "" if goal is None else f"goal {goal}")
