"""What Nexis Uni prints, whatever the file it is written to: a cover with the list of documents, then the documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from . import furniture
from .item import HIGHLIGHT, Item, joined, long_date


class Look(Enum):
    """How a paragraph is set."""

    TITLE = "title"
    CENTRED = "centred"
    SMALL = "small"
    FIELD = "field"
    HEADING = "heading"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a document."""

    look: Look
    text: str
    label: str = ""
    """What stands in bold before the text, as "Byline:"."""


COVER = (("User Name: ", "Lindmark Reader"), ("Date and Time: ", "Wednesday, December 19, 2018 7:11:00 PM CET"),
         ("Job Number: ", "79565034"))  # fmt: skip
"""The lines above the list of documents."""
LISTED = (
    ("Client/Matter: ", "-None-"), ("Search Terms: ", "trade and debate"), ("Search Type: ", "Terms and Connectors"),
    ("Narrowed by: ", ""),
)  # fmt: skip
"""What stands under every document of the list."""
NARROWED = (("Content Type", "Narrowed by"), ("News", "Sources: Newspapers; Content Type: News"))
"""The table under it."""
END = "End of Document"


def document(item: Item) -> list[Line]:
    """Return the paragraphs of one document, from its title to the line that ends it."""
    year = item.day.year
    lines = [
        Line(Look.TITLE, item.title),
        Line(Look.CENTRED, f"{item.outlet} "),
        Line(Look.CENTRED, f"{long_date(item.day, weekday=True)}{_time(item)}"),
        Line(Look.TEXT, ""),
        Line(Look.SMALL, f"Copyright {year} {item.outlet} All Rights Reserved"),
        Line(Look.FIELD, f" {(item.topic or 'news').replace('_', ' ').upper()}; Pg. {item.pick(30) + 1}", "Section:"),
        Line(Look.FIELD, f" {item.words} words", "Length:"),
    ]
    if item.names:
        lines.append(Line(Look.FIELD, f" {joined(item.names)}", "Byline:"))
    if item.pick(4, "highlight") == 0:
        lines.append(Line(Look.FIELD, f" {HIGHLIGHT}", "Highlight:"))
    lines += [Line(Look.HEADING, "Body"), Line(Look.TEXT, "")]
    lines += [Line(Look.TEXT, paragraph) for paragraph in item.paragraphs]
    if item.pick(3, "graphic") == 0:
        lines += [Line(Look.HEADING, "Graphic"), Line(Look.TEXT, " ")]
        lines.append(Line(Look.TEXT, f"PHOTO: {furniture.caption_of(item)[0]}"))
    if item.pick(2, "classification") == 0:
        lines += [
            Line(Look.HEADING, "Classification"),
            Line(Look.FIELD, " ENGLISH", "Language:"),
            Line(Look.FIELD, " Newspaper", "Publication-Type:"),
            Line(Look.FIELD, " POLITICS (90%); LEGISLATION (89%); PRESS CONFERENCES (78%)", "Subject:"),
        ]
    lines += [Line(Look.FIELD, f" {long_date(item.day)}", "Load-Date:"), Line(Look.TEXT, "")]
    lines.append(Line(Look.CENTRED, END))
    return lines


def _time(item: Item) -> str:
    """Return the time and zone that web editions print behind the date."""
    return " 10:36 EST" if item.pick(3, "time") == 0 else ""


def titles(items: Sequence[Item]) -> list[str]:
    """Return the entries of the cover's list, numbered."""
    return [f"{i}. {item.title}" for i, item in enumerate(items, 1)]
