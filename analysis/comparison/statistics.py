"""Figures over the articles of a group: sums, ratios, and an interval where there are enough articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import Measure, Passage

MIN_ARTICLES = 5
"""Articles a group needs for an interval. Resampling fewer gives at most 35 different samples, and intervals known to
be too narrow; five give 126. Articles, not words, are resampled: words of one article are not independent."""

RESAMPLES = 1000
"""Enough for the 2.5 % and 97.5 % points to move by less than a tenth of the interval's width between seeds."""

LEVEL = 0.95
SEED = 20171110
"""Fixed, so that the same articles give the same interval."""


def interval(parts: Sequence[tuple[float, float]]) -> tuple[float | None, float | None]:
    """Return the percentile bootstrap interval of sum(numerators) / sum(denominators) over articles.

    `parts` holds one (numerator, denominator) per article. (None, None) below MIN_ARTICLES.
    """
    if len(parts) < MIN_ARTICLES:
        return None, None
    import numpy as np

    values = np.asarray(parts, dtype=float)
    drawn = values[np.random.default_rng(SEED).integers(0, len(parts), size=(RESAMPLES, len(parts)))].sum(axis=1)
    drawn = drawn[drawn[:, 1] > 0]
    if not len(drawn):
        return None, None
    low, high = np.quantile(drawn[:, 0] / drawn[:, 1], [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return round(float(low), 6), round(float(high), 6)


def ratio(
    name: str,
    dimensions: Iterable[tuple[str, str]],
    parts: Sequence[tuple[float, float]],
    unit: str,
    passages: Iterable[Passage] = (),
    per: float = 1.0,
) -> Measure:
    """Return sum(numerators) / sum(denominators) × `per`, None without a divisor; n is the divisor."""
    below = sum(den for _, den in parts)
    value = round(per * sum(num for num, _ in parts) / below, 6) if below else None
    low, high = interval([(per * num, den) for num, den in parts]) if below else (None, None)
    return Measure(name, tuple(sorted(dimensions)), value, round(below), unit, low, high, tuple(passages))


def count(
    name: str, dimensions: Iterable[tuple[str, str]], value: float, n: int, unit: str, passages: Iterable[Passage] = ()
) -> Measure:
    """Return a plain count, with the number it was found among."""
    return Measure(name, tuple(sorted(dimensions)), value, n, unit, passages=tuple(passages))
