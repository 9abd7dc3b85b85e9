"""Names of persons and bodies, and whether two of them are one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

SAME_LAST_NAME = 88
"""rapidfuzz ratio from which two last names are spellings of one (Sabagh, Sabbagh: 92; Petersen and Peterson, two
families: 87.5)."""

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
_FAMILY_FIRST = {2: frozenset("deng hu mao xi".split()), 3: frozenset("ban chiang kim moon park roh".split())}
"""Family names that stand first, by the number of parts of a name: "Kim" is short for "Kim Jong Un" but no family name
in "Kim Porter"."""
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"})
_PARTICLES = frozenset("al el bin ibn van von der den de del della di da dos la le abu ben st".split())
_BODY_WORDS = frozenset(
    """
    agency army authority administration association bank board bureau center centre club college command commission
    committee company congress corporation corp council court department embassy federation force forces foundation
    front fund government group guard inc institute international league ltd media ministry movement nations news
    network observatory office organization organisation parliament party police post press republic school senate
    service society state states times tribunal tv union university house radio
    """.split()
)
LONG = 40
"""Letters of a name from which the clause after it is left out."""
_PAPERS = frozenset("times post journal herald tribune".split())
"""What papers are called for short: "the Times"."""
AFTER_NAME = re.compile(r"[,;(–—]|\s(?:who|which|whose|that)\b")


def brief(name: str) -> str:
    """Return a name or description without the clause that follows it, where it is long."""
    head = AFTER_NAME.split(name)[0].strip()
    return head if len(name) > LONG and head else name


def is_joint(name: str) -> bool:
    """Return whether `name` is two speakers who speak together: "Ada Marlow and Bert Vane"."""
    return bool(re.search(r"\sand\s", AFTER_NAME.split(name)[0])) and not is_body(name)


def same_body(a: str, b: str) -> bool:
    """Return whether two names of organisations are one: spelled alike, the acronym, or the last word of a paper."""
    from rapidfuzz.fuzz import token_sort_ratio

    short, long = sorted((a, b), key=len)
    if initials(short) and len(short.split()) == 1 and is_body(long) and initials(short) == initials(long):
        return True
    if plain(short) in _PAPERS and plain(long).split()[-1] == plain(short):
        return True
    return token_sort_ratio(plain(a), plain(b)) >= SAME_BODY


def initials(name: str) -> str:
    """Return a name's initials, or the acronym that it is: AP for "Associated Press" and for "A.P."; "" for a word."""
    words = name.replace(".", "").split()
    if len(words) == 1:
        return words[0] if words[0].isupper() and 2 <= len(words[0]) <= 6 else ""
    found = "".join(word[0] for word in words if word[0].isupper() and word != "The")
    return found if len(found) >= 2 else ""


def same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Return whether two names of persons, in parts, can be one: last names alike, first names compatible."""
    from rapidfuzz.fuzz import ratio

    if not a or not b:
        return False
    last, other, a, b = a[-1], b[-1], _firsts(a), _firsts(b)
    if last != other and (min(len(last), len(other)) < MIN_FUZZY_LETTERS or ratio(last, other) < SAME_LAST_NAME):
        return False
    few, many = sorted((a, b), key=len)
    # A bare last name; or a description before the name that no list of titles knows ("Special Counsel").
    return not few or set(few) <= set(many) or _same_first(few[0], many[0])


def _firsts(parts: Sequence[str]) -> tuple[str, ...]:
    """Return what stands before the last name, without initials unless there is nothing else."""
    firsts = tuple(parts[:-1])
    return tuple(first for first in firsts if len(first) > 1) or firsts


def _same_first(a: str, b: str) -> bool:
    """Return whether two first names can be one: an initial, a beginning (Chris, Christopher), a short form (Bill)."""
    short, long = sorted((a, b), key=len)
    if _SHORT_FORMS.get(short) == long or _SHORT_FORMS.get(long) == short:
        return True
    return long.startswith(short) and (len(short) == 1 or len(short) >= 3)


def _bare(name: str) -> str:
    """Return a name without accents and with straight apostrophes, which outlets print or leave out by house style."""
    letters = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=10_000)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a person's name in lower case, without titles, suffixes and what follows after a comma.

    Everything up to the last title goes ("Senate Majority Leader Ada Marlow"), unless nothing or a body is left.
    """
    name = re.sub(r"'s\b", "", AFTER_NAME.split(_bare(name))[0])
    printed = [w.strip(".,'") for w in name.replace("-", " ").split()]
    words = [w.casefold() for w in printed if w]
    titles = [i for i, w in enumerate(words[:-1]) if w in _TITLES]
    if titles and not set(words[titles[-1] + 1 :]) & _BODY_WORDS:
        words = words[titles[-1] + 1 :]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    if words and words[0] in _FAMILY_FIRST.get(len(words), ()):
        return (*words[1:], words[0])
    if len(words) > 2:
        words = [w for w in words[:-1] if w not in _PARTICLES] + words[-1:]
    return tuple(words)


@lru_cache(maxsize=10_000)
def is_body(name: str) -> bool:
    """Return whether `name` names an organisation by one of its words; the titles of a person do not count."""
    parts = name_parts(name)
    return bool(set(parts) & _BODY_WORDS) or "of" in parts or "for" in parts


def plain(name: str) -> str:
    """Return a name in lower case without article, full stops and possessive."""
    words = re.sub(r"'s\b", "", _bare(name)).replace(".", "").casefold().split()
    return " ".join(w for w in words if w != "the")
