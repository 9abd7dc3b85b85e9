"""What must hold before a zip of XML (docx, xlsx) is opened: no bomb, no entities, the part that makes it one."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from ..errors import SourceError
from ..messages import message

MAX_UNPACKED = 300_000_000
"""Bytes of all parts together; a thousand-page document with its XML has about 30 MB."""
MAX_PART = 200_000_000
"""Bytes of one part: a sheet with 100 MB of articles in it still opens."""
MAX_RATIO = 200
"""Unpacked by packed size. Text in XML packs 5 to 20 times, tables of zeros 100; a bomb more than 1,000 times."""
MAX_PARTS = 10_000


@contextmanager
def broken_archive(source: str) -> Iterator[None]:
    """Raise SourceError where a library fails on a broken document, which it does in every way that there is."""
    from xml.etree.ElementTree import ParseError

    from lxml.etree import LxmlError

    try:
        yield
    except (
        zipfile.BadZipFile, zlib.error, OSError, EOFError, LookupError, ValueError, TypeError, AttributeError,
        ArithmeticError, AssertionError, NotImplementedError, RecursionError, ParseError, SyntaxError, LxmlError,
    ) as error:  # fmt: skip
        raise SourceError(message("sources.archive_broken"), source) from error


def check_archive(file: IO[bytes], source: str, needed: str) -> None:
    """Raise SourceError unless `file` is a safe zip that has a part whose name starts with `needed`."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            _check_sizes(parts, source)
            if not any(part.filename.startswith(needed) for part in parts):
                raise SourceError(message("sources.archive_wrong", part=needed), source)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as file:
                        _check_markup(file.read(4096), source)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise SourceError(message("sources.archive_broken"), source) from error


def _check_sizes(parts: list[zipfile.ZipInfo], source: str) -> None:
    total = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    swollen = any(p.file_size > 1_000_000 and p.file_size > MAX_RATIO * max(1, p.compress_size) for p in parts)
    too_big = total > MAX_UNPACKED or any(part.file_size > MAX_PART for part in parts)
    if swollen or too_big or len(parts) > MAX_PARTS or total > MAX_RATIO * max(1, packed) + 1_000_000:
        raise SourceError(message("sources.bomb", size=round(total / 1e6)), source)


def _check_markup(head: bytes, source: str) -> None:
    """Office files declare no document type; one that does may define entities that grow without end."""
    plain = head.replace(b"\0", b"").upper()
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise SourceError(message("sources.entities"), source)
