"""Word tables are read by name, and are kept so that a change of one word is a change of one line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.reading.english import tables
from analysis.reading.english.places import ENGLISH
from analysis.reading.english.titles import is_title

FILES = sorted(ENGLISH.glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_words_and_rows_are_sorted_and_none_stands_twice(path: Path) -> None:
    runs: list[list[str]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith('    "') or re.match(r'[\w"-]+ = (?:"|\[")', line):
            runs[-1].append(line.split(" = ")[0].strip(' ",'))
        else:
            runs.append([])
    assert any(runs)
    assert [run for run in runs if run != sorted(set(run))] == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_line_holds_one_word_or_one_row(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    row = re.compile(
        r' {4}(?:"[^"]+"|\[(?:"[^"]+", )*"[^"]+"\]),|\]|\[[\w.]+\]|[\w"-]+ = (?:\[|"[^"]*"|\[("[^"]*"(, )?)+\])|#.*|'
    )
    assert [line for line in lines if not row.fullmatch(line)] == []


def test_a_name_gives_a_list_and_a_file_all_its_words() -> None:
    assert "her" in tables.words("closed.possessives")
    assert tables.words("calendar.days") < tables.words("calendar")
    assert tables.lists("calendar")["days"] == tables.words("calendar.days")


def test_a_list_becomes_alternatives_with_the_longer_first() -> None:
    assert re.fullmatch(tables.choice("calendar.months_short"), "sept")


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        tables.words("closed.nothing_of_the_kind")


@pytest.mark.parametrize("printed", ["Mr", "Mr.", "mr", "MRS."])
def test_a_title_is_known_with_and_without_its_full_stop(printed: str) -> None:
    assert is_title(printed, "courtesy")
    assert not is_title(printed, "rank", "church")
