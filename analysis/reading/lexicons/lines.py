"""On which line of a TOML file a table or key stands: tomllib gives values without their places."""

from __future__ import annotations

import re
from collections.abc import Mapping

Path = tuple[str | int, ...]

_TABLE = re.compile(r"^\s*\[(?!\[)\s*([^\]]+?)\s*\]\s*(?:#.*)?$")
_ARRAY = re.compile(r"^\s*\[\[\s*([^\]]+?)\s*\]\]\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*(?:\"([^\"]+)\"|'([^']+)'|([A-Za-z0-9_-]+))\s*=")


def line_index(source: str) -> Mapping[Path, int]:
    """Return the line (from 1) of every table header and key that begins a line.

    Arrays of tables count from 0, as in the parsed data: ``("concept", 0, "variant", 2, "text")``.
    """
    index: dict[Path, int] = {(): 1}
    counts: dict[Path, int] = {}
    table: Path = ()
    depth, quote = 0, ""
    for number, line in enumerate(source.splitlines(), 1):
        if not depth and not quote:
            if match := _ARRAY.match(line):
                table = _array(match.group(1), counts)
                index[table] = number
                continue
            if match := _TABLE.match(line):
                table = _resolve(match.group(1), counts)
                index[table] = number
                continue
            if match := _KEY.match(line):
                index[(*table, next(g for g in match.groups() if g))] = number
        depth, quote = _open(line, depth, quote)
    return index


def line_of(index: Mapping[Path, int], path: Path) -> int:
    """Return the line of `path`, or of the nearest thing that holds it."""
    while path and path not in index:
        path = path[:-1]
    return index.get(path, 1)


def _resolve(dotted: str, counts: Mapping[Path, int]) -> Path:
    path: Path = ()
    for part in dotted.split("."):
        path = (*path, part.strip().strip("\"'"))
        if path in counts:
            path = (*path, counts[path])
    return path


def _array(dotted: str, counts: dict[Path, int]) -> Path:
    head, _, last = dotted.rpartition(".")
    path: Path = (*(_resolve(head, counts) if head else ()), last.strip().strip("\"'"))
    counts[path] = counts.get(path, -1) + 1
    for nested in [p for p in counts if len(p) > len(path) and p[: len(path)] == path]:
        if len(nested) > len(path) and nested[len(path)] == counts[path]:
            del counts[nested]
    return (*path, counts[path])


def _open(line: str, depth: int, quote: str) -> tuple[int, str]:
    """Return how many brackets and which triple quotes stay open after `line`."""
    i = 0
    while i < len(line):
        three = line[i : i + 3]
        if quote:
            end = line.find(quote, i)
            if end < 0:
                return depth, quote
            i, quote = end + 3, ""
            continue
        if three in ('"""', "'''"):
            quote, i = three, i + 3
            continue
        char = line[i]
        if char == "#":
            break
        if char in "\"'":
            i += 1
            while i < len(line) and line[i] != char:
                i += 1 + (char == '"' and line[i] == "\\")
        elif char in "[{":
            depth += 1
        elif char in "]}":
            depth = max(0, depth - 1)
        i += 1
    return depth, quote
