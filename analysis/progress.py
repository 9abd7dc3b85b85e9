"""How long work tells how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable

from .messages import Message

Report = Callable[[float, Message | None], None]
"""Called with the fraction done (0 to 1) and what is being done; raises Cancelled to stop the work."""


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
