"""Krippendorff's alpha for two codings of the same units (Krippendorff 2018, Content Analysis, chapter 12).

alpha = 1 - observed disagreement / disagreement expected by chance, both with a squared difference δ²(a, b).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

Value = TypeVar("Value", bound=Hashable)


def nominal(a: Hashable, b: Hashable) -> float:
    """δ² for categories: any two that differ, differ alike."""
    return float(a != b)


def interval(a: float, b: float) -> float:
    """δ² for a scale of equal steps."""
    return float((a - b) ** 2)


def alpha(pairs: Sequence[tuple[Value, Value]], delta: Callable[[Value, Value], float]) -> float | None:
    """Return alpha over `pairs` (one pair of codes per unit); None where every code is the same and it is undefined."""
    values = Counter(value for pair in pairs for value in pair)
    n = values.total()
    if n < 2 or len(values) < 2:
        return None
    observed = sum(2 * delta(a, b) for a, b in pairs) / n
    expected = sum(values[a] * values[b] * delta(a, b) for a in values for b in values) / (n * (n - 1))
    return 1 - observed / expected
