"""Named persons, bodies and places, put together over an article: names by the Reader, by rules where there is none."""

from __future__ import annotations

from ...model import Actor, Document
from ..reader.reading import Reading
from .aliases import aliases
from .candidates import find_candidates
from .described import described, recall
from .gather import Entry, actors_of, gather, with_nations
from .reader_names import names_of, read_candidates, repeated

__all__ = ["find_actors", "names_of"]


def find_actors(document: Document) -> tuple[Actor, ...]:
    """Return the actors of `document` in the order of their first mention, each with every mention of it."""
    if document.reading is not None:
        return actors_of(_read(document, document.reading))
    return actors_of(with_nations(document, gather(document, find_candidates(document))))


def _read(document: Document, reading: Reading) -> list[Entry]:
    """Return the actors by the Reader's names, with the bodies and groups that descriptions mean."""
    names = read_candidates(document, reading)
    names += repeated(document, names, find_candidates(document))
    names += described(document, names)
    entries = gather(document, sorted(names, key=lambda c: c.span), aliases().same)
    for entry in entries:
        entry.name = _shown(entry)
    recall(document, entries)
    return entries


def _shown(entry: Entry) -> str:
    """Return the name to show: the one that short forms as "U.S." stand for, else the fullest form printed."""
    tables = aliases()
    if entry.name in tables.same and entry.name not in tables.shown:
        return tables.same[entry.name]
    return entry.name
