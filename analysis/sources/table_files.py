"""csv, tsv, jsonl and xlsx files → rows, one at a time."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import IO, Any

from ..errors import SourceError
from ..messages import Message, message
from ..settings import ReadSettings
from .archive import broken_archive, check_archive
from .canonical import one_line
from .columns import MAX_COLUMNS, Columns, find_columns
from .dialect import sniffed
from .draft import MAX_TEXT, Draft
from .ledger import Ledger
from .plain import decode
from .records import records
from .table import MAX_NAMED, Row, Rows, drafts_of_rows

SAMPLE_BYTES = 262_144
"""How much of a table is looked at for its encoding and delimiter."""
MAX_JSON_LINE = 6 * MAX_TEXT + 1_000_000
"""Bytes of a line of JSON: the longest text with every character as an escape, and its fields."""
HEAD_ROWS = 10
"""Rows of a table among which its head is looked for."""
SHEET_ROWS = 1_048_576
"""Rows that a sheet can have."""

Cells = tuple[int, list[str] | Message]
"""A row by its number, or why it could not be read."""


def read_delimited(file: IO[bytes], source: str, stem: str, settings: ReadSettings, ledger: Ledger) -> Iterator[Draft]:
    """Yield the rows of a csv or tsv file; it is never in memory as a whole."""
    stream, sample = _text_lines(file, source)
    try:
        yield from _delimited(stream, sample, source, stem, settings, ledger)
    finally:
        # The file belongs to the caller: without this the wrapper would close it.
        stream.detach()


def _delimited(
    stream: io.TextIOWrapper, sample: str, source: str, stem: str, settings: ReadSettings, ledger: Ledger
) -> Iterator[Draft]:
    # Cells hold whole articles; the library's limit is 128 KB. It is a limit of the process, so only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_TEXT + 1))
    whole = len(sample) < SAMPLE_BYTES
    sample, above = _without_preamble(stream, sample)
    rows = records(stream, sniffed(sample, whole))
    names, columns = head_of(rows, settings, source)
    numbered = ((number + above, cells) for number, cells in rows)
    yield from drafts_of_rows(by_name(numbered, names), columns, source, stem, ledger)


def _without_preamble(stream: io.TextIOWrapper, sample: str) -> tuple[str, int]:
    """Take off the line in which a spreadsheet program says its delimiter; return the sample and how many it was."""
    first, _, rest = sample.lstrip("\ufeff").partition("\n")
    if not _SAYS_DELIMITER.fullmatch(first.strip()):
        return sample, 0
    stream.readline()
    return rest, 1


_SAYS_DELIMITER = re.compile(r'"?sep=.?"?', re.I)


def head_of(rows: Iterator[Cells], settings: ReadSettings, source: str) -> tuple[list[str], Columns]:
    """Return the names of the columns and what they hold.

    They stand in the first row, or in one below it: some exports have a title and a date above them.
    """
    failure: SourceError | None = None
    for _, head in islice(rows, HEAD_ROWS):
        if isinstance(head, Message):
            raise failure or SourceError(head, source)
        names = [name.strip() for name in head]
        try:
            return names, find_columns(names, settings, source)
        except SourceError as error:
            failure = failure or error
    raise failure or SourceError(message("sources.empty"), source)


def by_name(rows: Iterable[Cells], names: list[str]) -> Rows:
    """Yield the rows by the names of their columns."""
    for number, cells in rows:
        if isinstance(cells, Message):
            yield number, cells
        elif len(cells) > len(names) and any(cells[len(names) :]):
            yield number, message("sources.row_too_long", cells=len(cells), columns=len(names))
        else:
            yield number, dict(zip(names, cells, strict=False))


def _text_lines(file: IO[bytes], source: str) -> tuple[io.TextIOWrapper, str]:
    """Return the file as text, and the text of its beginning."""
    start = file.read(SAMPLE_BYTES)
    whole = len(start) < SAMPLE_BYTES
    # Cut at a line's end, lest a character cut in two reads as a wrong encoding.
    head = start if whole else start[: start.rfind(b"\n") + 1] or start
    text, encoding = decode(head, source)
    encoding = "utf-8-sig" if encoding.startswith(("utf-8", "ascii")) else encoding
    file.seek(0)
    stream = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
    return stream, text


def read_jsonl(file: IO[bytes], source: str, stem: str, settings: ReadSettings, ledger: Ledger) -> Iterator[Draft]:
    """Yield the lines of a jsonl file; a line that is no object is named, the others go on."""
    rows = _objects(file)
    first: list[tuple[int, Row | Message]] = []
    for number, row in rows:
        first.append((number, row))
        if not isinstance(row, Message):
            columns = find_columns(list(row), settings, source)
            yield from drafts_of_rows(chain(first, rows), columns, source, stem, ledger)
            return
    if not first:
        raise SourceError(message("sources.empty"), source)
    ledger.extend([SourceError(row, f"{source}#{number}") for number, row in first if isinstance(row, Message)])


def _objects(file: IO[bytes]) -> Rows:
    bad = 0
    for number, line in enumerate(iter(lambda: file.readline(MAX_JSON_LINE), b""), 1):
        if not line.strip():
            continue
        if len(line) == MAX_JSON_LINE and not line.endswith(b"\n"):
            yield number, message("sources.line_too_long", row=number, limit=MAX_TEXT)
            while (rest := file.readline(MAX_JSON_LINE)) and not rest.endswith(b"\n"):
                pass
            continue
        try:
            found = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict):
            yield number, found
            continue
        bad += 1
        if bad > MAX_NAMED:
            yield number, message("sources.too_many_broken", count=bad)
            return
        yield number, message("sources.line_broken", line=number)


def read_xlsx(file: IO[bytes], source: str, stem: str, settings: ReadSettings, ledger: Ledger) -> Iterator[Draft]:
    """Yield the rows of all sheets that have a text column, one at a time."""
    check_archive(file, source, "xl/workbook")
    import warnings

    import openpyxl

    failure = SourceError(message("sources.empty"), source)
    read = 0
    with warnings.catch_warnings(), broken_archive(source):
        # It warns of styles and extensions that it does not keep; no cell is lost by them.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # they may say what they like
            try:
                head, names, columns = _sheet_head(sheet, settings, source)
            except SourceError as error:
                failure = _worse(failure, error)
                continue
            first = head + 1
            rows = sheet.iter_rows(min_row=first, max_row=SHEET_ROWS, max_col=len(names), values_only=True)
            # Rows of a second sheet are numbered on: two articles must not be called the same.
            drafts = drafts_of_rows(_filled(rows, names, first, read), columns, source, stem, ledger)
            yield from drafts if not read else _in_sheet(drafts, sheet.title)
            read += SHEET_ROWS
    if not read:
        raise failure


def _sheet_head(sheet: Any, settings: ReadSettings, source: str) -> tuple[int, list[str], Columns]:
    """Return the row of a sheet that names its columns, their names and what they hold; SourceError where none does."""
    failure = SourceError(message("sources.empty"), source)
    rows = sheet.iter_rows(max_row=HEAD_ROWS, max_col=MAX_COLUMNS + 1, values_only=True)
    for number, row in enumerate(rows, 1):
        if not (names := _names(row)):
            continue
        try:
            return number, names, find_columns(names, settings, source)
        except SourceError as error:
            failure = _worse(failure, error)
    raise failure


def _worse(known: SourceError, error: SourceError) -> SourceError:
    """Return which of two says more of why a sheet is no table of articles."""
    strength = {"sources.empty": 0, "sources.no_text_column": 1}
    return error if strength.get(error.message.key, 2) > strength.get(known.message.key, 2) else known


def _in_sheet(drafts: Iterator[Draft], title: str) -> Iterator[Draft]:
    """Yield drafts with the name of their sheet as a column."""
    for draft in drafts:
        yield replace(draft, meta=draft.meta.with_column("sheet", one_line(title)))


def _names(head: Sequence[object]) -> list[str]:
    """Return the names in a sheet's first row, without what is empty at its end."""
    names = [str(cell).strip() if cell is not None else "" for cell in head]
    while names and not names[-1]:
        names.pop()
    return names


def _filled(rows: Iterable[Sequence[object]], names: list[str], first: int, before: int) -> Rows:
    """Yield the rows with anything in them; a cell in the last corner of a sheet has a million empty rows above it."""
    for number, row in enumerate(rows, before + first):
        if any(cell is not None for cell in row):
            yield number, dict(zip(names, row, strict=False))
