"""Word tables are read by name, and are kept so that a change of one word is a change of one line."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.reading.english import tables
from analysis.reading.english.places import ENGLISH
from analysis.reading.english.titles import is_title

FILES = sorted(ENGLISH.glob("*.toml"))
ROOT = ENGLISH.parents[1]
MOST_IN_CODE = 40
"""Lists of words in code of reading, without the frozen rules; a limit, lest they come back one by one."""


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
    assert is_title(printed, "shortened")
    assert not is_title(printed, "shortened.rank", "in_full")


def names(path: Path) -> set[str]:
    return {f"{path.stem}.{key}" for key in tomllib.loads(path.read_text(encoding="utf-8"))}


def test_every_list_is_asked_for() -> None:
    code = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "analysis").rglob("*.py"))
    asked = set(re.findall(r"""["']([a-z_]+(?:\.[a-z_]+)*)["']""", code))
    wanted = asked | {f"{name.split('.')[0]}.{name.split('.')[1]}" for name in asked if "." in name}
    read_otherwise = {"titles", "names"}  # all titles at once; names by sources, which know no room behind them
    unused = {n for path in FILES if path.stem not in read_otherwise for n in names(path) if n not in wanted}
    assert unused == set()


def lists_in(path: Path) -> Iterator[int]:
    """The lines on which a list of three words or more stands in code."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            if isinstance(node.func.value, ast.Constant) and not node.args:
                yield node.lineno
        elif isinstance(node, ast.Tuple | ast.List | ast.Set) and len(node.elts) > 2:
            words = [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
            if len(words) == len(node.elts) and all(re.sub(r"['. -]", "", word).isalpha() for word in words):
                yield node.lineno


def test_words_stand_in_data_and_not_in_code() -> None:
    """What may stay: labels of the model in their order, keys of files, names that modules give away."""
    rooms = [p for p in (ROOT / "analysis" / "reading").rglob("*.py") if not {"training", "fallback"} & set(p.parts)]
    assert sum(len(list(lists_in(path))) for path in rooms) <= MOST_IN_CODE
