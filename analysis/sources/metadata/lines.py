"""Printed lines around a headline: bylines, dates, bare names beside them, offices of writers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ...messages import Message
from ..dates import read_date
from ..draft import Meta
from ..kinds.labels import is_label
from ..wire import AGENCIES
from .bylines import agency_named, may_be_people, read_byline
from .candidates import line_evidence, with_agency, with_byline
from .days import because_of_date
from .keys import KEY, is_header_key, with_field
from .masthead import DATE_LINE, LONGEST, PAGE, ends_like_a_sentence, is_date, is_named, is_outlet, outlet_line
from .outlets import is_section, looks_named, outlet_name
from .words import words

PLACE_WORDS = 3
"""Of the place from which an outlet reports."""
NAME_WORDS = 2
"""Of a name before an office in small letters, at least."""
FIRST_WORDS = 6
"""Of the first of the authors, with an office that no sign parts from the name."""
POST_WORDS = 5
"""Of what a writer is: "Northern Europe business correspondent"."""
HEADLINE_WORDS = 30
"""Of 84 + 25 news headlines looked at the longest had 23 words."""
_BY = re.compile(
    r"(?:(?:Written|Posted|Reported|Reporting|Words|Story|Exclusive|EXCLUSIVE|Report) )?"
    r"(?:[Bb]y|BY)\s+(?=[^\W\d_])"
    # As Nigerian papers sign: "From Ada Brandt, Lindmark".
    r"|From\s+(?=[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2}, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?\W*$)"
)
_ASIDE = re.compile(r"\s*[|•·–—/(@].*|\s+-\s.*")
_LABEL = re.compile(
    r"(?P<label>first published|originally published|date published|published|posted|aired|broadcast|updated"
    r"|last updated|last modified|modified)\b(?:\s+by [^\W\d_][^\d|:]{1,40}? (?=on\b))?(?:\s*(?:on|at))?"
    r"\s*:?\s+(?=.*\d)",
    re.I,
)
_HINT = re.compile(r"[\d:：]|\b(?:[Bb]y|BY|From)\b")
"""What every byline, date and `key: value` has; most lines have nothing of it."""
_HANDLE = re.compile(r"@\w{2,30}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LATER = re.compile(r"\b(?:last\s+)?(?:updated|modified)\b", re.I)
_PIECES = re.compile(
    r"\s*[|•·;]\s*"
    r"|(?<=\d)\s+(?=by\s+[^\W\d_])"
    r"|\s+(?=(?:first published|published|posted|last updated|updated)\b:?\s+(?:on\s+|at\s+)?\w*\.?,?\s*\d)",
    re.I,
)
_SMALL = frozenset(
    ["and", "de", "la", "van", "von", "der", "den", "bin", "al", "el", "ibn", "da", "dos", "du", "le", "di", "in",
     "for", "the", "of"]
)  # fmt: skip


def is_byline(line: str) -> bool:
    """Return whether a line is "By …"."""
    return bool(_signed(line))


def header_line(line: str, meta: Meta) -> Meta | None:
    """Return `meta` with what a byline, date, outlet and date, or `key: value` line adds; None where it is none."""
    if len(line) > LONGEST or not _HINT.search(line):
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


@lru_cache(maxsize=512)
def line_alone(line: str) -> Meta | None:
    """Return what a line says by itself if it is a header's; kept, for the same lines are asked for several times."""
    return header_line(line, Meta())


def is_stated_date(line: str) -> bool:
    """Return whether a line is "Published 11 February 2026", not of an update."""
    label = _LABEL.match(re.sub(r"^(\w+(?: \w+)?)\s+[-–—]\s+", r"\1 ", line))
    return bool(label) and len(line) <= LONGEST // 2 and not _LATER.match(line) and not ends_like_a_sentence(line)


