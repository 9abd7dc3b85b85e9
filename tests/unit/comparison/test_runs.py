"""Runs of words that texts share."""

import pytest

from analysis.comparison.runs import Run, components, joined, shared_runs, sharing, widened


def test_only_pairs_that_share_a_run_are_compared() -> None:
    assert sharing(["abcd", "xbcd", "yzbc", ""], 3) == [(0, 1)]
    assert sharing(["abcd", "xbcd", "yzbc", ""], 2) == [(0, 1), (0, 2), (1, 2)]


def test_a_run_is_as_long_as_it_can_be() -> None:
    assert shared_runs("xxabcdyy", "zabcdz", 3) == [Run(2, 6, 1, 5)]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("abcXefg", "abcYefg", [Run(0, 7, 0, 7)]),
        ("abcXXXefg", "abcefg", [Run(0, 3, 0, 3), Run(6, 9, 3, 6)]),
        ("abcefg", "efgabc", [Run(0, 3, 3, 6), Run(3, 6, 0, 3)]),
    ],
    ids=["a small edit joins", "a long one does not", "nor another order"],
)
def test_runs_join_over_small_edits(a: str, b: str, expected: list[Run]) -> None:
    assert joined(shared_runs(a, b, 3), 2) == expected


def test_a_run_widens_over_edits_at_its_ends() -> None:
    (run,) = shared_runs("abXdefghYjk", "abWdefghVjk", 4)
    assert widened(run, "abXdefghYjk", "abWdefghVjk", 2, 2) == Run(0, 11, 0, 11)
    assert widened(run, "abXdefghYjk", "abWdefghVjk", 0, 2) == run


def test_components_are_sorted() -> None:
    assert list(components(5, [(3, 1), (4, 3)])) == [[0], [1, 3, 4], [2]]
