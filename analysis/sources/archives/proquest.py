"""ProQuest's text files: "Full text:" between fields, documents parted by rules or "Document 1 of 2"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...messages import message
from .cut import Cut, with_letters
from .heads import without_own
from .labels import Named, named
from .marks import counter, fields, numbered, table, words
from .record import Record
from .values import date_of

ENDING = 6
"""Lines below the text's end of which at least half are fields; a line of the text that looks like one stands alone."""

PROSE_WORDS = 12
"""Of a paragraph that is a story's; values of fields are shorter or end otherwise."""

TITLE_LINES = 3
"""Above the first field of a document, where its title stands."""

ID = "proquest document id"

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
    heads = fields("proquest", "headings")
    texts = any(label.field == "text" for label in found) or any(heads.get(line.casefold()) == "text" for line in lines)
    if not texts or len({label.label.casefold() for label in found} & own) < 2:
        return None
    parts, left_out = _joined(_parts(lines))
    if not parts:
        return None
    marks = len({label.value.strip() for label in found if label.label.casefold() == ID and label.value.strip()})
    return Cut(tuple(_record(*part) for part in parts), marks=marks, left_out=tuple(left_out))


_Part = tuple[list[str], int, int]
"""Lines of a document, its number as printed above it, and how many there are; both 0 where no number stands there."""


def _parts(lines: Sequence[str]) -> list[_Part]:
    """Return what stands between rules and numbers, with the number printed above it."""
    pattern = counter("proquest")
    parts: list[_Part] = [([], 0, 0)]
    for line in lines:
        if _RULE.fullmatch(line):
            parts.append(([], 0, 0))
        elif line and (count := numbered(pattern, line)):
            parts.append(([], *count))
        else:
            parts[-1][0].append(line)
    return parts


def _joined(parts: Sequence[_Part]) -> tuple[list[_Part], list[str]]:
    """Return the documents, and the lines that belong to none; a rule within a text parts no documents."""
    documents: list[_Part] = []
    left_out: list[str] = []
    is_open = False
    for lines, number, total in parts:
        if not (kept := with_letters(lines)):
            if number:
                documents.append((lines, number, total))
                is_open = False
            continue
        if is_open and not number and not _begins(lines):
            documents[-1][0].extend(["", *lines])
            is_open = _end_of_text(lines, 0) == len(lines)
        elif number or (_has_label(lines) if documents else _is_document(lines)):
            documents.append((lines, number, total))
            is_open = (at := _text_at(lines)) < len(lines) and _end_of_text(lines, at + 1) == len(lines)
        else:
            left_out += without_own(kept, cover=not documents)
    if not any(_is_document(lines) for lines, _, _ in documents):
        return [], left_out
    return documents, left_out


def _has_label(lines: Sequence[str]) -> bool:
    return any(_labelled(line) for line in lines)


def _begins(lines: Sequence[str]) -> bool:
    """Return whether lines below a text without an end are a document of their own: they have a text, or an abstract.

    Fields alone end the text above them.
    """
    if _text_at(lines) < len(lines):
        return True
    labels = {found.field for line in lines if (found := named(line, fields("proquest", "labels")))}
    first = next((i for i, line in enumerate(with_letters(lines)) if _labelled(line)), len(lines))
    return "abstract" in labels and first <= TITLE_LINES


def _is_document(lines: Sequence[str]) -> bool:
    labels = {found.field for line in lines if (found := named(line, fields("proquest", "labels")))}
    return len(labels) >= 3 and bool(labels & {"text", "title", "outlet"})


def _text_at(lines: Sequence[str]) -> int:
    """Return the line at which the text begins, their number where there is none."""
    # A label before the text is surer than a heading above it, which may be the name of a link.
    at = next((i for i, line in enumerate(lines) if _is_text(line)), None)
    return next((i for i, line in enumerate(lines) if _heading(line) == "text"), len(lines)) if at is None else at


