"""What share of what others coded as framing or bias the findings touch: `python -m tests.quality.framing_recall`.

NewsWCL50 codes whom an article names how and which properties it gives them; a code counts where its words stand
exactly once in their article, so that its place is sure. BASIL marks spans of lexical bias (informational bias is no
matter of words). A span is touched where a finding overlaps it. These codings ask other questions than the lexicons do:
the shares are reported as found and are no target. The share of all words that a finding covers is printed beside them:
what a blind throw would touch of one-word spans.
"""

from __future__ import annotations

import csv
import json
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analysis.model import Article, Span
from analysis.reading.analyzers.framing import FramingAnalyzer
from analysis.sources.canonical import canonical

from .framing_corpus import DATA, articles, findings

FEWEST = 20
"""Spans; a code with fewer is not printed on its own."""


@dataclass(frozen=True)
class Coded:
    """A stretch of an article that somebody coded."""

    article: str
    span: Span
    code: str


@dataclass
class Share:
    """How many of how many coded stretches a finding touches."""

    touched: int = 0
    n: int = 0
    codes: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    def line(self, name: str) -> str:
        return f"{name:<42} {self.touched}/{self.n} = {self.touched / self.n:.3f}" if self.n else f"{name:<42} n = 0"


def newswcl50_codes(folder: Path, texts: Mapping[str, str]) -> Iterator[Coded]:
    """Yield the codes whose words stand exactly once in their article; the code is `TYPE/name`."""
    for path in sorted(folder.glob("Annotations.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                identity = f"newswcl50/{row['event_id']}_{row['publisher_id']}"
                words = canonical(row["code_mention"])
                text = texts.get(identity, "")
                if words and text.count(words) == 1:
                    start = text.index(words)
                    yield Coded(identity, Span(start, start + len(words)), f"{row['code_type']}/{row['code_name']}")


def basil_spans(folder: Path, texts: Mapping[str, str]) -> Iterator[Coded]:
    """Yield the spans of lexical bias; the code says whether the words stand in a quotation."""
    for path in sorted(folder.glob("annotations/*.json")):
        identity = f"basil/{path.stem.removesuffix('_ann')}"
        if identity not in texts:
            continue
        written = json.loads((folder / "articles" / f"{path.stem.removesuffix('_ann')}.json").read_text("utf-8"))
        sentences = [sentence for paragraph in written["body-paragraphs"] for sentence in paragraph]
        places = _places(texts[identity], sentences)
        for row in json.loads(path.read_text("utf-8"))["phrase-level-annotations"]:
            number = row["id"].removeprefix("p")
            if row["bias"] != "lex" or not number.isdigit() or int(number) not in places:
                continue
            place, words = places[int(number)], canonical(row["txt"])
            start = texts[identity].find(words, place.start, place.end)
            if words and start >= 0:
                code = "in a quotation" if row["quote"] == "yes" else "in the outlet's own words"
                yield Coded(identity, Span(start, start + len(words)), code)


def _places(text: str, sentences: Sequence[str]) -> dict[int, Span]:
    """Return where each sentence stands, by its number."""
    found: dict[int, Span] = {}
    at = 0
    for number, sentence in enumerate(sentences):
        words = canonical(sentence)
        start = text.find(words, at)
        if words and start >= 0:
            at = start + len(words)
            found[number] = Span(start, at)
    return found


def share(coded: Iterable[Coded], marks: Mapping[str, Sequence[Span]]) -> Share:
    """Return how many of `coded` a mark of the same article overlaps, in all and by code; equal places count once."""
    found = Share()
    for one in sorted(set(coded), key=lambda c: (c.article, c.span, c.code)):
        touched = touches(one.span, marks.get(one.article, ()))
        found.n += 1
        found.touched += touched
        found.codes[one.code][0] += touched
        found.codes[one.code][1] += 1
    return found


def touches(span: Span, marks: Sequence[Span]) -> bool:
    """Return whether one of `marks`, which are in text order, overlaps `span`."""
    at = bisect_left(marks, span.end, key=lambda mark: mark.start)
    return any(mark.overlaps(span) for mark in marks[:at])


def covered(found: Iterable[Article], marks: Mapping[str, Sequence[Span]]) -> Share:
    """Return how many of all words a mark touches."""
    result = Share()
    for one in found:
        at = 0
        for word in one.text.split():
            start = one.text.index(word, at)
            at = start + len(word)
            result.n += 1
            result.touched += touches(Span(start, at), marks.get(one.id, ()))
    return result


def main(data: Path = DATA) -> int:
    for name, read in (("newswcl50", newswcl50_codes), ("basil", basil_spans)):
        found = list(articles(data, [name]))
        marks: dict[str, list[Span]] = defaultdict(list)
        for document, mark in findings(found, FramingAnalyzer()):
            marks[document.article.id].append(mark.span)
        coded = list(read(data / name, {one.id: one.text for one in found}))
        print(f"\n{name}: {len(found)} articles, {sum(map(len, marks.values()))} findings")
        print(covered(found, marks).line("words that a finding touches"))
        whole = share(coded, marks)
        print(whole.line("coded stretches that a finding touches"))
        kinds: Counter[str] = Counter()
        hits: Counter[str] = Counter()
        for code, (touched, n) in whole.codes.items():
            kinds[code.split("/")[0]] += n
            hits[code.split("/")[0]] += touched
        for kind, n in kinds.most_common():
            print(Share(hits[kind], n).line(f"  {kind}"))
            inner = {code: pair for code, pair in whole.codes.items() if code.startswith(f"{kind}/")}
            for code, (touched, count) in sorted(inner.items(), key=lambda item: -item[1][1]):
                if count >= FEWEST and kind == "PROPERTY":
                    print(Share(touched, count).line(f"    {code.split('/', 1)[1]}"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
