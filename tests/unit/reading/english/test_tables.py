"""Word tables are read by name, and are kept so that a change of one word is a change of one line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from analysis.reading.english import tables
from analysis.reading.english.places import ENGLISH
from analysis.reading.english.titles import is_title

FILES = sorted(ENGLISH.glob("*.toml"))


def lists(value: Any, name: str = "") -> Iterator[tuple[str, list[Any]]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{name}.{key}")
    elif isinstance(value, list):
        yield name, value


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_each_list_is_sorted_and_names_nothing_twice(path: Path) -> None:
    found = dict(lists(tomllib.loads(path.read_text(encoding="utf-8"))))
    assert found
    assert {name: words for name, words in found.items() if words != sorted(words)} == {}
    assert {name for name, words in found.items() if len(words) != len({str(word) for word in words})} == set()


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
