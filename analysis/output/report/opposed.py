"""Where outlets' own words for one thing take sides against each other: “liberated” here, “captured” there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from ...model import Comparison, MarkKind, Voice
from ..facts import in_own_voice

OPPOSED = 0.75
"""Strength from which a contrast is led by its stances: three steps apart with one use each, or two steps with
one use against three. Two words used once each, two steps apart, may be chance."""

Uses = Mapping[str, Counter[tuple[str, int]]]
"""(variant, stance) by group, in the groups' own words."""


@dataclass(frozen=True, slots=True)
class Opposition:
    """How far apart the groups' own words are in the stance that they give one role of a concept."""

    role: str
    uses: Uses
    strength: float
    """Largest over pairs of groups and stances s, t, used n and m times: |s – t| · n / (n + 1) · m / (m + 1).

    The stances of a group are not averaged: its terms may cast different people.
    """


def oppositions(comparison: Comparison) -> dict[str, Opposition]:
    """Return the strongest opposition of each concept that two groups or more put into own words for one role.

    Quoted and reported words are somebody else's, and scare quotes step back from what they enclose: none counts.
    """
    roles: dict[tuple[str, str], dict[str, Counter[tuple[str, int]]]] = {}
    for group, analysis in in_own_voice(comparison).values():
        for mark in analysis.of_kind(MarkKind.FRAMING):
            for casting in mark.castings if mark.voice is Voice.NARRATOR else ():
                uses = roles.setdefault((mark.concept, casting.role), {}).setdefault(group.key, Counter())
                uses[mark.variant, casting.stance] += 1
    found: dict[str, Opposition] = {}
    for (concept, role), by_group in sorted(roles.items()):
        strength = _strength(by_group)
        if strength > (found[concept].strength if concept in found else 0.0):
            found[concept] = Opposition(role, by_group, strength)
    return found


def _strength(uses: Uses) -> float:
    stances = [_stances(own) for own in uses.values()]
    return max((_far(s, n, other) for one, other in combinations(stances, 2) for s, n in one.items()), default=0.0)


def _far(stance: int, n: int, others: Counter[int]) -> float:
    """Return how far `n` uses of a stance are from the furthest of another group."""
    return max((abs(stance - t) * n / (n + 1) * m / (m + 1) for t, m in others.items()), default=0.0)


def _stances(uses: Counter[tuple[str, int]]) -> Counter[int]:
    stances: Counter[int] = Counter()
    for (_, stance), n in uses.items():
        stances[stance] += n
    return stances
