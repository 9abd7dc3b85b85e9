"""The tool that changes code and looks whether a test notices, on a toy module."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from .mutants import Mutant, covering, drawn, files_of, interval
from .mutations import Mutation, changed, counted, mutations

TOY = '''"""A toy."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    LIMIT = 5

MOST = 3


@lru_cache(maxsize=8)
def few(words: list[str], most: int = MOST) -> bool:
    """Whether there are few."""
    return len(words) < most


def first(words: list[str]) -> str:
    if not words or few(words):
        return "none"
    count = 0
    for word in words:
        if word == "":
            continue
        count += 1
    words.sort()
    return words[0]
'''


def _written(change: Mutation) -> str:
    return ast.unparse(changed(TOY, change.kind, change.node))


def test_every_kind_of_change_is_made_in_its_place() -> None:
    found = {(change.function, change.before, change.after) for change in mutations(TOY)}

    assert found == {
        *_of("", "MOST = 3", ["MOST = 4", "MOST = 2"]),
        *_of("few", "return len(words) < most", ["return not len(words) < most", "return len(words) <= most"]),
        *_of("first", "if not words or few(words):", ["if not words and few(words):", "if words or few(words):"]),
        *_of("first", "return 'none'", ["return ''"]),
        *_of("first", "count = 0", ["count = 1", "count = -1"]),
        *_of("first", "if word == '':", ["if word != '':"]),
        *_of("first", "continue", ["break"]),
        *_of("first", "count += 1", ["count -= 1", "count += 2", "count += 0", "pass"]),
        *_of("first", "words.sort()", ["pass"]),
        *_of("first", "return words[0]", ["return ''", "return words[1]", "return words[-1]"]),
    }
    assert len(found) == len(mutations(TOY))


def _of(function: str, before: str, after: list[str]) -> list[tuple[str, str, str]]:
    return [(function, before, each) for each in after]


def test_what_no_test_can_see_is_left_alone() -> None:
    written = {_written(change) for change in mutations(TOY)}

    assert all("maxsize=8" in each and "LIMIT = 5" in each and '"""Whether' in each for each in written)


def test_every_change_alters_the_module_and_can_be_compiled() -> None:
    changes = mutations(TOY)

    assert len({_written(change) for change in changes}) > len(changes) // 2
    for change in changes:
        assert _written(change) != ast.unparse(ast.parse(TOY))
        compile(changed(TOY, change.kind, change.node), "toy.py", "exec")


def test_counting_names_the_statements_that_ran_and_changes_no_answer() -> None:
    ran: set[str] = set()
    module = {"ran": ran.add, "__name__": "toy"}
    exec(compile(counted(TOY, "ran"), "toy.py", "exec"), module)

    assert ran == set()
    assert module["first"]([]) == "none"
    assert ran == {
        "first: def first(words: list[str]) -> str:",
        "first: if not words or few(words):",
        "first: return 'none'",
    }
    assert {change.statement for change in mutations(TOY)} >= {name for name in ran if "def" not in name}


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    (tmp_path / "rules" / "fallback").mkdir(parents=True)
    for name in ("rules/toy.py", "rules/fallback/old.py", "alone.py"):
        (tmp_path / name).write_text(TOY, "utf-8")
    return tmp_path


def test_a_room_is_a_folder_or_a_module_and_the_frozen_rules_are_none(toy: Path) -> None:
    assert files_of(["rules"], toy) == ["rules/toy.py"]
    assert files_of(["alone"], toy) == ["alone.py"]


def test_a_seed_draws_the_same_mutants_and_each_function_in_turn(toy: Path) -> None:
    drawn_once = drawn(["rules/toy.py"], 3, 7, toy)

    assert drawn_once == drawn(["rules/toy.py"], 3, 7, toy)
    assert {mutant.change.function for mutant in drawn_once} == {"", "few", "first"}
    assert len(drawn(["rules/toy.py"], 99, 7, toy)) == len(mutations(TOY))


def test_the_tests_that_run_the_statement_come_before_the_others_of_their_files() -> None:
    mutant = Mutant("toy.py", Mutation("compare 0", 0, "few", 17, "return len(words) < most", ""))
    here, there = mutant.change.statement, "first: words.sort()"
    tests = {
        "a.py::other": {"seconds": 1.0, "ran": {}},
        "a.py::broad": {"seconds": 1.0, "ran": {"toy.py": [here, there], "other.py": [there]}},
        "a.py::narrow": {"seconds": 1.0, "ran": {"toy.py": [here]}},
        "b.py::elsewhere": {"seconds": 1.0, "ran": {"toy.py": [there]}},
    }

    assert covering(mutant, tests) == ["a.py::narrow", "a.py::broad", "a.py::other"]
    assert covering(mutant, tests, budget=2.0) == ["a.py::narrow", "a.py::broad"]


def test_a_share_of_nothing_may_be_any() -> None:
    assert interval(0, 0) == (0.0, 1.0)
    assert interval(270, 300) == pytest.approx((0.861, 0.929), abs=0.001)
