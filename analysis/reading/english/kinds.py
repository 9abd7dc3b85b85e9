"""What kind of speaker a description means, by its role words."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import combining, normalize

from ...model import SpeakerKind
from .cues import RESOURCES
from .nations import nations as nation_table
from .tables import words
from .text import word_key
from .titles import all_titles

_WORD = re.compile(r"[^\W_](?:[\w.'’&-]*[\w.])?")


@dataclass(frozen=True, slots=True)
class _Tables:
    phrases: dict[str, SpeakerKind]
    words: dict[str, SpeakerKind]
    issued: frozenset[str]
    names: dict[str, SpeakerKind]
    acronyms: frozenset[str]
    heads: frozenset[str]
    offices: frozenset[str]
    veiled: frozenset[str]
    modifiers: frozenset[str]
    kin: frozenset[str]
    publics: frozenset[str]
    serving: frozenset[str]
    seats: dict[str, SpeakerKind]


@cache
def _tables() -> _Tables:
    data = tomllib.loads((RESOURCES / "speaker_kinds.toml").read_text(encoding="utf-8"))

    def table(name: str) -> dict[str, SpeakerKind]:
        return {word: SpeakerKind(kind) for kind, words in data[name].items() for word in words}

    lists = {name: frozenset(data[name]["words"]) for name in _LISTS}
    return _Tables(phrases=table("phrases"), words=table("words"), names=table("names"), seats=table("seats"), **lists)


_LISTS = ("issued", "acronyms", "heads", "offices", "veiled", "modifiers", "kin", "publics", "serving")


def kind_of_name(name: str) -> SpeakerKind | None:
    """Return the kind that the name of a body gives: by its words, but for whom it is made up of, else by its last."""
    words = [word_key(w) for w in _WORD.findall(name)]
    whole = _phrase(words)
    if whole is not None and whole not in _OF_MEMBERS:
        return whole  # "International Committee of the Red Cross"
    kind = kind_of(name)
    first, *_, final = [word_key(w) for w in _WORD.findall(name)] * 2 or ("", "")
    if first in _OF_STATES and final in _STATES_BODIES:
        return SpeakerKind.INTERNATIONAL_ORGANISATION
    if kind in _OF_MEMBERS or kind is None:
        last = next((w for i, w in enumerate(words) if words[i + 1 : i + 2] in (["of"], ["for"])), (words or [""])[-1])
        part = last.rsplit("-", 1)[-1]  # "Star-Ledger"
        own = _tables().names.get(last) or _tables().words.get(last) or _tables().names.get(part)
        return own if own not in _OF_MEMBERS else _by_shape(name)
    return kind


def seat_kind(name: str) -> SpeakerKind | None:
    """Return the kind of whoever governs from a place that stands for them: "Downing Street", "Tehran"."""
    plain = "".join(c for c in normalize("NFKD", word_key(name)) if not combining(c)).removeprefix("the ")
    return _tables().seats.get(plain) or (SpeakerKind.GOVERNMENT if nation_table().find(name) is not None else None)


_OF_MEMBERS = frozenset((SpeakerKind.RESIDENT, SpeakerKind.FAMILY, SpeakerKind.UNNAMED, SpeakerKind.DOCUMENT))
_FIRMS = re.compile(r"\w &\s?\w|^(?!Mc|Mac|De|La|Le|Van|Wiki)[A-Z][a-z]+[A-Z]\w*$|\.com$")


@lru_cache(maxsize=10_000)
def is_firm(name: str) -> bool:
    """Whether a name is written as only firms' names are, or ends in a word that is nobody's surname: "Orr Motors"."""
    words = [word_key(w) for w in _WORD.findall(name)]
    ends = len(words) > 1 and _tables().names.get(words[-1]) is SpeakerKind.COMPANY and words[-1] not in _SURNAMES
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
    return frozenset(_tables().words)


def kind_of(description: str) -> SpeakerKind | None:
    """Return the kind that the words of `description` give, or None.

    An unnamed source stays unnamed whatever it is close to; an office of state makes a government speaker; a role
    that says nothing by itself ("director") takes the kind of its body; else the head of the phrase decides: the last
    role word before its first preposition, then any role word.
    """
    tables = _tables()
    printed = [w.removesuffix("'s").removesuffix("’s") for w in _WORD.findall(description)]
    found = [word_key(w) if w.isupper() or word_key(w) not in tables.acronyms else "" for w in printed]
    found = ["" if w == "general" and found[i - 1 : i] and found[i - 1] in _GENERAL else w for i, w in enumerate(found)]
    if _VEILED.search(description):
        return SpeakerKind.UNNAMED
    if printed[:1] == ["Justice"] and (len(printed) == 1 or found[1] not in tables.words):
        return SpeakerKind.COURT  # "Justice Ann Orr", not "Justice Department"
    head = _head(found)
    rest = found[len(head) :]
    if head[-1:] and set(head[:-1]) & _FIGHTING and tables.words.get(head[-1]) in _FORCES:
        return SpeakerKind.ARMED_GROUP  # "the rebel command"
    if any(tables.words.get(w) is SpeakerKind.UNNAMED for w in head):
        return SpeakerKind.UNNAMED
    if head[-1:] and _YEARS_OLD.search(head[-1]):
        return SpeakerKind.RESIDENT
    if head[-1:] in (["people"], ["those"], ["person"]) and set(rest[:4]) & tables.veiled:
        return SpeakerKind.UNNAMED
    across = tables.phrases.get(" ".join(found[len(head) - 1 : len(head) + 1]))
    if across is not None:
        return across  # "Center for …"
    if _ITS_PRESIDENT.search(description) and head[-1:] == ["president"] and _last(head[:-1]) is None:
        return SpeakerKind.GOVERNMENT  # "Ombria's president"; a firm's stands without the possessive.
    of_whom = _of_nation_or_firm(printed[: len(head)])
    if of_whom is not None:
        return of_whom
    owners = {word_key(w) for w in _WORD.findall(description) if w.endswith(("'s", "’s"))}
    owners = {w.removesuffix("'s") for w in owners}
    if head[-1:] and head[-1] in tables.kin and (owners & set(head) or set(head[:-1]) & _POSSESSIVE):
        return SpeakerKind.FAMILY
    if _serves_state(head, owners):
        return SpeakerKind.GOVERNMENT
    if (set(head) & tables.offices) - owners and not (rest[:1] == ["for"] and "representative" in head):
        return SpeakerKind.GOVERNMENT
    if rest and rest[0] not in ("close", "in") and head and head[-1] in tables.heads:
        body = _last(rest, from_left=True)
        if body is SpeakerKind.GOVERNMENT and not set(rest).isdisjoint(_SCHOOLS):
            body = SpeakerKind.EXPERT  # "the department at Orr University"
        if body is not None and body not in (SpeakerKind.DOCUMENT, SpeakerKind.UNNAMED, SpeakerKind.RESIDENT):
            return body
        if head[-1].startswith(("spokes", "representative")):
            return _last(head[:-1])
    if head == ["chief"] and printed[0][0].isupper():
        return SpeakerKind.POLICE  # "Chief Ann Orr"
    if head and head[-1] in tables.heads and len(head) > 1:
        whole = _phrase(head)
        return whole or _last([w for w in head[:-1] if w not in tables.modifiers]) or _last(head[-1:])
    return _last(head) or (None if _for_another(found, head) else _last(found[: _clause(printed)], from_left=True))


_GENERAL = words("roles.general")
"""Offices that are "general" without being military."""
_VEILED = re.compile(
    r"\bnot to be (?:named|identified|quoted)\b|\banonym(?:ity|ously)\b|\bnot authori[sz]ed to (?:speak|talk)\b"
)


def _clause(words: list[str]) -> int:
    """Return where a relative clause begins: who may not talk to the press is no journalist."""
    return next((i for i, w in enumerate(words) if w in _RELATIVES), len(words))


_RELATIVES = words("closed.relatives") - {"that"}


_ITS_PRESIDENT = re.compile(r"\b[A-Z]\w+[’']s (?:\w+ )?(?:vice )?president\b")


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
    return role in _tables().heads | _tables().serving or role in _ENVOYS


def speaks_for_somebody(role: str) -> bool:
    """Whether a role speaks for the person it belongs to: "his office", not "his teacher"."""
    return role in _OF_PERSONS


_ENVOYS = words("roles.envoys")
_OF_PERSONS = words("roles.of_persons")
_YEARS_OLD = re.compile(r"year-olds?$")
_POSSESSIVE = words("closed.possessives") | {"whose"}


def _serves_state(head: list[str], owners: set[str]) -> bool:
    """Whether a role serves a state, a city or a county: "the city's chief engineer", "state lawyers"."""
    tables = _tables()
    if len(head) < 2 or _phrase(head) is not None:
        return False
    before = [w for w in head[:-1] if w not in tables.modifiers]
    others = {tables.words.get(w) for w in before} - {None, SpeakerKind.GOVERNMENT}
    whose = bool(owners & tables.publics) and head[-1] in tables.serving | tables.heads
    # "a country director" is a charity's.
    which = not _OF_STATE.isdisjoint(before) and head[-1] in tables.serving
    return (whose or which) and not others


_OF_STATE = words("roles.of_state")
_SCHOOLS = words("roles.schools")
_FIGHTING = words("roles.fighting")
_FORCES = frozenset((SpeakerKind.MILITARY, SpeakerKind.GOVERNMENT, SpeakerKind.ARMED_GROUP))
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


def _of_nation_or_firm(head: list[str]) -> SpeakerKind | None:
    """Return what "North Korean leader" and "Foodmart president" are by the name before the role."""
    if len(head) < 2 or not head[-2][:1].isupper():
        return None
    nation = head[-2] in nations()
    if nation and head[-1] in words("roles.rulers"):
        return SpeakerKind.GOVERNMENT
    if head[-1] == "president" and _tables().words.get(word_key(head[-2])) is not None:
        return None
    firm = head[-1] == "president" and len(head[-2]) > 3 and head[-2].lower() not in words("roles.no_firms")
    return SpeakerKind.COMPANY if firm and not nation and head[-2] not in places() else None


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


def _last(part: list[str], from_left: bool = False) -> SpeakerKind | None:
    """Return the kind that a run of words gives: its longest phrase, else the word nearest its end."""
    tables = _tables()
    kind = _phrase(part)
    if kind is not None:
        return kind
    for word in part if from_left else reversed(part):
        kind = tables.words.get(word) or tables.words.get(word.rstrip(".")) or tables.words.get(word.replace(".", ""))
        if kind is not None and word:
            return kind
    return None


def _phrase(part: list[str]) -> SpeakerKind | None:
    for size in (3, 2):
        for i in range(len(part) - size + 1):
            kind = _tables().phrases.get(" ".join(part[i : i + size]))
            if kind is not None:
                return kind
    return None


def _for_another(words: list[str], head: list[str]) -> bool:
    """Whether what follows the head names somebody else: a lawyer for fishermen is no fisherman, a spokesman is."""
    follows = words[len(head) : len(head) + 1]
    return follows == ["for"] and not any(word.startswith(("spokes", "representative")) for word in head)


def _head(words: list[str]) -> list[str]:
    for i, word in enumerate(words):
        participle = word.endswith("ed") and words[i + 1 : i + 2] and words[i + 1] in _HEAD_ENDS
        if i and (participle or word in _HEAD_ENDS):
            return words[:i]
    return words


def head_word(description: str) -> str:
    """Return the word that a description is about: "adviser" of "One Republican adviser close to the palace"."""
    head = _head([word_key(w) for w in _WORD.findall(description.split(",")[0])])
    return head[-1] if head else ""


_HEAD_ENDS = words("roles.head_ends")


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
    data = _tables()
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
    return word in _tables().issued


def without_clause(printed: str) -> str:
    """Return a source without the relative clause it may end in."""
    return re.split(r",? (?:who|which|whose)\b", printed, maxsplit=1)[0]
