"""Factiva: fields under codes of two or three letters; or the same in their order, ended by "Document XYZ000…"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cut import Cut
from .lines import groups_of, spread
from .marks import one_of, table
from .record import Record
from .values import date_of, is_rights, language_code, length_of, opens_byline

NEEDED = frozenset(("HD", "PD", "SN"))
"""Codes that every document has; a file in which one of them opens no line is not Factiva's."""
LIST_CODES = frozenset(("CO", "IN", "IPC", "IPD", "NS", "RE"))
"""Codes whose values are lists of codes: "usa : United States"."""

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
    records.append(record)
    for one in records:
        one.settle()
    found_records = [one for one in records if "title" in one.values or one.has_text]
    sound = sum(1 for one in found_records if "outlet" in one.values and "published" in one.values)
    return Cut(tuple(found_records)) if 2 * sound >= len(found_records) > 0 else None


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
        if len(line) < 60 and (m := _NUMBER.fullmatch(line)):
            parts.append((lines[at:i], m[1]))
            at = i + 1
    records = [record for part, number in parts if (record := _shown(part, number))]
    if not records or 2 * len(records) < len(parts):
        return None
    return Cut(tuple(records))


def _shown(lines: Sequence[str], number: str) -> Record | None:
    """Return one document; None where no line says how long it is, with a date and an outlet below it."""
    flat = [(i, line) for i, line in enumerate(lines) if line]
    long = next((k for k, (_, line) in enumerate(flat) if length_of(line) is not None), None)
    if long is None or long == 0:
        return None
    following = [line for _, line in flat[long + 1 : long + 3]]
    if not any(date_of(line) for line in following):
        return None
    record = Record(table("factiva")["archive"])
    record.add("archive id", number)
    record.add("length", flat[long][1])
    _read_above([line for _, line in flat[max(0, long - 8) : long]], record)
    below = _read_below([line for _, line in flat[long + 1 :]], record)
    if len(flat) > long + 2 + below and _CREDIT.fullmatch(flat[-1][1]):
        record.add("credit", flat.pop()[1])
        lines = lines[: flat[-1][0] + 1]
    start = flat[long + 1 + below][0] if long + 1 + below < len(flat) else len(lines)
    record.body = spread(groups_of(lines[start:])) if any(lines[start:]) else []
    return record


def _read_above(lines: list[str], record: Record) -> None:
    """Read section, headline and byline, which stand above the length."""
    by = next((k for k in range(len(lines) - 1, 0, -1) if opens_byline(lines[k]) and len(lines[k]) < 160), None)
    if by is None and len(lines) > 1 and _NAMES.fullmatch(lines[-1]) and len(lines[-1]) < len(lines[-2]):
        by = len(lines) - 1
    if by is not None:
        record.add("byline", lines[by])
        record.add("credit", " ".join(lines[by + 1 :]))
        lines = lines[:by]
    record.add("title", lines[-1])
    if len(lines) > 1 and len(lines[-2]) <= max(40, len(lines[-1])):
        record.add("section", lines[-2])


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
