"""Every text of the measuring data through the engine: how many there were, and what failed.

    python -m tests.quality.whole_engine [--rules] [--single] [--sets babe,stories] [--every 10]

Articles are analysed and written as JSON, stories are compared besides and written as a page. `--single` takes the
single sentences one by one. Prints a line per set, and each kind of failure once with its first text.
"""

from __future__ import annotations

import argparse
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from analysis import analyze, compare
from analysis.model import Article, ArticleAnalysis
from analysis.output.json import analysis_json, comparison_json, encode
from analysis.output.report.compose import compose
from analysis.output.report.html import html

from .everything import SETS, Texts
from .framing_corpus import article

ENGINE = "/analysis/"


@dataclass
class Run:
    """What went through, and what failed by kind: the exception and its last place in the engine."""

    done: int = 0
    failed: int = 0
    kinds: dict[str, tuple[int, str, str]] = field(default_factory=dict)

    def guarded(self, name: str, work: Callable[[], object]) -> object:
        """Return what `work` gives; None where it failed, which is counted."""
        try:
            result = work()
        except Exception as error:
            self.failed += 1
            frames = [f for f in traceback.extract_tb(error.__traceback__) if ENGINE in f.filename.replace("\\", "/")]
            place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
            kind = f"{type(error).__name__} at {place}: {str(error)[:100]}"
            count, first, trace = self.kinds.get(kind, (0, name, "".join(traceback.format_exception(error)[-4:])))
            self.kinds[kind] = (count + 1, first, trace)
            return None
        self.done += 1
        return result


def main() -> None:
    """Run what was asked for and print the table."""
    parser = argparse.ArgumentParser(description="Every text of the measuring data through the engine.")
    parser.add_argument("--rules", action="store_true", help="leave the Reader out")
    parser.add_argument("--single", action="store_true", help="single sentences one by one, nothing else")
    parser.add_argument("--sets", default="", help="names of sets, with commas")
    parser.add_argument("--every", type=int, default=1, help="only each so many-th text of a set")
    asked = parser.parse_args()
    from analysis.reading import reader

    chosen = [s for s in SETS if not asked.sets or s.name in asked.sets.split(",")]
    if asked.rules:
        with reader.use(None):
            _all(chosen, asked.single, asked.every)
    else:
        _all(chosen, asked.single, asked.every)


def _all(chosen: list[Texts], single: bool, every: int) -> None:
    total = Run()
    print(f"{'set':20}{'done':>8}{'failed':>8}{'seconds':>9}")
    for texts in chosen:
        if single and texts.sentences is None:
            continue
        begun, run = time.monotonic(), Run()
        for name, work in islice(_single(texts) if single else _work(texts), 0, None, every):
            run.guarded(name, work)
        total.done, total.failed = total.done + run.done, total.failed + run.failed
        print(f"{texts.name:20}{run.done:>8}{run.failed:>8}{time.monotonic() - begun:>9.0f}", flush=True)
        for kind, (count, first, trace) in run.kinds.items():
            print(f"  {count} x {kind}\n  first in {first}\n{trace}", flush=True)
    print(f"{'all':20}{total.done:>8}{total.failed:>8}")


def _single(texts: Texts) -> Iterator[tuple[str, Callable[[], object]]]:
    from .framing_corpus import DATA

    for number, sentence in enumerate(texts.sentences(DATA) if texts.sentences else ()):
        one = article(f"{texts.name}/{number}", "", sentence)
        yield one.id, lambda one=one: _analysed(one)  # type: ignore[misc]


def _work(texts: Texts) -> Iterator[tuple[str, Callable[[], object]]]:
    from .framing_corpus import DATA

    if texts.stories is not None:
        for story in texts.stories(DATA):
            yield story[0].source or story[0].id, lambda story=story: _compared(story)  # type: ignore[misc]
        return
    for one in texts.articles():
        yield one.id, lambda one=one: _analysed(one)  # type: ignore[misc]


def _analysed(one: Article) -> ArticleAnalysis:
    analysis = analyze(one)
    encode(analysis_json(analysis))
    return analysis


def _compared(story: list[Article]) -> None:
    comparison = compare([_analysed(one) for one in story])
    encode(comparison_json(comparison))
    html(compose(comparison))


if __name__ == "__main__":
    main()