def _record(lines: Sequence[str], number: int, total: int) -> Record:
    record = Record(table("proquest")["archive"], number, total, turn_names=True)
    at = _text_at(lines)
    _read_fields(lines[:at], record)
    if at < len(lines):
        text = named(lines[at], fields("proquest", "labels"))
        end = _end_of_text(lines, at + 1)
        record.body = [text.value if text else "", *lines[at + 1 : end]]
        _read_fields(lines[end:], record)
    _complete(record)
    return record


def _is_text(line: str) -> bool:
    found = named(line, fields("proquest", "labels"))
    return found is not None and found.field == "text"


def _heading(line: str) -> str:
    """Return what a heading without a value stands above, "" for any other line."""
    return fields("proquest", "headings").get(line.casefold(), "") if len(line) < 40 else ""


def _end_of_text(lines: Sequence[str], at: int) -> int:
    """Return the line at which the fields below the text begin: below the last paragraph that is prose.

    A story may have lines that look like fields ("Location: Corn Exchange"); only where prose follows is that certain.
    """
    labels = fields("proquest", "labels")
    prose = (i for i in range(len(lines) - 1, at - 1, -1) if _is_prose(lines[i]) and not _is_value(lines, i, at))
    for i in range(next(prose, at - 1) + 1, len(lines)):
        if _heading(lines[i]) == "details" and _are_fields([line for line in lines[i + 1 :] if line][:ENDING]):
            return i
        if not (lines[i] and (found := named(lines[i], labels))):
            continue
        following = [line for line in lines[i + 1 : i + 4 * ENDING] if line][:ENDING]
        # A caption may run on; other fields are lines of their own, as the next one is.
        captions = found.field == "captions"
        if not following or ((captions or named(following[0], labels)) and _are_fields(following)):
            return i
    return len(lines)


def _is_prose(line: str) -> bool:
    """Return whether a line is a paragraph of a story: long, ending like a sentence, without a label."""
    return len(line.split()) > PROSE_WORDS and line.rstrip("\"'”’)").endswith((".", "!", "?")) and not _labelled(line)


def _labelled(line: str) -> bool:
    return named(line, fields("proquest", "labels")) is not None


def _is_value(lines: Sequence[str], i: int, at: int) -> bool:
    """Return whether a line goes on the caption, abstract or copyright above it, with no more than a blank between."""
    above = next((lines[j] for j in range(i - 1, at - 1, -1) if lines[j]), "")
    found = named(above, fields("proquest", "labels"))
    return found is not None and found.field in ("abstract", "captions", "copyright", "credit")


def _are_fields(lines: Sequence[str]) -> bool:
    labels = fields("proquest", "labels")
    return 2 * sum(1 for line in lines if named(line, labels)) >= len(lines)


def _read_fields(lines: Sequence[str], record: Record) -> None:
    """Read the fields above or below the text."""
    labels, drop = fields("proquest", "labels"), words("proquest", "drop")
    last: Named | None = None
    # The title stands above the first field, without a label.
    top = not record.body
    for line in lines:
        found = named(line, labels)
        if found:
            last, top = found, False
            _add(record, found, found.value)
        elif heading := _heading(line):
            last, top = Named(heading, line, ""), False
            record.values.setdefault(heading, "")
        elif not line or line.casefold() in drop:
            last = last if not line else None
        elif top and not _ADDRESS.fullmatch(line):
            record.more("heading", line)
        elif last is not None and last.field in record.values and not _ADDRESS.fullmatch(line):
            record.more(last.field, line)


def _add(record: Record, found: Named, value: str) -> None:
    if found.field == "captions":
        record.add("captions", re.sub(r"^(?:caption|illustration)s?:\s*", "", value, flags=re.I))
    elif value:
        record.add(found.field, value, found.label)


def _complete(record: Record) -> None:
    """Fill title, outlet and date from the lines that hold several of them, and part outlet, place and edition."""
    record.settle()
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
    for name in ("links", "details", "text"):
        values.pop(name, None)
    if not record.has_text and len(abstract.split()) > 5:
        record.body = [abstract]
        record.complete = False
        record.remarks.append(message("sources.archive.abstract"))
