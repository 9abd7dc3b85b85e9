"""What the members of one statement say differently: numbers, polarity, framing terms, voice, cues, names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import combinations

from ..model import ActorKind, ArticleAnalysis, Difference, MarkKind, Span, Voice
from .numbers import Number, numbers, zeros
from .polarity import Polarity, opposed, polarity, words_of

_Place = tuple[ArticleAnalysis, int]
"""An article and the index of one of its sentences."""
SENTENCES = 5_000
"""Sentences whose numbers and denials are kept, some 5 MB: those of a hundred articles."""


def differences(places: Sequence[_Place]) -> tuple[Difference, ...]:
    """Return the differences between the sentences at `places`, each kind in a fixed order."""
    found = [
        *_numbers(places),
        *_polarity(places),
        *_terms(places),
        *_differing("voice", places, _voice, needs_two=True),
        *_differing("cue", places, _cues, needs_two=True),
        *_differing("name", places, _names, needs_two=False),
    ]
    return tuple(found)


def contradict(places: Sequence[_Place]) -> bool:
    """Return whether the sentences at `places` may contradict each other, in a number or in what one denies."""
    return bool(_numbers(places) or _polarity(places))


def _differing(
    kind: str, places: Sequence[_Place], of: Callable[[ArticleAnalysis, int], dict[str, str]], needs_two: bool
) -> list[Difference]:
    """Return one difference when the members' sets of keys are not all equal.

    `of` gives what is compared → what is shown. With `needs_two`, at least two members must have something: a cue in
    one article only is no difference in cues.
    """
    sets = [of(analysis, sentence) for analysis, sentence in places]
    if len({frozenset(s) for s in sets if s or not needs_two}) < 2:
        return []
    values = tuple((a.article.id, ", ".join(s.values())) for (a, _), s in zip(places, sets, strict=True))
    return [Difference(kind, values)]


def _span(analysis: ArticleAnalysis, sentence: int) -> Span:
    return analysis.document.sentences[sentence].span


@lru_cache(maxsize=SENTENCES)
def _counts(text: str) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    return numbers(text), zeros(text)


@lru_cache(maxsize=SENTENCES)
def _told(text: str) -> Polarity:
    return polarity(text)


def _texts(places: Sequence[_Place]) -> list[str]:
    return [_span(analysis, sentence).of(analysis.document.text) for analysis, sentence in places]


def _numbers(places: Sequence[_Place]) -> list[Difference]:
    """Return the numbers of the members where those of two may contradict each other.

    "Ten people" and "ten people in 2016" do not; "ten" and "twelve" may, and so do "twelve dead, forty hurt" and
    "twelve hurt", "no civilians" and "nine civilians".
    """
    found = [_counts(text) for text in _texts(places)]
    if not any(_numbers_differ(a, b) for a, b in combinations(found, 2)):
        return []
    values = []
    for (analysis, _), (counted, none) in zip(places, found, strict=True):
        printed = dict.fromkeys(number.printed for number in (*counted, *none))
        values.append((analysis.article.id, ", ".join(printed)))
    return [Difference("number", tuple(values))]


def _numbers_differ(
    one: tuple[tuple[Number, ...], tuple[Number, ...]], other: tuple[tuple[Number, ...], tuple[Number, ...]]
) -> bool:
    if _apart({n.value for n in one[0]}, {n.value for n in other[0]}):
        return True
    mine, theirs = _by_unit((*one[0], *one[1])), _by_unit((*other[0], *other[1]))
    return any(_apart(mine[unit], theirs[unit]) for unit in mine.keys() & theirs.keys())


def _apart(one: set[str], other: set[str]) -> bool:
    """Return whether each has what the other has not."""
    return bool(one and other) and not (one <= other or other <= one)


def _by_unit(found: Iterable[Number]) -> dict[str, set[str]]:
    units: dict[str, set[str]] = {}
    for number in found:
        if number.unit:
            units.setdefault(number.unit, set()).add(number.value)
    return units


def _polarity(places: Sequence[_Place]) -> list[Difference]:
    """Return the words by which one member may deny what another affirms; "" for one that has none."""
    found = [_told(text) for text in _texts(places)]
    if not any(opposed(a, b) for a, b in combinations(found, 2)):
        return []
    values = tuple(
        (analysis.article.id, words_of(mine, [other for other in found if other is not mine]))
        for (analysis, _), mine in zip(places, found, strict=True)
    )
    return [Difference("polarity", values)]


def _terms(places: Sequence[_Place]) -> list[Difference]:
    """Return one difference per concept for which two members chose different variants."""
    concepts: dict[str, list[dict[str, str]]] = {}
    for i, (analysis, sentence) in enumerate(places):
        span = _span(analysis, sentence)
        for mark in analysis.of_kind(MarkKind.FRAMING):
            if mark.concept and span.contains(mark.span):
                chosen = concepts.setdefault(mark.concept, [{} for _ in places])[i]
                chosen.setdefault(mark.variant, mark.span.of(analysis.document.text))
    found = []
    for _, sets in sorted(concepts.items()):
        if len({frozenset(s) for s in sets if s}) > 1:
            values = tuple((a.article.id, ", ".join(s.values())) for (a, _), s in zip(places, sets, strict=True))
            found.append(Difference("term", values))
    return found


def _voice(analysis: ArticleAnalysis, sentence: int) -> dict[str, str]:
    voice = analysis.document.main_voice(_span(analysis, sentence))
    return {} if voice is Voice.MIXED else {str(voice): str(voice)}


def _cues(analysis: ArticleAnalysis, sentence: int) -> dict[str, str]:
    span = _span(analysis, sentence)
    found: dict[str, str] = {}
    for attribution in analysis.document.attributions:
        if attribution.cue and span.contains(attribution.cue[0]):
            cue = " ".join(part.of(analysis.document.text) for part in attribution.cue).lower()
            found.setdefault(cue, cue)
    return found


def _names(analysis: ArticleAnalysis, sentence: int) -> dict[str, str]:
    """Return the persons named in the sentence, by last name."""
    span = _span(analysis, sentence)
    found: dict[str, str] = {}
    for actor in analysis.document.actors:
        if actor.kind is ActorKind.PERSON and any(span.contains(mention) for mention in actor.mentions):
            found.setdefault(actor.name.split()[-1].casefold(), actor.name)
    return dict(sorted(found.items()))
