"""How long work says how far it is, and how it is stopped.

`report` is handed to what has several steps to name. Below it nothing is handed on: `following(report)` makes it the
one that the work of this thread follows, and `checkpoint()`, `checked()` and `counted()` in any layer reach it, so
that a Cancel is raised deep inside an article too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event, Thread
from typing import TypeVar

from .messages import Message

Report = Callable[[float, Message | None], None]
"""Called with the fraction done (0 to 1) and what is being done; raises Cancelled to stop the work."""

Item = TypeVar("Item")


class Cancelled(Exception):
    """The user asked to stop. Never an error: whoever started the work catches it."""


def silent(fraction: float, doing: Message | None = None) -> None:
    """Report to nobody."""


def saying(report: Report, doing: Message) -> Report:
    """Return a report that says `doing` whenever it is called with nothing to say."""

    def inner(fraction: float, other: Message | None = None) -> None:
        report(fraction, other or doing)

    return inner


def part(report: Report, start: float, end: float) -> Report:
    """Return a report whose 0 to 1 covers `start` to `end` of the whole."""

    def inner(fraction: float, doing: Message | None = None) -> None:
        report(start + (end - start) * fraction, doing)

    return inner


class _Course:
    """One report that is followed, and the fraction that it was last given."""

    __slots__ = ("_report", "fraction")

    def __init__(self, report: Report) -> None:
        self._report = report
        self.fraction = 0.0

    def report(self, fraction: float, doing: Message | None = None) -> None:
        self.fraction = fraction
        self._report(fraction, doing)


# A context variable belongs to the thread that sets it: two jobs at once follow each their own report.
_course: ContextVar[_Course | None] = ContextVar("course", default=None)


@contextmanager
def following(report: Report) -> Iterator[Report]:
    """Follow `report` within this block, and give what to report to there; `silent` leaves what is followed already.

    A checkpoint repeats the fraction that was reported last.
    """
    if report is silent:
        yield report
        return
    course = _Course(report)
    token = _course.set(course)
    try:
        yield course.report
    finally:
        _course.reset(token)


@contextmanager
def stage(start: float, end: float) -> Iterator[None]:
    """Let the 0 to 1 of this block cover `start` to `end` of the report that is followed."""
    outer = _course.get()
    if outer is None:
        yield
        return
    with following(part(outer.report, start, end)):
        checkpoint()
        yield
    outer.report(end)


def checkpoint() -> None:
    """Give a Cancel the chance to be raised. Costs about a microsecond: call it once a sentence, not once a letter."""
    course = _course.get()
    if course is not None:
        course.report(course.fraction)


def checked(items: Iterable[Item]) -> Iterator[Item]:
    """Yield `items` with a checkpoint before each."""
    for item in items:
        checkpoint()
        yield item


def counted(items: Sequence[Item]) -> Iterator[Item]:
    """Yield `items` with a checkpoint before each that says how many of them are done."""
    for number, item in enumerate(items):
        course = _course.get()
        if course is not None:
            course.report(number / len(items))
        yield item


LISTEN_S = 0.05
"""How long `abandonable` waits between two checkpoints."""


def abandonable(work: Callable[[], Item]) -> Item:
    """Return what `work` gives, done in a thread of its own: a Cancel leaves it to itself, its result is dropped.

    For calls that nothing can stop, such as typesetting, and that change nothing but what they return.
    """
    results: list[Item] = []
    errors: list[BaseException] = []
    over = Event()

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:  # raised anew by whoever waits
            errors.append(error)
        finally:
            over.set()

    Thread(target=run, daemon=True, name="abandonable").start()
    while not over.wait(LISTEN_S):
        checkpoint()
    if errors:
        raise errors[0]
    return results[0]
