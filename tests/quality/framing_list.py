"""Lists every framing finding of articles, so that each can be read one by one.

    python -m tests.quality.framing_list FILE|FOLDER… [--csv]
    python -m tests.quality.framing_list --golden

A line holds article, offset, term, voice, concept, dimension, castings (role: stance → name), the source of the
judgement from the lexicon's entry, and the reason that a reader of the program is given. The last command writes the
sample story's list anew to `tests/golden/findings_story.txt`: read the difference before you commit it.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

from analysis import analyze, read
from analysis.messages import render
from analysis.model import Article, Casting, Mark, MarkKind
from analysis.reading.analyzers.framing_scare import SCARE
from analysis.reading.lexicons import Variant, load

ROOT = Path(__file__).resolve().parents[2]
STORY = ROOT / "resources" / "samples" / "story"
GOLDEN = ROOT / "tests" / "golden" / "findings_story.txt"


@dataclass(frozen=True, slots=True)
class Finding:
    """One framing finding as it is listed."""

    article: str
    offset: int
    term: str
    voice: str
    concept: str
    dimension: str
    castings: str
    source: str
    why: str


def listed(paths: Iterable[Path]) -> list[Finding]:
    """Return the framing findings of every article in `paths`, by article and in text order."""
    articles = read([str(path) for path in paths]).articles
    found = [(article, mark) for article in articles for mark in analyze(article).of_kind(MarkKind.FRAMING)]
    found.sort(key=lambda one: (_name(one[0]), one[1].span.start, one[1].entry))
    variants = _variants()
    return [_finding(article, mark, variants) for article, mark in found]


def _variants() -> dict[str, Variant]:
    """Return every variant by the name that a mark gives its entry."""
    return {
        f"{lexicon.id}/{concept.id}/{variant.id}": variant
        for lexicon in load().lexicons
        for concept in lexicon.concepts
        for variant in concept.variants
    }


def _finding(article: Article, mark: Mark, variants: dict[str, Variant]) -> Finding:
    # Scare quotes are found by a rule of the program, which has no entry.
    source = "editors" if mark.entry == SCARE else variants[mark.entry].source
    return Finding(
        _name(article),
        mark.span.start,
        " ".join(mark.span.of(article.text).split()),
        mark.voice.value,
        mark.concept or "",
        mark.dimension.value if mark.dimension else "",
        "; ".join(_cast(casting) for casting in mark.castings),
        source,
        render(mark.why),
    )


def _name(article: Article) -> str:
    return Path(article.source).name


def _cast(casting: Casting) -> str:
    stance = f"{casting.stance:+d}" if casting.stance else "0"
    return f"{casting.role}: {stance}" + (f" → {casting.name}" if casting.name else "")


def lines(found: Iterable[Finding]) -> str:
    """Return one line per finding, its parts parted by a bar; an empty part is a dash."""
    return "".join(" | ".join(str(part) or "–" for part in astuple(finding)) + "\n" for finding in found)


def golden() -> str:
    """Return the sample story's list as it is kept: without the reasons, and of a source only what it is called."""
    short = (replace(one, source=one.source.split(", http")[0], why="") for one in listed([STORY]))
    return "".join(line.removesuffix(" | –") + "\n" for line in lines(short).splitlines())


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="*", metavar="FILE|FOLDER")
    parser.add_argument("--csv", action="store_true", help="as comma-separated values with a header")
    parser.add_argument("--golden", action="store_true", help=f"write {GOLDEN.relative_to(ROOT)} anew")
    given = parser.parse_args(arguments)
    if given.golden:
        GOLDEN.write_text(golden(), encoding="utf-8")
        return 0
    if not given.paths:
        parser.error("which articles?")
    found = listed(given.paths)
    if given.csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(field.name for field in fields(Finding))
        writer.writerows(astuple(finding) for finding in found)
    else:
        sys.stdout.write(lines(found))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
