"""Sentiment toward each actor of an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import fmean

from ...model import ActorSentiment, ArticleAnalysis, Measure, Passage, Polarity, Voice
from ...progress import checked
from ...thresholds import TOWARD_MEAN
from .sentences import Dimensions

MEAN = "toward.mean"
VOICES = (Voice.NARRATOR, Voice.QUOTED, Voice.REPORTED)


def toward_measures(analysis: ArticleAnalysis) -> tuple[Measure, ...]:
    """Return the mean balance and the shares of polarities per actor, over all its mentions and by voice."""
    found: list[Measure] = []
    by_actor: dict[int, list[ActorSentiment]] = defaultdict(list)
    for one in analysis.toward:
        by_actor[one.actor].append(one)
    for index, own in checked(sorted(by_actor.items())):
        subject = ("subject", analysis.document.actors[index].name)
        found += _figures(analysis, own, (subject,))
        for voice in VOICES:
            of_voice = [one for one in own if one.voice is voice]
            if of_voice:
                found += _figures(analysis, of_voice, (subject, ("voice", voice.value)))
    return tuple(found)


def _figures(analysis: ArticleAnalysis, given: Sequence[ActorSentiment], dimensions: Dimensions) -> list[Measure]:
    n = len(given)
    mean = fmean(one.balance for one in given) if n >= TOWARD_MEAN else None
    found = [Measure(MEAN, dimensions, mean, n, "balance", passages=_passages(analysis, given))]
    for polarity in Polarity:
        counted = [one for one in given if one.polarity is polarity]
        passages = _passages(analysis, counted)
        found.append(Measure(f"toward.{polarity}", dimensions, len(counted) / n, n, "share", passages=passages))
    return found


def _passages(analysis: ArticleAnalysis, given: Sequence[ActorSentiment]) -> tuple[Passage, ...]:
    return tuple(Passage(analysis.article.id, one.span) for one in given)
