"""JSON files: one article, a list of them, or an answer of a service with such a list in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import IO, Any

from ..errors import SourceError
from ..messages import Message, message
from ..settings import ReadSettings
from .columns import Columns, find_columns
from .draft import Draft
from .ledger import Ledger
from .objects import flat, groups
from .plain import decode
from .table import Row, Rows, drafts_of_rows
from .table_files import MAX_JSON_LINE, read_jsonl

NAMED_ROWS = 200
"""So many articles are looked at for the names of their values; the first may lack some."""


def read_json(file: IO[bytes], source: str, stem: str, settings: ReadSettings, ledger: Ledger) -> Iterator[Draft]:
    """Yield the articles of a JSON file; of lines with an object each, one after the other."""
    if _has_lines(file):
        yield from read_jsonl(file, source, stem, settings, ledger)
        return
    text, _ = decode(file.read(), source)
    values, failure = _values(text, source)
    try:
        rows, columns = _articles(values[0] if len(values) == 1 else values, settings, source)
    except SourceError as error:
        raise (SourceError(failure, source) if failure is not None else error) from error
    several = len(rows) > 1 or failure is not None
    numbered: Rows = enumerate(rows, 1)
    for draft in drafts_of_rows(numbered, columns, source, stem, ledger):
        yield draft if several else _alone(draft, source, stem)
    if failure is not None:
        ledger.add(SourceError(failure, f"{source}#{len(rows) + 1}"))


def _alone(draft: Draft, source: str, stem: str) -> Draft:
    return replace(draft, source=source, stem=stem)


def _has_lines(file: IO[bytes]) -> bool:
    """Return whether the first line is an object by itself and another follows; the file is put back."""
    first, second = file.readline(MAX_JSON_LINE), file.readline(100)
    file.seek(0)
    if not second.lstrip().startswith(b"{") or not first.strip().endswith(b"}"):
        return False
    try:
        return isinstance(json.loads(first.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def _values(text: str, source: str) -> tuple[list[Any], Message | None]:
    """Return the values that stand one after the other in a file, and what is wrong behind the last of them.

    Of a list that breaks off, or has a comma too many, those are its items.
    """
    text = text.lstrip("\ufeff")
    at = _skip(text, 0)
    if at == len(text):
        raise SourceError(message("sources.empty"), source)
    found, end, failure = _read(text, at)
    if not found and (items := re.compile(r"\[\s*(?=\{)").search(text, at)):
        found, end, failure = _read(text, items.end())
        # With nothing below but what closes the list and what holds it, it had a comma too many.
        closed = text[end : end + 1] == "]" and not text[end:].strip("]} \t\r\n,;")
        failure = None if closed else failure or text.count("\n") + 1
    if failure is None:
        return found, None
    broken = message("sources.json_broken", line=failure)
    if not found:
        raise SourceError(broken, source)
    return found, broken


def _read(text: str, at: int) -> tuple[list[Any], int, int | None]:
    """Return the values from a place on, where they end, and the line in which one is broken."""
    decoder = json.JSONDecoder(strict=False)
    found: list[Any] = []
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            return found, at, getattr(error, "lineno", 1)
        found.append(value)
        at = _skip(text, at)
    return found, at, None


def _skip(text: str, at: int) -> int:
    """Return where the next value begins: behind white space, commas between values and marks of records."""
    while at < len(text) and text[at] in " \t\r\n,;\x1e":
        at += 1
    return at


def _articles(value: Any, settings: ReadSettings, source: str) -> tuple[list[Row | Message], Columns]:
    """Return the articles of a file and what their values are; SourceError where nothing in it has a text."""
    candidates = groups(value)
    if isinstance(value, dict):
        candidates.insert(0, ("", [value]))
    failures: list[SourceError] = []
    second: tuple[list[Row | Message], Columns] | None = None
    for _, items in candidates:
        rows: list[Row | Message] = [
            flat(item) if isinstance(item, dict) else message("sources.no_object") for item in items
        ]
        names = dict.fromkeys(n for row in islice(rows, NAMED_ROWS) if isinstance(row, dict) for n in row)
        try:
            columns = find_columns(list(names), settings, source)
        except SourceError as error:
            failures.append(error)
            continue
        if any(
            _is_prose(row.get(name))
            for row in rows[:NAMED_ROWS]
            for name in columns.of("text")
            if not isinstance(row, Message)
        ):
            return rows, columns
        second = second or (rows, columns)
    if second is not None:
        return second
    titles = [error for error in failures if error.message.key == "sources.titles_only"]
    raise next(iter((*titles, *failures)), SourceError(message("sources.no_object"), source))


def _is_prose(value: object) -> bool:
    """Return whether a value may be a text, and no list of objects that is called like one."""
    return isinstance(value, str) or (isinstance(value, list) and any(isinstance(item, str) for item in value))
