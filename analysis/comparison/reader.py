"""What the trained Reader adds to the figures of each group: acts of force, loaded wording, valence, and sentiment
toward actors. Groups without a reading have none of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..messages import Message, message
from ..model import (
    ActForm,
    ActorSentiment,
    ArticleAnalysis,
    Group,
    Mark,
    MarkKind,
    Measure,
    Passage,
    Polarity,
)
from ..progress import checked
from ..thresholds import LOADED_SENTENCE, TOWARD_MEAN
from .actors import Subjects
from .marked import EVERY, Dimensions, own, passages, rates, spoken
from .scope import Scope, passage
from .statistics import count, ratio

MEASURES: Mapping[str, tuple[Message, str]] = {
    name: (message(f"comparison.measure.{name}"), unit)
    for name, unit in (
        ("agency_count", "acts"),
        ("agency_named_share", "acts"),
        ("loaded_share", "sentences"),
        ("loaded_rate", "words"),
        ("valence_mean", "sentences"),
        ("toward_mean", "mentions"),
        ("toward_share", "mentions"),
    )
}
"""Every such measure: its label, and what its `n` counts."""


def reader_measures(scope: Scope, group: Group, subjects: Subjects) -> Iterator[Measure]:
    """Yield the figures of the group's articles that the Reader read."""
    members = [a for a in scope.members(group) if a.was_read]
    if members:
        base = [("group", group.key)]
        yield from _agency(scope, members, base)
        yield from _loaded(scope, members, base)
        yield from _valence(scope, members, base)
        yield from _toward(scope, members, base, subjects)


def _agency(scope: Scope, members: Sequence[ArticleAnalysis], base: Dimensions) -> Iterator[Measure]:
    """Yield acts by voice and form, and the share of acts whose actor is named; n is the number of acts."""
    found = {a.article.id: [m for m in scope.marks(a) if m.act is not None] for a in members}
    for voice in EVERY:
        mine = {key: [m for m in marks if voice in (None, own(m.voice))] for key, marks in found.items()}
        total = sum(map(len, mine.values()))
        for form in ActForm:
            some = passages(members, mine, _of_form(form))
            yield count("agency_count", [*base, *spoken(voice), ("form", str(form))], len(some), total, "acts", some)
        named = passages(members, mine, lambda m: m.act is not None and bool(m.act.actor))
        by_article = Counter(p.article for p in named)
        parts = [(float(by_article[a.article.id]), float(len(mine[a.article.id]))) for a in members]
        yield ratio("agency_named_share", [*base, *spoken(voice)], parts, "acts", named)


def _of_form(form: ActForm) -> Callable[[Mark], bool]:
    return lambda mark: mark.act is not None and mark.act.form is form


def _loaded(scope: Scope, members: Sequence[ArticleAnalysis], base: Dimensions) -> Iterator[Measure]:
    """Yield the share of sentences that the Reader holds to be loaded, and loaded words per 1,000 words."""
    for voice in EVERY:
        sentences: Counter[str] = Counter()
        loaded: Counter[str] = Counter()
        passages: list[Passage] = []
        for a in members:
            for i, sentence in scope.sentences(a):
                chance = a.score(i).loaded
                if chance is None or voice not in (None, a.document.main_voice(sentence.span)):
                    continue
                sentences[a.article.id] += 1
                if chance >= LOADED_SENTENCE:
                    loaded[a.article.id] += 1
                    passages.append(passage(a, sentence.span))
        parts = [(float(loaded[a.article.id]), float(sentences[a.article.id])) for a in members]
        yield ratio("loaded_share", [*base, *spoken(voice)], parts, "sentences", passages)
    yield from rates(scope, members, base, MarkKind.LOADED, "loaded_rate")


def _valence(scope: Scope, members: Sequence[ArticleAnalysis], base: Dimensions) -> Iterator[Measure]:
    """Yield the mean valence over sentences that were read, of all and by the voice of most of their words."""
    for voice in EVERY:
        parts, passages = [], []
        for a in members:
            mine = [
                (value, sentence)
                for i, sentence in scope.sentences(a)
                if (value := a.score(i).valence) is not None and voice in (None, a.document.main_voice(sentence.span))
            ]
            parts.append((sum(value for value, _ in mine), float(len(mine))))
            passages += [passage(a, sentence.span) for _, sentence in mine]
        yield ratio("valence_mean", [*base, *spoken(voice)], parts, "sentences", passages)


def _toward(
    scope: Scope, members: Sequence[ArticleAnalysis], base: Dimensions, subjects: Subjects
) -> Iterator[Measure]:
    """Yield, for each actor, the mean of P(positive) - P(negative) over enough mentions, and the shares of labels."""
    held: dict[str, list[tuple[str, ActorSentiment]]] = defaultdict(list)
    for a in members:
        for m in a.toward:
            subject = subjects.name(a.article.id, a.document.actors[m.actor].name)
            if subject is not None and scope.counts(a.article.id, m.span):
                held[subject].append((a.article.id, m))
    for subject in checked(subjects.order):
        found = held.get(subject, [])
        for voice in EVERY if found else ():
            mine = [(article, m) for article, m in found if voice in (None, m.voice)]
            if mine:
                parts = [_sum([m.balance for article, m in mine if article == a.article.id]) for a in members]
                dimensions = [*base, ("subject", subject), *spoken(voice)]
                whole = ratio("toward_mean", dimensions, parts, "mentions", _places(mine))
                yield whole if len(mine) >= TOWARD_MEAN else replace(whole, value=None, low=None, high=None)
        for polarity in Polarity if found else ():
            likely = [(article, m) for article, m in found if m.polarity is polarity]
            parts = [_sum([float(m.polarity is polarity) for n, m in found if n == a.article.id]) for a in members]
            dimensions = [*base, ("polarity", str(polarity)), ("subject", subject)]
            yield ratio("toward_share", dimensions, parts, "mentions", _places(likely))


def _sum(values: Sequence[float]) -> tuple[float, float]:
    return sum(values), float(len(values))


def _places(found: Iterable[tuple[str, ActorSentiment]]) -> list[Passage]:
    return [Passage(article, mention.span) for article, mention in found]
