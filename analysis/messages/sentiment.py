"""English templates of the messages about sentiment."""

from __future__ import annotations

TEMPLATES: dict[str, str | tuple[str, str]] = {
    "sentiment.label": "Sentiment",
    "sentiment.why.words": (
        "VADER scores this sentence {compound}, from one word.",
        "VADER scores this sentence {compound}, from {count} words.",
    ),
    "sentiment.why.none": "VADER knows no word of this sentence, or its words cancel out.",
    "sentiment.compound.label": "Mean sentiment of sentences",
    "sentiment.compound.why": "The mean of the sentences' VADER compounds, from -1 to 1. Datelines are not scored.",
    "sentiment.positive.label": "Positive sentences",
    "sentiment.negative.label": "Negative sentences",
    "sentiment.share.why": "The share of sentences whose VADER compound is at or beyond 0.05 on that side.",
}
