"""Results that are kept as long as what they were made from: the window asks the same of a comparison many times."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

Subject = TypeVar("Subject")
Result = TypeVar("Result")


def kept(function: Callable[[Subject], Result]) -> Callable[[Subject], Result]:
    """Return `function` with its results kept, each until its one argument is freed. The result must not be changed.

    Arguments are told apart by identity: to compare two comparisons field by field takes longer than what is saved.
    """
    results: dict[int, tuple[ref[Subject], Result]] = {}

    @wraps(function)
    def asked(subject: Subject) -> Result:
        key = id(subject)
        found = results.get(key)
        if found is not None and found[0]() is subject:
            return found[1]
        result = function(subject)
        results[key] = ref(subject, lambda _: results.pop(key, None)), result
        return result

    return asked
