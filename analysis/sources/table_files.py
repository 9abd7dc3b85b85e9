"""csv, tsv, jsonl and xlsx files → rows, one at a time."""

from __future__ import annotations

import csv
import io
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import IO

from ..errors import SourceError
from ..messages import message
from ..settings import ReadSettings
from .archive import check_archive
from .draft import MAX_CHARACTERS, Draft
from .plain import decode
from .table import Row, drafts_of_rows, find_columns

SAMPLE_BYTES = 262_144
"""How much of a table is looked at for its encoding and delimiter."""
MAX_NAMED = 50
"""Bad rows named one by one; a file with more is not the kind it claims to be."""


def read_delimited(
    file: IO[bytes], source: str, stem: str, settings: ReadSettings, problems: list[SourceError]
) -> Iterator[Draft]:
    """Yield the rows of a csv or tsv file; it is never in memory as a whole."""
    stream, sample = _text_lines(file, source)
    try:
        yield from _delimited(stream, sample, source, stem, settings, problems)
    finally:
        # The file belongs to the caller: without this the wrapper would close it.
        stream.detach()


def _delimited(
    stream: io.TextIOWrapper, sample: str, source: str, stem: str, settings: ReadSettings, problems: list[SourceError]
) -> Iterator[Draft]:
    # Cells hold whole articles; the library's limit is 128 KB. It is a limit of the process, so only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_CHARACTERS + 1))
    reader = csv.reader(stream, delimiter=_delimiter(sample))
    try:
        names = [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise SourceError(message("sources.table_broken", row=1), source) from error
    columns = find_columns(names, settings, source)
    yield from drafts_of_rows(_records(reader, names, source, problems), columns, source, stem, problems)


def _records(
    reader: Iterator[list[str]], names: list[str], source: str, problems: list[SourceError]
) -> Iterator[tuple[int, Row]]:
    number = 1
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            problems.append(SourceError(message("sources.table_broken", row=number), source))
            return
        if len(cells) > len(names) and any(cells[len(names) :]):
            problems.append(
                SourceError(message("sources.row_too_long", cells=len(cells), columns=len(names)), f"{source}#{number}")
            )
            continue
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


def _delimiter(sample: str) -> str:
    """Return the sign that parts the columns of the first line, outside quotation marks."""
    first = re.sub(r'"(?:[^"]|"")*"', "", sample.lstrip("\ufeff").split("\n", 1)[0])
    return max("\t;|,", key=lambda sign: (first.count(sign), sign == ","))


def read_jsonl(
    file: IO[bytes], source: str, stem: str, settings: ReadSettings, problems: list[SourceError]
) -> Iterator[Draft]:
    """Yield the lines of a jsonl file; a line that is no object is named, the others go on."""
    rows = _objects(file, source, problems)
    first = list(islice(rows, 1))
    if not first:
        if not problems or not problems[-1].where.startswith(source):
            raise SourceError(message("sources.empty"), source)
        return
    columns = find_columns(list(first[0][1]), settings, source)
    yield from drafts_of_rows(chain(first, rows), columns, source, stem, problems)


def _objects(file: IO[bytes], source: str, problems: list[SourceError]) -> Iterator[tuple[int, Row]]:
    bad = 0
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict):
            yield number, found
            continue
        bad += 1
        problems.append(SourceError(message("sources.line_broken", line=number), f"{source}#{number}"))
        if bad >= MAX_NAMED:
            problems.append(SourceError(message("sources.too_many_broken", count=bad), source))
            return


def read_xlsx(
    data: bytes, source: str, stem: str, settings: ReadSettings, problems: list[SourceError]
) -> Iterator[Draft]:
    """Yield the rows of the first sheet that has a text column."""
    check_archive(data, source, "xl/workbook")
    import warnings
    from zipfile import BadZipFile

    import openpyxl

    try:
        with warnings.catch_warnings():
            # It warns of styles and extensions that it does not keep; no cell is lost by them.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = [[[*row] for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets]
            book.close()
    except (BadZipFile, zlib.error, KeyError, ValueError, TypeError, AttributeError, SyntaxError, OSError) as error:
        raise SourceError(message("sources.archive_broken"), source) from error
    yield from _sheet_drafts(sheets, source, stem, settings, problems)


def _sheet_drafts(
    sheets: Sequence[Sequence[Sequence[object]]],
    source: str,
    stem: str,
    settings: ReadSettings,
    problems: list[SourceError],
) -> Iterator[Draft]:
    failure = SourceError(message("sources.empty"), source)
    for rows in sheets:
        if not rows or not any(cell is not None for cell in rows[0]):
            continue
        names = [str(cell).strip() if cell is not None else "" for cell in rows[0]]
        try:
            columns = find_columns(names, settings, source)
        except SourceError as error:
            failure = error
            continue
        numbered = ((i, dict(zip(names, row, strict=False))) for i, row in enumerate(rows[1:], 2))
        yield from drafts_of_rows(numbered, columns, source, stem, problems)
        return
    raise failure
