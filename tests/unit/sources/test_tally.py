"""Each file's account: stated, read, skipped."""

from __future__ import annotations

from analysis.sources import read_bytes
from analysis.sources.tally import Tally, tallies

from . import makers

HEAD = ["title", "outlet", "text"]


def test_a_table_is_reconciled_row_by_row() -> None:
    rows = [
        HEAD,
        ["One", "The Post", makers.LEAD],
        ["Two", "The Post", ""],
        ["Three", "The Post", f"Later, {makers.LEAD}"],
    ]

    reading = read_bytes(makers.table(rows), "a.csv")

    assert reading.tallies == (Tally("a.csv", None, 2, 1),)


def test_what_a_file_says_it_holds_is_set_against_what_was_read() -> None:
    (tally,) = tallies(["n.txt#1", "n.txt#2"], [("n.txt#3", 1)], {"n.txt": 5})

    assert (tally, tally.missing) == (Tally("n.txt", 5, 2, 1), 2)


def test_a_file_that_says_nothing_misses_nothing() -> None:
    (tally,) = tallies(["a.txt"], [], {})

    assert (tally.stated, tally.missing) == (None, 0)


def test_the_same_article_twice_is_one_read_and_no_loss() -> None:
    row = ["One", "The Post", makers.LEAD]

    reading = read_bytes(makers.table([HEAD, row, row]), "a.csv")

    assert reading.tallies == (Tally("a.csv", None, 1, 0, duplicates=1),)
    assert [skipped.source for skipped in reading.skipped] == ["a.csv#3"]


def test_a_duplicate_counts_towards_what_a_file_says_it_holds() -> None:
    (tally,) = tallies(["n.txt#1"], [], {"n.txt": 2}, ["n.txt#2"])

    assert (tally.missing, tally.differs) == (0, False)
