"""An article's text cut into runs: what is tinted, outlined, underlined, and whose words stand where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from ...messages import render
from ...model import ArticleAnalysis, Comparison, Mark, MarkKind, SectionKind, Span, Voice
from ..labels import say, short
from ..numbers import count
from .outline import Block, Emphasis, Marked, Run

SPEAKER_LENGTH = 28
"""Characters of a speaker's name in the margin; the ledger has the whole."""


class Look(StrEnum):
    """How the words that a passage is about stand out in it."""

    TERM = "term"
    """By their voice, as framing terms do in the articles."""
    LOADED = "loaded"
    ACT = "act"
    """Strong: what is meant is the place, not the choice of the word."""


@dataclass(frozen=True, slots=True)
class _Cover:
    """A stretch with one property, to be laid over the text."""

    span: Span
    emphasis: Emphasis = Emphasis.NONE
    loaded: bool = False
    why: str = ""
    quotation: int | None = None


def marked_article(analysis: ArticleAnalysis, heading: str = "", language: str = "en") -> Marked:
    """Return the article as paragraphs of runs; every character of its paragraphs is in one run.

    `heading` stands above it, by default its outlet or file.
    """
    heading = heading or analysis.article.label
    covers = _covers(analysis, language)
    text = analysis.document.text
    found = [
        Block(_runs(text, paragraph, [c for c in covers if c.span.overlaps(paragraph)]), _section(analysis, paragraph))
        for paragraph in _paragraphs(analysis)
        if len(paragraph)
    ]
    speakers = tuple(
        (i, _short(a.speaker.name)) for i, a in enumerate(analysis.document.attributions) if a.speaker is not None
    )
    blocks = _titled(heading, tuple(found))
    notes = tuple(render(note, language) for note in analysis.article.notes)
    return Marked(heading, _facts(analysis, language), analysis.article.language, blocks, speakers, notes)


def headings(comparison: Comparison) -> dict[str, str]:
    """Return what each article is headed by: its outlet or file, as in the charts; several are told apart."""
    articles = [analysis.article for analysis in comparison.analyses]
    labels = Counter(article.label for article in articles)
    return {
        article.id: f"{short(article.label)}: {article.title or article.published or article.source}"
        if labels[article.label] > 1
        else article.label
        for article in articles
    }


def _titled(heading: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks without a headline that would only say the heading again."""
    head = next((block for block in blocks if block.kind == SectionKind.HEADLINE), None)
    if head is None:
        return blocks
    marked = any(run.emphasis or run.loaded or run.quotation is not None for run in head.runs)
    same = "".join(run.text for run in head.runs).strip() == heading
    return tuple(block for block in blocks if block is not head) if same and not marked else blocks


def _facts(analysis: ArticleAnalysis, language: str) -> tuple[str, ...]:
    article, words = analysis.article, analysis.document.words
    return (
        *(() if article.outlet.strip() else (say("output.unknown_outlet", language),)),
        article.published.replace("T", " ") if article.published else say("output.no_date", language),
        say("output.words", language, count=words, words=count(words)),
        *((article.byline,) if article.byline else ()),
    )


def context(
    analysis: ArticleAnalysis, span: Span, voice: Voice, around: int = 90, look: Look = Look.TERM
) -> tuple[Run, ...]:
    """Return the passage as runs: the term with up to `around` characters of its sentence on each side."""
    text, index = analysis.document.text, analysis.document.sentence_at(span.start)
    whole = analysis.document.sentences[index].span if index is not None else span
    before = text[whole.start : span.start]
    after = text[span.end : max(whole.end, span.end)]
    if len(before) > around:
        before = "… " + before[-around:].partition(" ")[2]
    if len(after) > around:
        after = after[:around].rpartition(" ")[0] + " …"
    words = _single(span.of(text))
    meant = {
        Look.TERM: Run(words, _emphasis(voice)),
        Look.LOADED: Run(words, loaded=True),
        Look.ACT: Run(words, Emphasis.STRONG),
    }[look]
    runs = (Run(_single(before)), meant, Run(_single(after)))
    return tuple(run for run in runs if run.text)


def _single(text: str) -> str:
    """Text with every run of white space as one space."""
    return re.sub(r"\s+", " ", text)


def _emphasis(voice: Voice) -> Emphasis:
    return Emphasis.TINT if voice in (Voice.NARRATOR, Voice.SCARE, Voice.MIXED) else Emphasis.OUTLINE


def _short(name: str) -> str:
    return name if len(name) <= SPEAKER_LENGTH else name[: SPEAKER_LENGTH - 1].rstrip() + "…"


def _paragraphs(analysis: ArticleAnalysis) -> Sequence[Span]:
    """The document's paragraphs, or the lines of a text that has none."""
    if analysis.document.paragraphs:
        return analysis.document.paragraphs
    spans, start = [], 0
    for line in analysis.document.text.splitlines(keepends=True):
        spans.append(Span(start, start + len(line.rstrip())))
        start += len(line)
    return spans


def _section(analysis: ArticleAnalysis, paragraph: Span) -> str:
    """The kind of the section that holds most of the paragraph: a dateline is only the beginning of its lead."""
    held = [(_shared(s.span, paragraph), s.kind) for s in analysis.article.sections if s.span.overlaps(paragraph)]
    return str(max(held, key=lambda pair: pair[0])[1]) if held else str(SectionKind.BODY)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _covers(analysis: ArticleAnalysis, language: str) -> list[_Cover]:
    found = [_framing(m, language) for m in analysis.of_kind(MarkKind.FRAMING)]
    found += [_Cover(m.span, loaded=True, why=render(m.why, language)) for m in analysis.of_kind(MarkKind.LOADED)]
    for i, attribution in enumerate(analysis.document.attributions):
        found += [_Cover(span, quotation=i) for span in attribution.content]
    return found


def _framing(mark: Mark, language: str) -> _Cover:
    return _Cover(mark.span, _emphasis(mark.voice), why=render(mark.why, language))


def _runs(text: str, paragraph: Span, covers: Sequence[_Cover]) -> tuple[Run, ...]:
    """Cut the paragraph wherever a property begins or ends."""
    cuts = {paragraph.start, paragraph.end}
    for cover in covers:
        cuts |= {c for c in (cover.span.start, cover.span.end) if paragraph.start < c < paragraph.end}
    edges = sorted(cuts)
    return tuple(_run(text, Span(start, end), covers) for start, end in pairwise(edges) if text[start:end])


def _run(text: str, span: Span, covers: Sequence[_Cover]) -> Run:
    here = [c for c in covers if c.span.contains(span)]
    emphasis = next((c.emphasis for c in here if c.emphasis), Emphasis.NONE)
    quotation = next((c.quotation for c in here if c.quotation is not None), None)
    whys = dict.fromkeys(c.why for c in here if c.why)
    return Run(span.of(text), emphasis, any(c.loaded for c in here), "; ".join(whys), quotation)
