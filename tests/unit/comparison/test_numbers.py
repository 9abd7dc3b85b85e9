"""Numbers in digits and in words."""

import pytest

from analysis.comparison.numbers import numbers, zeros


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
        ("10 percent of 10", ["10%", "10"]),
        ("20% of the shops, 20 per cent of the homes", ["20%"]),
        ("half of the quay, a quarter of the fleet", ["50%", "25%"]),
        ("half an hour", []),
        ("2.5m in six hours", ["2.5", "6"]),
        ("2.5m people", ["2500000"]),
        ("$2.5m, 3bn euros and 20k homes", ["2500000", "3000000000", "20000"]),
        ("at 10:30 on Monday", ["10:30"]),
        ("one sailor died", ["1"]),
        ("one of them, on the one hand", []),
        ("someone often went to a weighty tenth lesson", []),
        ("the A320 and the B-52", []),
        ("", []),
    ],
)
def test_values(text: str, values: list[str]) -> None:
    assert [number.value for number in numbers(text)] == values


def test_a_number_is_shown_as_printed_with_what_it_counts() -> None:
    (number,) = numbers("Two Hundred sailors")
    assert (number.printed, number.unit) == ("Two Hundred", "sailor")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("No civilians were hurt.", ["person"]),
        ("Nobody was hurt, and no ships sank.", ["person", "ship"]),
        ("There is no doubt about it.", []),
    ],
)
def test_none_of_something_is_zero_of_it(text: str, units: list[str]) -> None:
    assert [(zero.value, zero.unit) for zero in zeros(text)] == [("0", unit) for unit in units]
