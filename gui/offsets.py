"""Code points ↔ UTF-16: the engine counts the first, Qt the second. Nothing else in the program knows of the second."""

from __future__ import annotations

from bisect import bisect_left

from analysis.model import Span


class Offsets:
    """Translates offsets of one text. Costs one look at the text, then a binary search per offset."""

    __slots__ = ("_astral",)

    def __init__(self, text: str) -> None:
        # Most texts hold nothing outside the basic plane: then both counts agree.
        widest = max(text, default="")
        self._astral = [i for i, c in enumerate(text) if c > "\uffff"] if widest > "\uffff" else []

    def to_qt(self, offset: int) -> int:
        """Return the UTF-16 position of a code point offset."""
        return offset + bisect_left(self._astral, offset)

    def from_qt(self, position: int) -> int:
        """Return the code point offset of a UTF-16 position; inside a surrogate pair, that of its character."""
        low, high = 0, len(self._astral)
        while low < high:
            middle = (low + high) // 2
            if self._astral[middle] + middle < position:
                low = middle + 1
            else:
                high = middle
        if low and position == self._astral[low - 1] + low:  # the second half of a pair
            return self._astral[low - 1]
        return position - low

    def span_to_qt(self, span: Span) -> tuple[int, int]:
        """Return start and length of a span as Qt counts them."""
        start = self.to_qt(span.start)
        return start, self.to_qt(span.end) - start
