"""What is lost between a file as services give it and the articles read from it, on stories of the measuring data.

`python -m tests.quality.round_trip [--stories DIR] [--only FORMAT] [--sample N] [-v]` writes every story in every
format of `tests.exporters`, opens the files as users do, and prints a row for each format. Words lost and added are in
per mille of the words written; paragraphs are those that came back whole, in percent. An article that was not read has
lost all its words; what was read beyond the articles written counts as added.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from analysis.messages import render
from analysis.sources import read_paths
from tests.exporters import FORMATS, Exporter, read_story

from .losses import FIELDS, Losses, Trip, Words, Written

STORIES = Path(__file__).resolve().parents[3] / "shared" / "data" / "stories"
HEAD = (
    "format | written | read | surplus | outlets | titles | bylines | dates | ‰ lost | ‰ added | % paragraphs | worst"
)
WORDS_SHOWN = 25
"""How many of the words lost or added of an article are named."""


def round_trip(exporter: Exporter, stories: Iterable[Sequence[Written]]) -> Losses:
    """Return the losses of a format on the stories."""
    losses = Losses()
    for story in stories:
        with tempfile.TemporaryDirectory() as folder:
            for name, data in exporter([written.item for written in story]).items():
                (Path(folder) / name).write_bytes(data)
            reading = read_paths([folder])
        losses.add(story, reading.articles)
        losses.said.update(f"{skipped.message.key}: {render(skipped.message)}" for skipped in reading.skipped)
    return losses


def line(name: str, losses: Losses) -> str:
    """Return the table's line for a format."""
    lost, added = losses.per_mille
    read = sum(trip.read is not None for trip in losses.trips)
    worst = "; ".join(f"{t.item.title[:40]} (-{t.lost.total()} +{t.added.total()})" for t in losses.worst())
    counts = [len(losses.trips), read, len(losses.surplus), *(losses.count(field) for field in FIELDS)]
    return " | ".join([name, *map(str, counts), f"{lost:.1f}", f"{added:.1f}", f"{losses.whole:.1f}", worst])


def floor(stories: Iterable[Sequence[Written]]) -> str:
    """Return the line that says what the program leaves out of the texts themselves."""
    every = [written for story in stories for written in story]
    total = sum(written.words.total() for written in every)
    left_out = sum(written.furniture.total() for written in every)
    return f"{len(every)} articles, {total} words; {1000 * left_out / total:.1f} ‰ left out as furniture of the texts"


def details(losses: Losses) -> Iterator[str]:
    """Yield every field that came back otherwise, the words lost and added, and why files were skipped."""
    for trip in losses.trips:
        yield from _difference(trip)
    for article in losses.surplus:
        yield f"  surplus: {article.outlet}: {article.title[:60]} ({len(article.text)} characters)"
    for said, times in losses.said.most_common():
        yield f"  said {times} times: {said}"


def _difference(trip: Trip) -> Iterator[str]:
    item, read = trip.item, trip.read
    if read is None:
        yield f"  not read: {item.outlet}: {item.title}"
        return
    was = {"outlet": item.outlet, "title": item.title, "byline": item.authors, "date": item.date}
    now = {"outlet": read.outlet, "title": read.title, "byline": read.byline, "date": read.published}
    for name, right in trip.rights.items():
        if not right:
            yield f"  {name}: {was[name]!r} came back as {now[name]!r} ({item.title[:30]})"
    if trip.lost or trip.added:
        yield f"  {item.title[:50]}: -{_shown(trip.lost)} +{_shown(trip.added)}"


def _shown(found: Words) -> str:
    return f"{found.total()} {' '.join(list(found.elements())[:WORDS_SHOWN])!r}"


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
    stories = [[Written(item) for item in read_story(file)] for file in files]
    print(floor(stories), HEAD, sep="\n", flush=True)
    for name in given.only or FORMATS:
        losses = round_trip(FORMATS[name], stories)
        print(line(name, losses), flush=True)
        if given.verbose:
            print(*details(losses), sep="\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
