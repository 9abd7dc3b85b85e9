"""The forms of an English word: regular rules here, irregular ones in `resources/lexicons/shared/irregular.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from ..english.places import SHARED
from .entries import Inflect

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


@cache
def _irregular() -> tuple[dict[str, list[str]], dict[str, str], frozenset[str]]:
    data = tomllib.loads((SHARED / "irregular.toml").read_text("utf-8"))
    return data["verbs"], data["nouns"], frozenset(data["doubling"]["verbs"])


def _doubles(verb: str) -> bool:
    """Whether the last consonant doubles: one-syllable words, and the listed ones stressed on the last."""
    if not re.search(r"[^aeiou][aeiou][bdfglmnprtvz]$", verb) and not re.search(r"qu[aeiou][t]$", verb):
        return verb in _irregular()[2]
    syllables = len(re.findall(r"[aeiouy]+", verb))
    return syllables == 1 or verb in _irregular()[2]


def _with_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    if re.search(r"(s|x|z|ch|sh)$", word) or (word.endswith("o") and word[-2:-1] not in VOWELS):
        return word + "es"
    return word + "s"


def _with_ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return verb + verb[-1] * _doubles(verb) + "ed"


def _with_ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + verb[-1] * _doubles(verb) + "ing"


_BE: Forms = (
    (FormName.BASE, "be"),
    (FormName.BASE, "are"),
    (FormName.THIRD, "is"),
    (FormName.PAST, "was"),
    (FormName.PAST, "were"),
    (FormName.PARTICIPLE, "been"),
    (FormName.GERUND, "being"),
)


def verb_forms(verb: str) -> Forms:
    """Return base, third person, past, participle and gerund of a lower-case verb."""
    if verb == "be":
        return _BE
    irregular = _irregular()[0].get(verb)
    past, participle = irregular if irregular else (_with_ed(verb), _with_ed(verb))
    forms = [(FormName.BASE, verb), (FormName.THIRD, _with_s(verb)), (FormName.PAST, past)]
    if participle != past:
        forms.append((FormName.PARTICIPLE, participle))
    forms.append((FormName.GERUND, _with_ing(verb)))
    if verb.endswith("l") and verb in _irregular()[2]:  # traveled beside travelled
        forms += [(FormName.PAST, verb + "ed"), (FormName.GERUND, verb + "ing")]
    return tuple(forms)


def noun_forms(noun: str) -> Forms:
    """Return singular and plural of a noun."""
    low = noun.lower()
    if low in _irregular()[1]:
        plural = _irregular()[1][low]
    elif low.endswith("man") and low not in ("human", "german", "ottoman"):
        plural = noun[:-3] + "men"
    else:
        plural = _with_s(noun)
    return ((FormName.BASE, noun), (FormName.PLURAL, plural))


def adjective_forms(adjective: str) -> Forms:
    """Return an adjective with its comparative and superlative."""
    stem = adjective[:-1] if adjective.endswith("e") else adjective
    if re.search(r"[^aeiou]y$", adjective):
        stem = adjective[:-1] + "i"
    elif _doubles(adjective):
        stem = adjective + adjective[-1]
    return (
        (FormName.BASE, adjective),
        (FormName.COMPARED, stem + "er"),
        (FormName.COMPARED, stem + "est"),
    )


def inflected(phrase: str, inflect: Inflect) -> Forms:
    """Return the forms of `phrase`; the word that changes is marked with a star, else a verb's first, a noun's last."""
    words = phrase.split(" ")
    starred = [i for i, word in enumerate(words) if word.endswith("*")]
    if inflect is Inflect.NONE:
        return ((FormName.FIXED, phrase.replace("*", "")),)
    at = starred[0] if starred else 0 if inflect is Inflect.VERB else len(words) - 1
    words[at] = words[at].removesuffix("*")
    forms = {Inflect.VERB: verb_forms, Inflect.NOUN: noun_forms, Inflect.ADJECTIVE: adjective_forms}[inflect]
    prefix, hyphen, head = words[at].rpartition("-")
    return tuple(
        (name, " ".join([*words[:at], prefix + hyphen + form, *words[at + 1 :]])) for name, form in forms(head)
    )


_SPELLINGS = (
    (r"is(e|es|ed|ing|er|ers|ation|ations)\b", r"iz\1"),
    (r"iz(e|es|ed|ing|er|ers|ation|ations)\b", r"is\1"),
    (r"our(s|ed|ing|able|ite)?\b", r"or\1"),
    (r"efence\b", "efense"),
    (r"efense\b", "efence"),
    (r"programme\b", "program"),
    (r"\bcentre", "center"),
)


def spellings(phrases: Iterable[str]) -> tuple[str, ...]:
    """Return the phrases with their other spellings, British and American, each once."""
    found: dict[str, None] = {}
    for phrase in phrases:
        found[phrase] = None
        for pattern, other in _SPELLINGS:
            found[re.sub(pattern, other, phrase)] = None
    return tuple(found)
