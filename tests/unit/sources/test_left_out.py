"""What did not come in is one list: each with its file, row and reason, and what files miss of their own count."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import analysis
from analysis.messages import Message, message, render
from analysis.output.left_out import write_left_out
from analysis.progress import Cancelled
from analysis.sources import Reading, ReadingStopped, Skipped, read_bytes
from analysis.sources.left_out import LeftOut, account, left_out, summary
from analysis.sources.table import MAX_NAMED
from analysis.sources.tally import Tally

from . import makers

EMPTY = message("sources.empty")


def reading(*tallies: Tally, skipped: tuple[Skipped, ...] = ()) -> Reading:
    return Reading((), skipped, tallies)


def test_a_skipped_row_is_named_apart_from_its_file() -> None:
    (row,) = left_out(reading(skipped=(Skipped("a.csv#12", EMPTY, "/home/me/a.csv#12"),)))

    assert (row.path, row.row, row.source, row.count) == ("/home/me/a.csv", "12", "a.csv#12", 1)


def test_what_a_file_misses_of_its_own_count_stands_among_what_was_left_out() -> None:
    (row,) = left_out(reading(Tally("n.txt", 12, 9, 1), Tally("whole.txt", 3, 3, 0), Tally("silent.txt", None, 1, 0)))

    assert (row.path, row.count) == ("n.txt", 2)
    assert render(row.message).startswith("It says that it holds 12, and 2 were not found in it.")


def test_more_than_a_file_says_it_holds_is_said_and_counts_as_nothing_lost() -> None:
    (row,) = left_out(reading(Tally("n.txt", 2, 3, 0)))

    assert row.count == 0
    assert "3 were found" in render(row.message)


def test_rows_past_the_first_faulty_ones_are_counted_all() -> None:
    rows = [["title", "text"], ["One", makers.LEAD], *[["Empty", ""]] * (MAX_NAMED + 7)]

    found = read_bytes(makers.table(rows), "a.csv")

    assert found.tallies == (Tally("a.csv", None, 1, MAX_NAMED + 7),)
    assert sum(row.count for row in left_out(found)) == MAX_NAMED + 7


def test_the_account_of_all_files_names_no_zeros() -> None:
    assert [render(m) for m in summary([Tally("a", None, 1, 0)])] == ["1 file", "1 article read"]
    parts = [render(m) for m in summary([Tally("a", 9, 6, 1), Tally("b", None, 1234, 0)])]
    assert parts == ["2 files", "1,240 articles read", "1 skipped", "2 missing"]


def test_an_account_says_what_a_file_holds_and_what_became_of_it() -> None:
    assert render(account(Tally("a", 9, 6, 1))) == "It says that it holds 9: 6 read, 1 skipped, 2 missing."


def test_the_list_begins_with_paths_that_can_be_handed_over_again(tmp_path: Path) -> None:
    rows = [LeftOut(path, "2", path, EMPTY) for path in ("a file.csv", "-v.txt", "=1+1.txt", "-", "two\tparts\n.txt")]

    write_left_out(rows, tmp_path / "list.tsv")

    lines = [line.split("\t") for line in (tmp_path / "list.tsv").read_text(encoding="utf-8").splitlines()]
    assert [line[0] for line in lines] == ["a file.csv", "./-v.txt", "./=1+1.txt", "-", "two[U+0009]parts[U+000A].txt"]
    assert {tuple(line[1:]) for line in lines} == {("2", "There is no text in it.")}


def test_the_list_is_json_lines_by_its_ending(tmp_path: Path) -> None:
    write_left_out([LeftOut("a.csv", "", "a.csv", EMPTY)], tmp_path / "list.jsonl")

    assert json.loads((tmp_path / "list.jsonl").read_text(encoding="utf-8")) == {
        "path": "a.csv",
        "row": "",
        "reason": "There is no text in it.",
        "reason_key": "sources.empty",
    }


def test_files_that_are_read_again_keep_the_names_they_have_among_all(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "empty.txt").touch()
    for name in ("one.txt", "sub/two.txt"):
        (tmp_path / name).write_text(f"The {name} bank of the river was flooded on Monday.", encoding="utf-8")

    again = analysis.read([str(tmp_path)], only={str(tmp_path / "sub" / "two.txt")})

    assert [article.source for article in again.articles] == ["sub/two.txt"]
    assert (len(again.tallies), again.skipped) == (1, ())


def test_what_was_read_before_a_stop_comes_with_it(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"The {name} bank of the river was flooded on Monday.", encoding="utf-8")

    def report(fraction: float, doing: Message | None = None) -> None:
        if doing is not None and "two" in render(doing):
            raise Cancelled

    with pytest.raises(ReadingStopped) as stop:
        analysis.read([str(tmp_path)], report=report)

    assert [article.source for article in stop.value.reading.articles] == ["one.txt"]


def test_what_lies_in_an_archive_is_named_by_the_archive_that_can_be_opened(tmp_path: Path) -> None:
    (tmp_path / "a.zip").touch()
    rows = [LeftOut(f"{tmp_path}/a.zip/in/b.csv", row, "", EMPTY) for row in ("", "7")]

    write_left_out([*rows, LeftOut(f"{tmp_path}/gone/b.csv", "7", "", EMPTY)], tmp_path / "list.tsv")

    lines = [line.split("\t")[:2] for line in (tmp_path / "list.tsv").read_text(encoding="utf-8").splitlines()]
    assert lines == [
        [f"{tmp_path}/a.zip", "in/b.csv"],
        [f"{tmp_path}/a.zip", "in/b.csv#7"],
        [f"{tmp_path}/gone/b.csv", "7"],
    ]
