"""How wide a text is in the bundled fonts, without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
FAMILY = "Noto Sans"
FALLBACKS = ("NotoNaskhArabic-Regular.ttf", "DroidSansFallback.ttf", "NotoEmoji-Regular.ttf")
ELLIPSIS = "…"
ROUNDING = 0.01
"""Pixels: a label as wide as its column fits, whatever a float's last bit says."""
UNKNOWN_EM = 0.6
"""Advance assumed for a character in none of the fonts: about a digit, slightly generous."""


@dataclass(frozen=True, slots=True)
class Face:
    """The advance of every character of a font file, in em."""

    advances: Mapping[int, float]


@cache
def face(name: str) -> Face:
    """Return the advances of the font file `name`; read once."""
    from fontTools.ttLib import TTFont

    with TTFont(FONTS / name, lazy=True) as font:
        units = font["head"].unitsPerEm
        widths = font["hmtx"].metrics
        return Face({code: widths[glyph][0] / units for code, glyph in font.getBestCmap().items()})


def load_faces() -> None:
    """Read the widths of every font, which takes some 0.2 s, before the first chart asks for one."""
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", *FALLBACKS):
        face(name)


@cache
def advance(character: str, bold: bool = False) -> float:
    """Return the advance of one character in em, from the first font that has it."""
    code = ord(character)
    for name in (f"NotoSans-{'Bold' if bold else 'Regular'}.ttf", *FALLBACKS):
        found = face(name).advances.get(code)
        if found is not None:
            return found
    return UNKNOWN_EM


def width_of(text: str, size: float, bold: bool = False) -> float:
    """Return the width of `text` in pixels; no kerning, so it errs on the wide side."""
    return size * sum(advance(c, bold) for c in text)


def elide(text: str, width: float, size: float, bold: bool = False) -> str:
    """Return `text`, shortened with an ellipsis where it is wider than `width`; at least one character is kept."""
    if width_of(text, size, bold) <= width + ROUNDING:
        return text
    room = width - width_of(ELLIPSIS, size, bold)
    used, kept = 0.0, 0
    for character in text:
        used += size * advance(character, bold)
        if used > room:
            break
        kept += 1
    return text[: max(kept, 1)].rstrip() + ELLIPSIS


def wrap(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """Return `text` in lines no wider than `width`, broken at spaces; a longer word is shortened."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined, size, bold) <= width:
            lines[-1] = joined
        else:
            lines.append(elide(word, width, size, bold))
    return tuple(lines)
