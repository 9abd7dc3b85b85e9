"""Results are kept as long as what they were made from."""

from __future__ import annotations

import gc
from dataclasses import dataclass

from analysis.kept import kept


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Thing:
    name: str


def test_the_same_object_is_asked_once_and_an_equal_one_anew() -> None:
    asked: list[str] = []

    @kept
    def length(thing: Thing) -> int:
        asked.append(thing.name)
        return len(thing.name)

    one, equal = Thing("boat"), Thing("boat")
    assert [length(one), length(one), length(equal)] == [4, 4, 4]
    assert asked == ["boat", "boat"]


def test_a_result_goes_with_its_object() -> None:
    freed: list[str] = []

    class Result:
        def __del__(self) -> None:
            freed.append("result")

    @kept
    def result(thing: Thing) -> Result:
        return Result()

    one = Thing("boat")
    result(one)
    assert freed == []
    del one
    gc.collect()
    assert freed == ["result"]
