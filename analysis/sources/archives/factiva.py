"""Factiva: fields under codes of two or three letters; or the same in their order, ended by "Document XYZ000…"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...messages import message
from .cut import Cut, with_letters
from .heads import without_own
from .lines import groups_of, spread
from .marks import one_of, table
from .record import Record
from .values import date_of, is_date_line, is_rights, language_code, length_of, opens_byline

NEEDED = frozenset(("HD", "PD", "SN"))
"""Codes that every document has; a file in which one of them opens no line is not Factiva's."""
LIST_CODES = frozenset(("CO", "IN", "IPC", "IPD", "NS", "RE"))
"""Codes whose values are lists of codes: "usa : United States"."""

ABOVE = 8
"""Lines over which the head of a document runs, above its length and below its date."""
LONG = 100
"""Characters of a sentence above the byline that is no headline."""
MAX_NUMBER = 60
"""Characters of a line with a document's number."""

_ENDED = re.compile(r"[.!?…][\"'”’)]*$|\)$")
_ORDER = tuple(table("factiva")["codes"])
_CODE = re.compile(rf"({'|'.join(sorted(_ORDER, key=len, reverse=True))})(?:(\s{{2,}}|\t|\s*$)|\s)(.*)")
_LISTED = re.compile(r"[\w.]+ ?: ?\S|[A-Z0-9]+(?:-[A-Z0-9]+)*(?: \||$)")
_NUMBER = re.compile(rf"(?:{one_of(table('factiva')['numbers'])}):?\s+([A-Z][A-Z0-9]{{2,}}[0-9a-z]{{12,}})", re.I)
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?(?: \w{2,4})?", re.I)
_OUTLET_CODE = re.compile(r"[A-Z][A-Z0-9]{2,7}")
_CREDIT = re.compile(r"[A-Z0-9][^.!?]{2,60}\((?:[\w -]{3,20})\)")
_NAMES = re.compile(
    r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|de|van|von|al|bin|el)){1,3}(?:(?:,| and| und| et|;) [A-Z].*)?"
)


def read(lines: Sequence[str]) -> Cut | None:
    """Return the documents of a file in this layout."""
    return _read_coded(lines) or _read_shown(lines)


def _code(line: str, last: str) -> tuple[str, str] | None:
    """Return the code that opens a line and its value; `last` is the code before it.

    Codes come in one order. A word in capitals that is spelled like one ("IN", "BY") opens no field in the text
    unless a gap stands behind it.
    """
    m = _CODE.match(line)
    if m is None:
        return None
    code, gap, value = m[1], m[2] is not None, m[3].strip()
    if code == "AN":
        return (code, value) if _NUMBER.match(value) or gap else None
    in_order = not last or _ORDER.index(code) > _ORDER.index(last)
    if code in LIST_CODES:
        return (code, value) if in_order and (_LISTED.match(value) or (gap and not value)) else None
    if last in ("LP", "TD") and not gap:
        return None
    return (code, value) if in_order else None


def _read_coded(lines: Sequence[str]) -> Cut | None:
    opened = {m[1] for line in lines if (m := _CODE.match(line))}
    if not opened >= NEEDED or not opened & {"LP", "TD"}:
        return None
    records: list[Record] = []
    left_out: list[str] = []
    record, last = Record(table("factiva")["archive"]), ""
    for line in lines:
        found = _code(line, "" if last == "AN" else last)
        # The next document begins, whatever became of the number of the last.
        if found is None and last and (m := _CODE.match(line)) and m[1] in ("HD", "SE") and m[2] and m[3]:
            found = (m[1], m[3].strip()) if "HD" in record.labels.values() else None
        if found and (last == "AN" or (last and _ORDER.index(found[0]) <= _ORDER.index(last))):
            records.append(record)
            record, last = Record(table("factiva")["archive"]), ""
        if found:
            last = found[0]
            _add_coded(record, *found)
        elif last in ("LP", "TD"):
            record.body.append(line)
        elif last == "AN" and (m := _NUMBER.fullmatch(line)):
            record.add("archive id", m[1], last)
        elif last and last != "AN" and line:
            # A value that runs on over the next line.
            record.more(table("factiva")["codes"][last], line, last)
        elif line:
            left_out.append(line)
    records.append(record)
    for one in records:
        one.settle()
    titled = [one for one in records if "title" in one.values or one.has_text]
    sound = sum(1 for one in titled if "outlet" in one.values and "published" in one.values)
    if not 2 * sound >= len(titled) > 0:
        return None
    # One field alone is a line of a search that is spelled like one.
    kept = [one for one in records if one in titled or len(one.values) > 1]
    left_out += [value for one in records if one not in kept for value in one.values.values()]
    numbers = {m[1] for line in lines if (m := _NUMBER.search(line[-MAX_NUMBER:]))}
    return Cut(tuple(kept), marks=len(numbers), left_out=tuple(without_own(left_out)))


def _add_coded(record: Record, code: str, value: str) -> None:
    name = table("factiva")["codes"][code]
    if name == "text":
        record.body += ["", value] if value else [""]
    elif code == "AN" and (m := _NUMBER.match(value)):
        record.add(name, m[1], code)
    else:
        record.add(name, value, code)


