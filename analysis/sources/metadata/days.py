"""What is kept of a date in numbers, of which another file may say which number is the day."""

from __future__ import annotations

import re

from ...messages import Message, message
from ..dates import DayOrder, either

_NUMBERS = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}")


def because_of_date(printed: str, why: Message, order: DayOrder | None = None) -> Message:
    """Return where a date comes from: `why`, or its printed form where that is in numbers.

    `order` is that of the column in which it stands, where the column shows one.
    """
    other = either(printed)
    if other and order:
        return message("sources.evidence.date_column", printed=printed)
    if other:
        return message("sources.evidence.date_either", printed=printed, other=other)
    return message("sources.evidence.date_numbers", printed=printed) if _NUMBERS.search(printed) else why
