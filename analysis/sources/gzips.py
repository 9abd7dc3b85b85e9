"""A file packed with gzip, as scrapers keep their tables: it is read as the one entry of a zip."""

from __future__ import annotations

import gzip
import io
import os
import zlib
from collections.abc import Iterator
from typing import IO

from ..errors import SourceError
from ..messages import message
from ..model import Article
from .archive import MAX_RATIO
from .ledger import Ledger
from .places import place_of
from .zips import ALL, MAX_ENTRY, SMALL, Begin, Entry, Read, Wanted, articles_in_entry

CHUNK = 1_000_000


def articles_in_gzip(
    file: IO[bytes], name: str, ledger: Ledger, read: Read, begin: Begin, wanted: Wanted = ALL
) -> Iterator[Article]:
    """Yield the articles in a packed file, named by their place in it: the file's own name without its ending."""
    inner = os.path.splitext(os.path.basename(name))[0] if name.lower().endswith(".gz") else os.path.basename(name)
    place = place_of(inner) or "_"
    if wanted.after or wanted.only not in ("", place):
        return
    data = _unpacked(file)
    entry = Entry(1, place, len(data), inner)
    yield from articles_in_entry(entry, lambda: io.BytesIO(data), ledger, read, begin)


def _unpacked(file: IO[bytes]) -> bytes:
    """Return what is packed; SourceError where that is broken, or far more than its size."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    most = min(MAX_ENTRY, SMALL + MAX_RATIO * size)
    parts: list[bytes] = []
    total = 0
    try:
        with gzip.GzipFile(fileobj=file) as packed:
            while part := packed.read(CHUNK):
                parts.append(part)
                total += len(part)
                if total > most:
                    raise SourceError(message("sources.bomb", size=round(total / 1e6)))
    except (EOFError, OSError, zlib.error) as error:
        raise SourceError(message("sources.zip_broken")) from error
    return b"".join(parts)
