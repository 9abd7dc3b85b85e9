"""Lines → blocks in the order of reading, whatever the order in which they were drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .columns import Line

SAME_SIZE = 1.12
"""Lines of one block differ in size by less."""
NEAR = 2.6
"""Times the type size: lines of one block are no farther apart."""
MAX_BLOCKS = 400
"""Blocks of a page that are ordered by their places; a page of more is no text to be read in columns."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand below each other with nothing beside them in their column."""

    lines: tuple[Line, ...]
    start: float
    end: float
    top: float
    bottom: float


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """Return the blocks of a page in the order of reading."""
    blocks = [_block(chain) for chain in _chains(lines)]
    if len(blocks) > MAX_BLOCKS:
        return sorted(blocks, key=lambda b: (-b.top, b.start))
    return _ordered(blocks)


def _block(lines: Sequence[Line]) -> Block:
    return Block(
        tuple(lines),
        max(line.start for line in lines),
        min(line.end for line in lines),
        max(line.top for line in lines),
        min(line.bottom for line in lines),
    )


def _chains(lines: Sequence[Line]) -> list[list[Line]]:
    """Return runs of lines each of which is the only one below the last, and has it alone above."""
    above: list[list[int]] = []
    below: list[list[int]] = [[] for _ in lines]
    skyline: list[tuple[float, float, int]] = []
    """What is lowest so far: from, to, line."""
    for i, line in enumerate(lines):
        kept: list[tuple[float, float, int]] = []
        over: list[int] = []
        for start, end, j in skyline:
            if end <= line.start or start >= line.end:
                kept.append((start, end, j))
                continue
            over.append(j)
            if start < line.start:
                kept.append((start, line.start, j))
            if end > line.end:
                kept.append((line.end, end, j))
        above.append(over)
        for j in over:
            below[j].append(i)
        skyline = [*kept, (line.start, line.end, i)]
    chains: list[list[Line]] = []
    of_line: dict[int, list[Line]] = {}
    for i, line in enumerate(lines):
        j = above[i][0] if len(set(above[i])) == 1 else -1
        if j >= 0 and len(set(below[j])) == 1 and _alike(lines[j], line):
            of_line[i] = of_line[j]
            of_line[i].append(line)
        else:
            of_line[i] = [line]
            chains.append(of_line[i])
    return chains


def _alike(above: Line, line: Line) -> bool:
    larger, smaller = max(above.height, line.height), min(above.height, line.height)
    return larger < SAME_SIZE * smaller and above.bottom - line.bottom < NEAR * larger


def _ordered(blocks: list[Block]) -> list[Block]:
    """Return blocks in the order of reading: columns where nothing crosses the gutter, otherwise from head to foot."""
    done: list[Block] = []
    waiting = [blocks]
    while waiting:
        group = waiting.pop()
        if len(group) < 2:
            done += group
            continue
        parts = _columns(group) or _storeys(group)
        if len(parts) < 2:
            done += sorted(group, key=lambda b: (-b.top, b.start))
        else:
            waiting += reversed(parts)
    return done


def _columns(blocks: Sequence[Block]) -> list[list[Block]]:
    """Return the groups of blocks that stand beside each other, one group where something crosses."""
    groups: list[list[Block]] = []
    end = float("-inf")
    for block in sorted(blocks, key=lambda b: (b.start, b.end)):
        if not groups or block.start >= end - 1:
            groups.append([])
        groups[-1].append(block)
        end = max(end, block.end)
    return groups if len(groups) > 1 else []


def _storeys(blocks: Sequence[Block]) -> list[list[Block]]:
    """Return the groups of blocks that stand below each other; they are parted at blocks that cross gutters alone."""
    groups: list[list[Block]] = []
    bottom = float("inf")
    for block in sorted(blocks, key=lambda b: -b.top):
        if not groups or block.top <= bottom + 1:
            groups.append([])
        groups[-1].append(block)
        bottom = min(bottom, block.bottom)
    crossing = [any(_crosses(block, blocks) for block in group) for group in groups]
    joined: list[list[Block]] = []
    for i, group in enumerate(groups):
        if not joined or crossing[i] or crossing[i - 1]:
            joined.append(list(group))
        else:
            joined[-1] += group
    return joined if len(joined) > 1 else groups if len(groups) > 1 else []


def _crosses(block: Block, others: Sequence[Block]) -> bool:
    """Return whether a block reaches over two others that stand beside each other."""
    inside = [o for o in others if o is not block and o.start < block.end - 1 and o.end > block.start + 1]
    return bool(inside) and min(o.end for o in inside) <= max(o.start for o in inside) + 1
