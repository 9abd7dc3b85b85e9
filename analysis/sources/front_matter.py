"""What stands at the top of a markdown file between two lines of `---`: keys, values and lists of values."""

from __future__ import annotations

from collections.abc import Sequence

from .draft import Meta
from .metadata.keys import KEY, with_field

LONGEST = 60
"""Lines of front matter; programs write some ten."""


def front_matter(lines: Sequence[str]) -> tuple[Meta, int]:
    """Return what front matter says and how many of `lines` it takes; nothing and 0 where there is none."""
    if not lines or lines[0] != "---" or "---" not in lines[1:LONGEST]:
        return Meta(), 0
    end = lines.index("---", 1)
    values: dict[str, list[str]] = {}
    key = ""
    for line in lines[1:end]:
        if not line or line.startswith("#"):
            continue
        if line.startswith("- ") and key:
            values[key].append(_bare(line[2:]))
        elif m := KEY.fullmatch(line):
            key = m["key"]
            values[key] = [_bare(part) for part in _parts(m["value"])]
        else:
            return Meta(), 0
    meta = Meta()
    for key, found in values.items():
        meta = with_field(meta, key, ", ".join(filter(None, found)))
    return meta, end + 1


def _parts(value: str) -> list[str]:
    """Return the values in `[one, two]`, or the one that stands there."""
    value = value.strip()
    return value[1:-1].split(",") if value[:1] == "[" and value[-1:] == "]" else [value]


def _bare(value: str) -> str:
    value = value.strip()
    return value[1:-1].strip() if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
