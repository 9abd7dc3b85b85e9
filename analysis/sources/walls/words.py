"""The phrases of walls: `resources/sources/walls.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PATH = Path(__file__).resolve().parents[3] / "resources" / "sources" / "walls.toml"


@dataclass(frozen=True, slots=True)
class Phrases:
    """A pattern of each list; all are looked for in what `plain` returns."""

    consent: re.Pattern[str]
    script: re.Pattern[str]
    login: re.Pattern[str]
    robot: re.Pattern[str]
    error: re.Pattern[str]
    cut: re.Pattern[str]
    """Of the beginning of a sentence."""
    teaser: re.Pattern[str]
    """A whole line: one of the list, with where it leads."""


_WHERE = r"(?:\s(?:here|now|online|at|on|in|via)\b.{0,60})?[\W_]*(?:https?://\S{1,200})?[\W_]*"


@cache
def phrases() -> Phrases:
    """Return the lists, read once."""
    lists = tomllib.loads(PATH.read_text(encoding="utf-8"))
    return Phrases(
        **{name: _pattern(lists[name]) for name in ("consent", "script", "login", "robot", "error")},
        cut=_pattern(lists["cut"], r"(?:^|(?<=[.!?…:|•–—»>] )|(?<=[.!?…:|]))"),
        teaser=re.compile(rf"[\W_]*(?:{_any(lists['teaser'])}){_WHERE}"),
    )


def plain(text: str) -> str:
    """Return a text as the lists have it: small letters, straight apostrophes, one space between words."""
    return " ".join(text.replace("’", "'").casefold().split())


def _pattern(found: Iterable[str], before: str = r"(?<!\w)") -> re.Pattern[str]:
    return re.compile(f"{before}(?:{_any(found)})(?!\\w)")


def _any(found: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(found, key=lambda phrase: (-len(phrase), phrase))))
