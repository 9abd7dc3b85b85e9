"""Who is the same speaker in different articles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..model import Speaker, SpeakerKind
from ..progress import checked
from .names import AFTER_NAME, brief, initials, is_body, is_joint, name_parts, plain, same_body, same_person

_AFTER_HEAD = re.compile(
    r"\s+(?:of|in|with|who|that|which|whose|from|based|familiar|close|on|at|for|to|by|speaking|briefed|involved|near|"
    r"inside|within|working|living|said|here|there|among|across)\b|[,;:(]"
)


FULL = 3
"""Parts of a full name; a longer one has caught a title ("National Harbours James Vane")."""


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker of one article, with how often he, she or it speaks there."""

    speaker: Speaker
    count: int
    article: str = ""


def clusters(speakers: Sequence[Known]) -> list[list[int]]:
    """Return the groups of indexes that are one speaker, in a fixed order whatever the order of `speakers`.

    Persons: last names alike and first names compatible (equal, an initial, or absent); a bare last name that fits
    two different persons goes to the one whom its article does not name otherwise, or to the one of its kind, else it
    is a row of its own. Bodies: names alike. Unnamed: same kind and same head of the description.
    """
    speakers = _named(speakers)
    order = sorted(range(len(speakers)), key=lambda i: _strength(speakers[i]))
    held: list[list[int]] = []
    near: dict[str, set[int]] = defaultdict(set)

    def fitting(i: int) -> list[int]:
        candidates = sorted(set().union(*(near[key] for key in _keys(speakers[i].speaker))))
        return [c for c in candidates if all(same(speakers[i].speaker, speakers[j].speaker) for j in held[c])]

    def put(i: int, row: int | None) -> None:
        if row is None:
            row = len(held)
            held.append([])
        held[row].append(i)
        for key in _keys(speakers[i].speaker):
            near[key].add(row)

    unclear = []
    for i in checked(order):
        fits = fitting(i)
        if len(fits) > 1:
            unclear.append(i)
        else:
            put(i, fits[0] if fits else None)
    for choose in (_told_apart, _alike):
        for i in checked(list(unclear)):
            row = choose(speakers, i, [(c, held[c]) for c in fitting(i)])
            if row is not None or choose is _alike:
                put(i, row)
                unclear.remove(i)
    return held


def _told_apart(speakers: Sequence[Known], i: int, fits: Sequence[tuple[int, list[int]]]) -> int | None:
    """Return the one row that a bare name can mean: its article keeps it apart from the others, or its kind does."""
    this = speakers[i]
    others = [c for c, row in fits if not any(this.article and speakers[j].article == this.article for j in row)]
    if len(others) == 1:
        return others[0]
    alike = [c for c, row in fits if any(speakers[j].speaker.kind is this.speaker.kind for j in row)]
    telling = this.speaker.kind not in (SpeakerKind.OTHER, SpeakerKind.UNNAMED)
    return alike[0] if telling and len(alike) == 1 else None


def _alike(speakers: Sequence[Known], i: int, fits: Sequence[tuple[int, list[int]]]) -> int | None:
    """Return the row that has the very name already, so that one bare name is not several rows."""
    name = plain(speakers[i].speaker.name)
    return next((c for c, row in fits if any(plain(speakers[j].speaker.name) == name for j in row)), None)


def _keys(speaker: Speaker) -> set[str]:
    """Return what two speakers must have in common to be compared at all: the beginning of a word of the name."""
    if not speaker.named:
        return {head(speaker.name)}
    return (
        {initials(speaker.name)}
        | {word[:3] for word in plain(speaker.name).split()}
        | {word[:3] for word in name_parts(speaker.name)[-1:]}
    )


def _named(speakers: Sequence[Known]) -> list[Known]:
    """Return the speakers, those named that only other mentions show to be: "Marlow, an adviser to the mayor"."""
    full: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for known in speakers:
        if known.speaker.named and len(parts := name_parts(known.speaker.name)) > 1:
            full[parts[-1][:3]].append(parts)
    found = []
    for known in speakers:
        speaker, parts = known.speaker, name_parts(known.speaker.name)
        printed = AFTER_NAME.split(speaker.name)[0].split()
        capital = not speaker.named and bool(printed) and printed[-1][:1].isupper()
        if capital and any(same_person(parts, f) for f in full[parts[-1][:3] if parts else ""]):
            known = replace(known, speaker=replace(speaker, named=True))
        found.append(known)
    return found


def _strength(known: Known) -> tuple[int, int, str, str]:
    """Fullest names first, so that short ones find them."""
    s = known.speaker
    return (-len(name_parts(s.name)) if s.named else 1, -known.count, s.name.casefold() + s.name, s.kind)


def same(a: Speaker, b: Speaker) -> bool:
    """Return whether the two can be one speaker."""
    if a.named != b.named:
        return False
    if not a.named:
        vague = (SpeakerKind.OTHER, SpeakerKind.UNNAMED)
        alike = a.kind is b.kind or a.kind in vague or b.kind in vague
        return alike and head(a.name) == head(b.name)
    if is_joint(a.name) or is_joint(b.name):
        return plain(a.name) == plain(b.name)
    if is_body(a.name) or is_body(b.name):
        return same_body(a.name, b.name)
    return same_person(name_parts(a.name), name_parts(b.name)) or plain(a.name) == plain(b.name)


@lru_cache(maxsize=10_000)
def head(description: str) -> str:
    """Return the head noun of an unnamed speaker's description: "two senior officials in Paris" → "official"."""
    from simplemma import lemmatize

    stem = _AFTER_HEAD.split(description.strip(), maxsplit=1)[0].split()
    return str(lemmatize(stem[-1].lower(), lang="en")) if stem else ""


def row_name(speakers: Sequence[Known]) -> str:
    """Return the name of a row: the fullest name, the shortest way to print it; of unnamed that vary, the head noun."""
    counts: Counter[str] = Counter()
    for known in speakers:
        counts[known.speaker.name] += known.count
    if not any(known.speaker.named for known in speakers) and len({name.casefold() for name in counts}) > 1:
        return head(speakers[0].speaker.name)
    return brief(min(counts, key=lambda n: (-min(len(name_parts(n)), FULL), len(n), -counts[n], n)))
