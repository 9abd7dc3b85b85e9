"""The one form in which a text is kept: normalised once, at import; no later step changes its length."""

from __future__ import annotations

import re
import unicodedata

CANONICAL_VERSION = 2
"""Raised whenever the same input may give another canonical text; part of the provenance."""

_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028]")
# Byte order mark, soft hyphen, zero-width space, word joiner, and marks of direction: they show nothing, and hide
# a word from every search. The joiners U+200C and U+200D stay, Persian and emoji are spelled with them.
_INVISIBLE = "\ufeff\ufffe\u00ad\u200b\u2060\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_TABLE: dict[int, str | None] = {code: None for code in [*range(0x20), *range(0x7F, 0xA0)] if chr(code) not in "\n\t"}
_TABLE |= {ord(character): None for character in _INVISIBLE}
_TABLE |= {ord(space): " " for space in _SPACES}
# Printers' ligatures, which hide a word from every search: "oﬃce". Those of languages that spell with them stay.
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st",
              "\ufb06": "st"}  # fmt: skip
_TABLE |= {ord(sign): letters for sign, letters in _LIGATURES.items()}
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def canonical(text: str) -> str:
    """Return `text` in canonical form; idempotent.

    One kind of line end, no byte order mark, control or invisible characters, plain single spaces, no white space
    at either end of a line, at most one blank line in a row, none at either end, no printers' ligatures, Unicode NFC.
    Quotation marks and all other visible characters stay as printed.
    """
    # Of what the table names ligatures alone are printable, no line end and no lone surrogate is: for most lines that
    # is all to ask.
    if text.isprintable() and (
        text.isascii() or (not _LIGATURE.search(text) and unicodedata.is_normalized("NFC", text))
    ):
        return " ".join(text.split())
    if text.isascii():
        text = _LINE_ENDS.sub("\n", text).translate(_TABLE)
    else:
        text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n").translate(_TABLE)
        text = unicodedata.normalize("NFC", _SURROGATES.sub("\ufffd", text))
    text = re.sub(" {2,}", " ", text)
    text = re.sub(r" ?\n ?", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip(" \n")


def one_line(text: str) -> str:
    """Return `text` in canonical form on a single line: for titles, names and other metadata."""
    return " ".join(canonical(text).split())
