"""What a file is: by its bytes first, by its ending where they do not tell.

Endings lie: browsers save PDFs as .html, archives hand out RTF as .doc and HTML as .xls, people rename what does not
open.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import IO

from .columns import names_by_field, plain_name
from .draft import MAX_TEXT
from .plain import CONTROL_SHARE

MAX_BYTES = {
    "pdf": 200_000_000, "docx": 100_000_000, "odt": 100_000_000, "rtf": 100_000_000, "xlsx": 100_000_000,
    "html": 100_000_000, "mail": 100_000_000, "mhtml": 100_000_000, "webarchive": 100_000_000, "json": 100_000_000,
    "mbox": 1_000_000_000, "zip": 500_000_000, "gz": 500_000_000,
}  # fmt: skip
"""Largest file read into memory, by kind: saved pages, mail and documents carry their pictures."""
MAX_TEXT_BYTES = 4 * MAX_TEXT
"""A text of the greatest length at four bytes a character."""
HEAD_BYTES = 8192
"""How much of a file tells its kind: newsletters have up to 6 kB of headers before one that says what they are."""
ENDINGS = {
    "txt": "text", "text": "text", "": "text", "asc": "text", "ris": "text", "md": "markdown", "markdown": "markdown",
    "htm": "html", "html": "html", "xhtml": "html", "shtml": "html", "xht": "html", "pdf": "pdf", "docx": "docx",
    "docm": "docx", "dotx": "docx", "dotm": "docx", "rtf": "rtf", "rtx": "rtf", "odt": "odt", "ott": "odt",
    "eml": "mail", "emlx": "mail", "mbox": "mbox", "mbx": "mbox", "mht": "mhtml", "mhtml": "mhtml",
    "webarchive": "webarchive",
    "csv": "csv", "tsv": "csv", "tab": "csv", "jsonl": "jsonl", "ndjson": "jsonl", "json": "json", "xlsx": "xlsx",
    "xlsm": "xlsx", "zip": "zip", "gz": "gz",
}  # fmt: skip
NO_SOURCES = frozenset(
    ["png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff", "svg", "ico", "avif", "heic", "mp3", "m4a", "wav",
     "ogg", "opus", "flac", "mp4", "m4v", "mov", "avi", "mkv", "webm", "css", "js", "mjs", "map", "woff", "woff2",
     "ttf", "otf", "eot", "py", "pyc", "sh", "ini", "toml", "yml", "yaml", "lock", "log", "db", "sqlite", "exe",
     "dll", "so", "bak", "tmp", "ds_store"]
)  # fmt: skip
"""Endings that are clearly no articles: passed over in a folder without a word."""
LATER = {"doc": "doc", "xls": "xls", "ods": "ods", "epub": "epub", "tgz": "tar",
         "tar": "tar", "7z": "7z", "rar": "rar", "msg": "msg", "pages": "pages",
         "xml": "xml", "pptx": "pptx"}  # fmt: skip
"""Endings of texts that are not read yet, with their kind; a file of another content is read all the same."""

MAX_HEAD_LINE = 2_000
"""Characters of the names of a table's columns."""
SPREADSHEETS = frozenset(["xls", "xlsx", "xlsm"])
"""Endings under which programs save tables as HTML, for spreadsheets to open."""

_STRONG = re.compile(
    r"(?:mime-version|message-id|received|return-path|delivered-to|content-transfer-encoding|dkim-signature|x-mailer"
    r"|list-unsubscribe|list-id|reply-to|snapshot-content-location|authentication-results)\Z",
    re.I,
)
"""Headers that stand in mail and in no article."""
_HEADER = re.compile(r"(?P<name>[!-9;-~]{1,60}):(?=\s|$)")


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
    """Return what a file is by its name and its first bytes: a kind of `ENDINGS` or `LATER`, "zip" for any zip."""
    ending = ending_of(name)
    for kind, is_it in BY_BYTES.items():
        if is_it(head):
            return kind
    said = ENDINGS.get(ending) or LATER.get(ending, "text")
    text = text_of(head)
    for kind, opens in BY_TEXT.items():
        if opens(text):
            return _nearer(kind, said, text)
    return _by_ending(said, text)


def _by_ending(said: str, text: str) -> str:
    """Return the kind that an ending says, or another where the file cannot be of it."""
    if not text or _has_controls(text):
        return said
    if said in ("mail", "mhtml"):
        return said if _HEADER.match(_below_length(text)) else "text"
    if said == "html" and "<" not in text:
        said = "text"
    said = _WORDS_ALONE.get(said, said)
    if said == "text" and looks_like_fragment(text):
        return "html"
    return "csv" if said == "text" and looks_like_table(text) else said


_WORDS_ALONE = {
    **dict.fromkeys(("pdf", "docx", "doc", "odt", "rtf", "mbox", "zip", "pages", "webarchive"), "text"),
    **dict.fromkeys(("xls", "xlsx", "ods"), "csv"),
}
"""What a file is that is called by these kinds and holds plain words: somebody has renamed it, or an archive has."""


def _has_controls(text: str) -> bool:
    """Return whether a text has characters that no text has: it is something else after all."""
    controls = sum(c < " " and c not in "\t\n\r\f\v\x1a\x1b" for c in text)
    return controls > CONTROL_SHARE * len(text)


def _nearer(kind: str, said: str, text: str) -> str:
    """Return the kind that a text opens like, or the one that its ending says where both fit."""
    if kind == "mail" and (said == "mhtml" or re.search(r"^snapshot-content-location:", text, re.I | re.M)):
        return "mhtml"
    if kind == "json" and said == "jsonl" and not re.match(r"\s*(?:\[|\{\s*\n)", text):
        return "jsonl"
    return kind


