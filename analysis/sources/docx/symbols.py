"""Signs that a Word document takes from fonts of signs, as the characters they stand for."""

from __future__ import annotations

_SYMBOL = dict(
    zip(
        range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True
    )
)  # fmt: skip
_SYMBOL |= dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_SYMBOL |= {
    0x2D: "−", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°",
    0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xBE: "—",
    0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™",
}  # fmt: skip
_WINGDINGS = {
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x9F: "•", 0xA7: "▪", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
    0xE2: "↓", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFE: "☑", 0xA8: "◻",
}  # fmt: skip


def symbol(font: str, code: str) -> str:
    """Return the character of a `w:sym`: `code` in hexadecimal, F000 added where the font numbers its signs itself.

    "" for a sign that stands for no character.
    """
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    own = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
    font = font.lower()
    if font == "symbol":
        return _SYMBOL.get(own, chr(own) if 0x20 <= own < 0x7F else "")
    if font.startswith(("wingdings", "webdings")):
        return _WINGDINGS.get(own, "") if font == "wingdings" else ""
    if own != number:
        return bytes([own]).decode("cp1252", "ignore") if own >= 0x20 else ""
    return chr(number) if 0x20 <= number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else ""
