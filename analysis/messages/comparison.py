"""English templates of the messages about comparison."""

from __future__ import annotations

TEMPLATES: dict[str, str | tuple[str, str]] = {
    "comparison.doing.naming": "Comparing the choice of words",
    "comparison.doing.alignment": "Aligning sentences",
    "comparison.doing.sources": "Comparing sources and quotations",
    "comparison.doing.wording": "Comparing vocabularies",
    "comparison.note.few_articles": (
        "Groups with fewer than {least} articles show counts and passages only: an interval would have to assume "
        "that their one article is typical of the outlet.",
        "Groups with fewer than {least} articles show counts and passages only: intervals resample articles, and so "
        "few of them say nothing about how much articles of the outlet vary ({count} groups here).",
    ),
    "comparison.note.one_group": "All articles are in one group; there is nothing to compare it with.",
    "comparison.note.unscored": (
        "{count} article is in a language that is not scored; it is listed but not counted: {names}.",
        "{count} articles are in languages that are not scored; they are listed but not counted: {names}.",
    ),
    "comparison.note.incomplete": (
        "{count} article is here in part only: {names}. What it does not tell may stand in the rest, so that nothing is"
        " called not found in it.",
        "{count} articles are here in part only: {names}. What they do not tell may stand in the rest, so that nothing"
        " is called not found in them.",
    ),
    "comparison.note.paid": (
        "{count} article is paid content or a press release by its own label, and so no report of the outlet: {names}.",
        "{count} articles are paid content or press releases by their own labels, and so no reports of the outlets:"
        " {names}.",
    ),
    "comparison.note.kinds": (
        "Figures of the outlets’ own voice are about articles of the kind {kind}; {count} of another kind is left out"
        " of them ({names}). The setting “mix kinds” counts all kinds together.",
        "Figures of the outlets’ own voice are about articles of the kind {kind}; {count} of other kinds are left out"
        " of them ({names}). The setting “mix kinds” counts all kinds together.",
    ),
    "comparison.note.wire": "At least {percent} % of the words of {article} stand word for word in {other} too.",
    "comparison.note.wire_whole": "All words of {article} stand word for word in {other} too.",
    "comparison.note.wire_more": (
        "{count} more pair of articles shares at least {percent} % of the words of one of them.",
        "{count} more pairs of articles share at least {percent} % of the words of one of them.",
    ),
    "comparison.note.not_aligned": (
        "Sentences are aligned up to {least:,} of them, about one story; choose fewer articles to see which statements "
        "they share."
    ),
    "comparison.note.wire_excluded": (
        "{count} shared passage counts once, in the agency's own article or the one published first.",
        "{count} shared passages count once each, in the agency's own article or the one published first.",
    ),
    "comparison.scare.label": "terms in scare quotes",
    "comparison.scare.question": "Which words stand in quotation marks with no speaker named?",
    "comparison.speaker.none": "the text names no source for these words",
    "comparison.measure.articles": "Articles",
    "comparison.measure.words": "Words",
    "comparison.measure.voice_share": "Share of words by voice",
    "comparison.measure.framing_count": "Framing terms",
    "comparison.measure.framing_rate": "Framing terms per 1,000 words of the voice",
    "comparison.measure.sentiment_mean": "Mean sentiment of sentences (VADER compound)",
    "comparison.measure.attributions": "Attributions",
    "comparison.measure.source_kind_share": "Share of attributions by kind of source",
    "comparison.measure.source_named_share": "Share of attributions to a named source",
    "comparison.measure.cue_stance_share": "Share of attributions by stance of the cue",
    "comparison.measure.agency_count": "Acts of force or harm by form",
    "comparison.measure.agency_named_share": "Share of acts of force or harm whose actor is named",
    "comparison.measure.loaded_share": "Share of sentences with loaded wording (the Reader)",
    "comparison.measure.loaded_rate": "Loaded words per 1,000 words of the voice (the Reader)",
    "comparison.measure.valence_mean": "Mean valence of sentences (the Reader, –1 to 1)",
    "comparison.measure.toward_mean": "Mean sentiment toward the actor over mentions (the Reader, –1 to 1)",
    "comparison.measure.toward_share": "Share of mentions by sentiment toward the actor (the Reader)",
}
