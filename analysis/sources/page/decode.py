"""The bytes of a page → its text: in the encoding that it declares where that holds."""

from __future__ import annotations

import codecs
import re

from ...messages import Message, message
from ..plain import decode

HEAD_BYTES = 8_192
"""How much of a page is searched for its declaration; the standard asks for the first 1,024 bytes, sites pad."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.I)
_XML = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)", re.I)
_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_WIDE = frozenset(("utf-16", "utf-16-le", "utf-16-be", "iso2022_jp"))
_WEB_ENCODINGS = {
    name: name
    for name in (
        "utf-8", "utf-16", "utf-16-le", "utf-16-be", "ibm866", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5",
        "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16",
        "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp866", "cp874", "cp1250", "cp1251", "cp1252", "cp1253",
        "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "gbk", "gb2312", "gb18030", "big5", "big5hkscs", "euc_jp",
        "iso2022_jp", "shift_jis", "cp932", "euc_kr", "cp949",
    )
} | {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874"}  # fmt: skip
"""Codecs by name, as browsers take them (https://encoding.spec.whatwg.org/): pages that say Latin-1 are in cp1252."""


def decode_page(data: bytes, source: str) -> tuple[str, tuple[Message, ...]]:
    """Return the page's text, in the encoding that it declares if that holds, and a note where it does not."""
    encoding = declared_encoding(data)
    if data.startswith(_BOMS):
        text, found = decode(data, source)
        return text, _note_of_mark(found, encoding)
    if encoding in ("", "utf-8"):
        text, found = decode(data, source)
        return text, _note(found, encoding)
    try:
        # Bytes of another encoding are next to never valid UTF-8: a page that declares Latin-1 and is UTF-8 is wrong.
        if not data.isascii() and encoding not in _WIDE:
            return data.decode(), (message("sources.encoding_declared", declared=encoding, encoding="utf-8"),)
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        text, found = decode(data, source)
        return text, _note(found, encoding)


def declared_encoding(data: bytes) -> str:
    """Return the codec that a page declares in its XML declaration or first `meta` that names one, "" for none."""
    head = data[:HEAD_BYTES]
    for declared in _CHARSET.finditer(head):
        if encoding := web_encoding(declared[1].decode("ascii")):
            return encoding
    declared_xml = _XML.match(head)
    return web_encoding(declared_xml[1].decode("ascii")) if declared_xml else ""


def _note(found: str, declared: str) -> tuple[Message, ...]:
    if found in ("utf-8", "ascii") and declared in ("utf-8", ""):
        return ()
    if not declared or found == "utf-8, damaged":
        return (message("sources.encoding", encoding=found),)
    return (message("sources.encoding_declared", declared=declared, encoding=found),)


def _note_of_mark(found: str, declared: str) -> tuple[Message, ...]:
    """Return a note where the byte order mark, which counts, names another family of encodings than the page does."""
    same = not declared or declared.replace("-sig", "")[:6] == found[:6]
    return () if same else (message("sources.encoding_declared", declared=declared, encoding=found),)


def web_encoding(name: str) -> str:
    """Return the codec for an encoding that a page declares, "" where it is none of the web's.

    Python knows others by such names too: some are no encodings of text, one takes time in the square of the length.
    """
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return ""
    return _WEB_ENCODINGS.get(codec, "")
