"""How many marks of a kind there are in each group, and how many per 1,000 words, by voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from ..method import AnalyzerInfo
from ..model import ArticleAnalysis, Group, Mark, Measure, Passage, Voice
from .scope import Scope, passage
from .statistics import count, ratio

VOICES = (Voice.NARRATOR, Voice.QUOTED, Voice.REPORTED)
EVERY: tuple[Voice | None, ...] = (None, *VOICES)
"""All voices together, then each."""
PER = 1000.0

Dimensions = list[tuple[str, str]]


def count_name(info: AnalyzerInfo) -> str:
    """Return what the number of an analyzer's marks is called among the measures."""
    return f"{info.id}_count"


def rate_name(info: AnalyzerInfo) -> str:
    """Return what the number of an analyzer's marks per 1,000 words is called among the measures."""
    return f"{info.id}_rate"


def marked_measures(scope: Scope, group: Group, members: Sequence[ArticleAnalysis]) -> Iterator[Measure]:
    """Yield counts and rates of the marks of every analyzer that has no measures of its own.

    n is the words of the voice. Nothing where an analyzer needs the Reader and no article was read.
    """
    base = [("group", group.key)]
    for info in scope.analyzers:
        among = [a for a in members if a.was_read or not info.needs_reader]
        if among and not info.measures:
            for rate in rates(scope, among, base, info.id, rate_name(info)):
                number = float(len(rate.passages))
                yield count(count_name(info), rate.dimensions, number, rate.n, rate.unit, rate.passages)
                yield rate


def rates(
    scope: Scope, members: Sequence[ArticleAnalysis], base: Dimensions, kind: str, name: str
) -> Iterator[Measure]:
    """Yield the marks of a kind per 1,000 words, of all voices and of each; n is the words."""
    words = {a.article.id: voice_words(scope, a) for a in members}
    marks = {a.article.id: [m for m in scope.marks(a) if m.kind == kind] for a in members}
    for voice in EVERY:
        places = passages(members, marks, in_voice(voice))
        by_article = Counter(place.article for place in places)
        parts = [(float(by_article[a.article.id]), float(words[a.article.id][voice])) for a in members]
        yield ratio(name, [*base, *spoken(voice)], parts, "words", places, PER)


def own(voice: Voice) -> Voice:
    """Return the voice that something counts under: what stands in scare quotes is the outlet's own."""
    return voice if voice in VOICES else Voice.NARRATOR


def spoken(voice: Voice | None) -> Dimensions:
    """Return the dimension of a voice, none for all of them together."""
    return [("voice", str(voice))] if voice else []


def in_voice(voice: Voice | None) -> Callable[[Mark], bool]:
    """Return whether a mark counts under `voice`; under None all do."""
    return lambda mark: voice in (None, own(mark.voice))


def passages(
    members: Sequence[ArticleAnalysis], marks: Mapping[str, Sequence[Mark]], wanted: Callable[[Mark], bool]
) -> list[Passage]:
    """Return the places of the wanted marks."""
    return [passage(a, m.span) for a in members for m in marks[a.article.id] if wanted(m)]


def voice_words(scope: Scope, analysis: ArticleAnalysis) -> dict[Voice | None, int]:
    """Return the words that count, of all voices and of each."""
    found: dict[Voice | None, int] = dict.fromkeys(EVERY, 0)
    for run, n in scope.voice_words(analysis):
        found[own(run.voice)] += n
        found[None] += n
    return found
