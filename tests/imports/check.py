"""Reads the cases of a folder as a user opens files, and sets what comes out against what must.

    python -m tests.imports.check [FOLDER] [CASE…]

A case is a folder with its files and an entry in `cases.json`; README.md here says what its keys mean.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.messages import render
from analysis.model import Article, SectionKind
from analysis.sources import Reading, read_paths

FOLDER = Path(__file__).resolve().parent
OPEN = FOLDER / "open"
WALLS = r"wall|consent|cookie|subscri|pay|stub|teaser|scan|picture|not complete|incomplete"


@dataclass(frozen=True, slots=True)
class Case:
    """Files and what must come out of them."""

    name: str
    paths: tuple[str, ...]
    expected: Mapping[str, Any]


def cases(folder: Path = OPEN) -> Iterator[Case]:
    """Yield the cases of a folder."""
    for name, entry in json.loads((folder / "cases.json").read_text("utf-8")).items():
        yield Case(name, tuple(str(folder / name / file) for file in entry["files"]), entry["exp"])


def failures(case: Case) -> list[str]:
    """Return what came out otherwise than it must, one line each."""
    reading = read_paths(list(case.paths))
    return [line for line in _compared(case.expected, _Found(reading)) if line]


@dataclass(frozen=True, slots=True)
class _Found:
    reading: Reading

    @property
    def articles(self) -> tuple[Article, ...]:
        return self.reading.articles

    @property
    def text(self) -> str:
        return "\n".join(article.text for article in self.articles)

    @property
    def body(self) -> str:
        kinds = (SectionKind.LEAD, SectionKind.BODY)
        return "\n".join(s.span.of(a.text) for a in self.articles for s in a.sections if s.kind in kinds)

    @property
    def notes(self) -> str:
        """What is said about the articles and the files, but for lines that were left out."""
        said = [render(note) for a in self.articles for note in a.notes if note.key != "sources.removed"]
        said += [render(skipped.message) for skipped in self.reading.skipped]
        said += [f"{t.missing} missing, {t.stated} stated" for t in self.reading.tallies if t.missing]
        return " | ".join(said)

    def ordered(self, titles: list[str]) -> list[Article]:
        places = {_plain(title): i for i, title in enumerate(titles)}
        return sorted(self.articles, key=lambda a: places.get(_plain(a.title), len(places)))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _compared(expected: Mapping[str, Any], found: _Found) -> Iterator[str]:
    if expected.get("message") and not found.articles:
        return
    if expected.get("message"):
        yield "" if re.search(WALLS, found.notes, re.I) else "nothing says that this is no article"
        return
    if expected.get("either_message") and not found.articles:
        return
    yield from _counts(expected, found)
    yield from _fields(expected, found)
    yield from _texts(expected, found)


def _counts(expected: Mapping[str, Any], found: _Found) -> Iterator[str]:
    if (n := expected.get("n")) is not None and len(found.articles) != n:
        yield f"{n} articles, got {len(found.articles)} ({found.notes})"
    if (n := expected.get("skipped")) is not None:
        named = len(found.reading.skipped) + sum(tally.missing for tally in found.reading.tallies)
        if named != n:
            yield f"{n} skipped, got {named}"
    if "note_like" in expected and not re.search(expected["note_like"], found.notes, re.I):
        yield f"a note like {expected['note_like']!r}, got {found.notes!r}"


_FIELDS: dict[str, Callable[[Article], object]] = {
    "title": lambda a: a.title,
    "outlet": lambda a: a.outlet,
    "byline": lambda a: a.byline or "",
    "published": lambda a: a.published or "",
    "dateline": lambda a: a.dateline or "",
    "language": lambda a: a.language,
    "article_kind": lambda a: str(a.kind),
    "complete": lambda a: a.complete,
}
_LISTS = {"titles": "title", "outlets": "outlet", "bylines": "byline", "dates": "published", "kinds": "article_kind"}


def _fields(expected: Mapping[str, Any], found: _Found) -> Iterator[str]:
    for name, value_of in _FIELDS.items():
        if name in expected:
            got = value_of(found.articles[0]) if found.articles else None
            yield from _differing(name, name, expected[name], got)
    articles = found.ordered(expected.get("titles", []))
    for name, field in _LISTS.items():
        if name in expected:
            got = [_FIELDS[field](article) for article in articles]
            got += [None] * (len(expected[name]) - len(got))
            for i, (right, value) in enumerate(zip(expected[name], got, strict=False), 1):
                yield from _differing(f"{field} of {i}", field, right, value)
    byline = " ".join(article.byline or "" for article in found.articles).casefold()
    yield from (f"byline without {s!r}" for s in expected.get("lacks_byline", ()) if s.casefold() in byline)


def _differing(label: str, field: str, right: object, got: object) -> Iterator[str]:
    if field == "published" and isinstance(right, str) and isinstance(got, str):
        same = got.startswith(right) if right else not got
    elif isinstance(right, str) and isinstance(got, str):
        same = " ".join(got.split()) == " ".join(right.split())
    else:
        same = got == right
    if not same:
        yield f"{label}: {right!r}, got {got!r}"


def _texts(expected: Mapping[str, Any], found: _Found) -> Iterator[str]:
    text, body, lines = found.text, found.body, set(found.text.split("\n"))
    yield from (f"text has {s!r}" for s in expected.get("contains", ()) if s not in text)
    yield from (f"text lacks {s!r}" for s in expected.get("lacks", ()) if s in text)
    yield from (f"body lacks {s!r}" for s in expected.get("body_lacks", ()) if s in body)
    yield from (f"no line {s!r}" for s in expected.get("lines_lack", ()) if s in lines)
    for s, n in expected.get("count", {}).items():
        if text.count(s) != n:
            yield f"{s!r} {n} times, got {text.count(s)}"
    # In the file's order, which that of the titles is; the program orders by date.
    at, told = 0, "\n".join(article.text for article in found.ordered(expected.get("titles", [])))
    for s in expected.get("in_order", ()):
        place = told.find(s, at)
        if place < 0:
            yield f"in its order: {s!r}"
        at = max(at, place)
    if (least := expected.get("paragraphs_min")) is not None:
        got = sum(bool(paragraph.strip()) for paragraph in body.replace("\n", "\n\n").split("\n\n"))
        if got < least:
            yield f"at least {least} paragraphs, got {got}"


def main(arguments: list[str]) -> int:
    """Print each case with what is wrong, and how many are right."""
    folder = Path(arguments.pop(0)) if arguments and Path(arguments[0]).is_dir() else OPEN
    chosen = [c for c in cases(folder) if not arguments or c.name.startswith(tuple(arguments))]
    right = 0
    for case in chosen:
        wrong = failures(case)
        right += not wrong
        print("FAIL" if wrong else "PASS", case.name, *(f"\n    {line[:300]}" for line in wrong), flush=True)
    print(f"{right} of {len(chosen)} cases")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
