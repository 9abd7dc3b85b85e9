"""What a noun of action acts on and who does it: the phrases behind its "of" and its "by"."""

from __future__ import annotations

from ..english.tables import endings
from ..english.text import singular
from .function_words import function_words
from .grammar import Phrase, after_word, phrase_after
from .neighbourhood import Around


def of_phrase(near: Around) -> Phrase | None:
    """Return the phrase behind a directly following "of": "the liberation of the town"."""
    return after_word(near, ("of",), 1)


def noun_object(near: Around) -> Phrase | None:
    """Return what an action noun acts on: behind "of", or right behind a term that ends with its preposition."""
    if near.text[near.span.start : near.span.end].lower().endswith(endings("lexicons.with_object")):
        return phrase_after(near.after, near.text)
    return of_phrase(near)


def by_phrase(near: Around) -> Phrase | None:
    """Return the phrase behind "by" that belongs to a noun of action: "the killing of five men by police".

    None where "by" may belong to something else: behind punctuation, a verb or "that", or before a mere measure.
    """
    closed = function_words()
    for i, word in enumerate(near.after[:6]):
        if word.apart or word.low in closed.conjunctions or word.low == "that":
            return None
        if word.low == "by":
            found = phrase_after(near.after[i + 1 :], near.text)
            return None if found is None or _measure(found) or _by_means(found) else found
        following = near.after[i + 1].low if i + 1 < len(near.after) else ""
        if (word.low in closed.doing and following in ("to", "for")) or (i and word.low == "done"):
            return None  # "protests led to a study by experts", "surgery paid for by the state", "the damage done by"
        if word.low in closed.doing or closed.adverb(word.low):
            continue
        if word.low in closed.auxiliaries and word.low != "to":
            return None
        if word.low in closed.done or word.low.endswith("ing") or (word.low.endswith("ed") and following == "by"):
            return None
    return None


def _measure(phrase: Phrase) -> bool:
    """Whether the phrase is an amount: "six months", "$800 billion", "55"."""
    closed, low = function_words(), phrase.head.low
    return low in closed.measures or singular(low) in closed.measures or low[:1] in "$€£" or low[:1].isdigit()


def _by_means(phrase: Phrase) -> bool:
    """Whether the phrase says by what means: a bare noun in the singular, "by court order", "by mail"."""
    closed, head = function_words(), phrase.head
    bare = phrase.words[0].low not in closed.determiners and not any(word.capital for word in phrase.words)
    return bare and head.low in closed.means
