"""A Cancel is raised soon in every layer: counted in calls of functions, which a busy machine does not change."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import FrameType

import pytest

import analysis
from analysis import output
from analysis.messages import Message
from analysis.model import Article, ArticleAnalysis
from analysis.progress import Cancelled, following
from tests.benchmarks.growth import made

WORDS = 1500
MOST_CALLS = 60_000
"""Calls of functions between two reports; some 30 ms of a slow machine's processor."""


def article(words: int = WORDS, kind: str = "news", name: str = "A") -> Article:
    return replace(made(kind, words), id=name, outlet=f"Outlet {name}", title=f"Title {name}")


class Stretches:
    """Counts the calls of functions between two reports."""

    def __init__(self) -> None:
        self.longest, self.where = 0, ""
        self._calls, self._last = 0, "the start"
        self.reports = 0

    def report(self, fraction: float, doing: Message | None = None) -> None:
        here = _place()
        if self._calls > self.longest:
            self.longest, self.where = self._calls, f"{self._last} → {here}"
        self._calls, self._last = 0, here
        self.reports += 1

    def measure(self, work: Callable[[], object]) -> None:
        """Do `work` twice, counting the second time: what is loaded and kept the first time does not count."""
        with following(self.report):
            work()
            self._calls, self.longest, self.reports = 0, 0, 0
            sys.setprofile(self._on_event)
            try:
                work()
            finally:
                sys.setprofile(None)
            self.report(1.0)

    def _on_event(self, frame: FrameType, event: str, argument: object) -> None:
        self._calls += event in ("call", "c_call")


def _place() -> str:
    frame = sys._getframe(2)
    while frame.f_code.co_filename.endswith("progress.py") and frame.f_back is not None:
        frame = frame.f_back
    return f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}"


@pytest.mark.parametrize("kind", ["news", "one paragraph", "no sentence ends", "commas"])
def test_analysing_hears_a_cancel_everywhere(kind: str) -> None:
    one, stretches = article(kind=kind), Stretches()
    stretches.measure(lambda: analysis.analyze(one))
    assert stretches.longest <= MOST_CALLS, stretches.where


def test_a_cancel_at_any_moment_ends_the_analysis() -> None:
    one = article(300)
    reports = 0

    def count(fraction: float, doing: Message | None = None) -> None:
        nonlocal reports
        reports += 1

    analysis.analyze(one, count)
    for last in range(0, reports, max(1, reports // 60)):
        left = last

        def stop(fraction: float, doing: Message | None = None) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise Cancelled

        with pytest.raises(Cancelled):
            analysis.analyze(one, stop)


def test_progress_of_one_long_text_moves_and_never_goes_back() -> None:
    told: list[float] = []
    analysis.analyze(article(), lambda fraction, _: told.append(fraction))
    assert told == sorted(told)
    assert told[-1] == 1
    assert len(set(told)) > 50


def compared(count: int, words: int) -> list[ArticleAnalysis]:
    return [analysis.analyze(article(words, name=f"A{i}")) for i in range(count)]


def test_comparing_hears_a_cancel_everywhere() -> None:
    analyses, stretches = compared(6, 400), Stretches()
    stretches.measure(lambda: analysis.compare(analyses))
    assert stretches.longest <= MOST_CALLS, stretches.where


def test_progress_of_comparing_never_goes_back() -> None:
    told: list[float] = []
    analysis.compare(compared(3, 200), report=lambda fraction, _: told.append(fraction))
    assert told == sorted(told)
    assert told[-1] == 1


@pytest.mark.parametrize("name", ["json", "xlsx", "csv", "html", "pdf"])
def test_writing_hears_a_cancel_everywhere(name: str, tmp_path: Path) -> None:
    comparison, stretches = analysis.compare(compared(6, 400)), Stretches()
    stretches.measure(lambda: getattr(output, f"write_{name}")(comparison, tmp_path / f"out.{name}"))
    assert stretches.longest <= MOST_CALLS, stretches.where
