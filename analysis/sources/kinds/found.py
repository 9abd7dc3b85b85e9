"""A kind of article with what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass

from ...messages import Message
from ...model import ArticleKind
from ..canonical import one_line

SHOWN = 80
"""Characters of a source's own words that a reason repeats."""


@dataclass(frozen=True, slots=True)
class Found:
    """A kind, and why; no reason where nothing speaks for another kind than news."""

    kind: ArticleKind
    why: Message | None = None


def shown(words: str) -> str:
    """Return words of the source as a reason repeats them: one line, no longer than SHOWN."""
    line = one_line(words)
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"
