"""Dates as they are printed in headers → ISO 8601 with the printed precision."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"  # noqa: E501
_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:\.\d+)?)?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
_ZONE = r"(?:\s*\(?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})(?![A-Za-z])\)?)?"
_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)(?:[T,\s]+" + _TIME + _ZONE + ")?")
_DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<name>{MONTH})[,\s-]+(?P<year>\d{{4}})\b", re.I
)
_MONTH_FIRST = re.compile(rf"\b(?P<name>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.I)
_NUMBERS = re.compile(
    r"(?<![\d/.-])(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)"
    r"(?P<year>\d{4}|(?<=/)\d\d|(?<=\d\d\.\d\d\.)\d\d)(?!\d|[/-]\d|\.\d)"
)
_WEEKDAY = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?\b", re.I)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH_ONLY = re.compile(rf"(?P<name>{MONTH}),?\s+(?P<year>\d{{4}})", re.I)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})")
_TYPED_ISO = re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?(?![\d/.-])")
_TYPED_NUMBERS = re.compile(r"(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)")
_AROUND_TYPED = re.compile(
    r"[\sT,]*(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b)?[\s,]*(?:at\b)?\s*", re.I
)
_CLOCK = re.compile(r"(?<![\d:.])" + _TIME + _ZONE, re.I)
MAX_DATE = 80
"""A printed date with weekday, time and zone has under 60 characters; longer strings are prose and not parsed."""


EARLIEST, LATEST = 1600, 2199
"""The first newspapers are of 1605; programs write 0001-01-01 for "no date"."""


class DayOrder(StrEnum):
    """Which of two numbers is the day: 3/4/2024 is 3 April or March 4."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


def read_date(printed: str, order: DayOrder | None = None) -> str | None:
    """Return the ISO 8601 form of `printed`, as precise as printed; None where it is no date with a year.

    `order` decides where day and month are two numbers that can be either; without it the month comes first.
    """
    text = printed.strip()
    if not text or len(text) > MAX_DATE or not any(c.isdigit() for c in text):
        return None
    return _fixed(text, order) or _parsed(text)


def order_of_days(values: Iterable[str]) -> DayOrder | None:
    """Return the order of day and month in which the printed dates `values` are written, one column's or folder's.

    Those decide it in which one number is over 12, or a weekday fits one order only. None where none does, or where
    they contradict each other.
    """
    found = {order for value in values if len(value) <= MAX_DATE and (order := _order_shown(value))}
    return found.pop() if len(found) == 1 else None


def either(printed: str) -> str | None:
    """Return the date with day and month the other way round than `read_date` takes them; None where it is certain."""
    m = _NUMBERS.search(printed) if len(printed) <= MAX_DATE else None
    # A date in words or with the year first decides before two numbers do.
    if m is None or _order_shown(printed) or m["mark"] == "." or m["a"].zfill(2) == m["b"].zfill(2):
        return None
    first, second = read_date(printed, DayOrder.MONTH_FIRST), read_date(printed, DayOrder.DAY_FIRST)
    return second if first != second else None


def _order_shown(printed: str) -> DayOrder | None:
    """Return the order that a date in numbers shows by itself; dates with full stops show nothing of others."""
    m = _NUMBERS.search(printed)
    if m is None or m["mark"] == ".":
        return None
    year, a, b = _year(m["year"]), int(m["a"]), int(m["b"])
    day_first, month_first = _day(year, b, a), _day(year, a, b)
    if named := _WEEKDAY.search(printed):
        weekday = _WEEKDAYS.index(named[1].lower())
        day_first = day_first if day_first and day_first.weekday() == weekday else None
        month_first = month_first if month_first and month_first.weekday() == weekday else None
    if bool(day_first) == bool(month_first):
        return None
    return DayOrder.DAY_FIRST if day_first else DayOrder.MONTH_FIRST


