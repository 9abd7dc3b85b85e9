"""Which reader takes a file, by its content first and its ending second."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from typing import IO

from ..errors import SourceError
from ..messages import message
from ..model import Article
from ..settings import ReadSettings
from .archives import split
from .build import build
from .draft import MAX_TEXT, Draft
from .ledger import Ledger

MAX_BYTES = {"pdf": 200_000_000, "docx": 100_000_000, "rtf": 100_000_000, "xlsx": 100_000_000, "html": 50_000_000}
"""Largest file read into memory, by kind: saved pages and documents carry their pictures."""
MAX_TEXT_BYTES = 4 * MAX_TEXT
"""A text of the greatest length at four bytes a character."""
HEAD_BYTES = 4096
"""How much of a file tells its kind."""
ENDINGS = {
    "txt": "text", "text": "text", "": "text", "ris": "text", "md": "markdown", "markdown": "markdown",
    "htm": "html", "html": "html", "xhtml": "html", "shtml": "html", "pdf": "pdf", "docx": "docx",
    "docm": "docx", "dotx": "docx", "dotm": "docx",
    "rtf": "rtf", "csv": "csv", "tsv": "csv", "tab": "csv", "jsonl": "jsonl", "ndjson": "jsonl", "xlsx": "xlsx",
}  # fmt: skip
NO_SOURCES = frozenset(
    ["png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff", "svg", "ico", "avif", "heic", "mp3", "m4a", "wav",
     "ogg", "opus", "flac", "mp4", "m4v", "mov", "avi", "mkv", "webm", "css", "js", "mjs", "map", "woff", "woff2",
     "ttf", "otf", "eot", "py", "pyc", "sh", "ini", "toml", "yml", "yaml", "lock", "log", "db", "sqlite", "exe",
     "dll", "so", "bak", "tmp", "ds_store"]
)  # fmt: skip
"""Endings that are clearly no articles: passed over in a folder without a word."""
LATER = {"doc": "doc", "xls": "xls", "odt": "odt", "epub": "epub", "zip": "zip", "mht": "mhtml",
         "mhtml": "mhtml",
         "xml": "xml", "json": "json", "pptx": "pptx"}  # fmt: skip


def ending_of(name: str) -> str:
    """Return the file name's ending in small letters, without its dot."""
    return os.path.splitext(name)[1][1:].lower()


def stem_of(name: str) -> str:
    """Return the file name without folder and known endings."""
    stem, ending = os.path.splitext(os.path.basename(name))
    while ending[1:].lower() in ENDINGS and ending:
        inner, further = os.path.splitext(stem)
        if further[1:].lower() not in ENDINGS or not further:
            break
        stem, ending = inner, further
    return stem


def kind_of(name: str, head: bytes) -> str:
    """Return what a source is: text, markdown, html, pdf, docx, csv, jsonl, xlsx, or "" with a known other ending."""
    ending = ending_of(name)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        kind = ENDINGS.get(ending, "")
        return kind if kind in ("docx", "xlsx") else "zip"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return "rtf"
    if ending in ENDINGS and ending not in ("txt", "text", "", "rtf"):
        return ENDINGS[ending]
    if looks_like_html(head.decode("latin-1")):
        return "html"
    return LATER.get(ending, "text")


def looks_like_html(head: str) -> bool:
    """Return whether a text opens as an HTML page does."""
    start = head[:4096].lstrip("\ufeffï»¿ \t\r\n").lower()
    return bool(re.match(r"<(?:!doctype html|html|head|body|!--.{0,2000}?-->\s*<(?:!doctype|html))", start, re.S))


def drafts_of(
    file: IO[bytes], name: str, settings: ReadSettings, ledger: Ledger, address: bool = False
) -> Iterator[Draft]:
    """Yield what a file called `name` holds, each draft and problem under its row alone; tables are streamed."""
    head = file.read(HEAD_BYTES)
    kind = "html" if address and looks_like_html(head.decode("latin-1")) else kind_of(name, head)
    file.seek(0)
    stem = "" if name == "-" else stem_of(name)
    if kind == "csv":
        from .table_files import read_delimited

        yield from read_delimited(file, "", stem, settings, ledger)
    elif kind == "jsonl":
        from .table_files import read_jsonl

        yield from read_jsonl(file, "", stem, settings, ledger)
    elif kind == "xlsx":
        from .table_files import read_xlsx

        _check_size(file, kind)
        yield from read_xlsx(file, "", stem, settings, ledger)
    else:
        draft = _document(_whole(file, kind), kind, stem)
        yield from [draft] if settings.keep_text else split(draft, ledger)


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
    if kind == "html":
        from .page import read_html

        return read_html(data, "", stem)
    if kind == "pdf":
        from .pdf import read_pdf

        return read_pdf(data, "", stem)
    if kind == "docx":
        from .docx import read_docx

        return read_docx(data, "", stem)
    if kind == "rtf":
        from .rtf import read_rtf

        return read_rtf(data, "", stem)
    raise SourceError(message("sources.unsupported", kind=kind))


def too_big(size: int, limit: int, name: str) -> SourceError:
    """Return the error for a source of `size` bytes."""
    return SourceError(message("sources.too_big", size=round(size / 1e6, 1), limit=round(limit / 1e6)), name)


def articles_of(
    file: IO[bytes], name: str, settings: ReadSettings, ledger: Ledger, address: bool = False
) -> Iterator[Article]:
    """Yield the articles in a file called `name`; what cannot be read goes to `ledger`.

    Articles and problems are named by their row alone ("#3"), by nothing where the file is one article.
    """
    yield from _built(drafts_of(file, name, settings, ledger, address), settings, ledger)


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
