"""Every text of the measuring data, set by set: articles as they are, single sentences joined to texts."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from analysis import ReadSettings
from analysis.model import Article
from analysis.sources import read_bytes

from .framing_corpus import DATA, article, basil, event_clusters, newswcl50

TOGETHER = 25
"""Sentences that are joined to one text where a set has single sentences: about the length of an article."""


@dataclass(frozen=True, slots=True)
class Texts:
    """One set: `whole` are its articles, `sentences` its single sentences, `stories` its articles by event."""

    name: str
    whole: Callable[[Path], Iterable[Article]] | None = None
    sentences: Callable[[Path], Iterable[str]] | None = None
    stories: Callable[[Path], Iterable[list[Article]]] | None = None

    def articles(self, data: Path = DATA) -> Iterator[Article]:
        """Yield the articles of the set, single sentences joined."""
        if self.whole is not None:
            yield from self.whole(data)
        if self.sentences is not None:
            found = list(self.sentences(data))
            for at in range(0, len(found), TOGETHER):
                yield article(f"{self.name}/{at}", "", "\n".join(found[at : at + TOGETHER]))
        if self.stories is not None:
            for story in self.stories(data):
                yield from story


# --------------------------------------------------------------------------- articles


def _tagged(name: str, paths: Iterable[Path], column: int, begins: str) -> Iterator[Article]:
    """Yield the documents of files with a token a line, sentences set apart by an empty line."""
    for path in paths:
        lines: list[str] = []
        count = 0
        for raw in [*path.read_text("utf-8").splitlines(), begins]:
            if raw.startswith(begins):
                body = "\n".join(" ".join(words) for words in _sentences(lines, column))
                if body.strip():
                    yield article(f"{name}/{path.stem}/{count}", "", body)
                lines, count = [], count + 1
            else:
                lines.append(raw)


def _sentences(lines: Iterable[str], column: int) -> Iterator[list[str]]:
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        if not blank:
            cells = [line.split("\t") for line in group if not line.startswith(("#", "http"))]
            yield [row[column] for row in cells if len(row) > column]


def _worldwide(data: Path) -> Iterator[Article]:
    return _tagged("worldwide_ner", [data / "worldwide_ner" / "train.tsv"], 0, "# doc =")


def _ontogum(data: Path) -> Iterator[Article]:
    return _tagged("ontogum", sorted((data / "ontogum").glob("*.conll")), 1, "# begin document")


def _meantime(data: Path) -> Iterator[Article]:
    return _tagged("meantime", [data / "meantime" / "meantime.conll"], 3, "#begin document")


def _ecbplus(data: Path) -> Iterator[Article]:
    for path in sorted((data / "ecbplus").glob("*corpus.txt")):
        rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line.count("\t") >= 3]
        for name, document in groupby(rows, key=lambda row: row[0]):
            lines = groupby(document, key=lambda row: row[1])
            yield article(f"ecbplus/{name}", "", "\n".join(" ".join(row[3] for row in line) for _, line in lines))


def _polnear(data: Path) -> Iterator[Article]:
    for path in sorted((data / "polnear").glob("*/text/**/*")):
        if path.is_file():
            yield article(f"polnear/{path.stem}", "", path.read_text("utf-8"))


def _news(data: Path) -> Iterator[Article]:
    with gzip.open(data / "news.jsonl.gz", "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            row = json.loads(line)
            yield article(f"news/{number}", row["title"] or "", row["text"])


def _seed(data: Path) -> Iterator[Article]:
    for path in sorted((data / "seed").glob("*.txt")):
        yield from read_bytes(path.read_bytes(), path.name).articles


def _pages(data: Path) -> Iterator[Article]:
    for path in sorted((data / "article_extraction" / "html").glob("*.gz")):
        yield from read_bytes(gzip.decompress(path.read_bytes()), path.stem, ReadSettings()).articles


# --------------------------------------------------------------------------- single sentences


def _rows(path: Path, column: str | int, delimiter: str = ",") -> Iterator[str]:
    with path.open(encoding="utf-8", newline="") as file:
        if isinstance(column, str):
            yield from (row[column] for row in csv.DictReader(file, delimiter=delimiter))
        else:
            lines = (line.rstrip("\r\n").split(delimiter) for line in file)
            yield from (cells[column] for cells in lines if len(cells) > column)


def _babe(data: Path) -> Iterator[str]:
    return _rows(data / "babe" / "train.csv", "text")


def _newssd(data: Path) -> Iterator[str]:
    for path in sorted((data / "newssd").glob("*.csv")):
        yield from _rows(path, "Sentence")


def _vader(data: Path) -> Iterator[str]:
    return _rows(data / "vader_nyt" / "nyt_dev.tsv", 2, "\t")


def _similarity(data: Path) -> Iterator[str]:
    for path in sorted((data / "similarity").glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            yield from line.split("\t")[-2:]


def _newsmtsc(data: Path) -> Iterator[str]:
    for line in (data / "newsmtsc" / "train.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)["sentence_normalized"]


def _ud(data: Path) -> Iterator[str]:
    for path in sorted((data / "ud").glob("*.conllu")):
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("# text = "):
                yield line.removeprefix("# text = ")


# --------------------------------------------------------------------------- stories


def _stories(data: Path) -> Iterator[list[Article]]:
    for path in sorted((data / "stories").glob("*.jsonl")):
        yield list(read_bytes(path.read_bytes(), path.name).articles)


def _by_event(found: Iterable[Article], length: int) -> Iterator[list[Article]]:
    """Yield the articles whose names begin alike, up to the last `length` parts."""
    for _, story in groupby(found, key=lambda one: one.id.rsplit("_", length)[0]):
        yield list(story)


def _basil(data: Path) -> Iterator[list[Article]]:
    return _by_event(basil(data / "basil"), 1)


SETS = (
    Texts("babe", sentences=_babe),
    Texts("newssd", sentences=_newssd),
    Texts("vader_nyt", sentences=_vader),
    Texts("similarity", sentences=_similarity),
    Texts("newsmtsc", sentences=_newsmtsc),
    Texts("ud", sentences=_ud),
    Texts("seed", _seed),
    Texts("article_extraction", _pages),
    Texts("basil", stories=_basil),
    Texts("newswcl50", lambda data: newswcl50(data / "newswcl50")),
    Texts("event_clusters", lambda data: event_clusters(data / "event_clusters")),
    Texts("ecbplus", _ecbplus),
    Texts("meantime", _meantime),
    Texts("ontogum", _ontogum),
    Texts("polnear", _polnear),
    Texts("worldwide_ner", _worldwide),
    Texts("stories", stories=_stories),
    Texts("news", _news),
)
