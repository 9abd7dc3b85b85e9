"""Closed classes of English and the commonest verbs, from `resources/english/function_words.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..english.inflection import noun_forms, verb_forms
from ..english.tables import lists, words
from ..english.wordclasses import is_adverb


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """Closed classes of English, and the verbs that most often follow a noun phrase in news."""

    determiners: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    pronouns: frozenset[str]
    be: frozenset[str]
    auxiliaries: frozenset[str]
    verbs: frozenset[str]
    adverbs: frozenset[str]
    adjectives: frozenset[str]
    times: frozenset[str]
    measures: frozenset[str]
    heads: frozenset[str]
    doing: frozenset[str]
    done: frozenset[str]
    mentions: frozenset[str]
    means: frozenset[str]
    approximations: frozenset[str]
    saying: frozenset[str]
    """Verbs and nouns of saying, in all forms."""
    homographs: frozenset[str]
    """Verbs whose base form is also a noun."""
    noun_verbs: frozenset[str]
    """Forms of common verbs that are nouns or adjectives as often."""

    def ends_phrase(self, low: str) -> bool:
        """Return whether a noun phrase cannot go on over `low`."""
        return (
            low in self.prepositions
            or low in self.conjunctions
            or low in self.auxiliaries
            or low in self.verbs
            or low in self.pronouns
            or self.adverb(low)
        )

    def adverb(self, low: str) -> bool:
        return low in self.adverbs or is_adverb(low)


@cache
def function_words() -> FunctionWords:
    """Return the shared table of function words, its verbs in all their forms."""
    verbs = {form for verb in words("function_words.verbs.common") for _, form in verb_forms(verb)}
    nouns = words("function_words.verbs.also_nouns")
    saying = {form for verb in words("function_words.saying.verbs") for _, form in verb_forms(verb)}
    saying |= {form for noun in words("function_words.saying.nouns") for _, form in noun_forms(noun)}
    return FunctionWords(
        **lists("function_words.words"),
        saying=frozenset(saying),
        verbs=frozenset(verbs - nouns),
        homographs=words("function_words.verbs.homographs"),
        noun_verbs=frozenset(verbs & nouns),
    )
