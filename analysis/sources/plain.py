"""Plain text and markdown: bytes → text, whatever the encoding."""

from __future__ import annotations

import codecs
import hashlib
import re
from html import unescape

from ..errors import SourceError
from ..messages import message
from .draft import Draft

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROL_SHARE = 0.02
"""Text has next to no control characters besides white space; programs, pictures and archives over .1."""
SAMPLE_BYTES = 65_536
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\v\x1a\x1b")
_WEB_LATIN = frozenset("\x80\x81\x8d\x8f\x90\x9d")


def read_plain(data: bytes, source: str, stem: str, markdown: bool = False) -> Draft:
    """Return the text of a txt or md file."""
    text, encoding = decode(data, source)
    certain = encoding in ("utf-8", "ascii") or data.startswith(tuple(mark for mark, _ in _MARKS))
    notes = () if certain else (message("sources.encoding", encoding=encoding),)
    text = without_entities(text)
    if markdown:
        text = plain_markdown(text)
    return Draft(source, hashlib.sha256(data).hexdigest(), text=text, stem=stem, notes=notes)


_ENTITY = re.compile(r"&(?:amp|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{2,5}|#x[0-9a-f]{2,5});", re.I)


def without_entities(text: str) -> str:
    """Return `text` with the names that HTML has for characters as these ("&ldquo;"), where it has any."""
    return unescape(text) if _ENTITY.search(text) else text


def decode(data: bytes, source: str) -> tuple[str, str]:
    """Return the text of `data` and the name of its encoding; SourceError where it is no text."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise SourceError(message("sources.empty"), source)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), "utf-8" if encoding == "utf-8-sig" else encoding
            except UnicodeDecodeError as error:
                raise SourceError(message("sources.encoding_broken", encoding=encoding), source) from error
    if wide := _wide_encoding(data):
        try:
            return data.decode(wide), wide
        except UnicodeDecodeError:
            pass
    if is_binary(data):
        raise SourceError(message("sources.binary"), source)
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError as error:
        return _guess(data, error, source)


def is_binary(data: bytes) -> bool:
    """Return whether `data` is no text in any encoding without zero bytes."""
    sample = data[:SAMPLE_BYTES]
    return b"\0" in sample or len(sample) - len(sample.translate(None, _CONTROLS)) > CONTROL_SHARE * len(sample)


def _wide_encoding(data: bytes) -> str:
    """Return the byte order of UTF-16 without a mark: every other byte of western text is zero."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half >= 4 and odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if half >= 4 and even > 0.6 * half and odd < 0.05 * half else ""


def _guess(data: bytes, error: UnicodeDecodeError, source: str) -> tuple[str, str]:
    """Return the text in the likeliest encoding that is not UTF-8."""
    # A few broken bytes in a long UTF-8 text: keep the text, show where it was broken.
    mended = data.decode(errors="replace")
    wide = sum(byte >= 0x80 for byte in data[:SAMPLE_BYTES])
    broken = mended[:SAMPLE_BYTES].count("\ufffd")
    if wide and broken and wide >= 12 * broken:
        return mended, "utf-8, damaged"
    western = data.decode("cp1252", errors="replace")
    # Western text is mostly ASCII: the guess of a detector is worse there than the most common encoding.
    if wide < 0.08 * len(data[:SAMPLE_BYTES]) and "\ufffd" not in western:
        return western, "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE_BYTES]).best()
    if best is None:
        raise SourceError(message("sources.encoding_unknown", position=error.start), source) from error
    return data.decode(best.encoding, errors="replace"), best.encoding


# No part of these runs over a further bracket of its kind: a text of nothing but brackets is over in one pass.
_TARGET = r"\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)"


def plain_markdown(text: str) -> str:
    """Return markdown without its signs: emphasis, links (their words stay), pictures (their caption stays)."""
    text = re.sub(rf"!\[([^\[\]\n]*)\]{_TARGET}", r"\1", text)
    text = re.sub(rf"\[([^\[\]\n]+)\]{_TARGET}", r"\1", text)
    text = re.sub(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?![\w*])", r"\2", text)
    text = re.sub(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\1(?![\w_])", r"\2", text)
    text = re.sub(r"^(?:> ?)+", "", text, flags=re.M)
    return re.sub(r"^#{2,6} +", "", text, flags=re.M)