def name_line(lines: Sequence[str], i: int, meta: Meta) -> Meta | None:
    """Return `meta` with a bare name that stands next to a date or byline: an outlet's, or writers'.

    By itself such a line is kept, for it may as well be a subhead.
    """
    line = lines[i]
    near = _near(lines, i)
    if near and may_be_people(line) and is_post(near[-1].partition(", ")[0]):  # the name, and below it the post
        return with_byline(meta, line, line_evidence(line))
    if len(line.split()) > 8 or ends_like_a_sentence(line) or not near:
        return None
    agency = line.casefold() in AGENCIES
    if not agency and not any(_is_header(other) or other == meta.byline for other in near):
        return None
    post, comma, employer = line.partition(", ")
    if comma and meta.byline in near and is_post(post) and is_named(employer):
        return meta.stating("outlet", outlet_name(employer), line_evidence(line))
    if is_office(line) or (meta.byline and (is_post(line) or is_handle(line))):
        return meta
    if (signed := _name_and_post(line, meta)) is not None:
        return signed
    why, line = line_evidence(line), without_office(line)
    outlet, comma, place = line.partition(", ")
    if comma and is_named(outlet) and len(place.split()) <= PLACE_WORDS and outlet_name(outlet):
        return meta.stating("outlet", outlet_name(outlet), why)  # "Lindmark News, Norland": whose, and from where
    if agency:
        known = agency_named(line, meta.outlet)
        return with_agency(meta, known, why) if known else meta
    if is_named(line):
        name = outlet_name(line)
        return meta.stating("outlet", name, why) if name else None
    if _all_names(line):
        return with_byline(meta, line, why)
    return None


def _name_and_post(line: str, meta: Meta) -> Meta | None:
    """Return `meta` with "Ada Brandt, Northern correspondent" or "Ada Brandt, Lindmark Post"; None for others."""
    name, comma, behind = line.partition(", ")
    if not comma or looks_named(name) or not may_be_people(name):
        return None
    why = line_evidence(line)
    post, comma, employer = behind.partition(", ")
    if is_post(post):
        meta = with_byline(meta, name, why)
        return meta.stating("outlet", outlet_name(employer), why) if comma and is_named(employer) else meta
    if not comma and is_outlet(behind) and is_named(behind):
        return with_byline(meta.stating("outlet", outlet_name(behind), why), name, why)
    return None


def is_handle(line: str) -> bool:
    """Return whether a line is nothing but a writer's name on a network, or a mail address."""
    return bool(_HANDLE.fullmatch(line))


def is_post(piece: str) -> bool:
    """Return whether a piece of a line is what somebody is: "Northern correspondent", "Crime reporter"."""
    tokens = [word.strip(".,").casefold() for word in piece.split()]
    known = words("bylines", "offices") | words("bylines", "nobody")
    return 1 <= len(tokens) <= POST_WORDS and piece[:1].isupper() and tokens[-1] in known


def _is_header(line: str) -> bool:
    """Return whether a line is a header's by itself: byline, date, agency, or an outlet and where it reports from."""
    outlet, comma, place = line.partition(", ")
    reports = bool(comma) and is_named(outlet) and len(place.split()) <= PLACE_WORDS
    return bool(line_alone(line)) or line.casefold() in AGENCIES or reports


def is_above(line: str) -> bool:
    """Return whether a line may stand above a headline: a date, a page, a section, an outlet's name."""
    return is_date(line) or bool(PAGE.fullmatch(line)) or is_section(line) or is_label(line) or is_bare_outlet(line)


def is_bare_outlet(line: str) -> bool:
    """Return whether a line is an outlet's name and nothing else."""
    return is_named(line) and len(line.split()) <= 5 and is_outlet(line)


def above_line(line: str, meta: Meta, why: Message) -> Meta:
    """Return `meta` with what a line above a headline says: outlet and date, one of them, a section, or nothing."""
    if is_label(line):
        return meta.with_column("section", line)
    if (read := outlet_line(line, meta, why, above=True)) is not None:
        return read
    if is_date(line):
        return meta.stating("published", read_date(line) or "", because_of_date(line, why))
    return meta.stating("outlet", outlet_name(line), why) if is_bare_outlet(line) else meta


