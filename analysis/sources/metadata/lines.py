"""Printed lines around a headline: bylines, dates, the outlet's name beside a date, offices of writers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...messages import Message
from ..dates import MONTH, read_date
from ..draft import Meta
from ..kinds.labels import is_label
from ..wire import AGENCIES
from .bylines import agency_named, read_byline, without_opening
from .candidates import with_agency, with_byline
from .days import because_of_date
from .keys import KEY, is_header_key, line_evidence, with_field
from .outlets import address_as_name, is_section, looks_named, outlet_name
from .words import places, words

HEADLINE_WORDS = 30
"""Of 84 + 25 news headlines looked at the longest had 23 words."""
LONGEST = 200
"""Characters of a line above which it is prose."""

_NAME = r"[^\W\d_][\w.’'-]*(?:[ ](?:[^\W\d_][\w.’'-]*)){0,4}"
_BYLINE = re.compile(
    rf"(?:(?:Written |Posted |Reported |Words |Story )?[Bb]y|BY)\s+"
    rf"(?P<name>{_NAME}(?:(?:,| and| AND|,? &|, and) {_NAME}){{0,5}})"
    r"(?P<rest>\s*(?:[|,•·–—/(@-].*)?)"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_DATE_LINE = re.compile(
    rf"(?:(?:{_WEEKDAY}\.?,?\s+)?(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}})"
    r"|\d{1,2}[:.]\d{2}\b)",
    re.I,
)
_LABEL = re.compile(
    r"(?P<label>first published|originally published|date published|published|posted|aired|broadcast|updated"
    r"|last updated|last modified|modified)\b(?:\s+(?:on|at))?\s*:?\s+(?=.*\d)",
    re.I,
)
_LATER = re.compile(r"\b(?:last\s+)?(?:updated|modified)\b", re.I)
_PAGE = re.compile(
    r"(?:page|pages|pg\.?|pp?\.)\s*[A-Z]?-?\d{1,3}(?:\s*[-–]\s*\d{1,3})?|[A-Z]\d{1,2}|section [A-Z]\b.*"
    r"|(?:\w+ )?edition|vol(?:ume|\.)?\s*\d+.*|no\.\s*\d+|issue\s+\d+",
    re.I,
)
_SENTENCE_END = re.compile(r"""[.!?…。؟]["'”’»)\]]*$""")
_PARTS = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|\s{3,}")
_PIECES = re.compile(
    r"\s*[|•·;]\s*"
    r"|\s+(?=(?:first published|published|posted|last updated|updated)\b:?\s+(?:on\s+|at\s+)?\w*\.?,?\s*\d)",
    re.I,
)
_TRAILING_DAY = re.compile(rf"(?:^|\s+){_WEEKDAY}\.?$")
_COMMA = re.compile(r",\s+")
_SMALL = frozenset(
    ["and", "de", "la", "van", "von", "der", "den", "bin", "al", "el", "ibn", "da", "dos", "du", "le", "di", "in",
     "for", "the", "of"]
)  # fmt: skip


def ends_like_a_sentence(line: str) -> bool:
    """Return whether a line ends with a full stop or the like."""
    return bool(_SENTENCE_END.search(line))


def is_byline(line: str) -> bool:
    """Return whether a line is "By …"."""
    return bool(_BYLINE.fullmatch(line))


def header_line(line: str, meta: Meta) -> Meta | None:
    """Return `meta` with what a byline, date, outlet and date, or `key: value` line adds; None where it is none."""
    if len(line) > LONGEST:
        return None
    parts = [part for part in _PIECES.split(line) if part]
    found, why = meta, line_evidence(line)
    for part in parts:
        read = _part(part, found, why)
        if read is None:
            # "Source: Agency | City desk": an unknown piece between known ones belongs to the header line.
            if found is meta or part is parts[0]:
                return outlet_line(line, meta)
            continue
        found = read
    return found if parts else None


