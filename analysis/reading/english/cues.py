"""The lexicon of cues: which words introduce somebody's words or thoughts, and with what stance."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ...model import CueStance
from .inflection import FormName, plural, verb_forms

RESOURCES = Path(__file__).resolve().parents[3] / "resources" / "attribution"
SHAPES = {
    FormName.BASE: "base",
    FormName.THIRD: "s",
    FormName.PAST: "past",
    FormName.PARTICIPLE: "participle",
    FormName.GERUND: "ing",
}
"""How the rules name the forms of a verb."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that introduces, as the lexicon gives it."""

    verb: str
    stance: CueStance
    takes: frozenset[str]
    particles: frozenset[str]
    """Words that belong to the cue when they follow: "called for", "pointed out"."""
    noun: bool
    """Whether its plain or -s form is as often a noun."""
    loose: bool = False
    """Whether it is as often a thought, a wish or a deed as words."""
    judges: bool = False
    """Whether its noun phrase is there without the speaker: "condemned the crackdown", not "warned of a crackdown"."""
    before: frozenset[str] = frozenset()
    """Words before which alone that holds: "accused the mayor [of] theft"; "np" for a second noun phrase."""
    given: bool = False
    """Whether that holds only for what is there already: not for "opposed a fence"."""
    deed: frozenset[str] = frozenset()
    """What follows where it tells of a deed: to ("agreed to leave"), np ("released a plan"), tried ("sought to")."""


@dataclass(frozen=True, slots=True)
class CueForm:
    """One inflected form of a cue."""

    cue: Cue
    shape: str
    """base, s, past, participle (also where equal to past) or ing."""


@dataclass(frozen=True, slots=True)
class NounCue:
    """A noun that stands for somebody's words: "the army's claim that …"."""

    noun: str
    stance: CueStance
    takes: frozenset[str]
    """"that", "whether" (behind a preposition), or the prepositions after which the content stands."""
    judges: bool = False
    """Whether what it is about is there without the speaker: "their criticism of the raid"."""
    before: frozenset[str] = frozenset()
    given: bool = False
    bare: frozenset[str] = frozenset()
    """Those of `takes` that do without a possessor: "claims of fraud", not only "her claims of fraud"."""


@cache
def _data() -> dict[str, list[dict[str, Any]]]:  # Any: what TOML holds.
    return tomllib.loads((RESOURCES / "cues.toml").read_text(encoding="utf-8"))


@cache
def noun_cues() -> Mapping[str, NounCue]:
    """Return every cue noun, singular and plural, in lower case."""
    found: dict[str, NounCue] = {}
    for row in _data()["noun"]:
        cue = NounCue(
            row["noun"],
            CueStance(row["stance"]),
            frozenset(row["takes"]),
            judges=bool(row.get("judges", False)),
            bare=frozenset(row.get("bare", ())),
        )
        found[cue.noun] = cue
        found[plural(cue.noun)] = cue
    return found


@cache
def cue_forms() -> Mapping[str, CueForm]:
    """Return every inflected form of every cue verb, in lower case."""
    forms: dict[str, CueForm] = {}
    for row in _data()["verb"]:
        cue = Cue(
            row["verb"],
            CueStance(row["stance"]),
            frozenset(row["takes"]),
            frozenset(row.get("with", ())),
            bool(row.get("noun", False)),
            bool(row.get("loose", False)),
            bool(row.get("judges", False)),
            frozenset(row.get("before", ())),
            bool(row.get("given", False)),
            frozenset(row.get("deed", ())),
        )
        for name, form in verb_forms(cue.verb):
            forms.setdefault(form, CueForm(cue, SHAPES[name]))
    return forms


@cache
def feelings() -> frozenset[str]:
    """Return adjectives of thought and feeling, in lower case: "unhappy that"."""
    return frozenset(tomllib.loads((RESOURCES / "cues.toml").read_text("utf-8"))["feeling"]["words"])