def _year(printed: str) -> int:
    """Return the year that four digits or the last two stand for; two are of 1969 to 2068, as programs read them."""
    year = int(printed)
    return year if len(printed) > 2 else year + (1900 if year > 68 else 2000)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def typed_dates(typed: str) -> tuple[str, ...]:
    """Return what somebody who types a date can mean by it, as precise as typed: none where it is no date with a year,
    two where each of two numbers can be the month.

    Stricter than `read_date`, which finds a date among other words and takes two numbers as they are mostly printed.
    """
    text = " ".join(typed.split())
    for pattern in (_TYPED_ISO, _DAY_FIRST, _MONTH_FIRST, _TYPED_NUMBERS, _MONTH_ONLY):
        if (m := pattern.search(text)) is None:
            continue
        rest = text[: m.start()] + " " + text[m.end() :]
        clock = _CLOCK.search(rest)
        time = _time(clock) if clock else ""
        around = rest[: clock.start()] + rest[clock.end() :] if clock else rest
        if _AROUND_TYPED.fullmatch(around) and bool(clock) == bool(time):
            return tuple(day + time for day in _days(m.groupdict()) if len(day) == 10 or not time)
    return ()


def _days(parts: dict[str, str]) -> list[str]:
    """Return the days, months or years that the parts of a typed date can be."""
    year = int(parts["year"])
    if "a" in parts:
        a, b = int(parts["a"]), int(parts["b"])
        orders = (
            {(b, a)} if parts["mark"] == "." else {(b, a), (a, b)}
        )  # with full stops the day comes first everywhere
        return sorted(day for month, number in orders if (day := _iso(year, month, number, None)))
    month = month_number(parts["name"]) if "name" in parts else int(parts["month"] or 0)
    whole = _iso(year, month or 1, int(parts.get("day") or 1), None) or ""
    return [whole[: 10 if parts.get("day") else 7 if month else 4]] if whole else []


def _fixed(text: str, order: DayOrder | None) -> str | None:
    """Return the date in one of the usual fixed forms."""
    if m := _ISO.search(text):
        return _iso(int(m["year"]), int(m["month"]), int(m["day"]), m if m["hour"] else None)
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        if m := pattern.search(text):
            clock = _CLOCK.search(text[: m.start()] + " " + text[m.end() :])
            return _iso(int(m["year"]), month_number(m["name"]), int(m["day"]), clock)
    if m := _NUMBERS.search(text):
        a, b = int(m["a"]), int(m["b"])
        # With full stops the day comes first everywhere; with slashes American order unless something decides.
        first = DayOrder.DAY_FIRST if m["mark"] == "." else _order_shown(text) or order
        month, day = (b, a) if first is DayOrder.DAY_FIRST else (a, b)
        return _iso(_year(m["year"]), month, day, _CLOCK.search(text[: m.start()] + " " + text[m.end() :]))
    if m := _MONTH_ONLY.fullmatch(text):
        return f"{int(m['year']):04}-{month_number(m['name']):02}"
    if m := _COMPACT.fullmatch(text):
        return _iso(int(m["year"]), int(m["month"]), int(m["day"]), None)
    return text if re.fullmatch(r"(?:19|20)\d{2}", text) else None


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's English name or abbreviation."""
    start = name.rstrip(".").lower()[:3]
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(start))


def _iso(year: int, month: int, day: int, clock: re.Match[str] | None) -> str | None:
    if not EARLIEST <= year <= LATEST or _day(year, month, day) is None:
        return None
    return f"{year:04}-{month:02}-{day:02}" + (_time(clock) if clock else "")


def _time(m: re.Match[str]) -> str:
    hour, minute, half = int(m["hour"]), int(m["minute"]), (m["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59 or int(m["second"] or 0) > 59:
        return ""
    seconds = f":{m['second']}" if m["second"] else ""
    return f"T{hour:02}:{minute:02}{seconds}{_zone(m['zone'] or '')}"


def _zone(printed: str) -> str:
    if printed in ("Z", "UTC", "GMT"):
        return "Z"
    return printed if ":" in printed or not printed else f"{printed[:3]}:{printed[3:]}"


@lru_cache(maxsize=512)
def _parsed(text: str) -> str | None:
    """Return what dateparser reads in an unusual form; only with a year, which it would otherwise invent."""
    year = re.search(r"(?<!\d)(?:19|20)\d{2}(?!\d)", text)
    if not year or not re.search(r"[^\W\d_]{3}|\d[^\d\s]+\d", text):
        return None
    import dateparser

    found: datetime | None = dateparser.parse(
        text, languages=["en"], settings={"REQUIRE_PARTS": ["day", "month", "year"]}
    )
    if found is None or found.year != int(year[0]):
        return None
    return found.strftime("%Y-%m-%dT%H:%M" if _CLOCK.search(text) else "%Y-%m-%d")
