"""A few hundred mutated files of every format; ten thousand are read by `python -m tests.quality.mutated_files`."""

from __future__ import annotations

from random import Random

import pytest

from .mutate import BYTES, mutated, seeds
from .mutated_files import BAD, SEED, cases, main

COUNT = 360


@pytest.mark.slow
def test_no_mutated_file_ends_a_reader_or_takes_more_than_it_may() -> None:
    found = list(cases(COUNT, SEED))

    assert [(case.kind, case.number, case.said) for case in found if case.outcome in BAD] == []
    assert {case.outcome for case in found} == {"read", "refused"}


def test_the_same_seed_makes_the_same_files() -> None:
    first, second = seeds(), seeds()

    assert first == second
    assert [mutated(data, Random(5)) for _, data in first.values()] == [
        mutated(data, Random(5)) for _, data in second.values()
    ]


@pytest.mark.parametrize("change", BYTES, ids=lambda change: change.__name__)
def test_every_mutation_works_on_any_file(change: object) -> None:
    assert callable(change)
    for data in (b"", b"x", *(data for _, data in seeds().values())):
        assert isinstance(change(data, Random(3)), bytes)


def test_the_script_prints_a_table_and_whether_all_went_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--count", str(len(seeds()))]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("format | n | read | refused | unexpected")
    assert [line.partition(" | ")[0] for line in lines[1:-1]] == [*sorted(seeds()), "all"]
