"""What is lost between a file as services give it and the articles read from it, on stories of the measuring data.

`python -m tests.quality.round_trip [--stories DIR] [--only FORMAT] [--sample N] [-v]` writes every story in every
format of `tests.exporters`, opens the files as users do, and prints a row for each format. Words are
compared as multisets, in per mille of the words written. An article that was not read has lost all its words; what was
read beyond the articles written counts as added.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analysis.messages import render
from analysis.model import Article, SectionKind
from analysis.sources import read_paths
from tests.exporters import FORMATS, Exporter, Item, read_story
from tests.exporters.item import HIGHLIGHT

STORIES = Path(__file__).resolve().parents[3] / "shared" / "data" / "stories"
SAME = 0.5
"""Share of their words that an item and an article must have in common to be the same; two of a story share far fewer,
and a file read as one article is none of those in it."""
WORST = 3
"""How many articles with the greatest losses are named for each format."""
NO_BODY = (SectionKind.HEADLINE, SectionKind.CAPTION)
"""Sections that hold no body words: what is read as a caption of the page is not added to the text."""

Words = Counter[str]


@dataclass(frozen=True, slots=True)
class Trip:
    """One article as it was written and as it came back."""

    item: Item
    read: Article | None
    lost: Words
    added: Words

    @property
    def rights(self) -> dict[str, bool]:
        """Which of the four fields came back as they were written."""
        item, read = self.item, self.read
        if read is None:
            return dict.fromkeys(FIELDS, False)
        return {
            "outlet": plain(read.outlet) == plain(item.outlet),
            "title": plain(read.title) == plain(item.title),
            "byline": names_of(read.byline or "") == names_of(" ".join(item.names)),
            "date": (read.published or "")[:10] == item.date[:10],
        }


FIELDS = ("outlet", "title", "byline", "date")


@dataclass(slots=True)
class Row:
    """The losses of one format."""

    trips: list[Trip] = field(default_factory=list)
    surplus: int = 0
    surplus_words: int = 0
    said: Counter[str] = field(default_factory=Counter)

    def add(self, items: Sequence[Item], articles: Sequence[Article]) -> None:
        """Count what came back of the articles of one story."""
        found, left = matched(items, articles)
        self.trips += found
        self.surplus += len(left)
        self.surplus_words += sum(sum(body_words(article).values()) for article in left)

    def count(self, name: str) -> int:
        """Return how many articles came back with the right outlet, title, byline or date."""
        return sum(trip.rights[name] for trip in self.trips)

    @property
    def per_mille(self) -> tuple[float, float]:
        """Words lost and words added, per mille of those written."""
        written = sum(sum(words(trip.item.text).values()) for trip in self.trips) or 1
        lost = sum(sum(trip.lost.values()) for trip in self.trips)
        added = sum(sum(trip.added.values()) for trip in self.trips) + self.surplus_words
        return 1000 * lost / written, 1000 * added / written

    def worst(self) -> list[Trip]:
        """Return the articles with the most words lost or added, the worst first; none that came back whole."""
        by_loss = sorted(self.trips, key=lambda trip: -sum(trip.lost.values()) - sum(trip.added.values()))
        return [trip for trip in by_loss[:WORST] if trip.lost or trip.added]


# --------------------------------------------------------------------------- comparing


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


def matched(items: Sequence[Item], articles: Sequence[Article]) -> tuple[list[Trip], list[Article]]:
    """Return each item with the article that holds most of its words, and the articles that are nobody's."""
    bodies = {article.id: body_words(article) for article in articles}
    wanted = [words(item.text) for item in items]
    pairs = sorted(
        ((_shared(want, bodies[article.id]), -i, article.id) for i, want in enumerate(wanted) for article in articles),
        reverse=True,
    )
    taken: dict[int, str] = {}
    for share, negative, identity in pairs:
        if share >= SAME and -negative not in taken and identity not in taken.values():
            taken[-negative] = identity
    by_id = {article.id: article for article in articles}
    trips = [_trip(item, by_id.get(taken.get(i, "")), wanted[i], bodies) for i, item in enumerate(items)]
    return trips, [article for article in articles if article.id not in taken.values()]


