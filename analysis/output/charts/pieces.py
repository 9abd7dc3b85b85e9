"""A scene cut into strips where it allows it, so that a chart of many rows can run on over the end of a page."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from .scene import Item, Line, Marker, Path, Rect, Scene, Text


def pieces(scene: Scene) -> tuple[Scene, ...]:
    """Return the strips of `scene` from top to bottom, the headings first; one where it has no cuts."""
    edges = [0.0, *(cut for cut in scene.cuts if 0 < cut < scene.height), scene.height]
    if len(edges) < 3:
        return (replace(scene, cuts=()),)
    return tuple(_strip(scene, top, bottom) for top, bottom in pairwise(edges))


def _strip(scene: Scene, top: float, bottom: float) -> Scene:
    """Return what can be seen between two heights; what crosses an edge is drawn on both sides and clipped there."""
    seen = []
    for item in scene.items:
        first, last = _extent(item)
        if last >= top and first <= bottom:
            seen.append(_moved(item, -top))
    return Scene(scene.width, round(bottom - top, 2), tuple(seen))


def _extent(item: Item) -> tuple[float, float]:
    """Return the top and the bottom of an item, with room for its stroke."""
    match item:
        case Rect():
            return item.y - 1, item.y + item.height + 1
        case Line():
            return min(item.y1, item.y2) - item.width, max(item.y1, item.y2) + item.width
        case Marker():
            return item.y - item.size / 2 - 1, item.y + item.size / 2 + 1
        case Path():
            heights = [y for _, y in item.points]
            return min(heights) - item.width, max(heights) + item.width
        case Text():
            # A text that is turned runs along its height; 0.62 em is wider than any letter is on average.
            tall = len(item.text) * item.size * 0.62 if item.angle else item.size
            return item.y - tall, item.y + (tall if item.angle else item.size * 0.35)


def _moved(item: Item, by: float) -> Item:
    match item:
        case Line():
            return replace(item, y1=item.y1 + by, y2=item.y2 + by)
        case Path():
            return replace(item, points=tuple((x, y + by) for x, y in item.points))
        case Rect() | Marker() | Text():
            return replace(item, y=item.y + by)
