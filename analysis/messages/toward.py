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
    "lets the actor appear, from -1 to 1. In quoted and reported words, and where somebody in the sentence "
    "praises or blames the actor, it is the speaker's sentiment. It is given from 5 mentions on: with fewer, one "
    "mention misjudged would decide it. Mentions that only say whose something is are left out. An actor counts as "
    "neutral that only speaks, hopes or suffers, is asked about or listed, or beside whom no word is good or bad.",
    "toward.negative.label": "Negative mentions",
    "toward.neutral.label": "Neutral mentions",
    "toward.positive.label": "Positive mentions",
    "toward.share.why": "The share of the actor's mentions that the Reader calls so. A mention is negative or positive "
    "where that is clearly the likeliest, else neutral. On news sentences held out from training, 83 % of the mentions "
    "called negative or positive were so; in whole articles, read by eye, six of ten.",
}
