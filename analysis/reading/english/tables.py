"""Word tables of `resources/english` by name: "closed.possessives" is the list `possessives` of `closed.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from .places import ENGLISH


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a list; those of all its lists where `name` is a table or a file."""
    return frozenset(_flat(_found(name)))


@cache
def endings(name: str) -> tuple[str, ...]:
    """Return a list as `str.endswith` and `str.startswith` take it."""
    return tuple(sorted(words(name)))


@cache
def lists(name: str) -> Mapping[str, frozenset[str]]:
    """Return the lists of a table or a file by their names."""
    return {key: frozenset(_flat(value)) for key, value in _found(name).items()}


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return a list of lists, in its order: words that belong together."""
    return tuple(tuple(row) for row in _found(name))


@cache
def rows_of(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return a table of lists by their names, each in its order."""
    return {key: tuple(value) for key, value in _found(name).items()}


@cache
def pairs(name: str) -> Mapping[str, str]:
    """Return a table of words for words."""
    return dict(_found(name))


@cache
def choice(name: str) -> str:
    """Return a list as the alternatives of a regular expression, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(words(name), key=lambda word: (-len(word), word)))


@cache
def _file(stem: str) -> dict[str, Any]:  # Any: what TOML holds.
    return tomllib.loads((ENGLISH / f"{stem}.toml").read_text(encoding="utf-8"))


def _found(name: str) -> Any:
    stem, *keys = name.split(".")
    found: Any = _file(stem)
    for key in keys:
        found = found[key]
    return found


def _flat(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [word for part in (value.values() if isinstance(value, dict) else value) for word in _flat(part)]
