"""The bytes of a page → its text: in the encoding that it declares where that holds."""

from __future__ import annotations

import codecs
import re

from ..plain import decode

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.I)
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


def decode_page(data: bytes, source: str) -> str:
    """Return the page's text, in the encoding that it declares if that holds."""
    declared = _CHARSET.search(data[:4096])
    encoding = web_encoding(declared[1].decode("ascii")) if declared else ""
    if encoding and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    return decode(data, source)[0]


def web_encoding(name: str) -> str:
    """Return the codec for an encoding that a page declares, "" where it is none of the web's.

    Python knows others by such names too: some are no encodings of text, one takes time in the square of the length.
    """
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return ""
    return _WEB_ENCODINGS.get(codec, "")
