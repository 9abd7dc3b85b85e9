"""The figures of each group: lengths, voices, framing, sources. Names and units stand in `MEASURES`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..messages import Message, message
from ..model import ArticleAnalysis, CueStance, Group, MarkKind, Measure, Passage, SpeakerKind, Voice
from ..progress import checked
from .actors import subjects
from .marked import marked_measures
from .reader import MEASURES as READER_MEASURES
from .reader import reader_measures
from .scope import Scope, passage
from .sentiment import sentiment_measures
from .statistics import count, ratio

PER = 1000.0
OWN_VOICES = (Voice.NARRATOR, Voice.QUOTED, Voice.REPORTED)
"""The voices that words stand in; a term in scare quotes is the outlet's own word."""

RULES: Mapping[str, tuple[Message, str]] = {
    name: (message(f"comparison.measure.{name}"), unit)
    for name, unit in (
        ("articles", "articles"),
        ("words", "words"),
        ("voice_share", "words"),
        ("framing_count", "words"),
        ("framing_rate", "words"),
        ("sentiment_mean", "sentences"),
        ("attributions", "words"),
        ("source_kind_share", "attributions"),
        ("source_named_share", "attributions"),
        ("cue_stance_share", "attributions"),
    )
}
"""The measures that need no Reader."""
MEASURES: Mapping[str, tuple[Message, str]] = {**RULES, **READER_MEASURES}
"""Every measure that is made by hand: its label, and what its `n` counts. Others are counts and rates of marks."""


def group_measures(scope: Scope, own: Scope | None = None) -> tuple[Measure, ...]:
    """Return all figures, ordered by name and then as the groups, voices and kinds are ordered.

    Figures of the outlets' own voice are about the articles of `own`, lengths and sources about all of `scope`.
    """
    own = own or scope
    found: list[Measure] = []
    actors = subjects(a for a in own.scored if a.was_read)
    for group in checked(scope.groups):
        if members := scope.members(group):
            found += _lengths(scope, group, members)
            found += _sources(scope, group, members)
        if members := own.members(group):
            found += _voices(own, group, members)
            found += _framing(own, group, members)
            found += sentiment_measures(own, group, members)
            found += _cues(own, group, members)
            found += reader_measures(own, group, actors)
            found += marked_measures(own, group, members)
    order = {name: i for i, name in enumerate(dict.fromkeys((*MEASURES, *(m.name for m in found))))}
    return tuple(sorted(found, key=lambda m: order[m.name]))


def _lengths(scope: Scope, group: Group, members: Sequence[ArticleAnalysis]) -> Iterable[Measure]:
    dimensions = (("group", group.key),)
    yield count("articles", dimensions, len(members), len(members), "articles")
    words = sum(len(scope.words(a)) for a in members)
    yield count("words", dimensions, words, words, "words")


def _voices(scope: Scope, group: Group, members: Sequence[ArticleAnalysis]) -> Iterable[Measure]:
    """Yield the share of words in each voice; n is all words of the group that count."""
    runs = [(a, scope.voice_words(a)) for a in members]
    for voice in OWN_VOICES:
        parts, passages = [], []
        for analysis, counted in runs:
            mine = [(run, n) for run, n in counted if n and _own(run.voice) is voice]
            parts.append((float(sum(n for _, n in mine)), float(sum(n for _, n in counted))))
            passages += [passage(analysis, run.span) for run, _ in mine]
        yield ratio("voice_share", (("group", group.key), ("voice", str(voice))), parts, "words", passages)


def _own(voice: Voice) -> Voice:
    return Voice.NARRATOR if voice is Voice.SCARE else voice


def _framing(scope: Scope, group: Group, members: Sequence[ArticleAnalysis]) -> Iterable[Measure]:
    """Yield counts by voice and dimension, and rates per 1,000 words of the voice; n is the words of that voice."""
    words = [_words_by_voice(scope, a) for a in members]
    passages: dict[tuple[Voice, str], list[Passage]] = defaultdict(list)
    per_article: dict[tuple[Voice, str], Counter[str]] = defaultdict(Counter)
    for analysis in members:
        for mark in scope.marks(analysis):
            if mark.kind == MarkKind.FRAMING and mark.dimension is not None:
                for key in ((mark.voice, str(mark.dimension)), (mark.voice, "")):
                    passages[key].append(passage(analysis, mark.span))
                    per_article[key][analysis.article.id] += 1
    keys = set(per_article) | {(voice, "") for voice in OWN_VOICES}
    for voice, dimension in sorted(keys, key=lambda k: (list(Voice).index(k[0]), k[1])):
        dimensions = [("group", group.key), ("voice", str(voice))] + ([("dimension", dimension)] if dimension else [])
        counts = per_article[voice, dimension]
        among = _own(voice)
        parts = [(float(counts[a.article.id]), float(w[among])) for a, w in zip(members, words, strict=True)]
        shown = passages[voice, dimension]
        below = int(sum(w[among] for w in words))
        yield count("framing_count", dimensions, counts.total(), below, "words", shown)
        yield ratio("framing_rate", dimensions, parts, "words", shown, per=PER)


def _words_by_voice(scope: Scope, analysis: ArticleAnalysis) -> Counter[Voice]:
    words: Counter[Voice] = Counter()
    for run, n in scope.voice_words(analysis):
        words[_own(run.voice)] += n
    return words


def _sources(scope: Scope, group: Group, members: Sequence[ArticleAnalysis]) -> Iterable[Measure]:
    """Yield how many attributions there are, and the shares of named sources and of source kinds."""
    kinds: dict[str, list[Passage]] = defaultdict(list)
    named: list[Passage] = []
    everything: list[Passage] = []
    for analysis in members:
        for _, attribution in scope.attributions(analysis):
            place = passage(analysis, attribution.span)
            speaker = attribution.speaker
            everything.append(place)
            kinds[speaker.kind if speaker else SpeakerKind.UNNAMED].append(place)
            if speaker and speaker.named:
                named.append(place)
    base = (("group", group.key),)
    words = sum(len(scope.words(a)) for a in members)
    yield count("attributions", base, len(everything), words, "words", everything)
    yield _share("source_named_share", base, members, named, everything)
    for kind in checked(SpeakerKind):
        if kinds[kind]:
            yield _share("source_kind_share", (*base, ("kind", str(kind))), members, kinds[kind], everything)


def _cues(scope: Scope, group: Group, members: Sequence[ArticleAnalysis]) -> Iterable[Measure]:
    """Yield the shares of the stances of cues, which the outlet chooses."""
    stances: dict[str, list[Passage]] = defaultdict(list)
    everything: list[Passage] = []
    for analysis in members:
        for _, attribution in scope.attributions(analysis):
            place = passage(analysis, attribution.span)
            everything.append(place)
            stances[attribution.cue_stance].append(place)
    for stance in CueStance:
        if stances[stance]:
            dimensions = (("group", group.key), ("stance", str(stance)))
            yield _share("cue_stance_share", dimensions, members, stances[stance], everything)


def _share(
    name: str,
    dimensions: Iterable[tuple[str, str]],
    members: Sequence[ArticleAnalysis],
    places: list[Passage],
    everything: list[Passage],
) -> Measure:
    """Return the share that `places` have in all attributions; n is the number of these."""
    by_article, totals = (Counter(place.article for place in some) for some in (places, everything))
    parts = [(float(by_article[a.article.id]), float(totals[a.article.id])) for a in members]
    return ratio(name, dimensions, parts, "attributions", places)
