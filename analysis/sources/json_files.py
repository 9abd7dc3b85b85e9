"""JSON files: one article, a list of them, or an answer of a service with such a list in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

from ..errors import SourceError
from ..messages import Message, message
from ..settings import ReadSettings
from .canonical import one_line
from .columns import shortened
from .draft import Draft
from .json_groups import article_groups
from .json_totals import stated_total
from .ledger import Ledger
from .plain import decode
from .table import Rows, drafts_of_rows
from .table_files import MAX_JSON_LINE, read_jsonl


def read_json(file: IO[bytes], source: str, stem: str, settings: ReadSettings, ledger: Ledger) -> Iterator[Draft]:
    """Yield the articles of a JSON file; of lines with an object each, one after the other."""
    if _has_lines(file):
        yield from read_jsonl(file, source, stem, settings, ledger)
        return
    text, _ = decode(file.read(), source)
    values, failure = _values(text, source)
    try:
        found = article_groups(values[0] if len(values) == 1 else values, settings, source)
    except SourceError as error:
        raise (SourceError(failure, source) if failure is not None else error) from error
    count = sum(len(rows.group.items) for rows in found.read)
    several, before = count > 1 or failure is not None, 0
    total = stated_total(values[0], found.read[0].group.path) if len(values) == 1 and found.read else 0
    # What the service holds besides is not in this file: a note, no articles that are missing.
    notes = (message("sources.json_page", total=total, count=count),) if total > count else ()
    for rows in found.read:
        numbered: Rows = enumerate(rows.all(named=len(found.read) > 1), before + 1)
        for draft in drafts_of_rows(numbered, rows.columns, source, stem, ledger):
            draft = replace(draft, notes=(*draft.notes, *notes))
            yield draft if several else _alone(draft, source, stem)
            notes = ()
        before += len(rows.group.items)
    for rows in found.left:
        left = message("sources.json_beside", count=len(rows.group.items), name=shortened(one_line(rows.group.name)))
        ledger.add(SourceError(left, source))
    if failure is not None:
        ledger.add(SourceError(failure, f"{source}#{count + 1}"))


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
