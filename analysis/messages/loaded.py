"""English templates of the messages about loaded language."""

from __future__ import annotations

TEMPLATES: dict[str, str | tuple[str, str]] = {
    "loaded.label": "Loaded",
    "loaded.explained": "Words that experts might mark, in sentences whose wording is more likely loaded than not, by "
    "a trained model: dotted underline",
    "loaded.why": "The Reader holds the wording of this sentence to be loaded with a probability of {sentence}, and "
    "gives “{word}” {weight} to be a word that experts would mark. Words are shown in sentences from 60 %: more "
    "likely than not, experts would call these biased, in plain news too. In each the likeliest "
    "content word is shown from 20 %, and every other from 30 %. It learned this from sentences of US outlets.",
    "loaded.whole": "No single word stands out: the sentence is loaded as a whole.",
    "loaded.both.loaded": "A framing lexicon lists a term here too.",
    "loaded.only.loaded": "No framing lexicon lists this word: the Reader alone marks it.",
    "loaded.both.framing": "The Reader marks loaded language here too.",
    "loaded.only.framing": "The Reader marks no loaded language here.",
}
