"""The classes of words: the closed ones, and common verbs with their forms (`resources/english/word_classes.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from .cues import SHAPES, cue_forms
from .inflection import FormName, verb_forms
from .tables import lists, words


@cache
def word_classes() -> Mapping[str, str]:
    """Return the class of every closed-class word: "the" is a determiner."""
    return {word: name for name, listed in lists("word_classes.closed").items() for word in listed}


@cache
def verb_shapes() -> dict[str, tuple[str, bool]]:
    """Return known verb forms with their shape and whether the form is as often a noun."""
    found: dict[str, tuple[str, bool]] = {}
    nouns = words("word_classes.nouns_as_often")
    for verb in sorted(words("word_classes.common_verbs")):
        for name, form in verb_forms(verb, also=True):
            found.setdefault(form, (SHAPES[name], verb in nouns and name in (FormName.BASE, FormName.THIRD)))
    for form, cue in cue_forms().items():
        found[form] = (cue.shape, cue.cue.noun and cue.shape in ("base", "s"))
    return found


def is_adverb(low: str) -> bool:
    """Return whether a lower-case word ends as adverbs do, and is one: "quickly", but not "family"."""
    return len(low) > 4 and low.endswith("ly") and low.rpartition("-")[2] not in words("word_classes.not_adverbs")
