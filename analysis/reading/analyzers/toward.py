"""Sentiment toward each actor, mention by mention and by voice, as the Reader judges the sentence it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from ...messages import message
from ...model import Document, Mark, Measure, Passage, Span, Voice
from .base import AnalyzerInfo, MeasureInfo

MEAN = "toward.mean"
SHARES = ("toward.negative", "toward.neutral", "toward.positive")
VOICES = (Voice.NARRATOR, Voice.QUOTED, Voice.REPORTED)


@dataclass(frozen=True, slots=True)
class Toward:
    """What one mention of an actor is given: the probabilities of the three polarities."""

    actor: int
    """Index into Document.actors."""
    span: Span
    voice: Voice
    negative: float
    neutral: float
    positive: float

    @property
    def balance(self) -> float:
        """P(positive) - P(negative), -1 … 1."""
        return self.positive - self.negative

    @property
    def label(self) -> int:
        """Which of negative, neutral, positive is the likeliest: 0, 1, 2."""
        figures = (self.negative, self.neutral, self.positive)
        return figures.index(max(figures))


class TowardAnalyzer:
    """Measures sentiment toward actors; it marks nothing of its own."""

    @property
    def info(self) -> AnalyzerInfo:
        return AnalyzerInfo(
            id="toward",
            version=1,
            label=message("toward.label"),
            kinds=(),
            measures=(
                MeasureInfo(MEAN, message("toward.mean.label"), "balance", message("toward.mean.why")),
                *(MeasureInfo(s, message(f"{s}.label"), "share", message("toward.share.why")) for s in SHARES),
            ),
            colour_role="sentiment",
            needs_reader=True,
        )

    def marks(self, document: Document) -> tuple[Mark, ...]:
        return ()

    def measures(self, document: Document, marks: tuple[Mark, ...]) -> tuple[Measure, ...]:
        """Return the mean balance and the shares of polarities per actor, over all its mentions and by voice."""
        found: list[Measure] = []
        given = mentions(document)
        for index, actor in enumerate(document.actors):
            own = [one for one in given if one.actor == index]
            if not own:
                continue
            subject = ("subject", actor.name)
            found += _figures(document, own, (subject,))
            for voice in VOICES:
                of_voice = [one for one in own if one.voice is voice]
                if of_voice:
                    found += _figures(document, of_voice, (subject, ("voice", voice.value)))
        return tuple(found)


def mentions(document: Document) -> tuple[Toward, ...]:
    """Return what every mention of every actor is given, in the order of actors; nothing without a reading."""
    reading = document.reading
    if reading is None:
        return ()
    found = []
    for index, actor in enumerate(document.actors):
        for span in actor.mentions:
            first, last = document.token_at(span.start), document.token_at(span.end)
            if first < last and bool((reading.upos[first:last] >= 0).any()):
                voice = document.voice_at(span.start).voice
                own = Voice.NARRATOR if voice is Voice.SCARE else voice
                found.append(Toward(index, span, own, *reading.toward(first, last)))
    return tuple(found)


def _figures(document: Document, given: Sequence[Toward], dimensions: tuple[tuple[str, str], ...]) -> list[Measure]:
    n = len(given)
    mean = fmean(one.balance for one in given)
    found = [Measure(MEAN, dimensions, mean, n, "balance", passages=_passages(document, given))]
    for label, name in enumerate(SHARES):
        counted = [one for one in given if one.label == label]
        found.append(Measure(name, dimensions, len(counted) / n, n, "share", passages=_passages(document, counted)))
    return found


def _passages(document: Document, given: Sequence[Toward]) -> tuple[Passage, ...]:
    return tuple(Passage(document.article.id, one.span) for one in given)
