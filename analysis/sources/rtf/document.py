"""RTF tokens → paragraphs with their styles, footnotes, heads and feet of pages, and what the file says of itself.

Follows the Rich Text Format Specification 1.9.1. Text that is hidden, deleted with changes tracked, or in a destination
that no page shows is not kept.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from enum import Enum, auto

from .charsets import BY_CHARSET, BY_WORD, SYMBOL, SYMBOL_CHARSET, codec_of_page, decoded
from .page import Page
from .tokens import Found, Token, tokens

MAX_GROUPS = 10_000
"""How deeply groups may be nested; tables in tables of word processors reach some twenty."""


class TooDeep(Exception):
    """The groups are nested more deeply than any program writes them."""


class Into(Enum):
    """Where the text of a group goes."""

    BODY = auto()
    FOOTNOTE = auto()
    BOX = auto()
    """A text box, which stands beside the paragraph that it is fixed to."""
    MARGIN = auto()
    """Head or foot of a page."""
    FONTS = auto()
    STYLES = auto()
    AUTHOR = auto()
    NOTHING = auto()


_SHOWN = (Into.BODY, Into.FOOTNOTE, Into.BOX, Into.MARGIN)
_INTO = {
    b"footnote": Into.FOOTNOTE,
    b"shptxt": Into.BOX,
    **dict.fromkeys((b"header", b"headerl", b"headerr", b"headerf"), Into.MARGIN),
    **dict.fromkeys((b"footer", b"footerl", b"footerr", b"footerf"), Into.MARGIN),
    b"fonttbl": Into.FONTS,
    b"stylesheet": Into.STYLES,
    b"author": Into.AUTHOR,
}
_NOTHING = frozenset(
    b"annotation atnauthor atnid atndate atnicn atnparent atnref atntime background bkmkend bkmkstart buptim category"
    b" colortbl comment company creatim datafield do doccomm falt fchars ffdeftext ffname filetbl fldinst fontemb"
    b" ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc generator hlinkbase info keywords lchars listname listoverridetable"
    b" listtable listtext manager nextfile nonesttables nonshppict objalias objclass objdata objname objsect operator"
    b" panose pict pn pntext pntxta pntxtb printim revtbl revtim rsidtbl rxe shprslt sn sp subject sv tc template"
    b" themedata title txe upr userprops xe xmlnstbl latentstyles colorschememapping mmathPr wgrffmtfilter".split()
)
"""Destinations whose text is on no page, and numbers and bullets, which a list adds to its items."""
_STARRED = frozenset((b"shpinst", b"fldrslt"))
"""Destinations that hold text of the page although they may be passed over by readers that do not know them."""
_SIGNS = {
    b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
    b"bullet": "•", b"tab": "\t", b"emspace": " ", b"enspace": " ", b"qmspace": " ", b"line": "\n", b"lbr": "\n",
    b"softline": "\n", b"zwj": "\u200d", b"zwnj": "\u200c",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\t": "\t"}
_BREAKS = frozenset((b"par", b"sect", b"page", b"column", b"cell", b"nestcell", b"row", b"nestrow"))
_SEPARATORS = frozenset((b"sect", b"page", b"row", b"nestrow"))
"""Breaks that part more than a paragraph from the next."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as it is printed."""

    text: str
    style: str
    """The name of its style in small letters, "" where it has none."""


