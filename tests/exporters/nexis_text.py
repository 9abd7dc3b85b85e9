"""LexisNexis's plain text of the years up to 2018: "n of N DOCUMENTS", all articles in one file, lines of 80 signs.

Two layouts in use: Nexis UK names some fields and prints the headline bare, Lexis-Nexis Academic names all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from . import furniture
from .item import HIGHLIGHT, Files, Item, joined, long_date, wrapped

WIDTH = 80


def nexis_text(items: Sequence[Item]) -> Files:
    """Return one file with all articles, in the layout that the first of them tells."""
    layout = _british if items[0].pick(2, "nexis") else _academic
    parts = [_cover(items)]
    for i, item in enumerate(items):
        parts.append(f"{_centred(f'{i + 1} of {len(items)} DOCUMENTS')}\n\n\n{layout(item)}\n\n\n")
    return {"Newspaper_Stories,_Combined_Papers.TXT": "\n".join(parts).replace("\n", "\r\n").encode("utf-8-sig")}


def _cover(items: Sequence[Item]) -> str:
    return (
        f"\n\n\n\nDownload Request: Selected Items: 1-{len(items)}\n"
        "Time Of Request: Friday, July 13, 2018  16:51:31\n\nSend To:\n\nMEGADEAL, ACADEMIC UNIVERSE\n"
        "LINDMARK UNIVERSITY LIBRARY\nHARBOUR STREET\n\n\nTerms: (DATE(>=2012-01-01 and <=2020-12-31))\n\n\n"
        "Source: Newspaper Stories, Combined Papers\nProject ID: None\n\n\n"
    )


def _british(item: Item) -> str:
    fields = [
        wrapped(item.title, WIDTH),
        _field("BYLINE", joined(item.names)),
        _field("SECTION", _section(item)),
        _field("LENGTH", f"{item.words} words"),
        _field("HIGHLIGHT", HIGHLIGHT if item.pick(4, "highlight") == 0 else ""),
    ]
    ending = [
        _field("LOAD-DATE", long_date(item.day)),
        _field("LANGUAGE", "ENGLISH"),
        _field("PUBLICATION-TYPE", "Newspaper"),
    ]
    head = f"{_centred(item.outlet)}\n\n{_centred(long_date(item.day, weekday=True))}"
    if item.pick(3, "edition") == 0:
        head += f"\n{_centred('Edition 1;')}\n{_centred('National Edition')}"
    return f"{_blank_lines([head, *fields])}\n\n\n{_body(item)}\n\n{_blank_lines(ending)}\n\n\n{_rights(item)}"


def _academic(item: Item) -> str:
    graphic = furniture.caption_of(item)[0] if item.pick(3, "graphic") == 0 else ""
    fields = [
        _rights(item),
        _centred(item.outlet),
        f"{_centred(long_date(item.day, weekday=True))}\n{_centred('Late Edition - Final')}",
        _field("SECTION", _section(item)),
        _field("LENGTH", f"{item.words} words"),
        _field("HEADLINE", item.title),
        _field("BYLINE", "; ".join(item.names)),
        "BODY:",
    ]
    ending = [
        _field("LANGUAGE", "ENGLISH"),
        _field("GRAPHIC", f"PHOTO: {graphic}" if graphic else ""),
        _field("PUBLICATION-TYPE", "Newspaper"),
        _field("SUBJECT", "POLITICS (90%); LEGISLATION (89%); PRESS CONFERENCES (78%); POLLS & SURVEYS (72%)"),
        _field("LOAD-DATE", long_date(item.day)),
    ]
    return f"{_blank_lines(fields)}\n\n{_body(item)}\n\n{_blank_lines(ending)}"


def _body(item: Item) -> str:
    return "\n\n".join(wrapped(paragraph, WIDTH) for paragraph in item.paragraphs)


def _section(item: Item) -> str:
    return f"{(item.topic or 'news').replace('_', ' ').upper()}; Pg. {item.pick(30) + 1}"


def _rights(item: Item) -> str:
    return f"{_centred(furniture.rights_of(item))}\n{_centred('All Rights Reserved')}"


def _field(name: str, value: str) -> str:
    return wrapped(f"{name}: {value}", WIDTH) if value else ""


def _blank_lines(parts: Sequence[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def _centred(text: str) -> str:
    return "\n".join(line.center(WIDTH).rstrip() for line in wrapped(text, WIDTH - 10).splitlines())
