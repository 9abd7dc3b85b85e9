"""Named persons, bodies and places, put together over an article: names by the Reader, by rules where there is none."""

from __future__ import annotations

from ...model import Actor, ActorKind, Document, Span
from ...readings import Reading
from .aliases import aliases, is_group
from .candidates import Candidate, find_candidates
from .described import described, recall
from .evidence import kind_of
from .gather import Entry, actors_of, gather, with_nations
from .reader_names import all_names

__all__ = ["find_actors", "names_of"]


def find_actors(document: Document) -> tuple[Actor, ...]:
    """Return the actors of `document` in the order of their first mention, each with every mention of it."""
    if document.reading is not None:
        return actors_of(_read(document, document.reading))
    return actors_of(with_nations(document, gather(document, find_candidates(document))))


def _read(document: Document, reading: Reading) -> list[Entry]:
    """Return the actors by the Reader's names, with the bodies and groups that descriptions mean."""
    names = all_names(document, reading)
    entries = _entries(document, sorted(names + described(document, names), key=lambda c: c.span))
    for entry in entries:
        entry.name = _shown(entry)
    recall(document, entries)
    return entries


def _entries(document: Document, names: list[Candidate]) -> list[Entry]:
    """Return names put together, armed groups and movements as groups, which Reader and rules hold to be bodies."""
    entries = with_nations(document, gather(document, names, aliases().same))
    for entry in entries:
        if is_group(entry.name) and kind_of(entry.evidence) is ActorKind.ORGANIZATION:
            entry.evidence[ActorKind.GROUP] += entry.evidence.pop(ActorKind.ORGANIZATION)
    return entries


def names_of(document: Document) -> list[tuple[Span, ActorKind]]:
    """Return the names proper of a document that was read, with the kinds of their actors; else nothing."""
    if document.reading is None:
        return []
    entries = _entries(document, all_names(document, document.reading))
    return sorted((mention, kind_of(entry.evidence)) for entry in entries for mention in entry.mentions)


def _shown(entry: Entry) -> str:
    """Return the name to show: the one that short forms as "U.S." stand for, else the fullest form printed."""
    tables = aliases()
    if entry.name in tables.same and entry.name not in tables.shown:
        return tables.same[entry.name]
    return entry.name
