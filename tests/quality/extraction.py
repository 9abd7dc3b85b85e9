"""How well the story is found in saved pages, beside other extractors: `python -m tests.quality.extraction`.

The pages are those of the public article extraction benchmark that lie beside the project, with their true bodies. Two
measures, each a mean over the pages with a 95 % bootstrap interval: F1 over words with their repetitions, and F1 over
runs of four words as the benchmark takes it. The others are trafilatura as it comes, readability-lxml and resiliparse
where they are installed or lie in the folder that `--libraries` names; the program needs neither.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from analysis import ReadSettings
from analysis.messages import render
from analysis.model import Article, SectionKind
from analysis.sources.dispatch import articles_of
from analysis.sources.ledger import Ledger

BODY = {SectionKind.LEAD, SectionKind.BODY, SectionKind.DATELINE, SectionKind.NOTE}
POOR = 0.8
SAMPLES = 2_000
RUN = 4


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page and the body that people took from it."""

    name: str
    address: str
    data: bytes
    body: str


def pages(folder: Path) -> list[Page]:
    """Return the pages of the benchmark."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    return [
        Page(
            name,
            entry.get("url", ""),
            gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()),
            entry["articleBody"],
        )
        for name, entry in truth.items()
    ]


def f1(found: Sequence[Hashable], true: Sequence[Hashable]) -> float:
    """Return the harmonic mean of precision and recall, items counted with their repetitions."""
    a, b = Counter(found), Counter(true)
    shared = sum((a & b).values())
    return 2 * shared / (sum(a.values()) + sum(b.values())) if shared else 0.0


def word_f1(found: str, true: str) -> float:
    """Return F1 over words."""
    return f1(re.findall(r"\w+", found), re.findall(r"\w+", true))


def run_f1(found: str, true: str) -> float:
    """Return F1 over runs of four words, of a shorter text over the text."""

    def runs(text: str) -> list[tuple[str, ...]]:
        words = re.findall(r"\w+", text)
        return [tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))]

    return f1(runs(found), runs(true))


def articles(page: Page) -> list[Article]:
    """Return what this program reads from a page."""
    return list(articles_of(BytesIO(page.data), f"{page.name}.html", ReadSettings(), Ledger()))


def body_of(found: Sequence[Article]) -> str:
    """Return the body of what was read: without headline and captions, as the benchmark has it."""
    return "\n\n".join(s.span.of(article.text) for article in found for s in article.sections if s.kind in BODY)


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Return the 95 % percentile bootstrap interval of the mean."""
    draw = random.Random(0)
    means = sorted(sum(draw.choices(values, k=len(values))) / len(values) for _ in range(SAMPLES))
    return means[round(0.025 * SAMPLES)], means[round(0.975 * SAMPLES) - 1]


def extractors() -> dict[str, Callable[[bytes], str]]:
    """Return the other extractors that are there, by name."""
    import trafilatura

    found: dict[str, Callable[[bytes], str]] = {
        "trafilatura": lambda data: trafilatura.extract(data, include_comments=False) or ""
    }
    try:
        from lxml import html
        from readability import Document

        found["readability-lxml"] = lambda data: html.fromstring(
            Document(data.decode("utf-8", "replace")).summary()
        ).text_content()
    except ImportError:
        pass
    try:
        from resiliparse.extract.html2text import extract_plain_text

        found["resiliparse"] = lambda data: extract_plain_text(
            data.decode("utf-8", "replace"), main_content=True, alt_texts=False, comments=False
        )
    except ImportError:
        pass
    return found


def _guarded(extract: Callable[[bytes], str], data: bytes) -> str:
    try:
        return extract(data)
    except Exception as error:  # others fail on broken pages in ways of their own: that counts as nothing found
        print(f"    failed: {type(error).__name__}")
        return ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("../shared/data/article_extraction"))
    parser.add_argument("--libraries", help="a folder in which readability-lxml and resiliparse lie")
    arguments = parser.parse_args()
    if arguments.libraries:
        sys.path.append(arguments.libraries)
    found = pages(arguments.folder)
    read = {page.name: articles(page) for page in found}
    texts = {"this program": [body_of(read[page.name]) for page in found]}
    for name, extract in extractors().items():
        texts[name] = [_guarded(extract, page.data) for page in found]
    print(f"{len(found)} pages   F1 of words                F1 of runs of {RUN} words      under {POOR}")
    for name, bodies in texts.items():
        line = f"{name:<18}"
        for measure in (word_f1, run_f1):
            scores = [measure(body, page.body) for body, page in zip(bodies, found, strict=True)]
            low, high = interval(scores)
            line += f"{sum(scores) / len(scores):.3f} ({low:.3f} to {high:.3f})    "
        poor = sum(word_f1(body, page.body) < POOR for body, page in zip(bodies, found, strict=True))
        print(f"{line}{poor}")
    for page in found:
        score = word_f1(body_of(read[page.name]), page.body)
        notes = [note for article in read[page.name] for note in article.notes if note.key.startswith("sources.page_")]
        if score < POOR or notes:
            print(f"\n{score:.3f}  {page.address}")
            print("\n".join(f"       {render(note)}" for note in notes) or "       no note")


if __name__ == "__main__":
    main()
