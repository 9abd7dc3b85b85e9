"""Texts as the PDF can print them; what no font has stands there by its code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from xml.sax.saxutils import escape

from ..errors import OutputError
from .charts.metrics import FALLBACKS, face
from .charts.svg import FONTS
from .text import coded, is_hidden
from .typeset import typeset

FACES = ("NotoSans-Regular.ttf", *FALLBACKS)
"""The fonts that a character is looked up in; other styles of a family, and Noto Serif, have the same characters."""
TYPESETTERS_OWN = 1 << len(FACES)
"""Stands for the fonts that Typst brings, for Hebrew, arrows and signs: which characters they have only it can say."""
_ALL = 2 * TYPESETTERS_OWN - 1
_FIRST = 1
_PLAIN = 0b111
"""Those of letters, which stand for themselves; emoji may be parts of one sign."""
_JOINERS = frozenset("\u200c\u200d")
"""They print nothing themselves, in any font."""
_JOINING = re.compile("[\u200c\u200d\U0001f3fb-\U0001f3ff]")
"""Joiners, and the colours of skin that stand behind an emoji."""
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""They ask for a variant, such as an emoji in colour, which none of the fonts has."""
_PROBE = b"""#set document(title: "-")
#set text(fallback: true)
#for it in json(bytes(sys.inputs.it)) { par(it) }"""

_DRAWING = b"""#set document(title: "-")
#image(bytes(json(bytes(sys.inputs.it))), format: "svg", alt: "-")"""
_SVG = f'xmlns="http://www.w3.org/2000/svg" width="99" height="9" font-family="{FONTS}"'

REPLACEMENT = "\ufffd"

_asked: dict[str, bool] = {}
"""What Typst said of characters that the bundled fonts do not have."""


def printable(text: str) -> str:
    """Return `text` with every character that cannot be printed as its code.

    A mark that is set on a letter (an accent, a vowel sign) is printed where one font has both of them.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _SELECTORS.sub("", text)
    _ask(sorted({c for c in text if not c.isspace() and not is_hidden(c) and not _bundled(c)} - _asked.keys()))
    return coded(text, _Unprintable().step)


def drawable(text: str) -> str:
    """Return `text` as the label of a chart can print it: no wider, with � for each sign that it cannot.

    Charts join no signs: a family of emoji is its members, and a mark stands only where its letter has it.
    """
    text = _SELECTORS.sub("", text)
    unjoined = _JOINING.sub("", text)
    for label in (text, unjoined):
        if printable(label) == label and (all(map(_stands_alone, label)) or _drawn(label)):
            return label
    return "".join(c if _stands_alone(c) else REPLACEMENT for c in unjoined)


def _stands_alone(character: str) -> bool:
    return bool(_bundled(character) & _PLAIN) and not unicodedata.category(character).startswith("M")


@lru_cache(maxsize=4096)
def _drawn(text: str) -> bool:
    """Return whether Typst can print `text` in a chart."""
    return _typeset(_DRAWING, f'<svg {_SVG}><text font-size="9">{escape(text)}</text></svg>')


class _Unprintable:
    """Tells, character after character of one text, which cannot be printed."""

    def __init__(self) -> None:
        self._fonts = _ALL
        """Those that have the letter on which a mark would be set."""

    def step(self, character: str) -> bool:
        """Return whether the next character cannot be printed."""
        if character in _JOINERS:
            return False
        if character == " ":
            self._fonts = _FIRST
            return False
        fonts = _bundled(character) or (TYPESETTERS_OWN if _asked.get(character, False) else 0)
        if unicodedata.category(character).startswith("M"):
            fonts &= self._fonts
        else:
            self._fonts = fonts or _FIRST  # Codes are printed in the first.
        return not fonts


@lru_cache(maxsize=16384)
def _bundled(character: str) -> int:
    """Return which of FACES have a character, a bit for each."""
    if is_hidden(character):
        return 0
    return sum(1 << i for i, name in enumerate(FACES) if ord(character) in face(name).advances)


def _ask(characters: Sequence[str]) -> None:
    """Find out which of these Typst can print, by halves: most often it is all or none."""
    if not characters:
        return
    if _typeset(_PROBE, characters):
        _asked.update(dict.fromkeys(characters, True))
    elif len(characters) == 1:
        _asked[characters[0]] = False
    else:
        half = len(characters) // 2
        _ask(characters[:half])
        _ask(characters[half:])


def _typeset(template: bytes, it: object) -> bool:
    try:
        typeset(template, "it", it)
    except OutputError:
        return False
    return True
