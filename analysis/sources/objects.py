"""JSON as scrapers and services write it → rows: which list holds the articles, and each article's values by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .columns import MAX_COLUMNS

Value = Any  # what JSON may hold
MAX_DEPTH = 8
"""How deeply the list of articles may be nested: `response`, `docs` and the like take three levels."""
MAX_INSIDE = 5
"""How deeply the values of an article are named one by one; what is deeper stays one value."""
MAX_NAME = 200
"""Characters of a name; what stands in it has its name before it, and a long one must not be written often."""
OWN = ("rendered", "#text", "_text", "$t", "@value", "plain_text")
"""Names under which an object holds what it is itself: WordPress writes a title as {"rendered": title}."""
TRANSPARENT = ("_source", "attributes", "article", "data")
"""Names under which a service holds an article beside what it knows of it: they are left out of its values' names."""


@dataclass(frozen=True, slots=True)
class Group:
    """Objects that stand in the same place of a file, such as the items of a list."""

    path: str
    within: tuple[str, ...]
    """The paths of what it stands in, from the top."""
    items: list[Value]
    labels: list[str]
    """The name under which each item stands in an object of objects, "" for none: {"guardian": {…}, "times": {…}}."""

    @property
    def name(self) -> str:
        """The names on its path, as it is shown."""
        return re.sub(r"\[\]|\{\}", "", self.path).strip(".")

    @property
    def is_list(self) -> bool:
        return self.path.endswith(("[]", "{}"))


def groups(value: Value) -> list[Group]:
    """Return where objects stand in a file, the nearest to the top first.

    Objects on one path, such as the articles of several pages of results, are one group. An object whose values are all
    objects is a list of them. Items of lists of objects that are none stand in them too.
    """
    found: dict[str, Group] = {}
    within: dict[str, tuple[str, ...]] = {"": ()}
    level = [("", value, "")]
    for _ in range(MAX_DEPTH):
        following: list[tuple[str, Value, str]] = []
        for path, item, label in level:
            for name, inner, members, key in _members(path, item):
                known = f"{label}.{key}".strip(".") if key else label
                if name not in within:
                    within[name] = (*within[path], path)
                if members:
                    group = found.setdefault(name, Group(name, within[name], [], []))
                    group.items.append(inner)
                    group.labels.append(known)
                following.append((name, inner, known))
        level = following
    return list(found.values())


def _members(path: str, item: Value) -> Iterator[tuple[str, Value, bool, str]]:
    """Yield what an item holds: its path, itself, whether it is one of several of a kind, and its name among them."""
    if isinstance(item, list):
        of_objects, name = any(isinstance(inner, dict) for inner in item), f"{path}[]"
        for inner in item:
            if isinstance(inner, dict | list) or of_objects:
                yield name, inner, of_objects, ""
    elif isinstance(item, dict):
        of_objects, name = bool(item) and all(isinstance(inner, dict) for inner in item.values()), f"{path}{{}}"
        for key, inner in item.items():
            if of_objects:
                yield name, inner, True, key[:MAX_NAME] if len(item) > 1 else ""
            elif isinstance(inner, dict | list):
                yield f"{path}.{key[:MAX_NAME]}", inner, isinstance(inner, dict), ""


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
        name = f"{outer}.{key[:MAX_NAME]}" if outer else str(key[:MAX_NAME])
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
