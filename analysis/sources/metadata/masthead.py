"""Lines that name an outlet beside a date: "The Beacon | 10 March 2026 | Page 7"."""

from __future__ import annotations

import re

from ...messages import Message
from ..dates import MONTH, read_date
from ..draft import Meta
from .bylines import has_given_name, may_be_people, without_opening
from .candidates import line_evidence, with_byline
from .days import because_of_date
from .outlets import address_as_name, is_section, looks_named, outlet_name
from .words import places

LONGEST = 200
"""Characters of a line above which it is prose."""

_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
DATE_LINE = re.compile(
    rf"(?:(?:{_WEEKDAY}\.?,?\s+)?(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d\d(?![\d./-])))"
    r"|\d{1,2}[:.]\d{2}\b)",
    re.I,
)
PAGE = re.compile(
    r"(?:page|pages|pg\.?|pp?\.)\s*[A-Z]?-?\d{1,3}(?:\s*[-–]\s*\d{1,3})?|[A-Z]\d{1,2}|section [A-Z]\b.*"
    r"|(?:\w+ )?edition|vol(?:ume|\.)?\s*\d+.*|no\.\s*\d+|issue\s+\d+",
    re.I,
)
_SENTENCE_END = re.compile(r"""[.!?…。؟]["'”’»)\]]*$""")
_DIGIT = re.compile(r"\d")
_PARTS = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|\s{3,}")
_TRAILING_DAY = re.compile(rf"(?:^|\s+){_WEEKDAY}\.?$")
_MAIL = re.compile(r"\s\S+@\S+\.\w+$")
"""The writer's address behind the name."""
_COMMA = re.compile(r",\s+")


def ends_like_a_sentence(line: str) -> bool:
    """Return whether a line ends with a full stop or the like."""
    return bool(_SENTENCE_END.search(line))


def outlet_line(
    line: str, meta: Meta, why: Message | None = None, any_name: bool = False, above: bool = False
) -> Meta | None:
    """Return `meta` with what a line of outlet and date says ("The Beacon | 10 March 2026 | Page 7"); None for others.

    Nothing else may stand in it but sections, editions, pages and the writers' names. Below a headline a name that only
    a comma parts from the date is mostly a place ("Lindmark, 10 March 2026"); `any_name` says that it is none here,
    `above` that the line stands above the headline, where outlets are named and writers are not.
    """
    if len(line) > LONGEST or ends_like_a_sentence(line.rstrip(".")) or not _DIGIT.search(line):
        return None
    why = why or line_evidence(line)
    line = _MAIL.sub("", line)
    date, name, people = "", "", ""
    pieces = [(piece, is_date(piece)) for piece in _pieces(line)]
    if not any(dated for _, dated in pieces):
        return None
    for piece, dated in pieces:
        if dated:
            date = date or piece
        elif PAGE.fullmatch(piece) or (is_section(piece) and name):
            continue
        elif not people and _is_people(piece, above or bool(meta.byline)):
            people = piece
        elif not name and is_outlet(bare := _TRAILING_DAY.sub("", piece)):
            name = outlet_name(bare) or address_as_name(bare)
        elif not is_section(piece):
            return None
    found = read_date(date) if date else None
    certain = above or any_name or is_named(name) or bool(_PARTS.search(line))
    if not found or not certain or not (name or people) or name.casefold() in places():
        return None
    meta = meta.stating("published", found, because_of_date(date, why))
    return with_byline(meta.stating("outlet", name, why), people, why)


def _is_people(piece: str, unlikely: bool) -> bool:
    """Return whether a piece of a line names its writers; where they are `unlikely`, by a given name only."""
    return not is_named(piece) and (has_given_name(piece) or (not unlikely and may_be_people(piece)))


def is_named(line: str) -> bool:
    """Return whether a line is an outlet's name by its words: "The Beacon", "Radio Lindmark"."""
    return looks_named(line) or bool(re.fullmatch(r"The (?:\w+ ){0,3}\w+", line))


def is_date(part: str) -> bool:
    """Return whether a line is a date and nothing else."""
    return (
        bool(DATE_LINE.match(part))
        and len(part) <= 60
        and not _SENTENCE_END.search(re.sub(r"[ap]\.m\.$", "", part))
        and read_date(part) is not None
    )


def is_outlet(piece: str) -> bool:
    """Return whether a piece of a line can be an outlet's name: few words, all of them with capitals."""
    tokens = piece.split()
    if piece.casefold() in ("on", "at", "in", "from", "by", "published", "posted", "updated", "last updated"):
        return False
    small = ("of", "the", "and", "in", "en", "de", "la", "le", "el", "del", "&", "for", "on", "-")
    if not 1 <= len(tokens) <= 7 or not all(not word[0].islower() or word in small for word in tokens):
        return len(tokens) == 1 and piece.isalpha() and len(piece) < 12
    if any(c in '@#“”"' for c in piece) or is_section(piece.rstrip(" 0123456789")):
        return False
    return bool(outlet_name(piece) or address_as_name(piece)) and without_opening(piece) == piece


def _pieces(line: str) -> list[str]:
    """Return the pieces of a line: parted by signs, and by the comma behind which a date begins or a page stands."""
    found: list[str] = []
    line = re.sub(r"\s*\(([^()]*\d{4}[^()]*)\)$", r" | \1", line)  # "The Beacon (10 March 2026)"
    for part in _PARTS.split(line):
        if is_date(part) and not re.search(r"\d{4}, [^\W\d_]", part):
            found.append(part)
            continue
        start = 0
        for comma in _COMMA.finditer(part):
            rest = part[comma.end() :]
            if (start == 0 and DATE_LINE.match(rest)) or PAGE.fullmatch(rest):
                found.append(part[start : comma.start()].strip())
                start = comma.end()
        found.append(part[start:].strip())
    # "10 March 2026, The Beacon"
    if len(found) == 1 and (m := re.fullmatch(r"(?P<date>.*\d{4}), (?P<name>[^\d]+)", found[0])) and is_date(m["date"]):
        return [m["date"], m["name"].strip()]
    # "The Beacon Tuesday, March 10, 2026": nothing but a space between.
    if len(found) == 1 and (m := re.search(rf"\s(?={_WEEKDAY}\.?,?\s|{MONTH}\s+\d|\d{{1,2}}\s+{MONTH}\b)", found[0])):
        found = [found[0][: m.start()].strip(), found[0][m.end() :].strip()]
    return [piece.strip(" ,") for piece in found if piece.strip(" ,")]
