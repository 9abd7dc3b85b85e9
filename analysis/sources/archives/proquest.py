"""ProQuest's text files: "Full text:" between fields, documents parted by rules or "Document 1 of 2"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cut import Cut
from .labels import Named, named
from .marks import counter, fields, numbered, table, words
from .record import Record
from .values import date_of

ENDING = 6
"""Lines below the text's end of which at least half are fields; a line of the text that looks like one stands alone."""

_RULE = re.compile(r"_{20,}|-{40,}|\*{20,}|={20,}")
_INFO = re.compile(
    r"(?P<outlet>[^;]{2,120}?)\s?;\s.*?(?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})"
)
_EDITION = re.compile(r"(.+?), ([^,;]*\b[Ee]dition\b.*)")
_ADDRESS = re.compile(r"https?://\S+")


def read(lines: Sequence[str]) -> Cut | None:
    """Return the documents of a file in this layout."""
    table_ = fields("proquest", "labels")
    own = words("proquest", "own")
    found = [label for line in lines if ":" in line[:40] and (label := named(line, table_))]
    if len({label.label.casefold() for label in found} & own) < 2 or all(label.field != "text" for label in found):
        return None
    records = [_record(part, n, total) for part, n, total in _parts(lines) if _is_document(part)]
    return Cut(tuple(records)) if records else None


def _parts(lines: Sequence[str]) -> list[tuple[Sequence[str], int, int]]:
    """Return what stands between rules and numbers, with the number printed above it."""
    pattern = counter("proquest")
    parts: list[tuple[list[str], int, int]] = [([], 0, 0)]
    for line in lines:
        if _RULE.fullmatch(line):
            parts.append(([], 0, 0))
        elif line and (count := numbered(pattern, line)):
            parts.append(([], *count))
        else:
            parts[-1][0].append(line)
    return list(parts)


def _is_document(lines: Sequence[str]) -> bool:
    labels = {found.field for line in lines if (found := named(line, fields("proquest", "labels")))}
    return len(labels) >= 3 and bool(labels & {"text", "title", "outlet"})


def _record(lines: Sequence[str], number: int, total: int) -> Record:
    record = Record(table("proquest")["archive"], number, total, turn_names=True)
    labels = fields("proquest", "labels")
    drop = words("proquest", "drop")
    at = _read_fields(lines, 0, len(lines), record, drop)
    if at < len(lines):
        text = named(lines[at], labels)
        assert text is not None
        end = _end_of_text(lines, at + 1)
        record.body = [text.value, *lines[at + 1 : end]]
        _read_fields(lines, end, len(lines), record, drop)
    _complete(record)
    return record


def _end_of_text(lines: Sequence[str], at: int) -> int:
    """Return the line at which the fields below the text begin."""
    labels = fields("proquest", "labels")
    for i in range(at, len(lines)):
        if not (lines[i] and (found := named(lines[i], labels))):
            continue
        following = [line for line in lines[i + 1 : i + 4 * ENDING] if line][:ENDING]
        # A caption may run on; other fields are lines of their own, as the next one is.
        captions = found.field == "captions"
        if not following or ((captions or named(following[0], labels)) and _are_fields(following)):
            return i
    return len(lines)


def _are_fields(lines: Sequence[str]) -> bool:
    labels = fields("proquest", "labels")
    return 2 * sum(1 for line in lines if named(line, labels)) >= len(lines)


def _read_fields(lines: Sequence[str], at: int, end: int, record: Record, drop: frozenset[str]) -> int:
    """Read fields up to the text; return the line at which that begins, or `end`."""
    labels = fields("proquest", "labels")
    last: Named | None = None
    # The title stands above the first field, without a label.
    top = not record.body
    for i in range(at, end):
        line = lines[i]
        found = named(line, labels)
        if found and found.field == "text" and found.label.casefold() == "full text" and not record.body:
            return i
        if found:
            last, top = found, False
            _add(record, found, found.value)
        elif not line or line.casefold() in drop:
            last = last if not line else None
        elif top and not _ADDRESS.fullmatch(line):
            record.values["heading"] = f"{record.values.get('heading', '')} {line}".strip()
        elif last is not None and last.field in record.values and not _ADDRESS.fullmatch(line):
            record.values[last.field] += f" {line}"
    return end


def _add(record: Record, found: Named, value: str) -> None:
    if found.field == "captions":
        record.add("captions", re.sub(r"^(?:caption|illustration)s?:\s*", "", value, flags=re.I))
    elif value:
        record.add(found.field, value, found.label)


def _complete(record: Record) -> None:
    """Fill title, outlet and date from the lines that hold several of them, and part outlet, place and edition."""
    values = record.values
    if heading := values.pop("heading", ""):
        record.add("title", heading)
    if m := _INFO.match(values.pop("printed", "")):
        record.add("outlet", m["outlet"])
        record.add("published", m["day"])
    if "published" in values and not date_of(values["published"]):
        values.pop("published")
    if "published" not in values and "year" in values:
        values["published"] = values["year"]
    values.pop("year", None)
    outlet, _, place = values.get("outlet", "").partition(";")
    if m := _EDITION.fullmatch(outlet.strip()):
        outlet = m[1]
        record.add("edition", m[2])
    if outlet:
        values["outlet"] = outlet.strip()
    record.add("place", place)
    abstract = values.pop("abstract", "")
    for name in ("links", "standfirst"):
        values.pop(name, None)
    if not record.has_text and len(abstract.split()) > 5:
        record.body = [abstract]
        record.complete = False
