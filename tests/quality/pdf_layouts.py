"""What becomes of stories that are set as PDF: words lost and added, and their order, layout by layout.

`python -m tests.quality.pdf_layouts [--stories DIR] [--count N] [-v]` sets the first article of each of the first
stories of the measuring data in every layout, once as Typst draws it and once with what is drawn in any order. Words
lost and added are in per mille of the words set. Order is the share of runs of five words within a paragraph that come
back, paragraphs the share that comes back as one.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analysis.sources.draft import Draft
from analysis.sources.pdf import read_pdf
from tests.exporters.newspaper_pdf import fonts
from tests.unit.sources.redrawn import redrawn

STORIES = Path(__file__).resolve().parents[3] / "shared" / "data" / "stories"
COUNT = 60
RUN = 5
"""Words of a run whose order is looked at."""
MOST_WORDS = 2_500
"""Longer articles are cut: they would weigh more than the others together."""

_START = """
#let item = json(bytes(sys.inputs.item))
#set document(date: none)
#set text(font: ("Noto Serif", "Noto Sans", "Noto Emoji"), size: 9pt, lang: "en", hyphenate: true)
#let headline(size) = text(size, weight: "bold", hyphenate: false, item.title)
#let body = for paragraph in item.paragraphs [#par(paragraph)]
#let indented = body => { set par(justify: true, first-line-indent: 1em, leading: 0.5em, spacing: 0.5em); body }
#let picture(height) = [
  #set par(justify: false, first-line-indent: 0pt)
  #rect(width: 100%, height: height, fill: luma(210)) #v(-2mm) #text(7pt, font: "Noto Sans", item.caption)
]
"""
LAYOUTS = {
    "one column": """
#set page(width: 16cm, height: 22cm, margin: 2cm)
#set par(justify: true)
#headline(18pt)

By #item.byline

#body
""",
    "two columns": """
#set page(width: 16cm, height: 22cm, margin: 1.5cm, columns: 2)
#set columns(gutter: 5mm)
#headline(16pt)

#text(8pt)[By #item.byline]

#indented(body)
""",
    "three columns, headline across": """
#set page(width: 20cm, height: 20cm, margin: 1.2cm, columns: 3)
#set columns(gutter: 4mm)
#place(top, scope: "parent", float: true)[
  #headline(26pt) #v(1mm) #text(8pt)[By #item.byline] #v(2mm)
]
#indented(body)
""",
    "headline over two of three columns": """
