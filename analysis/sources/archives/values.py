"""What archives print in their fields → dates, names, languages, lengths."""

from __future__ import annotations

import re
from functools import cache

from ..canonical import one_line
from ..dates import MAX_DATE, MONTH, read_date
from ..languages import named_language
from .marks import one_of, table

_LETTERS = re.compile(r"[^\W\d_]+")
_ORDINAL = re.compile(r"(?<=\d)(?:\.|er|º|ª)(?=\s)")
_BETWEEN = re.compile(r"\b(?:de|del|den|do)\b\s*", re.I)
_OFFSET = re.compile(r"\b(?:GMT|UTC)\s?([+-])(\d{1,2})(?::?(\d{2}))?\b")
_YEAR_FIRST = re.compile(rf"(\d{{4}})[ /-]({MONTH})[ /-](\d{{1,2}})\b", re.I)
_INVERTED = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*)?, [^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2}")
_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20|21)\d\d(?!\d)")
_DIGITS = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}")
_ENGLISH = re.compile(MONTH, re.I)
MAX_DATE_LINE = 60
"""Characters of a line with a date, weekday, time and edition."""
OTHER_WORDS = 4
"""Words beside a month: weekday, zone, "Late Edition - Final"."""
MAX_NAME = 60
"""A name that is longer is no name to be turned round."""


def date_of(printed: str) -> str | None:
    """Return the ISO 8601 form of a date in any language of the archives' pages; None where it is none."""
    text = one_line(printed).strip(" /;")
    if not text or len(text) > MAX_DATE or not any(c.isdigit() for c in text):
        return None
    text = _OFFSET.sub(lambda m: f"{m[1]}{int(m[2]):02}:{m[3] or '00'}", text)
    months = _months()
    plain = _LETTERS.sub(lambda m: months.get(m[0].casefold(), m[0]), text)
    if plain != text:
        plain = _BETWEEN.sub("", plain)
    plain = _YEAR_FIRST.sub(r"\3 \2 \1", _ORDINAL.sub("", plain))
    return read_date(plain)


def is_date_line(line: str) -> bool:
    """Return whether a line is a date and nothing else but a weekday, a time or an edition."""
    if len(line) > MAX_DATE_LINE or not _YEAR.search(line):
        return False
    months, others = _months(), 0
    names = [name.casefold() for name in _LETTERS.findall(line)]
    dated = [name in months or _ENGLISH.fullmatch(name) is not None for name in names]
    if not (any(dated) or _DIGITS.search(line)):
        return False
    others = sum(1 for name, month in zip(names, dated, strict=True) if not month and len(name) > 2)
    # A weekday may stand first; any other word there opens prose.
    first = line[0].isdigit() or (dated and dated[0]) or re.match(r"[^\W\d_]{3,12}\.?,? (?:\d|[^\W\d_]+ \d)", line)
    return bool(first) and others <= OTHER_WORDS and len(date_of(line) or "") >= len("2024-03")


@cache
def _months() -> dict[str, str]:
    return {name: month for month, names in table("shared")["months"].items() for name in names}


def language_code(printed: str) -> str:
    """Return the code of a language that is named, the first of several; "" where its name is not known."""
    for name in re.split(r"[;/,(]", printed.casefold()):
        if code := named_language(name):
            return code
    return ""


@cache
def _length() -> re.Pattern[str]:
    return re.compile(rf"(\d[\d.,'’\s]{{0,9}}?)\s?(?:{one_of(table('shared')['words'])})", re.I)


def length_of(printed: str) -> int | None:
    """Return how many words "131 words" says; None where the line says anything else."""
    if len(printed) > 40 or (m := _length().fullmatch(printed.strip())) is None:
        return None
    return int(re.sub(r"\D", "", m[1]))


def count_words(text: str) -> int:
    """Return how many words a text has, by spaces and signs; of languages without spaces it is far too few."""
    return sum(1 for _ in _WORD.finditer(text))


def byline_of(printed: str, turn: bool = False) -> str:
    """Return who wrote it, without "By"; with `turn` names as "Brandt, Ada" become "Ada Brandt"."""
    text = one_line(printed).strip(" ;")
    if (m := _by().match(text)) and re.match(r"[^\W\d_]\S* \S", text[m.end() :]):
        text = text[m.end() :]
    if not turn:
        return text
    names = [name.strip() for name in text.split(";") if name.strip()]
    return ", ".join(_turned(name) for name in names)


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(table('shared')['by'])})\s+(?=\S)", re.I)


def opens_byline(line: str) -> bool:
    """Return whether a line opens with "By", in a language of the archives' pages, and goes on."""
    return _by().match(line) is not None


def _turned(name: str) -> str:
    if len(name) > MAX_NAME or _INVERTED.fullmatch(name) is None:
        return name
    last, _, first = name.partition(", ")
    return f"{first} {last}"


def is_rights(line: str) -> bool:
    """Return whether a line says whose copyright a document is, or that rights are reserved."""
    return len(line) < 300 and (_YEARED.match(line) or _reserved().match(line)) is not None


_YEARED = re.compile(r"\(?(?:copyright|©|\(c\))\)?\s*(?:©|\(c\))?\s*,?\s*\(?(?:19|20)\d\d\b", re.I)


@cache
def _reserved() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(table('shared')['reserved'])})", re.I)


def publisher_of(rights: str) -> str:
    """Return the publisher that "Copyright 2026 The Lindmark Post Ltd All Rights Reserved" names, "" for none."""
    m = _YEARED.match(rights)
    if m is None:
        return ""
    name = _reserved().split(rights[m.end() :].lstrip("),"), maxsplit=1)[0].strip(" .,;")
    return name if name.count("(") == name.count(")") else name.rstrip(")").strip()
