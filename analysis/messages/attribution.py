"""English templates of the messages about attribution."""

from __future__ import annotations

TEMPLATES: dict[str, str | tuple[str, str]] = {
    "attribution.why.before": "“{cue}” introduces what follows it",
    "attribution.why.after": "“{cue}” after the words gives their source",
    "attribution.why.inside": "“{cue}” stands between two parts of the words",
    "attribution.why.inverted": "“{cue}” after the words, the source behind it",
    "attribution.why.according": "“{cue}” names the source",
    "attribution.why.participle": "“{cue}” carries on what the same source said",
    "attribution.why.passive": "“{cue}” without or with its source behind it",
    "attribution.why.noun": "the noun “{cue}” stands for somebody's words",
    "attribution.why.carried": "a paragraph of quotation, carried over from the speaker before it",
    "attribution.why.echo": "“{words}” stands in somebody’s quoted words elsewhere in the article",
    "attribution.why.reader": "the Reader takes “{cue}” for what introduces somebody’s words ({percent} % sure)",
    "attribution.why.label": "a name and a colon before the words",
    "speaker.why.printed": "named in the source of the sentence",
    "speaker.why.described": "described, not named, in the source of the sentence",
    "speaker.why.pronoun": "“{pronoun}” goes back to {name}, the last source it fits",
    "speaker.why.short_name": "“{short}” is short for {name}, as printed before",
    "speaker.why.role": "“{role}” goes back to {name}, introduced with this role",
    "speaker.why.carried": "{name} is the source of the words that these go with",
    "speaker.why.issuer": "“{document}” goes back to {name}, who issued it",
}
