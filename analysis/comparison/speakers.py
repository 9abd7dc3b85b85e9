"""Who is the same speaker in different articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..model import Speaker

SAME_LAST_NAME = 88
"""rapidfuzz ratio from which two last names are spellings of one (Sabagh, Sabbagh: 92; Brown, Browne: 91)."""

MIN_FUZZY_LETTERS = 6
"""Shorter last names must be equal: Moran and Morgan are two families."""

SAME_BODY = 92
"""rapidfuzz token-sort ratio from which two names of a body are one."""

_TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister premier chancellor king queen
    prince princess senator sen sens rep reps representative congressman congresswoman governor gov lt lieutenant
    mayor secretary general gen maj major col colonel capt captain sgt sergeant admiral adm brig brigadier cmdr
    commander chief officer detective sheriff judge justice attorney ambassador envoy spokesman spokeswoman
    spokesperson rev reverend pope cardinal bishop archbishop imam sheikh ayatollah chairman chairwoman former
    acting deputy director the u.s us american house senate foreign interior defense defence state leader
    """.split()
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"})
_PARTICLES = frozenset("al el bin ibn van von der den de del della di da dos la le abu ben st".split())
_BODY_WORDS = frozenset(
    """
    agency army authority administration association bank board bureau center centre club college command commission
    committee company congress corporation corp council court department embassy federation force forces foundation
    front government group guard inc institute international league ltd media ministry movement nations news network
    observatory office organization organisation parliament party police post press republic school senate service
    society state states times tribunal tv union university house radio
    """.split()
)
_AFTER_HEAD = re.compile(
    r"\s+(?:of|in|with|who|that|which|whose|from|based|familiar|close|on|at|for|to|by|speaking|briefed|involved|near|"
    r"inside|within|working|living|said|here|there|among|across)\b|[,;:(]"
)


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker of one article, with how often he, she or it speaks there."""

    speaker: Speaker
    count: int


def clusters(speakers: Sequence[Known]) -> list[list[int]]:
    """Return the groups of indexes that are one speaker, in a fixed order whatever the order of `speakers`.

    Persons: last names alike and first names compatible (equal, an initial, or absent); a bare last name that fits
    two different persons stays on its own. Bodies: names alike. Unnamed: same kind and same head of the description.
    """
    order = sorted(range(len(speakers)), key=lambda i: _strength(speakers[i]))
    held: list[list[int]] = []
    for i in order:
        fits = [c for c in held if all(same(speakers[i].speaker, speakers[j].speaker) for j in c)]
        if len(fits) == 1 or (fits and _exact(speakers, i, fits[0])):
            fits[0].append(i)
        else:
            held.append([i])
    return held


def _strength(known: Known) -> tuple[int, int, str, str]:
    """Fullest names first, so that short ones find them."""
    s = known.speaker
    return (-len(name_parts(s.name)) if s.named else 1, -known.count, s.name.casefold() + s.name, s.kind)


def _exact(speakers: Sequence[Known], i: int, cluster: Sequence[int]) -> bool:
    return any(speakers[i].speaker.name.casefold() == speakers[j].speaker.name.casefold() for j in cluster)


def same(a: Speaker, b: Speaker) -> bool:
    """Return whether the two can be one speaker."""
    if a.named != b.named:
        return False
    if not a.named:
        return a.kind is b.kind and head(a.name) == head(b.name)
    if is_body(a.name) or is_body(b.name):
        return _same_body(a.name, b.name)
    return _same_person(name_parts(a.name), name_parts(b.name)) or _plain(a.name) == _plain(b.name)


def _same_body(a: str, b: str) -> bool:
    from rapidfuzz.fuzz import token_sort_ratio

    return token_sort_ratio(_plain(a), _plain(b)) >= SAME_BODY


def _same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    from rapidfuzz.fuzz import ratio

    if not a or not b:
        return False
    last, other = a[-1], b[-1]
    if last != other and (min(len(last), len(other)) < MIN_FUZZY_LETTERS or ratio(last, other) < SAME_LAST_NAME):
        return False
    first, second = a[0] if len(a) > 1 else "", b[0] if len(b) > 1 else ""
    if not first or not second or first == second:
        return True
    short, long = sorted((first.rstrip("."), second.rstrip(".")), key=len)
    # "J." or a short form that begins the long one (Chris, Christopher).
    return long.startswith(short) and (len(short) == 1 or len(short) >= 3)


@lru_cache(maxsize=10_000)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a person's name in lower case, without titles and suffixes; particles stay with the last."""
    words = [w.strip(".,’'").casefold() for w in re.sub(r"['’]s\b", "", name).replace("-", " ").split()]
    words = [w for w in words if w]
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    if len(words) > 2:
        words = [w for w in words[:-1] if w not in _PARTICLES] + words[-1:]
    return tuple(words)


@lru_cache(maxsize=10_000)
def is_body(name: str) -> bool:
    """Return whether `name` names an organisation by one of its words."""
    words = {w.strip(".,’'").casefold() for w in name.split()}
    return bool(words & _BODY_WORDS) or " of " in name or " for " in name


def _plain(name: str) -> str:
    words = re.sub(r"['’]s\b", "", name).replace(".", "").casefold().split()
    return " ".join(w for w in words if w != "the")


@lru_cache(maxsize=10_000)
def head(description: str) -> str:
    """Return the head noun of an unnamed speaker's description: "two senior officials in Paris" → "official"."""
    from simplemma import lemmatize

    stem = _AFTER_HEAD.split(description.strip(), maxsplit=1)[0].split()
    return str(lemmatize(stem[-1].lower(), lang="en")) if stem else ""


def row_name(speakers: Sequence[Known]) -> str:
    """Return the name of a row: the fullest name, then the most frequent; of unnamed ones that vary, the head noun."""
    counts: Counter[str] = Counter()
    for known in speakers:
        counts[known.speaker.name] += known.count
    if not speakers[0].speaker.named and len({name.casefold() for name in counts}) > 1:
        return head(speakers[0].speaker.name)
    return min(counts, key=lambda n: (-len(name_parts(n)), -counts[n], len(n), n))