def _shared(want: Words, body: Words) -> float:
    return sum((want & body).values()) / max(1, sum(want.values()), sum(body.values()))


def _trip(item: Item, article: Article | None, want: Words, bodies: dict[str, Words]) -> Trip:
    body = bodies[article.id] if article else Counter()
    added = body - want
    if not words(HIGHLIGHT) - added:
        added -= words(HIGHLIGHT)
    return Trip(item, article, want - body, added)


# --------------------------------------------------------------------------- running


def round_trip(exporter: Exporter, stories: Iterable[Sequence[Item]]) -> Row:
    """Return the losses of a format on the stories."""
    row = Row()
    for items in stories:
        with tempfile.TemporaryDirectory() as folder:
            for name, data in exporter(items).items():
                (Path(folder) / name).write_bytes(data)
            reading = read_paths([folder])
        row.add(items, reading.articles)
        row.said.update(f"{skipped.message.key}: {render(skipped.message)}" for skipped in reading.skipped)
    return row


HEAD = "format | written | read | surplus | outlets | titles | bylines | dates | ‰ lost | ‰ added | worst"


def line(name: str, row: Row) -> str:
    """Return the table's line for a format."""
    lost, added = row.per_mille
    read = sum(trip.read is not None for trip in row.trips)
    worst = "; ".join(
        f"{trip.item.title[:40]} (-{sum(trip.lost.values())} +{sum(trip.added.values())})" for trip in row.worst()
    )
    counts = [len(row.trips), read, row.surplus, *(row.count(name) for name in FIELDS)]
    return " | ".join([name, *map(str, counts), f"{lost:.1f}", f"{added:.1f}", worst])


def details(row: Row) -> Iterable[str]:
    """Yield every field that came back otherwise, the words most often lost and added, and what was said."""
    for trip in row.trips:
        if trip.read is None:
            yield f"  not read: {trip.item.outlet}: {trip.item.title}"
            continue
        wrong = [name for name, right in trip.rights.items() if not right]
        read = {"outlet": trip.read.outlet, "title": trip.read.title, "byline": trip.read.byline,
                "date": trip.read.published}  # fmt: skip
        item = {"outlet": trip.item.outlet, "title": trip.item.title, "byline": trip.item.authors,
                "date": trip.item.date}  # fmt: skip
        for name in wrong:
            yield f"  {name}: {item[name]!r} came back as {read[name]!r}"
        if sum(trip.lost.values()) + sum(trip.added.values()) > 3:
            yield f"  {trip.item.title[:50]}: -{_most(trip.lost)} +{_most(trip.added)}"
    for said, times in row.said.most_common():
        yield f"  said {times} times: {said}"


def _most(found: Words) -> str:
    return f"{sum(found.values())} {' '.join(list(found.elements())[:25])!r}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 1 where the stories are missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=Path, default=STORIES, help="folder of stories, a file each")
    parser.add_argument("--only", action="append", choices=list(FORMATS), help="this format; may be given again")
    parser.add_argument("--sample", type=int, metavar="N", help="N stories, evenly taken")
    parser.add_argument("-v", "--verbose", action="store_true", help="name every difference")
    given = parser.parse_args(arguments)
    files = sorted(given.stories.glob("*.jsonl"))
    if not files:
        print(f"No stories in {given.stories}; skipped.")
        return 1
    if given.sample:
        files = [files[i * len(files) // given.sample] for i in range(min(given.sample, len(files)))]
    stories = [read_story(file) for file in files]
    print(HEAD, flush=True)
    for name in given.only or FORMATS:
        row = round_trip(FORMATS[name], stories)
        print(line(name, row), flush=True)
        if given.verbose:
            print(*details(row), sep="\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
