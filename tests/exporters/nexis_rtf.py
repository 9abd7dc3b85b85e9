"""Nexis Uni's rich text: the same documents in RTF, with escaped signs, fields, a table and running heads."""

from __future__ import annotations

from collections.abc import Sequence

from .item import Files, Item
from .nexis_uni import COVER, LISTED, NARROWED, Line, Look, document, titles

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\fnil\fcharset0 Times New Roman;}{\f1\fswiss\fcharset0 Arial;}}"
    r"{\colortbl;\red0\green0\blue0;\red0\green119\blue204;}{\stylesheet{\s0 Normal;}{\s1\b\fs32 heading 1;}}"
    r"{\info{\title Files}{\author LexisNexis}{\creatim\yr2018\mo12\dy19\hr19\min11}}{\*\generator Aspose.Words;}"
    r"\paperw12240\paperh15840\margl1440\margr1440"
)
LOGO = r"{\pict\pngblip\picw40\pich40 89504e470d0a1a0a0000000d4948445200000001000000010806000000}"
LOOKS = {
    Look.TITLE: r"\pard\s1\qc\sb200\f1\b\fs28 ",
    Look.CENTRED: r"\pard\qc\sb120\f1\fs20 ",
    Look.SMALL: r"\pard\sb120\f1\fs16\line ",
    Look.FIELD: r"\pard\sb120\f1\fs20 ",
    Look.HEADING: r"\pard\keepn\sb240\f1\b\fs28 ",
    Look.TEXT: r"\pard\qj\sb200\f1\fs20 ",
}


def nexis_rtf(items: Sequence[Item]) -> Files:
    """Return one file with all articles."""
    parts = [HEAD, _running_head("", 1, len(items)), _cover(items)]
    for i, item in enumerate(items):
        parts += [r"\sect\sectd\sbkpage", _running_head(item.title, i + 1, len(items))]
        parts += [_line(line) for line in document(item)]
    return {f"Files ({len(items)}).RTF": ("\r\n".join(parts) + "}").encode("ascii")}


def escaped(text: str) -> str:
    """Return a text in RTF: signs of the code page as \\'hh, others as \\uN with a question mark for old readers."""
    return "".join(_sign(sign) for sign in text)


def _sign(sign: str) -> str:
    if sign in "\\{}":
        return f"\\{sign}"
    if " " <= sign < "\x7f":
        return sign
    try:
        return f"\\'{sign.encode('cp1252')[0]:02x}"
    except UnicodeEncodeError:
        units = sign.encode("utf-16-le", "surrogatepass")
        numbers = [int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2)]
        return "".join(f"\\u{number}?" for number in numbers)


def _running_head(title: str, page: int, pages: int) -> str:
    head = rf"{{\header\pard\qr\fs16 Page {page} of {pages}\par\qc {escaped(title)}\par}}"
    return head + r"{\footer\pard\qc\fs16 Lindmark Reader\par}"


def _cover(items: Sequence[Item]) -> str:
    lines = [rf"\pard {LOGO}\par"]
    lines += [rf"\pard\sb80{{\b {label}}}{escaped(value)}\par" for label, value in COVER]
    lines.append(rf"\pard\sb360{{\b Documents ({len(items)})}}\par")
    for title in titles(items):
        number, _, text = title.partition(" ")
        lines.append(rf"\pard\li440\fi-290 {number}{_link(f' {text}')}\par")
        lines += [rf"\pard\li290{{\b {label}}}{escaped(value)}\par" for label, value in LISTED]
        lines += [
            rf"\trowd\trqc\cellx3000\cellx8000\pard\intbl {left}\cell\pard\intbl {right}\cell\row"
            for left, right in NARROWED
        ]
        lines.append(r"\pard\par")
    return "\r\n".join(lines)


def _line(line: Line) -> str:
    text = escaped(line.text)
    if line.look is Look.TITLE:
        text = _link(line.text)
    if line.look is Look.TEXT and len(line.text) > 200:
        text = rf"{escaped(line.text[:150])}{{\b\i\ul {escaped(line.text[150:170])}}}{escaped(line.text[170:])}"
    if line.look is Look.HEADING:
        text = rf"{{\*\bkmkstart {text}}}{{\*\bkmkend {text}}}{text}"
    label = rf"{{\b {line.label}}}" if line.label else ""
    return rf"{LOOKS[line.look]}{label}{text}\plain\par"


def _link(text: str) -> str:
    address = "https://advance.lexis.example/api/document?id=urn:contentItem:5RBK-XXXX"
    return rf'{{\field{{\*\fldinst HYPERLINK "{address}"}}{{\fldrslt {{\i\cf2 {escaped(text)}}}}}}}'
