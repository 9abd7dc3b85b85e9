"""What a lexicon says, once validated: concepts, their variants, and the guards of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ...model import Dimension
from ..syntax.match import Pattern


class Inflect(StrEnum):
    """Which forms of a variant are matched beside the one that is written."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    NONE = "none"


class Role(StrEnum):
    """Whom a variant casts."""

    AGENT = "agent"
    """Who does what the term says."""
    OBJECT = "object"
    """Whom or what it is done to."""
    HOLDER = "holder"
    """Who held it before and is displaced."""
    REFERENT = "referent"
    """Whom or what the noun itself names."""
    MODIFIED = "modified"
    """Whom or what the term stands before or is said of."""
    PATRON = "patron"
    """Who stands behind the one that is modified."""


class Case(StrEnum):
    """How capitals count."""

    ANY = "any"
    EXACT = "exact"
    """Only as written: acronyms."""


@dataclass(frozen=True, slots=True)
class Syntax(Pattern):
    """What must and must not hold of a term in the Reader's parse; nothing of it is asked where there is no parse."""

    instead_of: tuple[str, ...] = ()
    """Word guards that only guess at what the parse knows: not asked where there is one."""
    examples: tuple[str, ...] = ()
    """Sentences in which the term is found with a parse."""
    counter_examples: tuple[str, ...] = ()
    """Sentences in which the parse keeps it out."""


SYNTAX_TEXTS = ("examples", "counter_examples")


@dataclass(frozen=True, slots=True)
class Guards:
    """What must and must not stand around a term for its sense to be the one meant; words are in lower case.

    A word may be a group ("@place"); see `resources/lexicons/README.md` for windows.
    """

    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    not_modifier: tuple[str, ...] = ()
    not_phrase: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    needs_before: tuple[str, ...] = ()
    needs_after: tuple[str, ...] = ()
    needs_object: tuple[str, ...] = ()
    needs_subject: tuple[str, ...] = ()
    syntax: Syntax | None = None

    @property
    def wanted(self) -> bool:
        """Whether anything is asked for, so that a match is surer than one that asks nothing."""
        return bool(self.needs or self.needs_before or self.needs_after or self.needs_object or self.needs_subject)


WORD_GUARDS = tuple(name for name in Guards.__dataclass_fields__ if name != "syntax")
"""The guards that words on the page decide."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to say what its concept is about."""

    id: str
    texts: tuple[str, ...]
    dimension: Dimension
    stance: tuple[tuple[Role, int], ...]
    """Empty where the variant casts nobody (written `stance = 0`)."""
    source: str
    example: str
    counter_example: str
    name: str = ""
    """What all its texts are counted as; "" counts each text as itself."""
    inflect: Inflect = Inflect.NONE
    case: Case = Case.ANY
    spellings: bool = False
    """Whether British and American spellings are matched beside the written one."""
    compound: bool = False
    """Whether it also counts inside a hyphenated compound ("rebel-held")."""
    hyphens: bool = False
    """Whether hyphens must stand where they are written; else a blank will do ("self declared")."""
    names: bool = False
    """Whether it also counts among capitals ("the Johnson Government")."""
    outlet: bool = False
    """Whether it is the writer's own step back from somebody's words ("what he called"): never reported speech."""
    roles: tuple[Role, ...] = ()
    """Roles to fill from the text although they carry no stance."""
    guards: Guards = Guards()

    @property
    def label(self) -> str:
        """Its name, or its first text: what the codebook and a list of alternatives print."""
        return self.name or self.texts[0].replace("*", "")

    @property
    def transitive(self) -> bool:
        """Whether something is done to somebody or something: a past form without an object behind it is passive."""
        return bool(
            self.guards.needs_object
            or self.guards.not_object
            or Role.OBJECT in self.roles
            or any(role is Role.OBJECT for role, _ in self.stance)
        )


@dataclass(frozen=True, slots=True)
class Concept:
    """A contrast set: what is spoken of, and the variants that are alternatives to each other."""

    id: str
    label: str
    question: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One file of concepts."""

    id: str
    name: str
    version: str
    licence: str
    description: str
    concepts: tuple[Concept, ...]
    sha256: str
    """Of the file's bytes."""
    path: str
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Word groups of its own, without the @."""


def slug(text: str) -> str:
    """Return what stands for `text` in an entry's name: letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().replace("u.s.", "us")).strip("-")
