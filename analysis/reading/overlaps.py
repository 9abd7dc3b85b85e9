"""What overlaps a span, looked up by place: comparing every span of a long text with every other takes minutes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from ..model import Span

_SIZE = 256
"""Code points a bucket covers: about a sentence, so that most spans stand in one and few share it."""

Item = TypeVar("Item")


class Overlaps(Generic[Item]):
    """Items by the spans that they stand at; one may stand at several."""

    def __init__(self, placed: Iterable[tuple[Span, Item]] = ()) -> None:
        self._buckets: dict[int, list[tuple[int, Span, Item]]] = defaultdict(list)
        self._count = 0
        for span, item in placed:
            self.add(span, item)

    def add(self, span: Span, item: Item) -> None:
        """Place `item` at `span`."""
        for bucket in _buckets(span):
            self._buckets[bucket].append((self._count, span, item))
        self._count += 1

    def at(self, spans: Iterable[Span]) -> list[Item]:
        """Return the items that overlap one of `spans`, each once, in the order in which they were placed."""
        found = {
            number: item
            for span in spans
            for bucket in _buckets(span)
            for number, other, item in self._buckets.get(bucket, ())
            if other.overlaps(span)
        }
        return list({id(found[number]): found[number] for number in sorted(found)}.values())

    def any(self, span: Span) -> bool:
        """Whether some item overlaps `span`."""
        return any(other.overlaps(span) for bucket in _buckets(span) for _, other, _ in self._buckets.get(bucket, ()))


def spans_taken(spans: Iterable[Span]) -> Overlaps[None]:
    """Return an index that only knows where something stands."""
    return Overlaps((span, None) for span in spans)


def _buckets(span: Span) -> range:
    return range(span.start // _SIZE, max(span.start, span.end - 1) // _SIZE + 1)
