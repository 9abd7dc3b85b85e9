"""How agencies and newspapers open a story: "CITY, Mon. D (Agency) --", and which agencies there are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .dates import MONTH, read_date

AGENCIES = {
    name.casefold(): name
    for name in (
        "AP", "Associated Press", "AFP", "Reuters", "UPI", "Xinhua", "TASS", "ITAR-TASS", "RIA Novosti", "Sputnik",
        "Interfax", "ANSA", "EFE", "dpa", "DPA", "PA", "Press Association", "PTI", "ANI", "IANS", "Kyodo", "Yonhap",
        "KCNA", "SANA", "WAFA", "MENA", "IRNA", "Mehr", "Tasnim", "Fars", "Anadolu", "AA", "Bernama", "Antara",
        "Ukrinform", "UNIAN", "BelTA", "CNA", "VNA", "APA", "Trend", "Petra", "SPA", "QNA", "KUNA", "WAM", "NAN",
        "Bloomberg", "CNN", "BBC", "Agencies", "VOA", "RFE/RL", "Newsweek", "ABC News", "Rudaw", "ANF", "CNS",
        "Tribune News Service", "Inter Press Service", "IPS", "Thomson Reuters Foundation", "Canadian Press", "AAP",
    )
}  # fmt: skip
"""By case-folded name. Used to tell a credit in brackets from other brackets, never to judge anybody."""
_NO_OUTLET = frozenset({"agencies"})

_UPPER = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'’.]*"
# A place in capitals: "DAMASCUS", "DEIR AL-ZOUR", "BEIRUT/AMMAN"; "al-", "de" and the like may be small.
_SMALL = r"(?:(?:al|el|ad|ash|de|la|of|sur|am|upon)[- ])?"
_CITY = rf"{_SMALL}{_UPPER}(?:[ /-]{_SMALL}{_UPPER}){{0,5}}"
_REGION = r"(?:, (?!" + MONTH + r"\s)(?:[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|of|and|the)){0,3}))?"
_DAY = rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?"
_DASH = r"(?:--+|[-–—―])"
_AGENCY = r"\((?P<agency>[A-Z][\w/&. -]{1,40})\)"
_MIXED_CITY = r"[A-Z][\w'’-]+(?:[ /-](?:[A-Z][\w'’-]+|al|el|de|la|of)){0,4}"

_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<place>{_CITY}{_REGION})(?:, (?P<day>{_DAY}))?,? {_AGENCY} ?{_DASH} ?",
        rf"(?P<place>{_MIXED_CITY}{_REGION})(?:, (?P<day>{_DAY}))?,? {_AGENCY} ?{_DASH} ?",
        rf"(?P<place>{_CITY}{_REGION}), (?P<day>{_DAY})\. ?/(?P<agency>[A-Z][\w -]{{1,20}})/\.? ?",
        rf"(?P<place>{_CITY}{_REGION}), (?P<day>{_DAY}) ?{_DASH} ?(?P<agency>[A-Z][\w/& ]{{1,20}}?)\. ",
        rf"(?P<place>{_MIXED_CITY}), (?P<day>{_DAY})?(?:, )?(?P<agency>[A-Z]{{3,12}}) ?{_DASH} ?",
        rf"(?P<day>{_DAY}) {_AGENCY} ?{_DASH} ?",
        rf"(?P<place>{_CITY}{_REGION})(?:, (?P<day>{_DAY}))? {_DASH} ?",
        rf"{_AGENCY} {_DASH} ?",
        rf"{_AGENCY} ?(?=[A-Z“\"])",
    )
)
MAX_DATELINE = 120
"""The longest seen has 71 characters (two cities, state, date, agency)."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening stretch of a story and what it says."""

    end: int
    """Length of the stretch, its dash included, without the space after it."""
    place: str
    agency: str
    published: str
    """Only where a year is printed."""


def find_dateline(paragraph: str) -> Dateline | None:
    """Return the dateline that opens `paragraph`, None where it opens with none."""
    head = paragraph[:MAX_DATELINE]
    for form in _FORMS:
        m = form.match(head)
        if m is None or not paragraph[m.end() :].strip():
            continue
        groups = m.groupdict()
        place, agency = groups.get("place") or "", groups.get("agency") or ""
        # Behind a place in capitals any short name in brackets is an agency's; elsewhere it must be a known one.
        if agency and form is not _FORMS[0] and not _is_agency(agency):
            continue
        if not agency and (sum(c.isalpha() for c in place) < 3 or place in _NOT_PLACES):
            continue
        return Dateline(len(m[0].rstrip()), place, outlet_of(agency), read_date(groups.get("day") or "") or "")
    return None


_NOT_PLACES = frozenset(
    ["BREAKING", "UPDATE", "UPDATED", "EXCLUSIVE", "ANALYSIS", "OPINION", "WATCH", "VIDEO", "PHOTOS", "LIVE", "NOTE",
     "CORRECTION", "FACT", "CLAIM", "Q", "A"]
)  # fmt: skip


def _is_agency(name: str) -> bool:
    return all(part.strip().casefold() in AGENCIES for part in re.split(r"[/&]| and ", name)) or (
        name.casefold() in AGENCIES
    )


def outlet_of(agency: str) -> str:
    """Return the agency's name as an outlet, "" where the credit names none."""
    return "" if agency.casefold() in _NO_OUTLET else agency.strip()
