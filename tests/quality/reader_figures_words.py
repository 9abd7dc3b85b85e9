"""Runs the program on the gold of `reader_gold_words` and gives the figures of names, aliases, loaded words, agency
and sentiment toward targets.

`python -m tests.quality.reader_figures_words` prints them; they are never used to choose what to change in a text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from analysis.model import Article, Document, MarkKind, Section, SectionKind, Span
from analysis.reading.actors import names_of
from analysis.reading.analyzers.agency import AgencyAnalyzer
from analysis.reading.pipeline import read_document
from analysis.thresholds import LOADED_SENTENCE

from . import reader_gold_words as gold
from . import reader_scores_words as scores


@dataclass(frozen=True, slots=True)
class Figures:
    names: scores.Found
    typed: scores.Found
    aliases: scores.BCubed
    loaded: float | None
    """Macro-F1 of sentences."""
    ranking: scores.WordRanking
    agency: scores.AgencyScores
    targets: float | None
    """Macro-F1 of negative, neutral, positive."""


@cache
def read(text: str) -> Document:
    """Return a gold text read as an article of one body section."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    section = Section(SectionKind.BODY, Span(0, len(text)))
    return read_document(Article(digest[:12], "Outlet", "", text, (section,), "gold", digest, digest))


def names(document: Document) -> list[gold.Name]:
    return [gold.Name(span, str(kind)) for span, kind in names_of(document)]


def keys(document: Document, mentions: Iterable[Span]) -> list[str | None]:
    """Return the actor of each mention, None where no actor has it."""
    found = []
    for mention in mentions:
        place = scores.trimmed(document.text, mention)
        held = [
            (len(m), actor.name)
            for actor in document.actors
            for m in actor.mentions
            if scores.same_place(document.text, scores.trimmed(document.text, m), place)
        ]
        found.append(min(held)[1] if held else None)
    return found


def words(document: Document) -> list[tuple[Span, float]]:
    assert document.reading is not None
    weights = document.reading.loaded_words.tolist()
    return [(token.span, weights[i]) for i, token in enumerate(document.tokens) if token.word]


def acts(document: Document) -> list[gold.Act]:
    marks = (m for m in AgencyAnalyzer().marks(document) if m.kind == MarkKind.AGENCY and m.act is not None)
    return [
        gold.Act(m.span, str(m.act.form), next(iter(m.act.actor), None), next(iter(m.act.affected), None))
        for m in marks
        if m.act is not None
    ]


def toward(document: Document, target: Span) -> str:
    assert document.reading is not None
    first, last = document.token_at(target.start), document.token_at(target.end)
    figures = document.reading.toward(first, last)
    return gold.LABELS[figures.index(max(figures))]


def loaded(document: Document) -> bool:
    """Return whether any sentence of the text is held to be loaded."""
    assert document.reading is not None
    return any(float(value) >= LOADED_SENTENCE for value in document.reading.loaded)


@cache
def figures() -> Figures:
    """Return the figures of everything on the gold."""
    passages, groupings, sentences = gold.names(), gold.groupings(), gold.loaded()
    predicted = [names(read(p.text)) for p in passages]
    aims = [(t.text, mark) for t in gold.targets() for mark in t.targets]
    return Figures(
        scores.name_spans(passages, predicted, typed=False),
        scores.name_spans(passages, predicted, typed=True),
        scores.b_cubed(groupings, [keys(read(g.text), g.mentions) for g in groupings]),
        scores.macro_f([s.loaded for s in sentences], [loaded(read(s.text)) for s in sentences]),
        scores.rank_words(sentences, [words(read(s.text)) for s in sentences]),
        scores.score_agency(gold.agency(), [acts(read(s.text)) for s in gold.agency()]),
        scores.macro_f([mark.label for _, mark in aims], [toward(read(text), mark.span) for text, mark in aims]),
    )


def report(found: Figures) -> Iterable[str]:
    """Yield the figures as lines."""

    def shown(value: float | None) -> str:
        return "    –" if value is None else f"{value:5.3f}"

    for label, one in (("names, place", found.names), ("names, place and kind", found.typed)):
        yield f"{shown(one.f)} F  {shown(one.precision)} precision  {shown(one.recall)} recall   {label}"
    yield f"{shown(found.aliases.f)} B-cubed F   mentions grouped into actors"
    yield f"{shown(found.loaded)} macro-F1   loaded sentences"
    yield f"{shown(found.ranking.r_precision)} R-precision  {shown(found.ranking.top_1)} top-1   loaded words"
    agency = found.agency
    acted = agency.acts
    yield f"{shown(acted.f)} F  {shown(acted.precision)} precision  {shown(acted.recall)} recall   acts"
    yield f"{shown(agency.form)} form  {shown(agency.actor)} actor  {shown(agency.affected)} affected, of those"
    yield f"{shown(agency.actors.f)} F actors  {shown(agency.affecteds.f)} F affected, of all acts"
    yield f"{shown(found.targets)} macro-F1   sentiment toward targets"


if __name__ == "__main__":
    for line in report(figures()):
        print(line)
