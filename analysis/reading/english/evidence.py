"""What in a description tells the kind of a speaker: the ordered rows `evidence` of `speaker_kinds.toml`.

The first row that holds decides. A row has conditions, of which all must hold, and the kind that follows, or the name
of a function below that finds one; where it finds none, the next row is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from ...model import SpeakerKind
from .role_words import WORD, head_of, kind_file, kind_of_words, phrase_kind, role_tables
from .tables import words
from .text import word_key


@dataclass(frozen=True, slots=True)
class Evidence:
    """What decided the kind of a description."""

    name: str
    kind: SpeakerKind


@dataclass(frozen=True, slots=True)
class Description:
    """A description taken apart."""

    text: str
    printed: list[str]
    found: list[str]
    """The words in lower case, "" for what is only a body in capitals."""
    head: list[str]
    """Those before the first preposition."""
    owners: frozenset[str]
    """Words with a possessive."""

    @property
    def last(self) -> str:
        """The word that the description is about."""
        return self.head[-1] if self.head else ""

    @property
    def rest(self) -> list[str]:
        """What stands behind the head."""
        return self.found[len(self.head) :]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table."""

    name: str
    kind: SpeakerKind | None
    find: Callable[[Description], SpeakerKind | None] | None
    conditions: tuple[Callable[[Description], bool], ...]

    def kind_in(self, told: Description) -> SpeakerKind | None:
        """Return the kind that the row gives; None where a condition does not hold."""
        if not all(holds(told) for holds in self.conditions):
            return None
        return self.find(told) if self.find is not None else self.kind


@lru_cache(maxsize=10_000)
def evidence_of(description: str) -> Evidence | None:
    """Return what tells the kind of a description, with the kind; None where nothing does."""
    told = _taken_apart(description)
    found = ((row.name, row.kind_in(told)) for row in _rows())
    return next((Evidence(name, kind) for name, kind in found if kind is not None), None)


def _taken_apart(description: str) -> Description:
    acronyms, general = role_tables().acronyms, words("roles.general")
    printed = [w.removesuffix("'s").removesuffix("’s") for w in WORD.findall(description)]
    found = [word_key(w) if w.isupper() or word_key(w) not in acronyms else "" for w in printed]
    # "Secretary general" is no soldier.
    found = ["" if w == "general" and found[i - 1 : i] and found[i - 1] in general else w for i, w in enumerate(found)]
    owners = (word_key(w).removesuffix("'s") for w in WORD.findall(description) if w.endswith(("'s", "’s")))
    return Description(description, printed, found, head_of(found), frozenset(owners))


@cache
def _rows() -> tuple[Row, ...]:
    return tuple(_row(dict(row)) for row in kind_file()["evidence"])


def _row(data: dict[str, Any]) -> Row:
    name, kind = data.pop("name"), data.pop("kind")
    conditions = tuple(_CONDITIONS[field](value) for field, value in data.items())
    found = _FOUND.get(kind)
    return Row(name, None if found is not None else SpeakerKind(kind), found, conditions)


_POSSESSIVES = words("closed.possessives") | {"whose"}


def _listed(name: str) -> frozenset[str]:
    """Return a list of `speaker_kinds.toml`."""
    return frozenset(kind_file()[name]["words"])


def _text(value: str) -> Callable[[Description], bool]:
    pattern = re.compile(value)
    return lambda told: pattern.search(told.text) is not None


def _unless(value: str) -> Callable[[Description], bool]:
    pattern = re.compile(value)
    return lambda told: pattern.search(told.text) is None


_CONDITIONS: dict[str, Callable[[Any], Callable[[Description], bool]]] = {
    "text": _text,
    "unless": _unless,
    "head": lambda value: lambda told: told.last in _listed(value),
    "head_text": lambda value: lambda told: re.search(value, told.last) is not None,
    "head_kinds": lambda value: lambda told: role_tables().words.get(told.last) in {SpeakerKind(v) for v in value},
    "head_size": lambda value: lambda told: len(told.head) == value,
    "any": lambda value: lambda told: bool((set(told.head) & _listed(value)) - told.owners),
    "any_kind": lambda value: lambda told: any(role_tables().words.get(w) == value for w in told.head),
    "before": lambda value: lambda told: not _listed(value).isdisjoint(told.head[:-1]),
    "behind": lambda value: lambda told: not _listed(value).isdisjoint(told.rest[:4]),
    "owned": lambda _: lambda told: bool(told.owners & set(told.head)) or not _POSSESSIVES.isdisjoint(told.head[:-1]),
    "telling": lambda _: lambda told: len(told.head) < 2 or told.last not in role_tables().heads,
    "plain": lambda _: lambda told: kind_of_words(told.head[:-1]) is None,
}
"""What a row can ask, by the name of its field; each takes the field's value."""


