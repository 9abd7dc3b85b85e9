"""The coefficient of agreement is the published one."""

from __future__ import annotations

import pytest

from tests.quality.agreement import alpha, interval, nominal

BINARY = [(0, 1), (1, 1), (0, 1), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (1, 0), (0, 0)]
"""Ten units, two coders: agreement on seven, six of them 0. By hand: D_o = 6/20, the rest is below."""


def test_agreement_by_hand_on_ten_units() -> None:
    zeros = sum(pair.count(0) for pair in BINARY)
    ones = sum(pair.count(1) for pair in BINARY)
    by_hand = 1 - (2 * 3 / 20) / (2 * zeros * ones / (20 * 19))
    assert alpha(BINARY, nominal) == pytest.approx(by_hand)


def test_perfect_agreement_is_one_and_chance_is_about_nothing() -> None:
    assert alpha([(1, 1), (2, 2), (-2, -2)], interval) == 1
    crossed = [(a, b) for a in (-1, 1) for b in (-1, 1)] * 50
    assert alpha(crossed, interval) == pytest.approx(0, abs=0.01)


def test_a_near_miss_costs_less_on_a_scale_than_between_categories() -> None:
    pairs = [(-2, -1), (0, 0), (1, 1), (2, 2), (-1, -1), (0, 0)]
    on_scale, between = alpha(pairs, interval), alpha(pairs, nominal)
    assert on_scale is not None
    assert between is not None
    assert on_scale > between


def test_without_any_variation_agreement_is_not_measurable() -> None:
    assert alpha([(0, 0), (0, 0)], interval) is None
