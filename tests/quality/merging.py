"""Sweeps the thresholds by which rules and Reader are put together: `python -m tests.quality.merging`.

Prints strict F on PolNeAR's dev part (see `polnear`) for the rules, the Reader, and pairs of thresholds of
`attribution.merge`. Speakers are not resolved, so that the figures differ a little from those of `polnear`.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from analysis.model import Article, Document, Section, SectionKind, Span
from analysis.reading.attribution import disjoint
from analysis.reading.attribution.continuation import carry_on
from analysis.reading.attribution.echoes import follow
from analysis.reading.attribution.fallback.line import Line, lines
from analysis.reading.attribution.fallback.rules import find_in_line
from analysis.reading.attribution.fallback.sift import said
from analysis.reading.attribution.found import Found
from analysis.reading.attribution.labels import find_labels
from analysis.reading.attribution.merge import merged
from analysis.reading.attribution.relations import Learned, learned
from analysis.reading.language import find_quotations, segment
from analysis.reading.reader import shared

from .polnear import Gold, Score, articles

SWEPT = ((0.0, 0.0), (0.4, 0.3), (0.5, 0.3), (0.5, 0.4), (0.6, 0.3), (0.6, 0.5), (0.7, 0.4))
"""(sure, likely)"""


@dataclass(slots=True)
class Ready:
    """One article with what both found in it."""

    gold: list[Gold]
    document: Document
    lines: list[Line]
    rules: list[Found]
    read: list[Learned]


def prepared(part: str = "dev") -> Iterator[Ready]:
    """Yield every article of a part, read once."""
    reader = shared()
    if reader is None:
        raise SystemExit("There is no Reader to put together with the rules.")
    for _, text, gold in articles(part):
        end = text.find("\n")
        sections = (Section(SectionKind.HEADLINE, Span(0, end)),) if end > 0 else ()
        article = Article("a", "Outlet", "Title", text, sections, "test", "", "")
        paragraphs, sentences, tokens = segment(article)
        quotations = find_quotations(text, paragraphs)
        document = Document(article, paragraphs, sentences, tokens, quotations, (), (), ())
        document = replace(document, reading=reader.read([document])[0])
        ready = list(lines(document))
        rules = find_labels(document, ready) + [one for line in ready for one in find_in_line(document, line)]
        yield Ready(gold, document, ready, rules, learned(document, ready))


def score(given: list[Ready], choose: Callable[[list[Found], list[Learned]], list[Found]]) -> Score:
    """Return the score of what `choose` makes of both."""
    result = Score()
    for one in given:
        found = choose(copy.deepcopy(one.rules), copy.deepcopy(one.read))
        carry_on(one.document, one.lines, found)
        found = sorted(said(found, one.document.text), key=lambda f: f.start)
        found = sorted(found + follow(one.document, found), key=lambda f: (f.follows is not None, f.start))
        parts = [p for f in found if (p := disjoint(f)) is not None]
        spans = [[frozenset((s.start, s.end) for s in role) for role in roles] for roles in parts]
        result.add(one.document.text, one.gold, [Gold(content, cue, source) for source, cue, content in spans])
    return result


def line(name: str, found: Score) -> str:
    """Return one line of the table."""
    return f"{name:24}" + "  ".join(f"{role} {counts.f1:.3f}" for role, counts in found.roles.items())


def main() -> None:
    given = list(prepared())
    print(line("rules", score(given, lambda rules, _: rules)))
    print(line("Reader", score(given, lambda _, read: [one.found for one in read])))
    for sure, likely in SWEPT:
        found = score(given, lambda rules, read, s=sure, k=likely: merged(rules, read, s, k))  # type: ignore[misc]
        print(line(f"sure {sure} likely {likely}", found), flush=True)


if __name__ == "__main__":
    main()
