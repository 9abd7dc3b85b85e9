"""Which codec the bytes of a font, or of a whole RTF file, are in."""

from __future__ import annotations

import codecs

BY_CHARSET = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip
"""By the number of a font's `fcharset` (Rich Text Format Specification 1.9.1, "Font Table"). Of 0 and 1 the file's own
code page decides."""
SYMBOL_CHARSET = 2
SYMBOL = "symbol"
"""In place of a codec: the font's bytes are pictures, of which some are known."""
SYMBOLS = {0xB7: "•", 0xA7: "•", 0xD0: "–", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™"}
BY_WORD = {b"ansi": "cp1252", b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
_BY_PAGE = {10000: "mac_roman", 10007: "mac_cyrillic", 10029: "mac_latin2", 65001: "utf-8", 936: "gbk"}


def codec_of_page(number: int) -> str:
    """Return the codec of a Windows code page, "" where there is none."""
    if number in _BY_PAGE:
        return _BY_PAGE[number]
    try:
        return codecs.lookup(f"cp{number}").name if 0 < number < 2000 else ""
    except LookupError:
        return ""


def decoded(data: bytes, codec: str) -> str:
    """Return the text of `data`; what the codec has no character for stays visible as U+FFFD."""
    if codec == SYMBOL:
        return "".join(SYMBOLS.get(byte, chr(byte) if 32 <= byte < 127 else " ") for byte in data)
    return data.decode(codec, "replace")