def outlet_line(line: str, meta: Meta, why: Message | None = None, above: bool = False) -> Meta | None:
    """Return `meta` with what a line of outlet and date says ("The Beacon | 10 March 2026 | Page 7"); None for others.

    Nothing else may stand in it but sections, editions and pages. Below a headline ("Lindmark, 10 March 2026") a name
    that only a comma parts from the date is mostly a place; `above` says that the line stands above it.
    """
    if len(line) > LONGEST or ends_like_a_sentence(line.rstrip(".")) or not any(c.isdigit() for c in line):
        return None
    why = why or line_evidence(line)
    date, name = "", ""
    for piece in _pieces(line):
        if is_date(piece):
            date = date or piece
        elif _PAGE.fullmatch(piece) or (is_section(piece) and name):
            continue
        elif not name and is_outlet(bare := _TRAILING_DAY.sub("", piece)):
            name = outlet_name(bare) or address_as_name(bare)
        elif not is_section(piece):
            return None
    found = read_date(date) if date else None
    if not found or not name or not (above or is_named(name) or _PARTS.search(line)) or name.casefold() in places():
        return None
    meta = meta.stating("published", found, because_of_date(date, why))
    return meta.stating("outlet", name, why)


def name_line(lines: Sequence[str], i: int, meta: Meta) -> Meta | None:
    """Return `meta` with a bare name that stands next to a date or byline: an outlet's, or writers'.

    By itself such a line is kept, for it may as well be a subhead.
    """
    line = lines[i]
    near = _near(lines, i)
    if len(line.split()) > 8 or ends_like_a_sentence(line) or not near:
        return None
    agency = line.casefold() in AGENCIES
    if not agency and not any(header_line(other, Meta()) or other.casefold() in AGENCIES for other in near):
        return None
    if is_office(line):
        return meta
    why = line_evidence(line)
    if agency:
        known = agency_named(line, meta.outlet)
        return with_agency(meta, known, why) if known else meta
    if is_named(line):
        name = outlet_name(line)
        return meta.stating("outlet", name, why) if name else None
    if _all_names(line):
        return with_byline(meta, line, why)
    return None


def is_named(line: str) -> bool:
    """Return whether a line is an outlet's name by its words: "The Beacon", "Radio Lindmark"."""
    return looks_named(line) or bool(re.fullmatch(r"The (?:\w+ ){0,3}\w+", line))


def is_above(line: str) -> bool:
    """Return whether a line may stand above a headline: a date, a page, a section, an outlet's name."""
    return is_date(line) or bool(_PAGE.fullmatch(line)) or is_section(line) or is_label(line) or _is_bare_outlet(line)


def _is_bare_outlet(line: str) -> bool:
    return is_named(line) and len(line.split()) <= 5 and is_outlet(line)


def above_line(line: str, meta: Meta, why: Message) -> Meta:
    """Return `meta` with what a line above a headline says: outlet and date, one of them, a section, or nothing."""
    if is_label(line):
        return meta.with_column("section", line)
    if (read := outlet_line(line, meta, why, above=True)) is not None:
        return read
    if is_date(line):
        return meta.stating("published", read_date(line) or "", because_of_date(line, why))
    return meta.stating("outlet", outlet_name(line), why) if _is_bare_outlet(line) else meta


def is_office(line: str) -> bool:
    """Return whether a line tells nothing but what the writers are: "STAFF WRITERS", "Political Editor"."""
    tokens = [word.strip(".,&").casefold() for word in line.split()]
    if not 1 <= len(tokens) <= 5 or ends_like_a_sentence(line) or not tokens[-1]:
        return False
    known = words("bylines", "offices") | words("bylines", "nobody")
    if tokens[-1] not in known:
        return False
    return line.isupper() or all(word[0].isupper() or word in ("and", "of", "for", "the", "&") for word in line.split())


def _near(lines: Sequence[str], i: int) -> list[str]:
    """Return the lines next to one that are not empty: the nearest above and below."""
    above = next((lines[j] for j in range(i - 1, max(-1, i - 3), -1) if lines[j]), "")
    below = next((lines[j] for j in range(i + 1, min(len(lines), i + 3)) if lines[j]), "")
    return [line for line in (above, below) if line]


