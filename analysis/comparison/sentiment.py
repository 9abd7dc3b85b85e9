"""The tone of each group's sentences, by voice and by section."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..model import ArticleAnalysis, Group, Mark, MarkKind, Measure, SectionKind, Voice
from .scope import Scope, passage
from .statistics import ratio

NAME = "sentiment_mean"


def sentiment_measures(scope: Scope, group: Group, members: Sequence[ArticleAnalysis]) -> Iterable[Measure]:
    """Yield the mean compound over sentences: of all, by voice, by section, and by voice in the section.

    A sentence without any sentiment mark scores 0 and counts; n is the number of sentences. The value is None
    where there is no such sentence. A sentence counts in the voice of most of its words.
    """
    scored = [(a, _scores(scope, a)) for a in members]
    keys: list[tuple[Voice | None, SectionKind | None]] = [(None, None)]
    keys += [(voice, None) for voice in Voice if voice is not Voice.SCARE]
    keys += [(None, section) for section in SectionKind]
    keys += [(voice, section) for voice in Voice if voice is not Voice.SCARE for section in SectionKind]
    for voice, section in keys:
        parts: list[tuple[float, float]] = []
        passages = []
        for analysis, scores in scored:
            mine = [s for s in scores if voice in (None, s[0]) and section in (None, s[1])]
            parts.append((sum(weight for _, _, weight, _ in mine), float(len(mine))))
            passages += [passage(analysis, mark.span) for _, _, _, mark in mine if mark is not None]
        dimensions = [("group", group.key)]
        dimensions += [("voice", str(voice))] if voice else []
        dimensions += [("section", str(section))] if section else []
        if any(n for _, n in parts) or section is None:
            yield ratio(NAME, dimensions, parts, "sentences", passages)


def _scores(scope: Scope, analysis: ArticleAnalysis) -> list[tuple[Voice, SectionKind, float, Mark | None]]:
    """Return voice, section, compound and mark of each sentence that counts."""
    document = analysis.document
    by_sentence: dict[int | None, list[Mark]] = defaultdict(list)
    for mark in analysis.of_kind(MarkKind.SENTIMENT):
        by_sentence[document.sentence_at(mark.span.start)].append(mark)
    found: list[tuple[Voice, SectionKind, float, Mark | None]] = []
    for i, sentence in scope.sentences(analysis):
        marks = by_sentence.get(i, [])
        first = marks[0] if marks else None
        voice = document.main_voice(sentence.span)
        found.append((voice, sentence.section, first.weight if first else 0.0, first))
    return found
