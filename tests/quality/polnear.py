"""Scores attributions against PolNeAR (Newell et al. 2018): `python -m tests.quality.polnear [dev|train] [--rules]`.

Strict means: a role of an attribution counts as found when an attribution of the program has, in that role, exactly
the same set of spans, character for character. White space at the ends of a span does not count, and pieces with
nothing but white space between them are one span (the annotation tool cuts a span at every line end). Punctuation
counts. Each role is matched on its own, one to one within its article, and counts are pooled over all articles (micro).
Of an article that several people annotated, the first annotation in the order of file names is taken. Attributions
without a source count for cue and content.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "polnear"
ROLES = ("content", "cue", "source")

Spans = frozenset[tuple[int, int]]
EMPTY: Spans = frozenset()


@dataclass
class Gold:
    """One annotated attribution."""

    content: Spans = EMPTY
    cue: Spans = EMPTY
    source: Spans = EMPTY


@dataclass
class Counts:
    """Found, proposed and right, pooled."""

    right: int = 0
    proposed: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.proposed if self.proposed else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass
class Score:
    roles: dict[str, Counts] = field(default_factory=lambda: {role: Counts() for role in ROLES})

    def add(self, text: str, gold: Iterable[Gold], found: Iterable[Gold]) -> None:
        """Count one article."""
        gold, found = list(gold), list(found)
        for role in ROLES:
            wanted = Counter(s for g in gold if (s := normal(text, getattr(g, role))))
            given = Counter(s for f in found if (s := normal(text, getattr(f, role))))
            counts = self.roles[role]
            counts.right += sum((wanted & given).values())
            counts.proposed += sum(given.values())
            counts.gold += sum(wanted.values())


def normal(text: str, spans: Spans) -> Spans:
    """Return `spans` trimmed, and joined where only white space lies between them."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        elif start < end:
            joined.append((start, end))
    return frozenset(joined)


def read_gold(path: Path) -> list[Gold]:
    """Return the attributions of one brat file."""
    spans: dict[str, Spans] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        name, _, rest = line.partition("\t")
        if name[:1] == "T" and name[1:].isdigit():
            places = rest.split("\t")[0].split(" ", 1)[1]
            spans[name] = frozenset((int(a), int(b)) for a, b in (piece.split(" ") for piece in places.split(";")))
        elif name[:1] == "E" and name[1:].isdigit():
            events.append(rest.split())
    found = []
    for event in events:
        gold = Gold()
        for part in event[1:]:
            role, _, target = part.partition(":")
            role = role.lower().rstrip("2")
            setattr(gold, role, getattr(gold, role) | spans[target])
        found.append(gold)
    return found


def articles(part: str) -> Iterator[tuple[str, str, list[Gold]]]:
    """Yield name, text and annotated attributions of each article of a part."""
    texts = {p.stem: p for p in (DATA / part / "text").glob("*.txt")}
    annotations = sorted((DATA / part / "attributions").glob("*.ann"))
    first: dict[str, Path] = {}
    for path in annotations:
        first.setdefault(path.stem.rsplit("_", 1)[0], path)
    for name in sorted(texts):
        if name in first:
            with texts[name].open(encoding="utf-8", newline="") as file:
                yield name, file.read(), read_gold(first[name])


def predict(text: str) -> list[Gold]:
    """Return what the program finds in `text`."""
    from analysis.model import Article, Section, SectionKind, Span
    from analysis.reading.pipeline import read_document

    end = text.find("\n")
    sections = (Section(SectionKind.HEADLINE, Span(0, end)),) if end > 0 else ()
    document = read_document(Article("a", "Outlet", "Title", text, sections, "test", "", ""))
    return [
        Gold(*(frozenset((s.start, s.end) for s in getattr(a, role)) for role in ROLES)) for a in document.attributions
    ]


def score(part: str = "dev") -> Score:
    """Return the program's score on a part."""
    result = Score()
    for _, text, gold in articles(part):
        result.add(text, gold, predict(text))
    return result


def report(result: Score) -> str:
    """Return the figures as a table."""
    lines = [f"{'role':8} {'P':>6} {'R':>6} {'F':>6} {'right':>6} {'found':>6} {'gold':>6}"]
    lines += [
        f"{role:8} {c.precision:6.3f} {c.recall:6.3f} {c.f1:6.3f} {c.right:6} {c.proposed:6} {c.gold:6}"
        for role, c in result.roles.items()
    ]
    return "\n".join(lines)


def main() -> None:
    """Print the figures: of the Reader with the rules where it is there, with `--rules` of the rules alone."""
    parser = argparse.ArgumentParser(description="Score attributions against PolNeAR.")
    parser.add_argument("part", nargs="?", default="dev", choices=("dev", "train"))
    parser.add_argument("--rules", action="store_true", help="leave the trained Reader out")
    arguments = parser.parse_args()
    from analysis.messages import render
    from analysis.reading import reader

    if arguments.rules:
        with reader.use(None):
            print(report(score(arguments.part)))
        return
    reason = reader.available()
    print(f"Reader: {render(reason)}" if reason else "with the Reader")
    print(report(score(arguments.part)))


if __name__ == "__main__":
    main()
