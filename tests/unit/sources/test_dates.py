"""Printed dates → ISO 8601, no more precise than printed."""

from __future__ import annotations

import sys

import pytest

from analysis.sources.dates import DayOrder, either, order_of_days, read_date, typed_dates

PRINTED = [
    ("2024-03-05", "2024-03-05"),
    ("2024-03-05 06:11:06", "2024-03-05T06:11:06"),
    ("2024-03-05T06:11:06Z", "2024-03-05T06:11:06Z"),
    ("2024-03-05T06:11:06.123+0100", "2024-03-05T06:11:06+01:00"),
    ("2024/3/5", "2024-03-05"),
    ("20240305", "2024-03-05"),
    ("Mar. 5, 2024", "2024-03-05"),
    ("Tuesday, March 5, 2024 6:11 a.m. ET", "2024-03-05T06:11"),
    ("March 5, 2024, 9:05 p.m.", "2024-03-05T21:05"),
    ("5th of March 2024", "2024-03-05"),
    ("Tue 5 Mar 2024 18.20 GMT", "2024-03-05T18:20Z"),
    ("10:15 GMT, 5 March 2024", "2024-03-05T10:15Z"),
    ("Sept. 1, 2024 at 12:00 am", "2024-09-01T00:00"),
    ("25/12/2024", "2024-12-25"),
    ("03/05/2024", "2024-03-05"),
    ("13-05-2024", "2024-05-13"),
    ("Sunday 3/5/2026", "2026-05-03"),
    ("14:30, 3/5/2024", "2024-03-05T14:30"),
    ("13.05.2024, 14:30", "2024-05-13T14:30"),
    ("15/03/24", "2024-03-15"),
    ("3/5/96", "1996-03-05"),
    ("15.03.24, 14:30", "2024-03-15T14:30"),
    ("March 2024", "2024-03"),
    ("2024", "2024"),
]
NO_DATES = [
    "",
    "yesterday",
    "3 hours ago",
    "Mar 5",
    "1.2.24",
    "15-03-24",
    "15/03/24/7",
    "12:30",
    "2024-02-31",
    "0001-01-01T00:00:00Z",
    "room 2024b",
    "x" * 90,
]


@pytest.mark.parametrize(("printed", "expected"), PRINTED)
def test_dates_keep_the_printed_precision(printed: str, expected: str) -> None:
    assert read_date(printed) == expected


@pytest.mark.parametrize("printed", NO_DATES)
def test_what_is_no_date_with_a_year_gives_none(printed: str) -> None:
    assert read_date(printed) is None


def test_usual_dates_do_not_load_the_slow_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dateparser", None)
    for printed, expected in PRINTED:
        assert read_date(printed) == expected


TYPED: list[tuple[str, tuple[str, ...]]] = [
    ("2017", ("2017",)),
    ("2017-11", ("2017-11",)),
    ("Nov 2017", ("2017-11",)),
    ("2017/1/5", ("2017-01-05",)),
    ("10 Nov 2017", ("2017-11-10",)),
    ("10th of November, 2017", ("2017-11-10",)),
    ("Friday, 10 November 2017", ("2017-11-10",)),
    ("November 10, 2017 at 6:11 pm", ("2017-11-10T18:11",)),
    ("2017-11-10 06:11:06+02:00", ("2017-11-10T06:11:06+02:00",)),
    ("2017-11-10T06:11Z", ("2017-11-10T06:11Z",)),
    ("10.11.2017", ("2017-11-10",)),
    ("25/11/2017", ("2017-11-25",)),
    ("11-25-2017", ("2017-11-25",)),
    ("7/7/2017", ("2017-07-07",)),
    ("10/11/2017", ("2017-10-11", "2017-11-10")),
    ("10-11-2017 06:11", ("2017-10-11T06:11", "2017-11-10T06:11")),
    ("10/11/17", ()),
    ("31 November 2017", ()),
    ("10 Nov", ()),
    ("40 November 2017", ()),
    ("10 Nov 2017 25:00", ()),
    ("Nov 2017 06:11", ()),
    ("10 Nov 2017, or later", ()),
    ("yesterday", ()),
]


@pytest.mark.parametrize(("typed", "meant"), TYPED)
def test_a_typed_date_gives_all_that_it_can_mean(typed: str, meant: tuple[str, ...]) -> None:
    assert typed_dates(typed) == meant


ORDERS: list[tuple[list[str], DayOrder | None]] = [
    (["03/04/2026", "13/04/2026"], DayOrder.DAY_FIRST),
    (["03/04/2026", "04/13/2026 08:30"], DayOrder.MONTH_FIRST),
    (["Published 03-04-2026", "Published 28-04-2026"], DayOrder.DAY_FIRST),
    (["Friday 03/04/2026", "05/06/2026"], DayOrder.DAY_FIRST),
    (["Wed 03/04/2026"], DayOrder.MONTH_FIRST),
    (["03/04/2026", "04/05/2026"], None),
    (["13/04/2026", "04/13/2026"], None),
    (["2026-04-13", "13 April 2026", "13.04.2026", "", "yesterday"], None),
    ([], None),
]


@pytest.mark.parametrize(("values", "order"), ORDERS)
def test_dates_that_can_be_read_one_way_only_decide_the_order_of_all(values: list[str], order: DayOrder | None) -> None:
    assert order_of_days(values) is order


def test_the_order_decides_only_where_both_numbers_can_be_the_month() -> None:
    assert read_date("03/04/2026", DayOrder.DAY_FIRST) == "2026-04-03"
    assert read_date("03/04/2026 08:30", DayOrder.MONTH_FIRST) == "2026-03-04T08:30"
    assert read_date("04/13/2026", DayOrder.DAY_FIRST) == "2026-04-13"
    assert read_date("03.04.2026", DayOrder.MONTH_FIRST) == "2026-04-03"
    assert read_date("2026-03-04", DayOrder.DAY_FIRST) == "2026-03-04"


@pytest.mark.parametrize(
    ("printed", "other"),
    [
        ("03/04/2026", "2026-04-03"),
        ("3-4-2026, 08:30", "2026-04-03T08:30"),
        ("Wednesday 03/04/2026", None),
        ("13/04/2026", None),
        ("04/04/2026", None),
        ("03.04.2026", None),
        ("3 April 2026", None),
        ("", None),
    ],
)
def test_a_date_in_numbers_that_can_be_two_days_has_another_reading(printed: str, other: str | None) -> None:
    assert either(printed) == other