#set page(width: 21cm, height: 26cm, margin: 1.2cm)
#grid(columns: (2fr, 1fr), column-gutter: 5mm,
  [#headline(24pt) #v(1mm) #text(8pt)[By #item.byline] #v(2mm)
   #block(height: 12cm, columns(2, gutter: 4mm, indented(for p in item.paragraphs.slice(0, item.cut) [#par(p)])))],
  [#text(11pt, weight: "bold")[In brief] #v(1mm) #set par(justify: true); #item.brief])
#pagebreak(weak: true)
#columns(3, gutter: 4mm, indented(for p in item.paragraphs.slice(item.cut) [#par(p)]))
""",
    "running heads, numbers, captions": """
#set page(width: 17cm, height: 21cm, margin: (x: 1.4cm, y: 2cm), columns: 2,
  header: context { set text(8pt)
    if calc.odd(counter(page).get().first()) [The Lindmark Post #h(1fr) March #(4 + counter(page).get().first())]
    else [#counter(page).display() #h(1fr) Harbour and Coast] },
  footer: context { set text(8pt); align(center)[Page #counter(page).display() of #counter(page).final().first()] })
#set columns(gutter: 5mm)
#place(top, scope: "parent", float: true)[
  #text(8pt, weight: "bold", upper[Harbour]) \\
  #headline(20pt) #v(1mm) #text(8pt)[By #item.byline] #v(2mm)
]
#set par(justify: true)
#for (i, paragraph) in item.paragraphs.enumerate() [
  #par(paragraph)
  #if i == 2 { place(bottom, float: true, picture(3cm)) }
]
""",
}


@dataclass(slots=True)
class Figures:
    """Counts over the articles of one layout."""

    words: int = 0
    lost: int = 0
    added: int = 0
    runs: int = 0
    kept: int = 0
    paragraphs: int = 0
    whole: int = 0
    titles: int = 0
    articles: int = 0
    worst: list[tuple[int, str]] = field(default_factory=list)

    def add(self, item: dict[str, object], draft: Draft, others: Sequence[str]) -> None:
        """Count what came back of an article."""
        paragraphs = [str(p) for p in item["paragraphs"]]  # type: ignore[attr-defined]
        printed = [str(item["title"]), *paragraphs, *others]
        read = [block.text for block in draft.blocks] or draft.text.split("\n\n")
        expected = Counter(word for text in printed for word in words_of(text))
        found = Counter(word for text in (draft.meta.title, *read) for word in words_of(text))
        lost, added = (expected - found).total(), (found - expected).total()
        runs = Counter(run for text in paragraphs for run in _runs(words_of(text)))
        back = Counter(run for text in read for run in _runs(words_of(text)))
        whole = {" ".join(words_of(text)) for text in read}
        self.words += expected.total()
        self.lost += lost
        self.added += added
        self.runs += runs.total()
        self.kept += (runs & back).total()
        self.paragraphs += len(paragraphs)
        self.whole += sum(" ".join(words_of(text)) in whole for text in paragraphs)
        self.titles += words_of(draft.meta.title) == words_of(printed[0])
        self.articles += 1
        self.worst.append((lost + added + (runs - back).total(), str(item["title"])))

    def line(self, name: str) -> str:
        lost, added = (1000 * n / self.words for n in (self.lost, self.added))
        order, whole = self.kept / self.runs, self.whole / self.paragraphs
        return f"{name:48} | {lost:6.1f} | {added:6.1f} | {order:.3f} | {whole:.3f} | {self.titles}/{self.articles}"


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[-’'.,][^\W_]+)*", text.replace("\u00ad", ""))


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def items_of(folder: Path, count: int) -> Iterator[dict[str, object]]:
    """Yield what is set of the first article of each story."""
    for path in sorted(folder.glob("*.jsonl"))[:count]:
        row = json.loads(path.read_text("utf-8").splitlines()[0])
        paragraphs: list[str] = []
        for line in row["text"].split("\n"):
            line = " ".join(line.split())
            if line and sum(len(p.split()) for p in paragraphs) < MOST_WORDS:
                paragraphs.append(line)
        total, at = sum(len(p) for p in paragraphs), 0
        # As much as two columns of the first page hold.
        while at < len(paragraphs) and sum(len(p) for p in paragraphs[: at + 1]) < min(total, 3_000):
            at += 1
        yield {
            "title": " ".join(row["title"].split()),
            "byline": "Ada Brandt",
            "paragraphs": paragraphs,
            "cut": at,
            "caption": "Divers look for the cables of the fallen cranes on Monday. Photo: J. Ek",
            "brief": "Two ferries were late on Sunday because of fog over the outer harbour, the company said. " * 4,
        }


def set_in(layout: str, item: dict[str, object]) -> bytes:
    """Return an article set in a layout."""
    import typst

    source = (_START + LAYOUTS[layout]).encode()
    written = {"item": json.dumps(item, ensure_ascii=False)}
    return bytes(typst.compile(source, font_paths=fonts(), sys_inputs=written, timestamp=0))


def others_of(layout: str, item: dict[str, object]) -> list[str]:
    """Return what a layout prints besides title and paragraphs, and is no furniture."""
    found = [f"By {item['byline']}"]
    if "captions" in layout and len(item["paragraphs"]) > 2:  # type: ignore[arg-type]
        found.append(str(item["caption"]))
    if "two of three" in layout:
        found += ["In brief", str(item["brief"])]
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--stories", type=Path, default=STORIES)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--only", default="", help="layouts whose name has this in it")
    parser.add_argument("-v", action="store_true", dest="verbose", help="name the worst articles")
    options = parser.parse_args()
    items = list(items_of(options.stories, options.count))
    if not items:
        sys.exit(f"no stories in {options.stories}")
    print(f"{'layout':48} | ‰ lost | ‰ added | order | paragraphs | titles")
    for layout in LAYOUTS:
        if options.only not in layout:
            continue
        drawn, shuffled = Figures(), Figures()
        for number, item in enumerate(items):
            data = set_in(layout, item)
            others = others_of(layout, item)
            drawn.add(item, read_pdf(data, "", ""), others)
            shuffled.add(item, read_pdf(redrawn(data, random.Random(number)), "", ""), others)
        for name, figures in ((layout, drawn), (f"{layout}, redrawn", shuffled)):
            print(figures.line(name), flush=True)
            if options.verbose:
                for count, title in sorted(figures.worst, reverse=True)[:4]:
                    print(f"    {count} {title[:70]}")


if __name__ == "__main__":
    main()
