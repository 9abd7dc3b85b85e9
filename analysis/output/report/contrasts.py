"""Which concepts outlets put into words most differently."""

from __future__ import annotations

from collections import Counter
from math import log

from ...model import Comparison, NamingCell, NamingRow, Voice
from ..facts import own
from .opposed import OPPOSED, oppositions

NOTABLE = 4
"""References of all groups to a concept. One "criticized" here and one "decried" there say nothing of either outlet."""


def contrasts(comparison: Comparison) -> list[NamingRow]:
    """Return the concepts that two groups or more refer to with differing variants, the sharpest contrast first.

    Those referred to fewer than NOTABLE times come last.
    First lead those in which the groups' own words take sides against each other (see `opposed`).
    Then sharp is what differs often: the log-likelihood ratio of groups by variants less what chance alone makes of
    it. Among equals lead those that most groups put into words of their own: a word that is only quoted is somebody
    else's.
    """
    strength = _strengths(comparison)
    found = [
        row
        for row in comparison.naming
        if sum(1 for c in row.cells if c.uses) > 1 and len({u.variant for c in row.cells for u in c.uses}) > 1
    ]

    def weight(row: NamingRow) -> tuple[bool, float, float, int]:
        own = sum(_own_words(cell) for cell in row.cells)
        return not often(row), -round(strength.get(row.id, 0.0), 6), -round(_sharpness(row), 6), -own

    return sorted(found, key=weight)


def _strengths(comparison: Comparison) -> dict[str, float]:
    return {concept: o.strength for concept, o in oppositions(comparison).items() if o.strength >= OPPOSED}


def references(row: NamingRow) -> int:
    """Return how often all groups together refer to the concept."""
    return sum(c.total() for c in _counts(row).values())


def often(row: NamingRow) -> bool:
    """Return whether the concept is referred to often enough to say anything."""
    return references(row) >= NOTABLE


def _counts(row: NamingRow) -> dict[str, Counter[str]]:
    return {cell.group: _by_variant(cell) for cell in row.cells if cell.uses}


def _by_variant(cell: NamingCell) -> Counter[str]:
    counts: Counter[str] = Counter()
    for use in cell.uses:
        counts[use.variant] += len(use.passages)
    return counts


def _part(counts: dict[str, Counter[str]], group: str, variant: str) -> float:
    """Return what one cell adds to the log-likelihood ratio: O ln(O / E)."""
    seen, everything = counts[group][variant], sum(c.total() for c in counts.values())
    expected = counts[group].total() * sum(c[variant] for c in counts.values()) / everything
    return seen * log(seen / expected)


def _sharpness(row: NamingRow) -> float:
    """Return G² = 2 Σ O ln(O / E) less its degrees of freedom, which is what it comes to where nobody differs."""
    counts = _counts(row)
    words = {variant for c in counts.values() for variant in c}
    ratio = 2 * sum(_part(counts, group, variant) for group, c in counts.items() for variant in c)
    return ratio - (len(counts) - 1) * (len(words) - 1)


def _own_words(cell: NamingCell) -> bool:
    return any(own(use.voice) is Voice.NARRATOR for use in cell.uses)
