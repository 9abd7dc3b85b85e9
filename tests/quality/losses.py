"""Articles as they were written and as they came back: fields that differ, words lost and words added.

Words are compared as multisets. The texts hold furniture of their own ("Sign up for our newsletter"), which the program
leaves out of any file: what it keeps of the text alone is what can be lost.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from analysis.model import Article, SectionKind
from analysis.sources import read_bytes
from tests.exporters import Item
from tests.exporters.item import HIGHLIGHT

SAME = 0.5
"""Share of their words that an item and an article must have in common to be the same; two of a story share far fewer,
and a file read as one article is none of those in it."""
WORST = 3
"""How many articles with the greatest losses are named for each format."""
NO_BODY = (SectionKind.HEADLINE, SectionKind.CAPTION)
"""Sections that hold no body words: what is read as a caption of the page is not added to the text."""
FIELDS = ("outlet", "title", "byline", "date")

Words = Counter[str]


@dataclass(frozen=True)
class Written:
    """An item, and what the program keeps of it where it is given nothing but the text."""

    item: Item

    @cached_property
    def words(self) -> Words:
        """The words written."""
        return words(self.item.text)

    @cached_property
    def _read_alone(self) -> tuple[Article, ...]:
        """The article read from a row of the title and text, nothing else."""
        row = json.dumps({"title": self.item.title, "text": "\n\n".join(self.item.paragraphs)})
        return read_bytes(row.encode(), "alone.jsonl").articles

    @property
    def text_alone(self) -> str:
        """Its text: without furniture, and mended where it was decoded wrongly once."""
        return "\n".join(article.text for article in self._read_alone)

    @property
    def titles(self) -> set[str]:
        """The title as it was written, and mended likewise."""
        return {plain(title) for title in (self.item.title, *(article.title for article in self._read_alone))}

    @cached_property
    def alone(self) -> Words:
        """The words of that text."""
        return words(self.text_alone)

    @property
    def wanted(self) -> Words:
        """The words that should come back."""
        return self.words & self.alone

    @property
    def paragraphs(self) -> Words:
        """The paragraphs that should come back."""
        return paragraphs(self.text_alone)

    @property
    def furniture(self) -> Words:
        """The words that the program leaves out of the text itself."""
        return self.words - self.alone


@dataclass(frozen=True, slots=True)
class Trip:
    """One article as it was written and as it came back."""

    written: Written
    read: Article | None

    @property
    def item(self) -> Item:
        """What was written."""
        return self.written.item

    @property
    def lost(self) -> Words:
        """The words that stand nowhere in the article read, neither in its text nor as its byline or outlet."""
        if self.read is None:
            return self.written.wanted
        kept = words(" ".join((self.read.text, self.read.byline or "", self.read.outlet)))
        return self.written.wanted - kept

    @property
    def added(self) -> Words:
        """The words of its body that nobody wrote."""
        if self.read is None:
            return Counter()
        allowed = self.written.words | self.written.alone
        if plain(HIGHLIGHT) in plain(self.read.text):
            allowed = allowed + words(HIGHLIGHT)
        return body_words(self.read) - allowed

    @property
    def whole(self) -> Words:
        """The paragraphs that came back word for word, as one paragraph each."""
        return self.written.paragraphs & paragraphs(self.read.text) if self.read else Counter()

    @property
    def rights(self) -> dict[str, bool]:
        """Which of the four fields came back as they were written."""
        item, read = self.item, self.read
        if read is None:
            return dict.fromkeys(FIELDS, False)
        return {
            "outlet": plain(read.outlet) == plain(item.outlet),
            "title": plain(read.title) in self.written.titles,
            "byline": names_of(read.byline or "") == names_of(" ".join(item.names)),
            "date": (read.published or "")[:10] == item.date[:10],
        }


@dataclass(slots=True)
class Losses:
    """The losses of one format."""

    trips: list[Trip] = field(default_factory=list)
    surplus: list[Article] = field(default_factory=list)
    """Articles read that are none of those written."""
    said: Counter[str] = field(default_factory=Counter)
    """Why a file or an article was skipped, and how often."""

    def add(self, written: Sequence[Written], articles: Sequence[Article]) -> None:
        """Count what came back of the articles of one story."""
        found, left = matched(written, articles)
        self.trips += found
        self.surplus += left

    def count(self, name: str) -> int:
        """Return how many articles came back with the right outlet, title, byline or date."""
        return sum(trip.rights[name] for trip in self.trips)

    @property
    def per_mille(self) -> tuple[float, float]:
        """Words lost and words added, per mille of those written."""
        lost = sum(trip.lost.total() for trip in self.trips)
        added = sum(trip.added.total() for trip in self.trips) + sum(body_words(a).total() for a in self.surplus)
        total = sum(trip.written.words.total() for trip in self.trips) or 1
        return 1000 * lost / total, 1000 * added / total

    @property
    def whole(self) -> float:
        """Percent of the paragraphs that came back whole."""
        total = sum(trip.written.paragraphs.total() for trip in self.trips) or 1
        return 100 * sum(trip.whole.total() for trip in self.trips) / total

    def worst(self) -> list[Trip]:
        """Return the articles with the most words lost or added, the worst first; none that came back whole."""
        by_loss = sorted(self.trips, key=lambda trip: -trip.lost.total() - trip.added.total())
        return [trip for trip in by_loss[:WORST] if trip.lost or trip.added]


def plain(text: str) -> str:
    """Return a text in small letters with straight marks and single spaces: what two printings of a line share."""
    folded = unicodedata.normalize("NFKC", text).translate(MARKS).casefold()
    return " ".join(folded.split())


MARKS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u200b": "", "\u200e": "", "\xad": ""}
)


def words(text: str) -> Words:
    """Return the words of a text with their counts, without regard to case and marks."""
    return Counter(re.findall(r"[^\W_]+", plain(text)))


def paragraphs(text: str) -> Words:
    """Return the paragraphs of a text with their counts, each as its words alone."""
    found = (" ".join(re.findall(r"[^\W_]+", plain(paragraph))) for paragraph in text.splitlines())
    return Counter(filter(None, found))


def names_of(byline: str) -> Words:
    """Return the words of a byline without "by" and "and"."""
    found = words(byline)
    for word in ("by", "and"):
        found.pop(word, None)
    return found


def body_words(article: Article) -> Words:
    """Return the words that the article tells in its body."""
    return sum(
        (words(s.span.of(article.text)) for s in article.sections if s.kind not in NO_BODY),
        Counter(),
    )


def matched(written: Sequence[Written], articles: Sequence[Article]) -> tuple[list[Trip], list[Article]]:
    """Return each item with the article that shares most of its words, and the articles that are nobody's."""
    bodies = [words(article.text) for article in articles]
    pairs = sorted(
        ((_share(w.words, body), -i, -j) for i, w in enumerate(written) for j, body in enumerate(bodies)), reverse=True
    )
    taken: dict[int, int] = {}
    for share, i, j in pairs:
        if share >= SAME and -i not in taken and -j not in taken.values():
            taken[-i] = -j
    trips = [Trip(w, articles[taken[i]] if i in taken else None) for i, w in enumerate(written)]
    return trips, [article for j, article in enumerate(articles) if j not in taken.values()]


def _share(want: Words, body: Words) -> float:
    return (want & body).total() / max(1, want.total(), body.total())
