"""Attribution on PolNeAR's dev part; `python -m tests.quality.polnear` prints the figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.polnear import score

# Two points under what was measured; see polnear.py for what counts.
FLOORS = {"content": 0.532, "cue": 0.658, "source": 0.681}


@pytest.mark.data
def test_strict_f_on_dev_stays_above_its_floors(shared_data: Path) -> None:
    if not (shared_data / "polnear" / "dev").is_dir():
        pytest.skip("PolNeAR is not among the measuring data")
    roles = score("dev").roles
    assert {role: roles[role].f1 >= floor for role, floor in FLOORS.items()} == dict.fromkeys(FLOORS, True), roles


# With the Reader: two points under what was measured of rules and Reader together.
READ_FLOORS = {"content": 0.591, "cue": 0.715, "source": 0.775}


@pytest.mark.data
@pytest.mark.reader
@pytest.mark.slow
def test_strict_f_with_the_reader_stays_above_its_floors(shared_data: Path) -> None:
    if not (shared_data / "polnear" / "dev").is_dir():
        pytest.skip("PolNeAR is not among the measuring data")
    roles = score("dev").roles
    assert {role: roles[role].f1 >= floor for role, floor in READ_FLOORS.items()} == dict.fromkeys(READ_FLOORS, True), (
        roles
    )