def kind_of_zip(file: IO[bytes], name: str) -> str:
    """Return what a zip is: docx, xlsx, pptx, odt, ods or epub by what is in it, else "zip"; the file is put back."""
    import zipfile
    import zlib

    said = ENDINGS.get(ending_of(name), "")
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            for part, kinds in _MARKERS.items():
                if part in names:
                    with archive.open(part) as inside:
                        content = inside.read(_MARKER_BYTES)
                    return next((kind for kind, marker in kinds.items() if marker in content), said or "zip")
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError, NotImplementedError):
        pass
    finally:
        file.seek(0)
    return said if said in ("docx", "xlsx", "odt") else "zip"


_MARKER_BYTES = 1_000_000
_MARKERS = {
    "[Content_Types].xml": {"docx": b"wordprocessingml", "xlsx": b"spreadsheetml", "pptx": b"presentationml"},
    "mimetype": {"odt": b"opendocument.text", "ods": b"opendocument.spreadsheet", "epub": b"epub+zip"},
}
"""Parts that say what a zip is, and how."""


def text_of(head: bytes) -> str:
    """Return the beginning of a file as text, by its mark of byte order or the look of its bytes; "" where it is none.

    Only its ASCII characters count here.
    """
    for mark, codec in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "latin-1")):
        if head.startswith(mark):
            return head[len(mark) :].decode(codec, "replace").lstrip()
    if b"\0" in head:
        even, odd = head[0::2].count(0), head[1::2].count(0)
        if max(even, odd) < 0.4 * len(head) / 2:
            return ""
        return head.decode("utf-16-le" if odd > even else "utf-16-be", "replace").lstrip()
    return head.decode("latin-1").lstrip()


def looks_like_html(head: str) -> bool:
    """Return whether a text opens as an HTML page does."""
    start = head[:4096].lstrip("\ufeffï»¿ \t\r\n").lower()
    start = re.sub(r"\A<\?xml[^>]{0,200}\?>\s*", "", start)
    return bool(re.match(r"<(?:!doctype html|html|head|body|!--.{0,2000}?-->\s*<(?:!doctype|html))", start, re.S))


def looks_like_fragment(head: str) -> bool:
    """Return whether a text opens with markup of a page, though not as a whole page does."""
    opening = re.match(r"<(p|div|article|section|main|h[1-3]|table|center|meta|title)(?:\s[^<>]{0,500})?>", head, re.I)
    return bool(opening and re.search(rf"</{opening[1]}\s*>", head, re.I))


def looks_like_table(head: str) -> bool:
    """Return whether a text opens with the names of a table's columns: one for the texts, and one of another field."""
    first, _, rest = head.partition("\n")
    names = max((first.split(sign) for sign in "\t;,|"), key=len)
    if len(names) < 2 or not rest.strip() or len(first) > MAX_HEAD_LINE:
        return False
    plain = {plain_name(name) for name in names}
    known = {field for field, candidates in names_by_field().items() if plain & set(candidates)}
    return "text" in known and bool(known & {"title", "outlet", "published", "url"}) and len(plain) == len(names)


def looks_like_mail(head: str) -> bool:
    """Return whether a text opens with the headers of a mail, two of them such as no article has."""
    strong = 0
    for line in _below_length(head).splitlines():
        if not line.strip():
            break
        if line[0] in " \t":
            continue
        header = _HEADER.match(line)
        if header is None:
            return False
        strong += _is_strong(line, header["name"])
    return strong >= 2


def _below_length(head: str) -> str:
    """Return what stands below the line in which Apple's program says a mail's length."""
    return re.sub(r"\A\d{1,10} *\r?\n", "", head)


def _is_strong(line: str, name: str) -> bool:
    return bool(_STRONG.match(name)) or bool(re.match(r"content-type: *\w+/", line, re.I))


def looks_like_mbox(head: str) -> bool:
    """Return whether a text opens as a box of mail: a line of sender and date, and a header below it."""
    first, _, rest = head.partition("\n")
    sent = re.match(r"From \S+ .{0,40}\d\d:\d\d.{0,40}\d{4}", first)
    return bool(sent and _HEADER.match(rest))


def looks_like_json(head: str) -> bool:
    """Return whether a text opens as JSON: an object or a list of such, not a sentence in brackets."""
    return bool(re.match(r'\{\s*["}]|\[\s*[{\]]', head))


BY_BYTES: dict[str, Callable[[bytes], bool]] = {
    "pdf": lambda head: b"%PDF-" in head[:1024],
    "zip": lambda head: head.startswith((b"PK\x03\x04", b"PK\x05\x06")),
    "rtf": lambda head: head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"),
    "ole": lambda head: head.startswith(b"\xd0\xcf\x11\xe0"),
    "gz": lambda head: head.startswith(b"\x1f\x8b"),
    "7z": lambda head: head.startswith(b"7z\xbc\xaf\x27\x1c"),
    "rar": lambda head: head.startswith(b"Rar!\x1a\x07"),
    "webarchive": lambda head: head.startswith(b"bplist00"),
}
"""Tests of a file's first bytes, in order."""
BY_TEXT: dict[str, Callable[[str], bool]] = {
    "html": looks_like_html,
    "mbox": looks_like_mbox,
    "mail": looks_like_mail,
    "json": looks_like_json,
}
"""Tests of a file's first characters, in order."""