def _part(part: str, meta: Meta, why: Message) -> Meta | None:
    m = KEY.fullmatch(part)
    if m and is_header_key(m["key"]) and len(m["value"].split()) <= HEADLINE_WORDS:
        return with_field(meta, m["key"], m["value"], why=why)
    if label := _LABEL.match(part):
        return _labelled(part, label, meta, why)
    if is_date(part):
        found = read_date(part)
        return meta.stating("published", found, because_of_date(part, why)) or meta if found else None
    return _byline(part, meta, why)


def _labelled(part: str, label: re.Match[str], meta: Meta, why: Message) -> Meta | None:
    """Return `meta` with a date behind "Published" or "Updated"; the second never is that of publication."""
    printed = part[label.end() :]
    later = _LATER.search(printed)
    if later and not _LATER.match(label["label"]):
        printed, rest = printed[: later.start()], printed[later.start() :]
        again = _LABEL.match(rest)
        meta = (_labelled(rest, again, meta, why) or meta) if again else meta
    found = read_date(printed)
    if found is None and (len(part.split()) > 10 or not _DATE_LINE.match(printed)):
        return None
    if _LATER.match(label["label"]):
        return meta.with_column("updated", found or "")
    return meta.stating("published", found or "", because_of_date(printed, why))


def _byline(part: str, meta: Meta, why: Message) -> Meta | None:
    m = _BYLINE.fullmatch(part)
    if m is None or not all(w[0].isupper() or w.lower() in _SMALL for w in re.findall(r"[^\W\d_][\w.’'-]*", m["name"])):
        return None
    rest = m["rest"].strip(" |,•·–—/-")
    if rest and ends_like_a_sentence(rest) and len(rest.split()) > 8:
        return None
    if m["rest"].startswith(",") and sum(word.islower() and word not in _SMALL for word in rest.split()) > 2:
        return None
    byline = read_byline(f"{m['name']}{m['rest']}", meta.outlet)
    if not byline.people and not byline.agency and not _is_nobody(m["name"]):
        return None
    meta = with_byline(meta, f"{m['name']}{m['rest']}", why)
    if rest and (found := read_date(rest)):
        return meta.stating("published", found, because_of_date(rest, why))
    return meta


def _is_nobody(name: str) -> bool:
    """Return whether a byline is "Staff", "The News Desk" or the like: still a byline, though of nobody."""
    tokens = [word.strip(".,").casefold() for word in name.split()]
    known = words("bylines", "nobody") | words("bylines", "bodies") | words("bylines", "offices")
    return len(tokens) <= 6 and any(token in known for token in tokens)


def is_date(part: str) -> bool:
    """Return whether a line is a date and nothing else."""
    return (
        bool(_DATE_LINE.match(part))
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
    if any(c in '@#“”"' for c in piece):
        return False
    return bool(outlet_name(piece) or address_as_name(piece)) and without_opening(piece) == piece


def _pieces(line: str) -> list[str]:
    """Return the pieces of a line: parted by signs, and by the comma behind which a date begins or a page stands."""
    found: list[str] = []
    line = re.sub(r"\s*\(([^()]*\d{4}[^()]*)\)$", r" | \1", line)  # "The Beacon (10 March 2026)"
    for part in _PARTS.split(line):
        if is_date(part):
            found.append(part)
            continue
        start = 0
        for comma in _COMMA.finditer(part):
            rest = part[comma.end() :]
            if (start == 0 and _DATE_LINE.match(rest)) or _PAGE.fullmatch(rest):
                found.append(part[start : comma.start()].strip())
                start = comma.end()
        found.append(part[start:].strip())
    # "The Beacon Tuesday, March 10, 2026": nothing but a space between.
    if len(found) == 1 and (m := re.search(rf"\s(?={_WEEKDAY}\.?,?\s|{MONTH}\s+\d|\d{{1,2}}\s+{MONTH}\b)", found[0])):
        found = [found[0][: m.start()].strip(), found[0][m.end() :].strip()]
    return [piece.strip(" ,") for piece in found if piece.strip(" ,")]


def _all_names(line: str) -> bool:
    names = re.split(r", | and | & ", line)
    return all(re.fullmatch(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3}", name) for name in names)
