"""Which reader takes a file, by its content first and its ending second."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import IO

from ..errors import SourceError
from ..messages import message
from ..model import Article
from ..settings import ReadSettings
from .archives import split as split_archive
from .build import build
from .draft import Draft
from .file_kinds import (
    HEAD_BYTES,
    MAX_BYTES,
    MAX_TEXT_BYTES,
    SPREADSHEETS,
    ending_of,
    kind_of,
    kind_of_zip,
    looks_like_html,
    stem_of,
)
from .gzips import articles_in_gzip
from .ledger import Ledger
from .several import split as split_several
from .zips import ALL, Begin, Wanted, articles_in_zip


def drafts_of(file: IO[bytes], name: str, settings: ReadSettings, ledger: Ledger) -> Iterator[Draft]:
    """Yield what a file called `name` holds, each draft and problem under its row alone; tables are streamed."""
    kind, stem = kind_of_file(file, name), "" if name == "-" else stem_of(name)
    if kind == "csv":
        from .table_files import read_delimited

        yield from read_delimited(file, "", stem, settings, ledger)
    elif kind == "jsonl":
        from .table_files import read_jsonl

        yield from read_jsonl(file, "", stem, settings, ledger)
    elif kind == "json":
        from .json_files import read_json

        _check_size(file, kind)
        yield from read_json(file, "", stem, settings, ledger)
    elif kind == "xlsx":
        from .table_files import read_xlsx

        _check_size(file, kind)
        yield from read_xlsx(file, "", stem, settings, ledger)
    elif kind == "html" and ending_of(name) in SPREADSHEETS:
        from .html_tables import read_html_table

        _check_size(file, kind)
        yield from read_html_table(file, "", stem, settings, ledger)
    elif kind == "mbox":
        from .mail import read_mbox

        yield from read_mbox(file, stem, ledger)
    else:
        draft = _document(_whole(file, kind), kind, stem)
        yield from [draft] if settings.keep_text else split(draft, ledger)


def split(draft: Draft, ledger: Ledger) -> list[Draft]:
    """Return the articles in what a reader gave: those of an archive's file, those that people put into one, or one."""
    found = split_archive(draft, ledger)
    return split_several(draft) if len(found) == 1 and found[0] is draft else found


def kind_of_file(file: IO[bytes], name: str) -> str:
    """Return the kind of an open file called `name`, which is put back to its beginning."""
    kind = kind_of(name, file.read(HEAD_BYTES))
    file.seek(0)
    return kind_of_zip(file, name) if kind == "zip" else kind


def _whole(file: IO[bytes], kind: str) -> bytes:
    """Return the file's content."""
    _check_size(file, kind)
    return file.read()


def _check_size(file: IO[bytes], kind: str) -> None:
    """Raise SourceError where a file is larger than its kind may be."""
    limit = MAX_BYTES.get(kind, MAX_TEXT_BYTES)
    size = file.seek(0, os.SEEK_END)
    if size > limit:
        raise too_big(size, limit, "")
    file.seek(0)


def _document(data: bytes, kind: str, stem: str) -> Draft:
    """Return the one article of a file that is no table."""
    if not data.strip():
        raise SourceError(message("sources.empty"))
    if kind in ("text", "markdown"):
        from .plain import read_plain

        return read_plain(data, "", stem, kind == "markdown")
    if kind in _UNREAD:
        raise SourceError(message(_UNREAD[kind]))
    reader = _READERS.get(kind)
    if reader is None:
        raise SourceError(message("sources.unsupported", kind=kind))
    read: ReadDocument = getattr(import_module(reader[0], __package__), reader[1])
    return read(data, "", stem)


ReadDocument = Callable[[bytes, str, str], Draft]
_READERS = {
    "html": (".page", "read_html"),
    "pdf": (".pdf", "read_pdf"),
    "docx": (".docx", "read_docx"),
    "rtf": (".rtf", "read_rtf"),
    "odt": (".odt", "read_odt"),
    "mail": (".mail", "read_mail"),
    "mhtml": (".mhtml", "read_mhtml"),
    "webarchive": (".webarchive", "read_webarchive"),
}
"""Module and function that read a document, by kind; imported when one is read."""
_UNREAD = {"ole": "sources.ole", "zip": "sources.zip_nested", "gz": "sources.zip_nested"}


def too_big(size: int, limit: int, name: str) -> SourceError:
    """Return the error for a source of `size` bytes."""
    return SourceError(message("sources.too_big", size=round(size / 1e6, 1), limit=round(limit / 1e6)), name)


def articles_of(
    file: IO[bytes],
    name: str,
    settings: ReadSettings,
    ledger: Ledger,
    begin: Begin = lambda entry: None,
    wanted: Wanted = ALL,
) -> Iterator[Article]:
    """Yield the articles in a file called `name`; what cannot be read goes to `ledger`.

    Articles and problems are named by their row alone ("#3"), by nothing where the file is one article, by their place
    in a zip. There `begin` is called before each entry that is `wanted`.
    """

    def read(entry: IO[bytes], name: str, ledger: Ledger) -> Iterator[Article]:
        yield from _built(drafts_of(entry, name, settings, ledger), settings, ledger)

    kind = kind_of_file(file, name)
    if kind == "zip":
        yield from articles_in_zip(file, ledger, read, begin, wanted)
    elif kind == "gz":
        yield from articles_in_gzip(file, name, ledger, read, begin, wanted)
    else:
        yield from read(file, name, ledger)


def _built(drafts: Iterable[Draft], settings: ReadSettings, ledger: Ledger) -> Iterator[Article]:
    """Yield the articles that drafts amount to; what amounts to none goes to `ledger`."""
    for draft in drafts:
        try:
            yield build(draft, settings)
        except SourceError as error:
            ledger.add(error)


def articles_of_text(text: str, name: str, settings: ReadSettings, ledger: Ledger) -> Iterator[Article]:
    """Yield the articles of a pasted text: one, but of an archive's file; HTML is read as a page."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if settings.keep_text:
        yield build(Draft(name, sha256, text=text), settings)
        return
    if looks_like_html(text):
        from .page import page

        whole = page(text, sha256, name, "")
    else:
        whole = Draft(name, sha256, text=text)
    yield from _built(split(whole, ledger), settings, ledger)
