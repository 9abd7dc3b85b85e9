"""Figures that several outputs need, taken from a comparison: words by voice, framing marks, sentence scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..kept import kept
from ..model import (
    ArticleAnalysis,
    Comparison,
    Document,
    Group,
    MarkKind,
    Measure,
    Passage,
    Sentence,
    Span,
    Voice,
)
from ..progress import checkpoint

SPOKEN = (Voice.NARRATOR, Voice.QUOTED, Voice.REPORTED)
"""The three voices that every figure is split into; a scare quote is the outlet's own choice of words."""


def own(voice: Voice) -> Voice:
    """Return the voice that a term counts under: one in scare quotes is the outlet's own."""
    return voice if voice in SPOKEN else Voice.NARRATOR


@dataclass(frozen=True, slots=True)
class VoiceShare:
    """The words of one voice, and where they stand."""

    words: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with its sentiment."""

    article: str
    sentence: Sentence
    voice: Voice
    """That of most of its words, as the measures count it; mixed where none has most."""
    compound: float
    position: float
    """Where its middle lies in the article, 0 (top) … 1 (end)."""

    @property
    def passage(self) -> Passage:
        return Passage(self.article, self.sentence.span)


def by_group(comparison: Comparison) -> dict[str, tuple[ArticleAnalysis, ...]]:
    """Return the analyses of each group by its key, in the comparison's order; one pass, however many groups."""
    found: dict[str, list[ArticleAnalysis]] = {group.key: [] for group in comparison.groups}
    for group, analysis in places(comparison).values():
        found[group.key].append(analysis)
    return {key: tuple(analyses) for key, analyses in found.items()}


def places(comparison: Comparison) -> dict[str, tuple[Group, ArticleAnalysis]]:
    """Return the group and the analysis of every article by its id: for loops over thousands of passages."""
    group_of = {article: group for group in comparison.groups for article in group.articles}
    return {a.article.id: (group_of[a.article.id], a) for a in comparison.analyses}


def measurable(comparison: Comparison) -> frozenset[str]:
    """Return the keys of the groups of which anything is in a language that is read; figures of others are dashes."""
    return frozenset(key for key, analyses in by_group(comparison).items() if any(a.article.scored for a in analyses))


def in_own_voice(comparison: Comparison) -> dict[str, tuple[Group, ArticleAnalysis]]:
    """Return what `places` does without the articles that figures of the outlets' own voice leave out."""
    left_out = frozenset(comparison.apart)
    return {article: found for article, found in places(comparison).items() if article not in left_out}


def voiced(comparison: Comparison) -> frozenset[str]:
    """Return the keys of the groups of which any article is in the figures of the outlets' own voice."""
    counted = in_own_voice(comparison).values()
    return frozenset(group.key for group, analysis in counted if analysis.article.scored)


def voiced_words(comparison: Comparison) -> dict[str, int]:
    """Return how many words of each group the figures of its own voice are about; groups without one are missing."""
    return {group: found[0].n for group, found in figures(comparison, "voice_share").items() if found}


def read(comparison: Comparison) -> tuple[Group, ...]:
    """Return the groups that figures are about: those with an article in a language that is read."""
    keys = measurable(comparison)
    return tuple(group for group in comparison.groups if group.key in keys)


def figures(comparison: Comparison, name: str) -> dict[str, list[Measure]]:
    """Return the measures called `name` by group."""
    found: dict[str, list[Measure]] = {group.key: [] for group in comparison.groups}
    for measure in comparison.measures:
        group = measure.dimension("group") if measure.name == name else None
        if group in found:
            found[group].append(measure)
    return found


def counted(measure: Measure) -> int:
    """Return how many of its denominator a share amounts to."""
    return 0 if measure.value is None else round(measure.value * measure.n)


def voice_shares(comparison: Comparison) -> dict[str, dict[Voice, VoiceShare]]:
    """Return the words of each group by voice."""
    nothing = {voice: VoiceShare(0, ()) for voice in SPOKEN}
    return {
        group: nothing | {Voice(m.dimension("voice") or ""): VoiceShare(counted(m), m.passages) for m in measures}
        for group, measures in figures(comparison, "voice_share").items()
    }


def _quoted(document: Document) -> Iterator[Span]:
    """Yield what stands between quotation marks, one quoted within another once."""
    end = 0
    for quotation in sorted(document.quotations, key=lambda q: (q.outer.start, -q.outer.end)):
        if quotation.outer.start >= end:
            end = quotation.outer.end
            yield quotation.inner


def quoted_shares(comparison: Comparison) -> dict[str, float | None]:
    """Return the fraction of each group's own words that stand between quotation marks; None where nothing is read."""
    shares: dict[str, float | None] = {}
    left_out = frozenset(comparison.apart)
    for key, analyses in by_group(comparison).items():
        documents = [a.document for a in analyses if a.article.scored and a.article.id not in left_out]
        words = sum(document.words for document in documents)
        inside = sum(document.words_in(span) for document in documents for span in _quoted(document))
        shares[key] = inside / words if words else None
    return shares


def sentence_scores(analysis: ArticleAnalysis) -> dict[Span, float]:
    """Return the compound of every sentence, 0 where no word carries sentiment; nothing where it is not scored."""
    document = analysis.document
    if not analysis.article.scored:
        return {}
    weights: dict[int | None, float] = {}
    for mark in analysis.of_kind(MarkKind.SENTIMENT):
        weights.setdefault(document.sentence_at(mark.span.start), mark.weight)
    return {s.span: weights.get(i, 0.0) for i, s in enumerate(document.sentences)}


@kept
def scored_sentences(analysis: ArticleAnalysis) -> tuple[Scored, ...]:
    """Return the sentences of an article with their scores and positions."""
    checkpoint()
    document, scores = analysis.document, sentence_scores(analysis)
    length = max(len(document.text), 1)
    return tuple(
        Scored(
            analysis.article.id,
            sentence,
            document.main_voice(sentence.span),
            scores[sentence.span],
            (sentence.span.start + sentence.span.end) / 2 / length,
        )
        for sentence in document.sentences
        if sentence.span in scores
    )
