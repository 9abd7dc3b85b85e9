"""What every head of the shipped Reader reaches on the development parts; floors stand two points under the figures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .reader_figures import MODEL, figures

pytestmark = [pytest.mark.data, pytest.mark.reader, pytest.mark.slow]

MARGIN = 0.02


def published(card: Path = MODEL / "README.md") -> dict[str, float]:
    """Return the figures that the model card gives, by their names in `reader_figures`."""
    rows = re.findall(r"^\| `([^`]+)` \|[^|]*\| ([01]\.\d+) \|", card.read_text(encoding="utf-8"), re.MULTILINE)
    return {name: float(value) for name, value in rows}


def test_no_head_falls_two_points_under_what_the_model_card_says(shared_data: Path) -> None:
    found, said = figures(data=shared_data), published()
    assert set(said) == {name for name in found if not name.endswith(" n")}
    short = {name: (found[name], value) for name, value in said.items() if found[name] < value - MARGIN}
    assert not short