def _read_shown(lines: Sequence[str]) -> Cut | None:
    """Return the documents of a file without codes."""
    parts: list[tuple[Sequence[str], str]] = []
    at = 0
    for i, line in enumerate(lines):
        if len(line) < MAX_NUMBER and (m := _NUMBER.fullmatch(line)):
            parts.append((lines[at:i], m[1]))
            at = i + 1
    sound = sum(1 for part, _ in parts if _measured(with_letters(part)))
    if not 2 * sound >= len(parts) > 0:
        return None
    records: list[Record] = []
    left_out: list[str] = []
    for i, (part, number) in enumerate(parts):
        *several, last = _without_numbers(part)
        for piece in several:
            records.append(_shown(piece, "", left_out))
        if with_letters(last):
            records.append(_shown(last, number, left_out))
        if i == 0:
            left_out = without_own(left_out, cover=True)
    rest = lines[at:]
    if _is_begun(with_letters(rest)):
        for piece in _without_numbers(rest):
            records.append(_shown(piece, "", left_out))
        records[-1].complete = False
        records[-1].remarks.append(message("sources.archive.cut_off"))
    else:
        left_out += without_own(rest)
    return Cut(tuple(records), left_out=tuple(left_out))


def _measured(lines: Sequence[str]) -> list[int]:
    """Return which lines say how long a document is, with its date below."""
    found = (k for k, line in enumerate(lines) if k and length_of(line) is not None)
    return [k for k in found if any(date_of(line) for line in lines[k + 1 : k + 3])]


def _dated(lines: Sequence[str]) -> int | None:
    """Return which line is the date of a document whose length is not said; None where none is."""
    return next((k for k, line in enumerate(lines[:ABOVE]) if k and is_date_line(line)), None)


def _is_begun(lines: Sequence[str]) -> bool:
    """Return whether lines that no number ends have the head of a document."""
    if _measured(lines):
        return True
    day = _dated(lines)
    return day is not None and any(language_code(line) or is_rights(line) for line in lines[day + 1 : day + ABOVE])


def _without_numbers(lines: Sequence[str]) -> list[Sequence[str]]:
    """Return the documents in lines of which only the last is ended by a number."""
    flat = [(i, line) for i, line in enumerate(lines) if line]
    starts = [0]
    for k in _measured([line for _, line in flat])[1:]:
        # Above the length stand byline, headline and section; above these ends the sentence of a text.
        top = k - 2 if opens_byline(flat[k - 1][1]) else k - 1
        while top > max(0, k - ABOVE) and not _ENDED.search(flat[top - 1][1]):
            top -= 1
        starts.append(flat[top][0])
    return [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _shown(lines: Sequence[str], number: str, left_out: list[str]) -> Record:
    """Return one document; what stands above its headline and section goes to `left_out`."""
    record = Record(table("factiva")["archive"])
    record.add("archive id", number)
    flat = [(i, line) for i, line in enumerate(lines) if line]
    texts = [line for _, line in flat]
    long, day = next(iter(_measured(texts)), None), _dated(texts)
    if long is not None:
        record.add("length", texts[long])
    above = long if long is not None else day if day is not None else 1
    start = above + (long is not None)
    left_out += with_letters(
        [*texts[: max(0, above - ABOVE)], *_read_above(texts[max(0, above - ABOVE) : above], record)]
    )
    if long is not None or day is not None:
        start += _read_below(texts[start:], record)
    if len(flat) > start + 1 and _CREDIT.fullmatch(texts[-1]):
        record.add("credit", texts[-1])
        lines = lines[: flat[-1][0]]
    record.body = spread(groups_of(lines[flat[start][0] :])) if start < len(flat) else []
    return record


def _read_above(lines: Sequence[str], record: Record) -> Sequence[str]:
    """Read section, headline and byline, which stand above the length; return the lines above them."""
    by = next((k for k in range(len(lines) - 1, 0, -1) if opens_byline(lines[k]) and len(lines[k]) < 160), None)
    if by is None and len(lines) > 1 and _NAMES.fullmatch(lines[-1]) and len(lines[-1]) < len(lines[-2]):
        by = len(lines) - 1
    if by is not None:
        record.add("byline", lines[by])
        record.add("credit", " ".join(lines[by + 1 :]))
        lines = lines[:by]
    if len(lines) > 1 and len(lines[-1]) > LONG and _ENDED.search(lines[-1]):
        record.add("standfirst", lines[-1])
        lines = lines[:-1]
    record.add("title", lines[-1])
    if len(lines) > 1 and len(lines[-2]) <= max(40, len(lines[-1])):
        record.add("section", lines[-2])
        return lines[:-2]
    return lines[:-1]


def _read_below(lines: Sequence[str], record: Record) -> int:
    """Read date, time, outlet, code, edition, page, language and copyright; return how many lines they are."""
    at = 0

    def take(name: str) -> None:
        nonlocal at
        record.add(name, lines[at])
        at += 1

    while at < min(3, len(lines)) and "published" not in record.values:
        take("published" if date_of(lines[at]) else "edition")
    if at < len(lines) and _TIME.fullmatch(lines[at]):
        take("time")
    if at < len(lines):
        take("outlet")
    if at < len(lines) and _OUTLET_CODE.fullmatch(lines[at]):
        take("source code")
    rights = next((k for k in range(at, min(at + 7, len(lines))) if is_rights(lines[k])), None)
    tongue = next((k for k in range(at, min(at + 6, len(lines))) if language_code(lines[k])), None)
    last = rights if rights is not None else tongue
    while last is not None and at <= last:
        line = lines[at]
        if is_rights(line):
            take("copyright")
        elif language_code(line):
            take("language")
        else:
            take("page" if re.fullmatch(r"[A-Z]?\d[\w.,; -]{0,12}", line) else "edition")
    while at < len(lines) and is_rights(lines[at]):
        at += 1
    return at
