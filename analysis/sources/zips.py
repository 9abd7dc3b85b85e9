"""A zip of articles: each entry in it is read as a file of its own."""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import IO

from ..errors import SourceError
from ..messages import message
from ..model import Article
from .archive import MAX_RATIO
from .file_kinds import ENDINGS, LATER, NO_SOURCES, ending_of
from .ledger import Ledger
from .places import MAX_PLACE, joined, place_of

MAX_ENTRIES = 10_000
"""Files in one zip, whatever they are."""
MAX_ENTRY = 200_000_000
"""Bytes of one unpacked."""
MAX_TOTAL = 2_000_000_000
"""Bytes of all unpacked; one after the other, never together in memory."""
SMALL = 1_000_000
"""Bytes up to which an entry may unpack to any number of times its size."""
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, RuntimeError, ValueError, NotImplementedError,
    struct.error,
)  # fmt: skip
"""How the library fails on a broken zip or one that is packed in a way that it does not know."""
_NAMED_UTF8 = 0x800
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in a zip."""

    number: int
    """Counted from 1 over those that are read."""
    place: str
    size: int
    """Bytes when unpacked."""
    name: str
    info: zipfile.ZipInfo | None = field(default=None, repr=False)
    """Where it stands in the zip; None for what is packed by itself."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries of a zip are read."""

    after: int = 0
    """The first so many have been read before."""
    only: str = ""
    """The place of the only one, "" for all."""


ALL = Wanted()

Read = Callable[[IO[bytes], str, Ledger], Iterator[Article]]
"""Reads what is in a file of a name."""
Begin = Callable[[Entry], None]
"""Called before an entry is read."""


def articles_in_zip(
    file: IO[bytes], ledger: Ledger, read: Read, begin: Begin, wanted: Wanted = ALL
) -> Iterator[Article]:
    """Yield the articles in a zip, named by their places in it.

    What cannot be read of an entry goes to `ledger` and costs no other entry.
    """
    with _opened(file) as archive:
        # What is none was named when the first entries were read.
        entries = _entries(archive, file, Ledger() if wanted.after or wanted.only else ledger)
        if wanted.only and all(entry.place != wanted.only for entry in entries):
            raise SourceError(message("sources.missing"), wanted.only)
        for entry in entries[wanted.after :]:
            if wanted.only not in ("", entry.place):
                continue
            yield from articles_in_entry(entry, partial(_unpacked, archive, entry), ledger, read, begin)


def articles_in_entry(
    entry: Entry, unpack: Callable[[], IO[bytes]], ledger: Ledger, read: Read, begin: Begin
) -> Iterator[Article]:
    """Yield the articles in one entry; what cannot be read of it goes to `ledger`."""
    begin(entry)
    inside = Ledger()
    try:
        with unpack() as unpacked:
            for article in read(unpacked, entry.name, inside):
                yield replace(article, source=joined(entry.place, article.source))
    except SourceError as error:
        inside.add(error)
    except MemoryError:
        raise
    except Exception as error:
        # A library failed in a way nobody foresaw: the entry is named, the next is read.
        reason = f"{type(error).__name__}: {error}"[:300]
        inside.add(SourceError(message("sources.unexpected", reason=reason)))
    ledger.extend([SourceError(p.message, joined(entry.place, p.where)) for p in inside.problems])
    for where, count in inside.stated.items():
        ledger.state(count, joined(entry.place, where))


@contextmanager
def _opened(file: IO[bytes]) -> Iterator[zipfile.ZipFile]:
    """Give the zip; SourceError where it is none."""
    try:
        archive = zipfile.ZipFile(file)
    except BROKEN as error:
        raise SourceError(message("sources.zip_broken")) from error
    with archive:
        yield archive


