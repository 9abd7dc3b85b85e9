"""An article as exporters take it: what an archive knows of it, and how archives print dates, names and lengths."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

Files = dict[str, bytes]
"""What an exporter gives: the content of each file by its name."""

HIGHLIGHT = "What is known so far about the events of the day."
"""The summary that some services print above the text. A reader may keep it or leave it out."""

_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@dataclass(frozen=True, slots=True)
class Item:
    """One article of one outlet."""

    outlet: str
    title: str
    date: str
    """ISO 8601, with the precision of a day."""
    authors: str
    """Names between commas; "" where none is known."""
    text: str
    """Paragraphs between empty lines."""
    url: str = ""
    topic: str = ""

    @property
    def paragraphs(self) -> list[str]:
        """The text's paragraphs, each on one line."""
        return [" ".join(p.split()) for p in re.split(r"\n\s*\n", self.text) if p.strip()]

    @property
    def names(self) -> list[str]:
        """The authors' names, one by one."""
        return [name for name in (part.strip(' "') for part in self.authors.split(",")) if name]

    @property
    def day(self) -> datetime.date:
        """When it was published."""
        return datetime.date.fromisoformat(self.date[:10])

    @property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())

    def pick(self, count: int, salt: str = "") -> int:
        """Return a number below `count`, the same for the same article on every machine."""
        digest = hashlib.sha256(f"{salt} {self.outlet} {self.title}".encode()).digest()
        return int.from_bytes(digest[:4], "big") % count


def read_story(path: Path) -> list[Item]:
    """Return the articles of one file of the measuring data."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Item(row["source"], row["title"].strip(), row["date"], row["authors"], row["text"], row["url"], row["topic"])
        for row in rows
    ]


def long_date(day: datetime.date, weekday: bool = False) -> str:
    """Return "March 5, 2024", with the weekday behind it as Nexis prints it."""
    shown = f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"
    return f"{shown} {_DAYS[day.weekday()]}" if weekday else shown


def short_date(day: datetime.date) -> str:
    """Return "Mar 5, 2024"."""
    return f"{_MONTHS[day.month - 1][:3]} {day.day}, {day.year}"


def british_date(day: datetime.date) -> str:
    """Return "5 March 2024"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def joined(names: Sequence[str]) -> str:
    """Return "A, B and C"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def inverted(name: str) -> str:
    """Return "Brandt, Ada" of "Ada Brandt"."""
    first, _, last = name.rpartition(" ")
    return f"{last}, {first}" if first else last


def slug(item: Item) -> str:
    """Return the article's title as a part of a file name, unique by its digest."""
    words = re.sub(r"[^a-z0-9]+", "-", item.title.lower()).strip("-")[:40].strip("-")
    return f"{words or 'article'}-{item.pick(10**6):06d}"


def wrapped(text: str, width: int = 80) -> str:
    """Return a paragraph in lines of at most `width` signs, broken at spaces only."""
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)
