"""What kind of speaker a description means, by its role words."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from unicodedata import combining, normalize

from ...model import SpeakerKind
from .evidence import evidence_of
from .nations import nations as nation_table
from .role_words import WORD, head_word, phrase_kind, role_tables
from .tables import words
from .text import word_key
from .titles import all_titles


def kind_of_name(name: str) -> SpeakerKind | None:
    """Return the kind that the name of a body gives: by its words, but for whom it is made up of, else by its last."""
    words = [word_key(w) for w in WORD.findall(name)]
    whole = phrase_kind(words)
    if whole is not None and whole not in _OF_MEMBERS:
        return whole  # "International Committee of the Red Cross"
    kind = kind_of(name)
    first, *_, final = [word_key(w) for w in WORD.findall(name)] * 2 or ("", "")
    if first in _OF_STATES and final in _STATES_BODIES:
        return SpeakerKind.INTERNATIONAL_ORGANISATION
    if kind in _OF_MEMBERS or kind is None:
        last = next((w for i, w in enumerate(words) if words[i + 1 : i + 2] in (["of"], ["for"])), (words or [""])[-1])
        part = last.rsplit("-", 1)[-1]  # "Star-Ledger"
        own = role_tables().names.get(last) or role_tables().words.get(last) or role_tables().names.get(part)
        return own if own not in _OF_MEMBERS else _by_shape(name)
    return kind


def seat_kind(name: str) -> SpeakerKind | None:
    """Return the kind of whoever governs from a place that stands for them: "Downing Street", "Tehran"."""
    plain = "".join(c for c in normalize("NFKD", word_key(name)) if not combining(c)).removeprefix("the ")
    return role_tables().seats.get(plain) or (SpeakerKind.GOVERNMENT if nation_table().find(name) is not None else None)


_OF_MEMBERS = frozenset((SpeakerKind.RESIDENT, SpeakerKind.FAMILY, SpeakerKind.UNNAMED, SpeakerKind.DOCUMENT))
_FIRMS = re.compile(r"\w &\s?\w|^(?!Mc|Mac|De|La|Le|Van|Wiki)[A-Z][a-z]+[A-Z]\w*$|\.com$")


@lru_cache(maxsize=10_000)
def is_firm(name: str) -> bool:
    """Whether a name is written as only firms' names are, or ends in a word that is nobody's surname: "Orr Motors"."""
    words = [word_key(w) for w in WORD.findall(name)]
    ends = len(words) > 1 and role_tables().names.get(words[-1]) is SpeakerKind.COMPANY and words[-1] not in _SURNAMES
    return ends or _by_shape(name) is not None or (len(words) > 1 and words[-1] in _FIRM_ENDS)


_FIRM_ENDS = words("roles.firm_ends")
_SURNAMES = words("roles.surnames")


def _by_shape(name: str) -> SpeakerKind | None:
    """Return company where a name is written as only firms are: "Sterling & Shire", "AirZing"."""
    return SpeakerKind.COMPANY if _FIRMS.search(name) else None


_OF_STATES = words("roles.of_states")
_STATES_BODIES = words("roles.bodies_of_states")


@cache
def role_words() -> frozenset[str]:
    """Return every word that gives a kind, in lower case."""
    return frozenset(role_tables().words)


def kind_of(description: str) -> SpeakerKind | None:
    """Return the kind that the words of `description` give, or None."""
    found = evidence_of(description)
    return found.kind if found is not None else None


def kind_of_parts(description: str) -> SpeakerKind | None:
    """Return the kind that a title and what is set off behind a name give: the first that does more than tell a trade.

    "President …, a lifelong fan of the club" speaks as president.
    """
    parts = [part for part in description.split(",") if part.strip()]
    plain = [part for part in parts if head_word(part) not in _VAGUE] or parts
    kinds = [kind for part in (*plain, *parts) if (kind := kind_of(part)) is not None]
    return next((kind for kind in kinds if kind is not SpeakerKind.RESIDENT), next(iter(kinds), None))


_VAGUE = frozenset(("official", "officials"))
"""Who is more than that where more is said: "another official, deputy police chief Ann Orr"."""


def serves_a_body(role: str) -> bool:
    """Whether a role speaks for whoever it belongs to: "its director", "her spokesman"."""
    return role in role_tables().heads | role_tables().serving or role in _ENVOYS


def speaks_for_somebody(role: str) -> bool:
    """Whether a role speaks for the person it belongs to: "his office", not "his teacher"."""
    return role in _OF_PERSONS


_ENVOYS = words("roles.envoys")
_OF_PERSONS = words("roles.of_persons")
_DEED = re.compile(
    r"\bwho(?:,[^,]*,)? (?:also |now |once )?(?:has |had )?(?:leads?|led|heads|headed|runs|ran|chairs|chaired|manages|"
    r"managed|directs|directed|represents|founded|works? (?:for|at)|worked (?:for|at)|speaks? for|teaches|taught|"
    r"advises|studies|researches|serves (?:on|in|as)|sits on|commands|commanded|edits|edited|owns|owned|is|was|"
    r"chaired) (?P<whom>(?!not |unable )[^,;.]+)"
)
_OWNED = re.compile(r"\b(?:owns|owned|runs|ran|founded) (?:a|an|the|two|three|four|five|several|his|her|\d+) ")
_KIN = (
    "(?:son|daughter|husband|wife|brother|sister|father|mother|partner|boy|girl|child|grandson|nephew|niece|cousin)s?"
)
_BEREAVED = re.compile(rf"\b(?:whose|lost (?:his|her|their)) (?:(?!and\b)\w+ )?(?:\w+-old )?{_KIN}\b")
_LIVES = re.compile(
    r"\bwho (?:has |had |have |is |was |were |also |now |still |once )*(?:lives?|lived|living|fled|survived|escaped|"
    r"saw|witnessed|heard|watched|injured|hurt|wounded|evacuated|displaced|rescued|trapped|stranded|moved|grew up|"
    r"commutes?|rents?|farms?|grows?|fishes|drives?|sells?|attended|lost (?:his|her|their)|visiting|waiting|walking|"
    r"standing|shopping|sleeping|asleep|working (?:nearby|there)|arrived|came to|voted|raises|keeps)\b"
)
_SCHOLARLY = re.compile(r"\bwho (?:has )?(?:studies|studied|researches|researched|teaches|taught)\b")


def kind_by_deed(printed: str) -> SpeakerKind | None:
    """Return the kind that a clause gives: "Ann Orr, who leads the hauliers' association"."""
    deed = _DEED.search(printed)
    if _BEREAVED.search(printed):
        return SpeakerKind.FAMILY
    if _SCHOLARLY.search(printed):
        return SpeakerKind.EXPERT
    if deed is None:
        return SpeakerKind.RESIDENT if _LIVES.search(printed) else None
    owned = SpeakerKind.COMPANY if _OWNED.search(deed.group()) else None
    return kind_of(deed.group("whom")) or owned or (SpeakerKind.RESIDENT if _LIVES.search(printed) else None)


@cache
def nations() -> frozenset[str]:
    """Return the adjectives of nations and peoples."""
    return words("names.adjectives") - words("names.parties_and_faiths")


@cache
def trades() -> frozenset[str]:
    """Return what somebody does, as printed before a name: "baker", "chipmaker"."""
    return words("names.trades")


@cache
def adjectives() -> frozenset[str]:
    """Return the adjectives of nations, peoples, parties and faiths."""
    return words("names.adjectives")


@cache
def places() -> frozenset[str]:
    """Return the names of countries, states and cities that are known."""
    return words("names.places")


@cache
def _first_names() -> dict[str, str]:
    return dict.fromkeys(words("names.women"), "f") | dict.fromkeys(words("names.men"), "m")


_BODY_KINDS = frozenset(
    (
        SpeakerKind.ARMED_GROUP,
        SpeakerKind.MILITARY,
        SpeakerKind.INTERNATIONAL_ORGANISATION,
        SpeakerKind.MEDIA,
        SpeakerKind.COMPANY,
        SpeakerKind.NGO,
        SpeakerKind.POLICE,
    )
)


@lru_cache(maxsize=10_000)
def known_body(name: str) -> SpeakerKind | None:
    """Return the kind of a body known by one word, such as Taliban or Nato; None where it may be somebody's name."""
    data = role_tables()
    kind = data.words.get(word_key(name)) if " " not in name else None
    somebody = word_key(name) in all_titles() or name in _first_names()
    return kind if kind in _BODY_KINDS and not somebody else None


def first_name_gender(name: str) -> str:
    """Return "f" or "m" for a full name with a common first name, else ""."""
    first, *rest = name.split() or [""]
    return _first_names().get(first, "") if rest else ""


@cache
def _bodies() -> frozenset[str]:
    return words("names.organization_words")


def is_body(word: str) -> bool:
    """Whether `word` names a body, not a person's role."""
    return word in _bodies()


def issued(word: str) -> bool:
    """Whether `word` names a document that speaks for whoever issued it."""
    return word in role_tables().issued


def without_clause(printed: str) -> str:
    """Return a source without the relative clause it may end in."""
    return re.split(r",? (?:who|which|whose)\b", printed, maxsplit=1)[0]
