"""Who is the same speaker in different articles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
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
    acting deputy director the u.s us american house senate foreign interior defense defence state leader majority
    minority speaker commissioner security homeland treasury justice press adviser advisor aide mp mep lawmaker
    democrat republican democratic conservative labour analyst economist reporter correspondent author surgeon nurse
    lawyer head boss manager candidate nominee counsel
    """.split()
)
_SHORT_FORMS = dict(
    pair.split("=")
    for pair in """
    abe=abraham al=albert andy=andrew bernie=bernard beth=elizabeth betsy=elizabeth bill=william billy=william
    bob=robert bobby=robert chuck=charles charlie=charles dick=richard ed=edward gene=eugene hank=henry harry=henry
    jack=john jerry=gerald jim=james jimmy=james joe=joseph johnny=john kate=katherine kathy=kathleen ken=kenneth
    larry=lawrence liz=elizabeth maggie=margaret matt=matthew mike=michael mitch=mitchell nick=nicholas peggy=margaret
    rick=richard rob=robert ron=ronald rudy=rudolph sandy=alexandra steve=steven sue=susan ted=edward tim=timothy
    tom=thomas tony=anthony vlad=vladimir will=william
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
_AFTER_NAME = re.compile(r"[,;(–—]|\s(?:who|which|whose|that)\b")
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
    speakers = _named(speakers)
    order = sorted(range(len(speakers)), key=lambda i: _strength(speakers[i]))
    held: list[list[int]] = []
    near: dict[str, set[int]] = defaultdict(set)
    for i in order:
        keys = _keys(speakers[i].speaker)
        candidates = sorted(set().union(*(near[key] for key in keys)))
        fits = [c for c in candidates if all(same(speakers[i].speaker, speakers[j].speaker) for j in held[c])]
        if len(fits) == 1 or (fits and _exact(speakers, i, held[fits[0]])):
            row = fits[0]
            held[row].append(i)
        else:
            row = len(held)
            held.append([i])
        for key in keys:
            near[key].add(row)
    return held


def _keys(speaker: Speaker) -> set[str]:
    """Return what two speakers must have in common to be compared at all: the beginning of a word of the name."""
    if not speaker.named:
        return {head(speaker.name)}
    return {word[:3] for word in _plain(speaker.name).split()} | {word[:3] for word in name_parts(speaker.name)[-1:]}


def _named(speakers: Sequence[Known]) -> list[Known]:
    """Return the speakers, those named that only other mentions show to be: "Marlow, an adviser to the mayor"."""
    full: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for known in speakers:
        if known.speaker.named and len(parts := name_parts(known.speaker.name)) > 1:
            full[parts[-1][:3]].append(parts)
    found = []
    for known in speakers:
        speaker, parts = known.speaker, name_parts(known.speaker.name)
        printed = _AFTER_NAME.split(speaker.name)[0].split()
        capital = not speaker.named and bool(printed) and printed[-1][:1].isupper()
        if capital and any(_same_person(parts, f) for f in full[parts[-1][:3] if parts else ""]):
            known = replace(known, speaker=replace(speaker, named=True))
        found.append(known)
    return found


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
    few, many = sorted((a[:-1], b[:-1]), key=len)
    # A bare last name; or a description before the name that no list of titles knows ("Special Counsel").
    return not few or set(few) <= set(many) or _same_first(few[0], many[0])


def _same_first(a: str, b: str) -> bool:
    """Return whether two first names can be one: an initial, a beginning (Chris, Christopher), a short form (Bill)."""
    short, long = sorted((a, b), key=len)
    if _SHORT_FORMS.get(short) == long or _SHORT_FORMS.get(long) == short:
        return True
    return long.startswith(short) and (len(short) == 1 or len(short) >= 3)


@lru_cache(maxsize=10_000)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a person's name in lower case, without titles, suffixes and what follows after a comma.

    Everything up to the last title goes ("Senate Majority Leader Ada Marlow"), unless nothing or a body is left.
    """
    printed = [w.strip(".,’'") for w in re.sub(r"['’]s\b", "", _AFTER_NAME.split(name)[0]).replace("-", " ").split()]
    words = [w.casefold() for w in printed if w]
    titles = [i for i, w in enumerate(words[:-1]) if w in _TITLES]
    if titles and not set(words[titles[-1] + 1 :]) & _BODY_WORDS:
        words = words[titles[-1] + 1 :]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    if len(words) > 2:
        words = [w for w in words[:-1] if w not in _PARTICLES] + words[-1:]
    return tuple(words)


@lru_cache(maxsize=10_000)
def is_body(name: str) -> bool:
    """Return whether `name` names an organisation by one of its words; the titles of a person do not count."""
    parts = name_parts(name)
    return bool(set(parts) & _BODY_WORDS) or "of" in parts or "for" in parts


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
    """Return the name of a row: the fullest name, the shortest way to print it; of unnamed that vary, the head noun."""
    counts: Counter[str] = Counter()
    for known in speakers:
        counts[known.speaker.name] += known.count
    if not any(known.speaker.named for known in speakers) and len({name.casefold() for name in counts}) > 1:
        return head(speakers[0].speaker.name)
    return min(counts, key=lambda n: (-len(name_parts(n)), len(n), -counts[n], n))
