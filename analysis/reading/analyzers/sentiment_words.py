"""VADER's compound of one sentence, and how much of it each word made.

The package gives no word contributions; here they are its own word valences v (the lexicon's rating after the words
before it: boosters, negation, capitals, "but", "least", idioms), so nothing is modelled twice:

    s = Σ v          e = sign(s) · emphasis of "!" and "?" (0 where s = 0)         x = s + e
    compound = x / √(x² + 15)
    part of word i = (vᵢ + e · |vᵢ| / Σ|vⱼ| over words j of the sign of s, for those words) / √(x² + 15)

The emphasis goes to the words it emphasises: those on the side of the sum, by their weight. The parts sum to the
compound exactly; the package then rounds it to four digits.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from ...model import Span, WordWeight
from ..language import straighten

ALPHA = 15
"""VADER's normalising constant."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence's compound as the package gives it, and its words' shares; offsets are within the sentence."""

    compound: float
    parts: tuple[WordWeight, ...]


class _Vader(SentimentIntensityAnalyzer):  # type: ignore[misc]
    """The package's analyzer, handing out the word valences that it works with."""

    def score_valence(self, sentiments: Sequence[float], text: str) -> Mapping[str, object]:
        valences = [float(v) for v in sentiments]
        result: dict[str, object] = super().score_valence(sentiments, text)
        return {**result, "valences": valences, "emphasis": float(self._punctuation_emphasis(text))}


# One instance: making one reads the lexicon file (6 ms), and it keeps no state between texts.
_VADER = _Vader()


def rating(word: str) -> float:
    """Return VADER's rating of a lower-case word by itself, -4 … 4; 0 where it has none."""
    return float(_VADER.lexicon.get(word, 0.0))


def score(sentence: str) -> Scored:
    """Return compound and word shares of one sentence; quotation marks are made straight first, one for one."""
    text, origin = _expanded(straighten(sentence))
    result = _VADER.polarity_scores(text)
    valences: list[float] = result["valences"]
    compound = float(result["compound"])
    shares = _shares(valences, float(result["emphasis"]))
    spans = _word_spans(text, origin)
    parts = tuple(WordWeight(span, share) for span, share in zip(spans, shares, strict=True) if share)
    return Scored(compound, parts)


def _shares(valences: Sequence[float], emphasis: float) -> list[float]:
    total = sum(valences)
    sign = (total > 0) - (total < 0)
    x = total + sign * emphasis
    root = math.sqrt(x * x + ALPHA)
    side = sum(abs(v) for v in valences if v * sign > 0)
    if not side:
        return [v / root for v in valences]
    return [(v + sign * emphasis * abs(v) / side if v * sign > 0 else v) / root for v in valences]


def _expanded(text: str) -> tuple[str, Sequence[int]]:
    """Return `text` with emojis as their descriptions, as the package does it, and where each character came from."""
    if text.isascii():
        return text, range(len(text))
    out: list[str] = []
    origin: list[int] = []
    after_space = True
    for i, char in enumerate(text):
        description = _VADER.emojis.get(char)
        if description is None:
            piece, after_space = char, char == " "
        else:
            piece, after_space = (description if after_space else " " + description), False
        out.append(piece)
        origin.extend([i] * len(piece))
    return "".join(out), origin


def _word_spans(text: str, origin: Sequence[int]) -> list[Span]:
    """Return where each word that VADER reads stands in the sentence, without the punctuation around it."""
    spans: list[Span] = []
    at = 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        left = next((i for i, c in enumerate(word) if c.isalnum()), 0)
        right = next((i for i, c in enumerate(reversed(word)) if c.isalnum()), 0)
        spans.append(Span(origin[start + left], origin[at - right - 1] + 1))
    return spans
