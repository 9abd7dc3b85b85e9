"""English templates of the messages about sentiment."""

from __future__ import annotations

TEMPLATES: dict[str, str | tuple[str, str]] = {
    "sentiment.label": "Sentiment",
    "sentiment.explained": "Sentences that score positive or negative: filled from 0.5",
    "sentiment.why.words": (
        "VADER scores this sentence {compound}, from one word.",
        "VADER scores this sentence {compound}, from {count} words.",
    ),
    "sentiment.why.none": "VADER knows no word of this sentence, or its words cancel out.",
}
