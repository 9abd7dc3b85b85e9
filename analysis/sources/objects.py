"""JSON as scrapers and services write it → rows: which list holds the articles, and each article's values by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .columns import MAX_COLUMNS

Value = Any  # what JSON may hold
MAX_DEPTH = 8
"""How deeply the list of articles may be nested: `response`, `docs` and the like take three levels."""
MAX_INSIDE = 5
"""How deeply the values of an article are named one by one; what is deeper stays one value."""
OWN = ("rendered", "#text", "_text", "$t", "@value", "plain_text")
"""Names under which an object holds what it is itself: WordPress writes a title as {"rendered": title}."""
TRANSPARENT = ("_source", "attributes", "article", "data")
"""Names under which a service holds an article beside what it knows of it: they are left out of its values' names."""


def groups(value: Value) -> list[tuple[str, list[Value]]]:
    """Return where objects stand in a file, by their path, the nearest to the top first.

    Objects on one path, such as the articles of several pages of results, are one group. An object whose values are all
    objects is a list of them. Items of lists of objects that are none stand in them too.
    """
    found: dict[str, list[Value]] = {}
    level = [("", value)]
    for _ in range(MAX_DEPTH):
        following: list[tuple[str, Value]] = []
        for path, item in level:
            for name, inner, members in _members(path, item):
                if members:
                    found.setdefault(name, []).append(inner)
                following.append((name, inner))
        level = following
    return list(found.items())


def _members(path: str, item: Value) -> Iterator[tuple[str, Value, bool]]:
    """Yield what an item holds: its path, itself, and whether it is one of several of a kind."""
    if isinstance(item, list):
        of_objects = any(isinstance(inner, dict) for inner in item)
        for inner in item:
            if isinstance(inner, dict | list) or of_objects:
                yield f"{path}[]", inner, of_objects
    elif isinstance(item, dict):
        of_objects = bool(item) and all(isinstance(inner, dict) for inner in item.values())
        for key, inner in item.items():
            if isinstance(inner, dict | list):
                yield (f"{path}{{}}", inner, True) if of_objects else (f"{path}.{key}", inner, isinstance(inner, dict))


def flat(item: Mapping[str, Value]) -> dict[str, Value]:
    """Return an article's values by their names, those of objects in it with the outer name before: `source.title`."""
    while len(item) == 1 and isinstance(inner := next(iter(item.values())), dict):
        item = inner
    found: dict[str, Value] = {}
    _flatten(item, "", 0, found)
    return found


def _flatten(item: Mapping[str, Value], outer: str, depth: int, found: dict[str, Value]) -> None:
    for key in TRANSPARENT:
        inner = item.get(key)
        if isinstance(inner, dict) and depth < MAX_INSIDE:
            _flatten(inner, outer, depth + 1, found)
    for key, value in item.items():
        if len(found) > MAX_COLUMNS:
            return
        name = f"{outer}.{key}" if outer else str(key)
        if not isinstance(value, dict) or not value:
            found.setdefault(name, value)
            continue
        own = next((value[k] for k in OWN if isinstance(value.get(k), str)), None)
        if own is not None:
            found.setdefault(name, own)
        elif depth >= MAX_INSIDE:
            found.setdefault(name, value)
        elif key not in TRANSPARENT:
            _flatten(value, name, depth + 1, found)
