"""English templates of the messages about the Reader's valence and its sentiment toward actors."""

from __future__ import annotations

TEMPLATES: dict[str, str | tuple[str, str]] = {
    "valence.label": "Valence (Reader)",
    "valence.mean.label": "Mean valence of sentences (Reader)",
    "valence.mean.why": "The mean of the Reader's estimates of how people would rate the sentences, from -1 to 1. "
    "Learned from ratings of news sentences; VADER's figures stand beside it, the two are never mixed.",
    "toward.label": "Sentiment toward actors (Reader)",
    "toward.mean.label": "Sentiment toward the actor",
    "toward.mean.why": "The mean over the mentions of P(positive) - P(negative), as the Reader judges how the sentence "
    "lets the actor appear, from -1 to 1. In quoted and reported words it is the speaker's sentiment.",
    "toward.negative.label": "Negative mentions",
    "toward.neutral.label": "Neutral mentions",
    "toward.positive.label": "Positive mentions",
    "toward.share.why": "The share of the actor's mentions for which this is the likeliest of negative, neutral and "
    "positive.",
}
