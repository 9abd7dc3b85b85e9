"""The slope of memory over cycles is that of what grows, not of what is taken once."""

from __future__ import annotations

import random

from .cycles import slope_of

MB = 2**20


def test_a_leak_is_measured_and_what_is_steady_is_not() -> None:
    noise = random.Random(1)
    steady = [400 * MB + noise.randint(0, MB) for _ in range(250)]
    leaking = [value + 50 * 1024 * cycle for cycle, value in enumerate(steady)]
    assert slope_of(steady).low < 0 < slope_of(steady).high
    assert slope_of(leaking).low < 50 < slope_of(leaking).high
    assert slope_of(leaking).low > 45


def test_a_memory_that_wanders_has_a_wider_interval_than_one_that_jumps_about() -> None:
    noise = random.Random(2)
    wandering = [400 * MB]
    for _ in range(249):
        wandering.append(wandering[-1] + noise.randint(-MB, MB) // 10)
    jumping = noise.sample(wandering, len(wandering))

    def width(memory: list[int]) -> float:
        slope = slope_of(memory)
        return slope.high - slope.low

    assert width(wandering) > width(jumping)
