"""Which full name a short one stands for: surnames and acronyms, never somebody else's."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise

from ...model import ActorKind, Document
from ...progress import checked
from ..english.kinds import first_name_gender
from ..english.tables import words
from ..language import word_key
from .aliases import aliases
from .candidates import Candidate
from .evidence import looks_like_person
from .tables import tables

NICKNAME = "\"'“”‘’"
"""Marks around a nickname within a name."""
LOOKED_AT = 20
"""Bearers of a surname that are asked before a short form, nearest first."""


@dataclass(slots=True)
class FullNames:
    """Which full names a single name can be short for, and where names first stand below the headline."""

    document: Document
    by_part: dict[str, list[Candidate]]
    """In text order."""
    first: dict[str, int]
    genders: dict[str, str]
    """What titles and roles tell of full names."""
    titles: dict[str, set[str]]
    """The titles that stand before each name."""
    _last: dict[str, tuple[Candidate, str]] = field(default_factory=dict)
    """The short form that stood last, and for whom."""
    _sole: dict[str, bool] = field(default_factory=dict)

    def of(self, one: Candidate) -> str | None:
        """Return the key of the full name that `one` is short for, or None; short forms are asked in text order.

        A bearer whom its title fits; the one told of last in its paragraph, of several in one sentence the first; else
        whose full name came first in the article. A full name comes first and the short one after it. Where the short
        one is first, as in "President Orr and Ann Orr", it is somebody else's unless a title makes sure of the gender;
        nobody is to be mistaken for another.
        """
        key = key_of(one.name)
        bearers = self.by_part.get(key) if " " not in key else None
        if not bearers:
            return None
        at = bisect_left(bearers, one.span.start, key=lambda bearer: bearer.span.start)
        before = [b for b in reversed(bearers[max(0, at - LOOKED_AT) : at]) if self._fits(b, one, before=True)]
        called = [b for b in before if one.title and one.title in self.titles.get(key_of(b.name), ())]
        last, name = self._last.get(key, (None, ""))
        near = [b for b in before if self._paragraph(b) == self._paragraph(one)]
        if last is None or self._paragraph(last) != self._paragraph(one) or not self._agrees(name, one.gender):
            last, name = None, ""
        if called or (near and (last is None or last.span < near[0].span)):
            nearest = called or near
            sentence = self.document.sentence_at(nearest[0].span.start)
            first = [b for b in nearest if self.document.sentence_at(b.span.start) == sentence][-1]
            name = key_of(first.name)
        elif not name:
            others = (*bearers[:LOOKED_AT], *bearers[at : at + LOOKED_AT])
            name = next((key_of(b.name) for b in others if self._fits(b, one, before=b.span < one.span)), "")
        if name:
            self._last[key] = one, name
        return name or None

    def _paragraph(self, one: Candidate) -> int | None:
        number = self.document.sentence_at(one.span.start)
        return self.document.sentences[number].paragraph if number is not None else None

    def _fits(self, bearer: Candidate, one: Candidate, before: bool) -> bool:
        """Whether a short form can be a bearer's; `before`: whether the bearer stands before it."""
        name = key_of(bearer.name)
        if not self._agrees(name, one.gender):
            return False
        first = key_of(self.by_part[key_of(one.name)][0].name)
        told = before and self.first.get(first, 0) <= self.first.get(key_of(one.name), 0)
        return told or (one.gender != "" and self._gender(name) == one.gender) or self._is_sole(key_of(one.name), name)

    def _agrees(self, name: str, gender: str) -> bool:
        own = self._gender(name)
        return not own or not gender or own == gender

    def _gender(self, name: str) -> str:
        return self.genders.get(name, "")

    def _is_sole(self, key: str, name: str) -> bool:
        """Whether only one full name bears a name that came first, and its titles are no other's."""
        if key not in self._sole:
            self._sole[key] = len({key_of(one.name) for one in self.by_part[key]}) == 1
        return self._sole[key] and self.titles.get(key, set()) <= self.titles.get(name, set())


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


def full_names(document: Document, candidates: list[Candidate]) -> FullNames:
    """Return who can be meant by a single name in `document`."""
    found = FullNames(document, {}, {}, {}, {})
    for one in checked(sorted(candidates, key=lambda candidate: candidate.span)):
        key = key_of(one.name)
        if not one.headline:
            found.first.setdefault(key, one.span.start)
        gender = one.gender or first_name_gender(one.name)
        if gender and " " in key:
            found.genders.setdefault(key, gender)
        if one.title and not one.gender and one.title.rstrip(".") not in _OF_ANYBODY:
            found.titles.setdefault(key, set()).add(one.title)
        words = one.name.split()
        if len(words) > 1 and looks_like_person(one):
            found.by_part.setdefault(key_of(last_name(words)), []).append(one)
            if last_name(words) == words[0]:  # "Kim Orr" may be a Kim.
                found.by_part.setdefault(key_of(words[-1]), []).append(one)
            if first_name_gender(one.name):
                found.by_part.setdefault(key_of(words[0]), []).append(one)
            for word in words[1:-1]:
                if word[0] in NICKNAME:
                    found.by_part.setdefault(key_of(word.strip(NICKNAME)), []).append(one)
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
_FIRM = words("actors.firms")


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
    bodies: dict[str, list[str]] = {}
    longer: dict[tuple[str, str], list[str]] = {}
    for key in sorted(keys):
        first, *between, last = key.split() * 2 if " " not in key else key.split()
        if key in persons and between:
            longer.setdefault((first, last), []).append(key)
        elif key not in persons and " " in key:
            bodies.setdefault(last, []).append(key)
    found = {}
    for key in checked(sorted(keys)):
        words = key.split()
        if len(words) > 1 and words[-1] in _FIRM and (stem := " ".join(words[:-1])) in keys:
            found[key] = stem
        fuller: list[str] = []
        if len(words) == 1 and (key in tables().organization or key in aliases().recalled):
            fuller = bodies.get(key, [])
        elif len(words) == 2 and key in persons:
            fuller = longer.get((words[0], words[1]), [])
        if len(fuller) == 1:
            found[key] = fuller[0]
    return found
