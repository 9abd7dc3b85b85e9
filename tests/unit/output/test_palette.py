"""The colours: readable on their paper, and apart for people who see fewer of them."""

from __future__ import annotations

from itertools import combinations

import pytest

from analysis.output.charts import palette
from analysis.output.charts.palette import OUTLETS, outlet_role

# Linear-light matrices for full dichromacy, one plane each (Viénot, Brettel and Mollon 1999).
SIGHT = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deutan": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
    "tritan": ((1, 0.1461, -0.1461), (0, 0.8593, 0.1407), (0, 0.8593, 0.1407)),
}
LEAST = 11.0
"""CIE76 distance: about five times what can just be noticed. A pattern, a label or a place always says the same."""
SETS = ("voice", "stance", "dimension", "cue", "form", "polarity")


def linear(colour: str) -> tuple[float, ...]:
    values = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)


def luminance(colour: str) -> float:
    return sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, sight: str) -> tuple[float, ...]:
    rgb = [min(max(sum(m * v for m, v in zip(row, linear(colour), strict=True)), 0), 1) for row in SIGHT[sight]]
    xyz = [
        sum(m * v for m, v in zip(row, rgb, strict=True)) / white
        for row, white in (
            ((0.4124, 0.3576, 0.1805), 0.9505),
            ((0.2126, 0.7152, 0.0722), 1.0),
            ((0.0193, 0.1192, 0.9505), 1.089),
        )
    ]
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def distance(one: str, other: str, sight: str) -> float:
    return sum((a - b) ** 2 for a, b in zip(lab(one, sight), lab(other, sight), strict=True)) ** 0.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_both_palettes_have_the_same_roles(name: str) -> None:
    assert set(palette(name).colours) == set(palette("light").colours)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("role", ["ink", "ink.muted"])
def test_text_reads_on_its_paper(name: str, role: str) -> None:
    assert contrast(palette(name)[role], palette(name)["paper"]) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_data_stands_out_from_the_paper(name: str) -> None:
    colours = palette(name)
    for role in colours.colours:
        if role.split(".")[0] in (*SETS, "outlet", "presence"):
            assert contrast(colours[role], colours["paper"]) >= (
                3.0 if role not in ("stance.-1", "stance.1") else 2.4
            ), role


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("role", ["voice.narrator", "dimension.evaluation", "cue.asserting"])
def test_numbers_inside_filled_bars_can_be_read(name: str, role: str) -> None:
    assert contrast(palette(name)["ink.on_fill"], palette(name)[role]) >= 4.5


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("group", [*SETS, "outlet"])
def test_colours_of_a_set_stay_apart(group: str, name: str, sight: str) -> None:
    colours = palette(name)
    members = [role for role in colours.colours if role.split(".")[0] == group]
    for one, other in combinations(members, 2):
        assert distance(colours[one], colours[other], sight) >= LEAST, (one, other)


def test_outlets_beyond_the_palette_begin_again() -> None:
    assert outlet_role(OUTLETS) == outlet_role(0)
    assert len({palette()[outlet_role(i)] for i in range(OUTLETS)}) == OUTLETS
