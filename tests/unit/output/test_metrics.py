"""How wide a text is, against the fonts themselves."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from analysis.output.charts.metrics import FONTS, elide, width_of, wrap


@pytest.mark.parametrize(("bold", "name"), [(False, "NotoSans-Regular.ttf"), (True, "NotoSans-Bold.ttf")])
def test_a_width_is_the_sum_of_the_fonts_advances(bold: bool, name: str) -> None:
    with TTFont(FONTS / name) as font:
        glyphs = [font.getBestCmap()[ord(c)] for c in "Parallax"]
        units = sum(font["hmtx"][glyph][0] for glyph in glyphs)
        assert width_of("Parallax", 10.0, bold) == pytest.approx(10.0 * units / font["head"].unitsPerEm)


def test_other_scripts_are_measured_in_the_fonts_that_have_them() -> None:
    assert width_of("中文", 10.0) == pytest.approx(20.0)
    assert width_of("عن", 10.0) > 0
    assert width_of("\U0010fffd", 10.0) == pytest.approx(6.0)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("short", 100.0, "short"),
        ("", 10.0, ""),
        ("a longer name", 50.0, "a long…"),
        ("a longer name", 1.0, "a…"),
    ],
)
def test_elide(text: str, width: float, expected: str) -> None:
    assert elide(text, width, 12.0) == expected


def test_a_label_as_wide_as_its_column_is_whole() -> None:
    assert elide("hpo", width_of("hpo", 12.0) + 12.0 - 12.0, 12.0) == "hpo"


def test_wrap_breaks_at_spaces_and_shortens_what_is_too_long() -> None:
    assert wrap("one two three", width_of("one two", 12.0), 12.0) == ("one two", "three")
    assert wrap("Donaudampfschifffahrt", 40.0, 12.0)[0].endswith("…")
    assert wrap("", 40.0, 12.0) == ()