@dataclass(frozen=True, slots=True)
class RtfDocument:
    """What an RTF file holds."""

    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[str, ...]
    margins: tuple[str, ...]
    """The lines of heads and feet of pages, each once."""
    author: str
    whole: bool
    """False where the file ends in the middle of a group."""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds for the text of a group until it ends."""

    into: Into = Into.BODY
    around: Into = Into.BODY
    """Where text goes outside the group that is on no page."""
    font: int | None = None
    style: int = 0
    unicode_skip: int = 1
    """How many characters behind one by its number stand there for readers that know no Unicode."""
    hidden: bool = False
    deleted: bool = False


def read(data: bytes) -> RtfDocument:
    """Return what an RTF file holds, in time linear in its length; TooDeep where its groups are nested without end."""
    reader = _Reader()
    for token in tokens(data):
        reader.take(token)
    return reader.document()


class _Reader:
    """Takes one token after the other."""

    def __init__(self) -> None:
        self._state = _State()
        self._stack: list[_State] = []
        self._pages = {into: Page() for into in (*_SHOWN, Into.AUTHOR)}
        self._codec = "cp1252"
        self._codecs: dict[int, str] = {}
        self._default_font: int | None = None
        self._styles: dict[int, str] = {}
        self._name: list[str] = []
        self._bytes: list[bytes] = []
        self._bytes_codec = ""
        self._skip = 0
        self._starred = False
        self._footnotes: list[str] = []

    def take(self, token: Found) -> None:
        """Take the next token."""
        kind = token.kind
        if kind in (Token.BYTES, Token.BYTE):
            self._take_bytes(token.data)
            return
        if self._skip and kind in (Token.WORD, Token.SYMBOL) and self._may_be_skipped(token):
            self._skip -= 1
            return
        self._flush()
        if kind is Token.OPEN:
            self._skip = 0
            self._stack.append(self._state)
            if len(self._stack) > MAX_GROUPS:
                raise TooDeep
            self._starred = False
        elif kind is Token.CLOSE:
            self._skip = 0
            self._close()
        elif kind is Token.SYMBOL:
            self._take_symbol(token.data)
        else:
            starred, self._starred = self._starred, False
            self._take_word(token.data, token.number, starred)

    def document(self) -> RtfDocument:
        """Return what was read."""
        self._flush()
        body = self._pages[Into.BODY]
        if body.pieces:
            body.end()
        self._end_boxes()
        texts = body.lines()
        named = [self._styles.get(style, "") for _, style in body.paragraphs]
        margins = [line for line in self._pages[Into.MARGIN].lines() if any(c.isalnum() for c in line)]
        return RtfDocument(
            tuple(Paragraph(text, style) for text, style in zip(texts, named, strict=True)),
            tuple(note for note in self._footnotes if note.strip()),
            tuple(dict.fromkeys(line.strip() for line in margins)),
            " ".join(self._pages[Into.AUTHOR].lines()).strip(),
            not self._stack,
        )

    # ------------------------------------------------------------------ groups

    def _close(self) -> None:
        left = self._state
        if self._stack:
            self._state = self._stack.pop()
        self._starred = False
        if left.into is Into.STYLES:
            self._end_style(left.style)
        if left.into is not self._state.into:
            if left.into is Into.FOOTNOTE:
                self._footnotes.append("\n".join(self._pages[Into.FOOTNOTE].lines()))
                self._pages[Into.FOOTNOTE] = Page()
            elif left.into is Into.MARGIN:
                self._pages[Into.MARGIN].end()
            elif left.into is Into.BOX and self._pages[Into.BOX].pieces:
                self._pages[Into.BOX].end()

    def _go(self, into: Into) -> None:
        # What is on no page stays so, whatever a group in it says; all but the name of who wrote it.
        if into is Into.NOTHING or self._state.into in _SHOWN or into is Into.AUTHOR:
            around = self._state.into if self._state.into in _SHOWN else self._state.around
            self._state = replace(self._state, into=into, around=around, style=0)

    # ------------------------------------------------------------------ words

    def _take_word(self, word: bytes, number: int | None, starred: bool) -> None:
        state = self._state
        if word in _INTO:
            # Only in the file's account of itself is it a name.
            if word != b"author" or state.into is Into.NOTHING:
                self._go(_INTO[word])
        elif word == b"ud":
            # The same text as the group before it has for readers that know no Unicode.
            self._state = replace(state, into=state.around)
        elif (starred and word not in _STARRED) or word in _NOTHING:
            self._go(Into.NOTHING)
        elif state.into is Into.FONTS:
            self._take_font_word(word, number)
        elif word in _SIGNS:
            self._add(_SIGNS[word])
        elif word in _BREAKS:
            self._break(word)
        elif word == b"u":
            self._take_unicode(number)
        elif word in _PROPERTIES:
            self._state = _PROPERTIES[word](state, number)
        elif word == b"trowd" and state.into in self._pages:
            self._pages[state.into].begin_row()
        elif word in BY_WORD:
            self._codec = BY_WORD[word]
        elif word == b"ansicpg":
            self._codec = codec_of_page(number or 0) or self._codec
        elif word == b"deff":
            self._default_font = number
        elif word == b"plain":
            self._state = replace(state, font=None, hidden=False, deleted=False)

    def _take_font_word(self, word: bytes, number: int | None) -> None:
        if word == b"f":
            self._state = replace(self._state, font=number)
        elif word == b"fcharset" and self._state.font is not None:
            codec = SYMBOL if number == SYMBOL_CHARSET else BY_CHARSET.get(number or 0, "")
            self._codecs.setdefault(self._state.font, codec)
        elif word == b"cpg" and self._state.font is not None and (codec := codec_of_page(number or 0)):
            self._codecs[self._state.font] = codec

    def _take_symbol(self, sign: bytes) -> None:
        if sign == b"*":
            self._starred = True
        elif sign in (b"\r", b"\n"):
            self._break(b"par")
        elif sign in _SYMBOLS:
            self._add(_SYMBOLS[sign])

    def _take_unicode(self, number: int | None) -> None:
        self._skip = self._state.unicode_skip
        if number is not None and -0x8000 <= number < 0:
            number += 0x10000
        if number is not None and 0 < number <= sys.maxunicode:
            self._add(chr(number))

    def _may_be_skipped(self, token: Found) -> bool:
        """Return whether a token stands for a character: one in the place of another by its number."""
        if token.kind is Token.SYMBOL:
            return token.data in _SYMBOLS
        return token.data in _SIGNS

    def _break(self, word: bytes) -> None:
        self._skip = 0
        if not self._kept():
            return
        page = self._pages[self._state.into]
        if not page.pieces:
            page.style = self._state.style
        if word == b"cell":
            page.end_cell()
        elif word == b"row" and page.cells:
            page.end_row()
        else:
            page.end()
        if self._state.into is Into.BODY and not page.cells:
            self._end_boxes()
        if word in _SEPARATORS:
            page.end()

    def _end_boxes(self) -> None:
        """Put the boxes of a paragraph below it."""
        boxes = self._pages[Into.BOX]
        self._pages[Into.BODY].paragraphs += boxes.paragraphs
        boxes.paragraphs.clear()

    # ------------------------------------------------------------------ text

    def _take_bytes(self, data: bytes) -> None:
        if self._skip:
            skipped = min(self._skip, len(data))
            self._skip -= skipped
            data = data[skipped:]
        if not data:
            return
        self._starred = False
        if self._state.into is Into.NOTHING or self._state.into is Into.FONTS:
            return
        codec = self._font_codec()
        if codec != self._bytes_codec:
            self._flush()
            self._bytes_codec = codec
        # A character of several bytes may be written as escaped and as plain ones.
        self._bytes.append(data)

    def _font_codec(self) -> str:
        font = self._default_font if self._state.font is None else self._state.font
        return (self._codecs.get(font, "") if font is not None else "") or self._codec

    def _flush(self) -> None:
        if self._bytes:
            text = decoded(b"".join(self._bytes), self._bytes_codec)
            self._bytes.clear()
            self._add(text)

    def _kept(self) -> bool:
        return self._state.into in self._pages and not (self._state.hidden or self._state.deleted)

    def _add(self, text: str) -> None:
        if self._state.into is Into.STYLES:
            self._name.append(text)
        elif self._kept():
            page = self._pages[self._state.into]
            if not page.pieces:
                page.style = self._state.style
            page.pieces.append(text)

    def _end_style(self, number: int) -> None:
        name = "".join(self._name).partition(";")[0].strip().lower()
        self._name.clear()
        if name:
            self._styles.setdefault(number, name)


def _on(number: int | None) -> bool:
    return number != 0


_PROPERTIES = {
    b"f": lambda state, number: replace(state, font=number),
    b"s": lambda state, number: replace(state, style=number or 0),
    b"pard": lambda state, number: replace(state, style=0),
    b"uc": lambda state, number: replace(state, unicode_skip=max(0, min(number or 0, 100))),
    b"v": lambda state, number: replace(state, hidden=_on(number)),
    b"deleted": lambda state, number: replace(state, deleted=_on(number)),
}