def is_office(line: str) -> bool:
    """Return whether a line tells nothing but what the writers are: "STAFF WRITERS", "Political Editor"."""
    tokens = [word.strip(".,&").casefold() for word in line.split()]
    if not 1 <= len(tokens) <= 5 or ends_like_a_sentence(line) or not tokens[-1]:
        return False
    known = words("bylines", "offices") | words("bylines", "nobody")
    if tokens[-1] not in known:
        return False
    return line.isupper() or all(word[0].isupper() or word in ("and", "of", "for", "the", "&") for word in line.split())


def without_office(line: str) -> str:
    """Return "Lindmark Courier staff writer" without the office at its end; small words before an office go too."""
    tokens = line.split()
    known = words("bylines", "offices") | words("bylines", "nobody")
    # "Ada Brandt Local government correspondent": the office begins with the capital before its first small word.
    small = next((i for i, token in enumerate(tokens) if token[:1].islower() and token not in _SMALL), 0)
    if small > NAME_WORDS and tokens[-1].strip(".,").casefold() in known:
        return " ".join(tokens[: small - 1])
    while len(tokens) > 1 and tokens[-1].strip(".,").casefold() in known:
        tokens.pop()
    return " ".join(tokens)


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
        if (read := outlet_line(part, meta, why)) is not None:
            return read
        return meta.stating("published", read_date(part) or "", because_of_date(part, why))
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
    if found is None and (len(part.split()) > 10 or not DATE_LINE.match(printed)):
        return None
    if _LATER.match(label["label"]):
        return meta.with_column("updated", found or "")
    return meta.stating("published", found or "", because_of_date(printed, why))


def _byline(part: str, meta: Meta, why: Message) -> Meta | None:
    signed = _signed(part)
    if not signed:
        return None
    byline = read_byline(signed, meta.outlet)
    if not (byline.people or byline.agency or _is_nobody(_ASIDE.sub("", signed))):
        return None
    meta = with_byline(meta, signed, why)
    meta = _behind_names(signed, meta, why)
    aside = _ASIDE.search(signed)
    if aside and (found := read_date(aside[0].strip(" |,•·–—/-("))):
        return meta.stating("published", found, because_of_date(aside[0].strip(" |,•·–—/-("), why))
    return meta


def _behind_names(signed: str, meta: Meta, why: Message) -> Meta:
    """Return `meta` with an outlet and a date behind the names of a byline: "By Ada Brandt, The Beacon, 5 May 2026"."""
    pieces = signed.split(", ")
    for i, piece in enumerate(pieces[1:], 1):
        rest = ", ".join(pieces[i:])
        if is_date(rest):
            return meta.stating("published", read_date(rest) or "", because_of_date(rest, why))
        office = is_office(piece) and not piece.startswith("The ")
        if is_named(piece) and not office and piece not in meta.byline and is_outlet(piece):
            meta = meta.stating("outlet", outlet_name(piece), why)
    return meta


def _signed(part: str) -> str:
    """Return what follows "By" in a byline, "" where the line is none: prose goes on in small letters."""
    m = _BY.match(part)
    if m is None or len(part) > LONGEST:
        return ""
    signed = part[m.end() :]
    names = _ASIDE.sub("", signed)
    first = re.split(r",| and | AND | & ", names)[0].split()
    if not 1 <= len(first) <= FIRST_WORDS or any(_small(word) for word in first):
        return ""
    if sum(_small(word) for word in names.split()) > 2:
        return ""
    return "" if ends_like_a_sentence(signed) and len(signed.split()) > 8 else signed


def _small(word: str) -> bool:
    return word[:1].islower() and word.casefold().strip(",") not in _SMALL


def _is_nobody(name: str) -> bool:
    """Return whether a byline is "Staff", "The News Desk" or the like: still a byline, though of nobody."""
    tokens = [word.strip(".,").casefold() for word in name.split()]
    known = words("bylines", "nobody") | words("bylines", "bodies") | words("bylines", "offices")
    return len(tokens) <= 6 and any(token in known for token in tokens)


def _all_names(line: str) -> bool:
    names = re.split(r", | and | & ", line)
    return all(re.fullmatch(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3}", name) for name in names)
