"""Goldens: they change only with a reason. To renew them: `PARALLAX_RENEW_GOLDENS=1 ./run test tests/unit/output`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.output.charts import build_chart, palette, svg
from analysis.output.json import analysis_json, encode
from analysis.output.report.opening import opening

from .builders import TEXTS, analysis, story

FOLDER = Path(__file__).resolve().parents[2] / "golden" / "output"


def _chart(id: str) -> str:
    return svg(build_chart(id, story(3), 480.0).scene, palette("light"), id).replace("><", ">\n<") + "\n"


MADE: dict[str, Callable[[], str]] = {
    "opening.txt": lambda: "\n".join(opening(story(3))) + "\n",
    "analysis.json": lambda: encode(analysis_json(analysis("Agency", TEXTS[0]))).decode(),
    "voices.svg": lambda: _chart("voices"),
    "naming.svg": lambda: _chart("naming"),
}


@pytest.mark.parametrize("name", MADE)
def test_the_golden_holds(name: str) -> None:
    path, made = FOLDER / name, MADE[name]()
    if os.environ.get("PARALLAX_RENEW_GOLDENS"):
        path.write_text(made, "utf-8", newline="\n")
    assert made == path.read_text("utf-8")
