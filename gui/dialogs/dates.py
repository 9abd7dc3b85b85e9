"""Dates that a user types into a dialog."""

from __future__ import annotations

from analysis.messages import text as tr
from analysis.sources.dates import typed_dates


def valid_date(typed: str) -> str | None:
    """Return a date as articles keep it (2017-11-10 or 2017-11-10T06:11), "" for none, None where it is not one."""
    if not typed.strip():
        return ""
    found = typed_dates(typed)
    return found[0] if len(found) == 1 else None


def date_advice(typed: str) -> str:
    """Return what to write instead, "" where there is nothing to mend."""
    if valid_date(typed) is not None:
        return ""
    found = [date.replace("T", " ") for date in typed_dates(typed)]
    if found:
        return tr("“{typed}” can be {one} or {other}: write the one you mean.").format(
            typed=" ".join(typed.split()), one=found[0], other=found[1]
        )
    return tr("Write the date with its year, such as 10 Nov 2017 or 2017-11-10, and the time, if any, as 06:11.")
