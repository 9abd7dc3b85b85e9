"""The surfaces of a lexicon's entry: its phrase in every form of the word that changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..english.inflection import FormName, Forms, adjective_forms, noun_forms, verb_forms
from .entries import Inflect


def inflected(phrase: str, inflect: Inflect) -> Forms:
    """Return the forms of `phrase`; the word that changes is marked with a star, else a verb's first, a noun's last."""
    words = phrase.split(" ")
    starred = [i for i, word in enumerate(words) if word.endswith("*")]
    if inflect is Inflect.NONE:
        return ((FormName.FIXED, phrase.replace("*", "")),)
    at = starred[0] if starred else 0 if inflect is Inflect.VERB else len(words) - 1
    words[at] = words[at].removesuffix("*")
    prefix, hyphen, head = words[at].rpartition("-")
    return tuple(
        (name, " ".join([*words[:at], prefix + hyphen + form, *words[at + 1 :]]))
        for name, form in _FORMS[inflect](head)
    )


_FORMS: Mapping[Inflect, Callable[[str], Forms]] = {
    Inflect.VERB: verb_forms,
    Inflect.NOUN: noun_forms,
    Inflect.ADJECTIVE: adjective_forms,
}
