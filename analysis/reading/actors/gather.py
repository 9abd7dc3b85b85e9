"""Mentions of one referent put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from ...model import Actor, ActorKind, Document, Span
from ...progress import checked
from .candidates import Candidate
from .evidence import TITLED, evidence_of, kind_of
from .short_names import acronyms, full_names, initials, key_of, shortened


@dataclass(slots=True)
class Entry:
    name: str
    mentions: list[Span] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    evidence: Counter[ActorKind] = field(default_factory=Counter)


def gather(document: Document, candidates: list[Candidate], same: Mapping[str, str] | None = None) -> list[Entry]:
    """Put mentions of one referent together: same name, acronym in brackets, last name of a fuller name.

    `same`: forms that mean one name in every article, such as "U.S." and "United States".
    """
    entries: dict[str, Entry] = {}
    order = sorted(range(len(candidates)), key=lambda i: (-candidates[i].name.count(" "), candidates[i].span))
    short = acronyms(document.text, candidates)
    if same is not None:
        short = {**initials(candidates), **shortened(candidates), **short}
    full = full_names(document, candidates)
    for i in checked(order):
        one = candidates[i]
        canonical = (same or {}).get(one.name)
        key = key_of(canonical or one.name)
        target = short.get(key_of(one.name)) or full.of(one) or key
        entry = entries.setdefault(target, Entry(one.name))
        entry.mentions.append(one.span)
        entry.aliases.append(one.name)
        evidence = evidence_of(one)
        if target != key and " " not in one.name:
            evidence.pop(ActorKind.PLACE, None)  # "to Orr" is no journey where Orr is short for Ann Orr.
        entry.evidence.update(evidence)
    return list(entries.values())


def with_nations(document: Document, entries: list[Entry]) -> list[Entry]:
    """Take a name for a place's where its people are called after it, which are no actor: "Tolmeria", "Tolmerian"."""
    adjectives: set[str] = set()
    capitals = {token.text for token in document.tokens if token.word and token.text[0].isupper()}
    for entry in checked(entries):
        peoples = _peoples(entry.name)
        # By rules a title makes a person of it; the Reader's own guess must not.
        titled = entry.evidence[ActorKind.PERSON] >= TITLED and document.reading is None
        if not titled and any(people in capitals for people in peoples):
            entry.evidence[ActorKind.PLACE] += 6 if document.reading is None else entry.evidence.total() + 1
            adjectives.update(peoples)
    return [entry for entry in entries if entry.name not in adjectives]


def _peoples(name: str) -> tuple[str, ...]:
    """Return what a country's people might be called."""
    if " " in name or len(name) < 4:
        return ()
    return (f"{name}n", f"{name}an", f"{name}ian", f"{name}ese", f"{name[:-1]}ian", f"{name[:-1]}an")


def actors_of(entries: list[Entry]) -> tuple[Actor, ...]:
    """Return the entries as actors, in the order of their first mention."""
    actors = [
        Actor(
            e.name,
            kind_of(e.evidence),
            tuple(dict.fromkeys(a for a in e.aliases if a != e.name)),
            tuple(sorted(set(e.mentions))),
        )
        for e in entries
    ]
    return tuple(sorted(actors, key=lambda a: a.mentions[0]))
