"""The forms of an English word: regular ones by rule, irregular ones from `resources/english/irregular.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum

from .tables import pairs, rows_of, words

VOWELS = "aeiou"


class FormName(StrEnum):
    """Which form of its head a surface is; `PAST` stands for past tense and past participle where they look alike."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"
    PLURAL = "plural"
    COMPARED = "compared"
    FIXED = "fixed"


Forms = tuple[tuple[FormName, str], ...]

_BE: Forms = (
    (FormName.BASE, "be"),
    (FormName.BASE, "are"),
    (FormName.THIRD, "is"),
    (FormName.PAST, "was"),
    (FormName.PAST, "were"),
    (FormName.PARTICIPLE, "been"),
    (FormName.GERUND, "being"),
)


def verb_forms(verb: str, also: bool = False) -> Forms:
    """Return base, third person, past, participle and gerund of a lower-case verb.

    With `also` come the forms that few writers use, or that mean something else: "gotten", "burnt", "hung".
    """
    if verb == "be":
        return _BE
    past, participle = rows_of("irregular.verbs").get(verb) or (_with_ed(verb), _with_ed(verb))
    forms = [(FormName.BASE, verb), (FormName.THIRD, _with_s(verb)), (FormName.PAST, past)]
    if participle != past:
        forms.append((FormName.PARTICIPLE, participle))
    forms.append((FormName.GERUND, _with_ing(verb)))
    if verb in words("irregular.doubling.sometimes"):  # traveled beside travelled
        forms += [(FormName.PAST, verb + "ed"), (FormName.GERUND, verb + "ing")]
    if also:
        forms += [(_past(form), form) for form in rows_of("irregular.also").get(verb, ())]
    return tuple(forms)


def _past(form: str) -> FormName:
    """Return whether one of the other forms is only a participle: "gotten", but not "burnt"."""
    return FormName.PARTICIPLE if form.endswith("n") else FormName.PAST


def noun_forms(noun: str) -> Forms:
    """Return singular and plural of a noun."""
    return ((FormName.BASE, noun), (FormName.PLURAL, plural(noun)))


def plural(noun: str) -> str:
    """Return the plural of a noun, as it is printed."""
    low = noun.lower()
    irregular = pairs("irregular.nouns").get(low)
    if irregular is not None:
        return irregular
    if low.endswith("man") and low not in words("irregular.plural.not_men"):
        return noun[:-3] + "men"
    return _with_s(noun)


def adjective_forms(adjective: str) -> Forms:
    """Return an adjective with its comparative and superlative."""
    stem = adjective.removesuffix("e")
    if re.search(r"[^aeiou]y$", adjective):
        stem = adjective[:-1] + "i"
    elif _doubles(adjective):
        stem = adjective + adjective[-1]
    return (
        (FormName.BASE, adjective),
        (FormName.COMPARED, stem + "er"),
        (FormName.COMPARED, stem + "est"),
    )


def by_form(listed: Iterable[str], forms: Callable[[str], Forms] = verb_forms) -> dict[str, tuple[str, FormName]]:
    """Return every form of the listed words with the word that it is of; the first word keeps a form that two share."""
    found: dict[str, tuple[str, FormName]] = {}
    for word in listed:
        for name, form in forms(word):
            found.setdefault(form, (word, name))
    return found


def irregular_verbs() -> frozenset[str]:
    """Return the verbs whose past is irregular: "feed" ends in -ed and is none."""
    return frozenset(rows_of("irregular.verbs"))


def irregular_participles() -> frozenset[str]:
    """Return the past participles of irregular verbs."""
    return frozenset(forms[-1] for forms in rows_of("irregular.verbs").values())


def _doubles(word: str) -> bool:
    """Return whether the last consonant doubles: one-syllable words, and the listed ones."""
    if word in words("irregular.doubling"):
        return True
    short = re.search(r"([^aeiou]|qu)[aeiou][bdfgklmnprstvz]$", word) is not None
    return short and len(re.findall(r"[aeiouy]+", word)) == 1


def _with_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    if re.search(r"(s|x|z|ch|sh)$", word) or word in words("irregular.plural.es_after_o"):
        return word + "es"
    return word + "s"


def _with_ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return _lengthened(verb) + "ed"


def _with_ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and verb[-2:-1] not in ("e", "o", "y"):
        return verb[:-1] + "ing"
    return _lengthened(verb) + "ing"


def _lengthened(verb: str) -> str:
    """Return a verb as it stands before -ed and -ing: "stopp", "panick"."""
    if verb.endswith("ic"):
        return verb + "k"
    return verb + verb[-1] * _doubles(verb)
