"""Where the articles of a text begin: three ways in which people part what they have put into one file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..canonical import one_line
from ..metadata.keys import KEY, field_of, is_header_key
from ..metadata.lines import HEADLINE_WORDS
from .heads import head_of, is_story

OUTSIDE_LINES, OUTSIDE_WORDS = 4, 12
"""Above the first article stand so many short lines at most: what the file is called, whose it is."""
MOST_WAYS = 4
"""Of how many lengths of gaps, and how many signs of rules, it is tried whether they part articles."""

_RULE = re.compile(r"(?P<sign>[=\-_*#~+–—])(?: ?(?P=sign)){2,}(?: *\w* ?\d{1,4}(?: (?:of|/) \d{1,4})? *(?P=sign)*)?")
_ORDINAL = re.compile(
    r"(?:article|story|document|text|item) *(?:no\.? *|# *)?\d{1,4}(?: *(?:of|/) *\d{1,4})?[.:]?", re.I
)
_SOURCES = {"outlet", "published", "byline"}


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one article, from `start` up to `end`, and its title where that is not among them."""

    start: int
    end: int
    title: str = ""


def is_rule(line: str) -> bool:
    """Return whether a line is nothing but a mark between two texts: "=====", "Article 2 of 3"."""
    return len(line) <= 200 and bool(_RULE.fullmatch(line) or _ORDINAL.fullmatch(line))


def parts_by_keys(lines: Sequence[str]) -> list[Part]:
    """Return the parts that each open with a block of keys: a title, and an outlet, a date or an author."""
    starts: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        end, fields = _keys(lines, at)
        if "title" in fields and fields & _SOURCES:
            starts.append((at, end))
        at = max(end, at + 1)
    if len(starts) < 2 or not _is_outside(lines[: starts[0][0]]):
        return []
    parts = _between([start for start, _ in starts], lines)
    told = all(is_story(lines[end : part.end]) for part, (_, end) in zip(parts, starts, strict=True))
    return parts if told else []


def _keys(lines: Sequence[str], at: int) -> tuple[int, set[str]]:
    """Return where the block of keys at a place ends, and the fields it names; an empty line may part two keys."""
    fields: set[str] = set()
    end = at
    while at < len(lines):
        m = KEY.fullmatch(lines[at]) if lines[at] else None
        if m and is_header_key(m["key"]) and len(m["value"].split()) <= HEADLINE_WORDS:
            if (field := field_of(m["key"])) == "title" and field in fields:
                break
            fields.add(field)
            end = at + 1
        elif lines[at] or end != at or not fields:
            break
        at += 1
    return end, fields


def parts_by_headings(lines: Sequence[str], styled: Sequence[str]) -> list[Part]:
    """Return the parts that open with a heading of the first order, each with its byline, outlet or date below.

    `styled` are the headings that the file marks by their style; markdown marks them by its sign.
    """
    marked = [at for at, line in enumerate(lines) if line.startswith("# ")]
    starts = _places(lines, styled) if len(styled) > 1 else marked
    if len(starts) < 2 or not _is_outside(lines[: starts[0]]):
        return []
    parts = _between(starts, lines)
    for part in parts:
        head = head_of(lines[part.start + 1 : part.end])
        if not head.size or not head.named or not is_story(lines[part.start + 1 + head.size : part.end]):
            return []
    return [Part(part.start + 1, part.end, one_line(lines[part.start].removeprefix("# "))) for part in parts]


def _places(lines: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """Return where lines stand, in their order; none where one of them is not found."""
    found: list[int] = []
    texts = iter(wanted)
    text = next(texts, None)
    for at, line in enumerate(lines):
        if text is not None and line == text:
            found.append(at)
            text = next(texts, None)
    return found if text is None else []


def parts_by_groups(lines: Sequence[str]) -> list[Part]:
    """Return the parts that rules, or the longest runs of empty lines, part; each has its whole head and a story."""
    rules: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if line and is_rule(line):
            rules.setdefault(line[:1].casefold(), []).append(at)
    gaps = _gaps(lines)
    longest = sorted({size for size in gaps.values() if size > 1}, reverse=True)[:MOST_WAYS]
    ways: Iterable[list[int]] = [
        *list(rules.values())[:MOST_WAYS],
        *([at for at, size in gaps.items() if size >= least] for least in longest),
    ]
    for way in ways:
        parts = _between([0, *way], lines)
        parts = [part for part in parts if any(lines[part.start : part.end])]
        if len(parts) > 1 and all(_is_whole(lines[part.start : part.end]) for part in parts):
            return parts
    return []


def _gaps(lines: Sequence[str]) -> dict[int, int]:
    """Return the lengths of the runs of empty lines, by the place behind each."""
    gaps: dict[int, int] = {}
    size = 0
    for at, line in enumerate(lines):
        if line and size and size < at:
            gaps[at] = size
        size = 0 if line else size + 1
    return gaps


def _is_whole(lines: Sequence[str]) -> bool:
    head = head_of(lines)
    return bool(head.size) and head.named and head.titled and is_story(lines[head.size :])


def _is_outside(lines: Sequence[str]) -> bool:
    """Return whether lines belong to no article: few and short."""
    printed = [line for line in lines if line and not is_rule(line)]
    return len(printed) <= OUTSIDE_LINES and all(len(line.split()) <= OUTSIDE_WORDS for line in printed)


def _between(starts: Sequence[int], lines: Sequence[str]) -> list[Part]:
    """Return the parts from each start to the next, without the rules and empty lines around them."""
    parts = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        while start < end and (not lines[start] or is_rule(lines[start])):
            start += 1
        while end > start and (not lines[end - 1] or is_rule(lines[end - 1])):
            end -= 1
        parts.append(Part(start, end))
    return parts