def _edge(told: Description) -> SpeakerKind | None:
    """Return the kind of the phrase over the end of the head: "Center for …"."""
    return role_tables().phrases.get(" ".join(told.found[len(told.head) - 1 : len(told.head) + 1]))


def _ruler(told: Description) -> SpeakerKind | None:
    """Return what "North Korean leader" and "Foodmart president" are by the name before the role."""
    head = told.printed[: len(told.head)]
    if len(head) < 2 or not head[-2][:1].isupper():
        return None
    nation = head[-2] in words("names.adjectives") - words("names.parties_and_faiths")
    if nation and head[-1] in words("roles.rulers"):
        return SpeakerKind.GOVERNMENT
    if head[-1] != "president" or role_tables().words.get(word_key(head[-2])) is not None:
        return None
    firm = len(head[-2]) > 3 and head[-2].lower() not in words("roles.no_firms")
    return SpeakerKind.COMPANY if firm and not nation and head[-2] not in words("names.places") else None


def _public(told: Description) -> SpeakerKind | None:
    """Return government for who serves a state, a city or a county: "the city's chief engineer", "state lawyers"."""
    tables, head = role_tables(), told.head
    if len(head) < 2 or phrase_kind(head) is not None:
        return None
    before = [w for w in head[:-1] if w not in tables.modifiers]
    others = {tables.words.get(w) for w in before} - {None, SpeakerKind.GOVERNMENT}
    whose = bool(told.owners & tables.publics) and told.last in tables.serving | tables.heads
    # "a country director" is a charity's.
    which = not words("roles.of_state").isdisjoint(before) and told.last in tables.serving
    return SpeakerKind.GOVERNMENT if (whose or which) and not others else None


def _body(told: Description) -> SpeakerKind | None:
    """Return the kind of the body behind a role: "director of the charity"; of a spokesman else of what is before."""
    if not told.rest or told.rest[0] in ("close", "in"):
        return None
    body = kind_of_words(told.rest, from_left=True)
    if body is SpeakerKind.GOVERNMENT and not words("roles.schools").isdisjoint(told.rest):
        body = SpeakerKind.EXPERT  # "the department at Orr University"
    if body not in (None, SpeakerKind.DOCUMENT, SpeakerKind.UNNAMED, SpeakerKind.RESIDENT):
        return body
    return kind_of_words(told.head[:-1]) if told.last.startswith(("spokes", "representative")) else None


def _before(told: Description) -> SpeakerKind | None:
    """Return the kind of what stands before a role that says nothing by itself: "the charity's director"."""
    if len(told.head) < 2:
        return None
    plain = [w for w in told.head[:-1] if w not in role_tables().modifiers]
    return phrase_kind(told.head) or kind_of_words(plain) or kind_of_words(told.head[-1:])


def _any(told: Description) -> SpeakerKind | None:
    """Return the kind of the first role word; a lawyer for fishermen is no fisherman, a spokesman for them is."""
    speaks = any(word.startswith(("spokes", "representative")) for word in told.head)
    if told.rest[:1] == ["for"] and not speaks:
        return None
    relative = words("closed.relatives") - {"that"}  # Who may not talk to the press is no journalist.
    clause = next((i for i, w in enumerate(told.printed) if w in relative), len(told.printed))
    return kind_of_words(told.found[:clause], from_left=True)


_FOUND: dict[str, Callable[[Description], SpeakerKind | None]] = {
    "edge": _edge,
    "ruler": _ruler,
    "public": _public,
    "body": _body,
    "before": _before,
    "own": lambda told: kind_of_words(told.head),
    "first": _any,
}
"""What finds a kind that the description itself has to give."""
