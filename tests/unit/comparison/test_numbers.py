"""Numbers in digits and in words."""

import pytest

from analysis.comparison.numbers import numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two hundred people", ["200"]),
        ("1,200 people in 12 boats", ["1200", "12"]),
        ("some 1.5 million tonnes", ["1500000"]),
        ("twenty-one sailors", ["21"]),
        ("a hundred and five days", ["105"]),
        ("three thousand two hundred", ["3200"]),
        ("a dozen boats, two dozen nets", ["12", "24"]),
        ("hundreds fled, dozens stayed", ["hundreds", "dozens"]),
        ("$5.7 billion", ["5700000000"]),
        ("10 percent of 10", ["10"]),
        ("one of them, on the one hand", []),
        ("someone often went to a weighty tenth lesson", []),
        ("the A320 and the B-52", []),
        ("", []),
    ],
)
def test_values(text: str, values: list[str]) -> None:
    assert list(numbers(text)) == values


def test_a_number_is_shown_as_printed() -> None:
    assert numbers("Two Hundred sailors") == {"200": "Two Hundred"}