def _entries(archive: zipfile.ZipFile, file: IO[bytes], ledger: Ledger) -> list[Entry]:
    """Return the entries to read, in the order of their names; what cannot be one goes to `ledger`."""
    infos = archive.infolist()
    _check(infos, file)
    names = {info.filename: _name(info) for info in infos if not info.is_dir()}
    known = {name.casefold() for name in names.values()}
    found: list[Entry] = []
    places: dict[str, int] = {}
    encrypted = 0
    for info in sorted((i for i in infos if not i.is_dir()), key=lambda i: names[i.filename]):
        name = names[info.filename]
        if _is_passed_over(name, known):
            continue
        place = _fresh(place_of(name) or "_", places)
        problem = _problem(info, name)
        if problem is None:
            base = name.replace("\\", "/").rpartition("/")[2]
            found.append(Entry(len(found) + 1, place, info.file_size, base, info))
            continue
        encrypted += problem.message.key == "sources.zip_encrypted"
        ledger.add(SourceError(problem.message, place))
    if encrypted and not found:
        ledger.problems.clear()
        raise SourceError(message("sources.zip_encrypted"))
    if not found and not ledger.problems:
        raise SourceError(message("sources.zip_empty"))
    return found


def _check(infos: list[zipfile.ZipInfo], file: IO[bytes]) -> None:
    """Raise SourceError where a zip holds too much, or the same bytes several times over."""
    size = file.seek(0, io.SEEK_END)
    if len(infos) > MAX_ENTRIES:
        raise SourceError(message("sources.zip_many", count=len(infos), limit=MAX_ENTRIES))
    total = sum(info.file_size for info in infos if not _is_swollen(info))
    if sum(info.compress_size for info in infos) > size or total > MAX_TOTAL:
        raise SourceError(message("sources.bomb", size=round(total / 1e6)))


def _name(info: zipfile.ZipInfo) -> str:
    """Return an entry's name; many programs write UTF-8 without saying so."""
    if info.flag_bits & _NAMED_UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _is_passed_over(name: str, known: set[str]) -> bool:
    """Return whether an entry is no article and nobody misses it: hidden, a picture, a part of a saved page."""
    parts = name.replace("\\", "/").split("/")
    if any(part.startswith((".", "~$", "__MACOSX")) and part.strip(".") for part in parts):
        return True
    if ending_of(name) in NO_SOURCES or parts[-1] in ("Thumbs.db", "desktop.ini"):
        return True
    return any(_is_page_parts("/".join(parts[: i + 1]), known) for i in range(len(parts) - 1))


def _is_page_parts(folder: str, known: set[str]) -> bool:
    stem = re.sub(r"(?:_files|\.files|-files)$", "", folder.casefold())
    return stem != folder.casefold() and (f"{stem}.html" in known or f"{stem}.htm" in known)


def _problem(info: zipfile.ZipInfo, name: str) -> SourceError | None:
    ending = ending_of(name)
    if info.flag_bits & _ENCRYPTED:
        return SourceError(message("sources.zip_encrypted"))
    if ending == "zip":
        return SourceError(message("sources.zip_nested"))
    if ending not in ENDINGS and ending not in LATER:
        return SourceError(message("sources.unknown_inside", kind=ending))
    if info.file_size > MAX_ENTRY:
        return SourceError(message("sources.too_big", size=round(info.file_size / 1e6, 1), limit=MAX_ENTRY // SMALL))
    if _is_swollen(info):
        return SourceError(message("sources.bomb", size=round(info.file_size / 1e6)))
    return None


def _is_swollen(info: zipfile.ZipInfo) -> bool:
    return info.file_size > SMALL and info.file_size > MAX_RATIO * max(1, info.compress_size)


def _fresh(place: str, places: dict[str, int]) -> str:
    """Return a place that no other entry has."""
    fresh = place
    while fresh in places:
        places[place] += 1
        fresh = f"{place[: MAX_PLACE - 10]} ({places[place]})"
    places[fresh] = 1
    return fresh


def _unpacked(archive: zipfile.ZipFile, entry: Entry) -> IO[bytes]:
    assert entry.info is not None
    try:
        with archive.open(entry.info) as packed:
            data = packed.read(entry.size + 1)
    except BROKEN as error:
        raise SourceError(message("sources.zip_entry")) from error
    return io.BytesIO(data)
