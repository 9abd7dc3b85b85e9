"""How many results a service names in the answer that a JSON file is: of these the file mostly holds one page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TOTALS = frozenset(["hits", "numfound", "total", "totalcount", "totalhits", "totalresults"])
"""Keys beside a list of results, without case and underscores."""


def stated_total(value: Any, path: str) -> int:
    """Return how many results a service says there are, 0 where it does not say.

    It says so in the objects that hold the list of results at `path` (`objects.Group`), or beside it: in "meta".
    """
    if not isinstance(value, dict) or not path.endswith("[]"):
        return 0
    holders: list[Mapping[str, Any]] = [value]
    for name in path.replace("{}", ".{}").split(".")[1:-1]:
        # An object that holds nothing but one other is a list of one in the path.
        value = next(iter(value.values())) if name == "{}" and len(value) == 1 else value.get(name)
        if not isinstance(value, dict):
            return 0
        holders.append(value)
    for holder in reversed(holders):
        beside = [inner for inner in holder.values() if isinstance(inner, dict)]
        if total := next(filter(None, map(_number, (holder, *beside))), 0):
            return total
    return 0


def _number(value: Mapping[str, Any]) -> int:
    """Return the number under a key for a total, 0 where there is none."""
    for key, number in value.items():
        if key.casefold().replace("_", "") in TOTALS and isinstance(number, int) and not isinstance(number, bool):
            return max(0, number)
    return 0
