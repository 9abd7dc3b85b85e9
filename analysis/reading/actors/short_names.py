"""Which full name a short one stands for: surnames and acronyms, never somebody else's."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from ...model import ActorKind
from ...progress import checked
from ..english.kinds import first_name_gender
from ..language import word_key
from .aliases import aliases
from .candidates import Candidate
from .evidence import looks_like_person
from .tables import tables


@dataclass(slots=True)
class FullNames:
    """Which full names a single name can be short for, and where names first stand below the headline."""

    by_part: dict[str, list[Candidate]]
    first: dict[str, int]
    genders: dict[str, set[str]]
    titles: dict[str, set[str]]
    """The titles that stand before each name."""
    _answers: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def _sole(self, key: str, full: Candidate) -> bool:
        """Whether only one full name bears a name that came first, and its titles are no other's."""
        name = key_of(full.name)
        return all(key_of(one.name) == name for one in self.by_part[key]) and self.titles.get(
            key, set()
        ) <= self.titles.get(key_of(full.name), set())

    def of(self, one: Candidate) -> str | None:
        """Return the key of the full name that `one` is short for, or None.

        A full name comes first and the short one after it. Where the short one is first, as in "President Orr and
        Ann Orr", it is somebody else's unless a title makes sure of the gender; nobody is to be mistaken for another.
        """
        key = key_of(one.name)
        if " " in key:
            return None
        asked = key, one.gender
        if asked not in self._answers:
            self._answers[asked] = self._full(*asked)
        return self._answers[asked]

    def _full(self, key: str, titled: str) -> str | None:
        """Return the key of the full name that `key` is short for; `titled` is the gender that its title says."""
        seen = self.genders.get(key, set())
        gender = titled or (next(iter(seen)) if len(seen) == 1 else "")
        for candidate in self.by_part.get(key, ()):
            own = candidate.gender or first_name_gender(candidate.name)
            if own and gender and own != gender:
                continue
            before = self.first.get(key_of(candidate.name), 0) <= self.first.get(key, 0)
            if before or (own and own == gender) or self._sole(key, candidate):
                return key_of(candidate.name)
        return None


def last_name(words: list[str]) -> str:
    """Return the name that a person is short for: "Orr" of "Ann Orr Jr", "Kim" of "Kim Jong-un"."""
    names = tables()
    korean = len(words) == 2 and words[1].count("-") == 1 and words[1].rpartition("-")[2].islower()
    if (words[0] in names.family_first and words[0] not in names.first_names) or korean:
        return words[0]
    kept = [word for word in words if word.rstrip(".") not in names.suffixes]
    return kept[-1] if kept else words[-1]


_OF_ANYBODY = frozenset(("dr", "prof"))
"""Titles that a fuller name may well stand without."""


def full_names(candidates: list[Candidate]) -> FullNames:
    found = FullNames({}, {}, {}, {})
    for one in checked(candidates):
        key = key_of(one.name)
        if not one.headline:
            found.first.setdefault(key, one.span.start)
        if one.gender:
            found.genders.setdefault(key, set()).add(one.gender)
        if one.title and not one.gender and one.title.rstrip(".") not in _OF_ANYBODY:
            found.titles.setdefault(key, set()).add(one.title)
        words = one.name.split()
        if len(words) > 1 and looks_like_person(one):
            found.by_part.setdefault(key_of(last_name(words)), []).append(one)
            if last_name(words) == words[0]:  # "Kim Orr" may be a Kim.
                found.by_part.setdefault(key_of(words[-1]), []).append(one)
            if first_name_gender(one.name):
                found.by_part.setdefault(key_of(words[0]), []).append(one)
    return found


def key_of(name: str) -> str:
    return word_key(name).removeprefix("the ")


def acronyms(text: str, candidates: list[Candidate]) -> dict[str, str]:
    """Return acronyms printed in brackets behind a name: "Islamic State (IS)"."""
    found: dict[str, str] = {}
    for before, after in pairwise(candidates):
        between = text[before.span.end : after.span.start]
        if between.strip() == "(" and text[after.span.end : after.span.end + 1] == ")":
            letters = "".join(w[0] for w in before.name.replace("-", " ").split() if w[0].isupper())
            if after.name.isupper() and after.name.replace(".", "") in (letters, letters[-len(after.name) :]):
                found[key_of(after.name)] = key_of(before.name)
    return found


INITIALS = 3
"""Letters from which an acronym is taken for a name by its initials alone: of two letters too many names would do."""
_SMALL = frozenset(("of", "the", "and", "for", "in", "on", "&"))
_FIRM = frozenset("inc inc. corp corp. co co. ltd ltd. plc llc group company corporation".split())


def initials(candidates: list[Candidate]) -> dict[str, str]:
    """Return acronyms that are the initials of exactly one name of the article, wherever they stand."""
    found: dict[str, set[str]] = {}
    for one in candidates:
        words = [w for w in one.name.replace("-", " ").split() if w.casefold() not in _SMALL]
        if len(words) >= INITIALS:
            found.setdefault("".join(w[0] for w in words).upper(), set()).add(key_of(one.name))
    shorts = {one.name for one in candidates if one.name.replace(".", "").isupper() and " " not in one.name}
    named = {short: found.get(short.replace(".", ""), set()) for short in shorts}
    return {key_of(short): next(iter(full)) for short, full in named.items() if len(full) == 1}


def shortened(candidates: list[Candidate]) -> dict[str, str]:
    """Return short forms of exactly one fuller name of the article.

    "Orrtech Inc." and "Orrtech"; "the Court" and "the Harbour Court"; "Ada Orr" and "Ada Maria Orr".
    """
    keys = {key_of(one.name) for one in candidates}
    persons = {key_of(one.name) for one in candidates if one.kind is ActorKind.PERSON}
    found = {}
    for key in checked(sorted(keys)):
        words = key.split()
        if len(words) > 1 and words[-1] in _FIRM and (stem := " ".join(words[:-1])) in keys:
            found[key] = stem
        fuller: list[str] = []
        if len(words) == 1 and (key in tables().organization or key in aliases().recalled):
            fuller = [other for other in keys - persons if other.endswith(f" {key}")]
        elif len(words) == 2 and key in persons:
            ends = (words[0], words[1])
            fuller = [o for o in persons if len(o.split()) > 2 and (o.split()[0], o.split()[-1]) == ends]
        if len(fuller) == 1:
            found[key] = fuller[0]
    return found
