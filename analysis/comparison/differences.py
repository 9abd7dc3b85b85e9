"""What the members of one statement say differently: numbers, framing terms, voice, cues, names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..model import ActorKind, ArticleAnalysis, Difference, MarkKind, Span, Voice
from .numbers import numbers

_Place = tuple[ArticleAnalysis, int]
"""An article and the index of one of its sentences."""


def differences(places: Sequence[_Place]) -> tuple[Difference, ...]:
    """Return the differences between the sentences at `places`, each kind in a fixed order."""
    found = [
        *_contradicting(places),
        *_terms(places),
        *_differing("voice", places, _voice, needs_two=True),
        *_differing("cue", places, _cues, needs_two=True),
        *_differing("name", places, _names, needs_two=False),
    ]
    return tuple(found)


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


def _contradicting(places: Sequence[_Place]) -> list[Difference]:
    """Return the numbers of the members where two of them have numbers and neither has all of the other's.

    "Ten people" and "ten people in 2016" do not contradict each other; "ten" and "twelve" may.
    """
    sets = [numbers(_span(analysis, sentence).of(analysis.document.text)) for analysis, sentence in places]
    keys = [frozenset(s) for s in sets if s]
    if all(a <= b or b <= a for a in keys for b in keys):
        return []
    values = tuple((a.article.id, ", ".join(s.values())) for (a, _), s in zip(places, sets, strict=True))
    return [Difference("number", values)]


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
