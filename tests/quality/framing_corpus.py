"""The news text on which framing findings are judged, article by article, in a fixed order.

An article's id is `corpus/its own id`. Its text is headline, blank line, paragraphs each on a line, in canonical form:
an offset counts code points of that text. `vader_nyt` gives an editorial's sentences line by line, `babe` single
sentences. The three of `MORE` hold outlets that these lack: `news` names an article by its line, `worldwide_ner` gives
words one by one and no headlines, `article_extraction` the bodies of saved pages, without headlines.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from analysis.model import Article, Document, Mark, Section, SectionKind, Span
from analysis.reading.analyzers.framing import FramingAnalyzer
from analysis.reading.pipeline import read_document
from analysis.sources.canonical import canonical, one_line

from .joined_words import joined

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


def article(identity: str, title: str, body: str) -> Article:
    """Return an article with its headline, if it has one, as a section of its own."""
    title, body = one_line(title), canonical(body)
    text = f"{title}\n\n{body}" if title else body
    cut = len(title) + 2 if title else 0
    head = (Section(SectionKind.HEADLINE, Span(0, len(title))),) if title else ()
    return Article(identity, "", title, text, (*head, Section(SectionKind.BODY, Span(cut, len(text)))), "", "", "")


def newswcl50(folder: Path) -> Iterator[Article]:
    for path in sorted(folder.glob("1-raw-articles/*/*.txt")):
        yield article(f"newswcl50/{path.stem}", "", path.read_text("utf-8-sig"))


def basil(folder: Path) -> Iterator[Article]:
    for path in sorted(folder.glob("articles/*.json")):
        found = json.loads(path.read_text("utf-8"))
        body = "\n".join(" ".join(paragraph) for paragraph in found["body-paragraphs"])
        yield article(f"basil/{path.stem}", found["title"], body)


def babe(folder: Path) -> Iterator[Article]:
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in sorted(csv.DictReader(file), key=lambda row: row["uuid"]):
                yield article(f"babe/{row['uuid']}", "", row["text"])


def event_clusters(folder: Path) -> Iterator[Article]:
    found: dict[str, Article] = {}
    for path in sorted(folder.glob("*/*.json")):
        data = json.loads(path.read_text("utf-8"))
        identity = data["dId"]
        if identity not in found and data.get("text"):  # some stand in both folders
            found[identity] = article(f"event_clusters/{identity}", data.get("title") or "", data["text"])
    yield from (found[identity] for identity in sorted(found))


def vader_nyt(folder: Path) -> Iterator[Article]:
    editorials: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            identity, _, sentence = line.split("\t", 2)
            editorials.setdefault(identity.split("_")[0], []).append(sentence)
    for identity, sentences in editorials.items():
        yield article(f"vader_nyt/{identity}", "", "\n".join(sentences))


def news(folder: Path) -> Iterator[Article]:
    with gzip.open(folder.with_name("news.jsonl.gz"), "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            found = json.loads(line)
            yield article(f"news/{number}", *_headed(found["title"], found["text"]))


def _headed(title: str, text: str) -> tuple[str, str]:
    """Return headline and body; a headline that is printed above the body is taken from there."""
    first, _, rest = text.partition("\n\n")
    words, printed = set(title.lower().split()), set(first.lower().split())
    if rest and first[-1:] not in '.,;:”"' and 2 * len(words & printed) >= len(words):
        return first, rest
    return title, text


def worldwide_ner(folder: Path) -> Iterator[Article]:
    documents: dict[str, list[list[str]]] = {}
    for line in (folder / "train.tsv").read_text("utf-8").splitlines():
        if line.startswith("# doc = "):
            documents[line.removeprefix("# doc = ").strip()] = paragraphs = [[]]
        elif line.strip():
            paragraphs[-1].append(line.split("\t")[0])
        else:
            paragraphs.append([])
    for identity, paragraphs in documents.items():
        body = [words for words in paragraphs if words and not words[0].startswith("http")]
        yield article(f"worldwide_ner/{identity}", "", "\n".join(joined(words) for words in body))


def article_extraction(folder: Path) -> Iterator[Article]:
    pages = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    for identity, page in pages.items():
        yield article(f"article_extraction/{identity}", "", page["articleBody"])


CORPORA: dict[str, Callable[[Path], Iterator[Article]]] = {
    found.__name__: found for found in (newswcl50, basil, babe, event_clusters, vader_nyt)
}
"""The five that the judged samples were drawn from."""
MORE: dict[str, Callable[[Path], Iterator[Article]]] = {
    found.__name__: found for found in (news, worldwide_ner, article_extraction)
}


def articles(data: Path = DATA, corpora: Iterable[str] = CORPORA) -> Iterator[Article]:
    """Yield every article of `corpora` that lie under `data`."""
    for name in corpora:
        yield from (CORPORA | MORE)[name](data / name)


def findings(found: Iterable[Article], analyzer: FramingAnalyzer) -> Iterator[tuple[Document, Mark]]:
    """Yield every framing mark of the articles, with the document that it stands in."""
    for one in found:
        document = read_document(one)
        for mark in analyzer.marks(document):
            yield document, mark
