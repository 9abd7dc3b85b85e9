"""While forty articles are analysed and compared the window answers: in milliseconds of its own thread's work.

The work of other programs and of the engine's thread does not count, so that a busy machine changes nothing but how
long the test takes. What people wait by the clock is printed by `python -m tests.benchmarks.stalls`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gui.views import VIEWS

KEY_MS = 50
SHOWN_MS = 300
"""For showing a view for the first time and for a new comparison: the widgets of a view are made in one go, 0.09 s at
most where it was measured, with six other programs at work."""


@pytest.fixture(scope="module")
def measured() -> Any:  # Any: JSON
    """What a scripted session measured, in a process of its own: it needs an application that watches every event."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.stalls", "--json"],
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PARALLAX_READER": "off", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.slow
def test_every_view_answers_keys_at_once(measured: Any) -> None:
    assert set(measured["keys"]) == {spec.key for spec in VIEWS}
    assert {view: ms for view, ms in measured["keys"].items() if ms > KEY_MS} == {}


@pytest.mark.slow
def test_no_event_stops_the_window_for_long(measured: Any) -> None:
    assert [event for event in measured["events"] if event[2] > SHOWN_MS] == []
