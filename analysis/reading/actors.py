"""Named persons, bodies and places, found by rules: capitalised words, titles, acronyms in brackets, last names."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from ..model import Actor, ActorKind, Document, SectionKind, Span, Token
from .attribution.cues import RESOURCES
from .attribution.kinds import first_name_gender, known_body
from .attribution.wordclasses import closed_class
from .language import word_key


@dataclass(frozen=True, slots=True)
class _Names:
    titles: frozenset[str]
    particles: frozenset[str]
    organization: frozenset[str]
    place_words: frozenset[str]
    place_cues: frozenset[str]
    places: frozenset[str]
    adjectives: frozenset[str]
    never: frozenset[str]
    group_endings: tuple[str, ...]
    things: frozenset[str]
    suffixes: frozenset[str]
    family_first: frozenset[str]
    first_names: frozenset[str]


@cache
def _names() -> _Names:
    data = tomllib.loads((RESOURCES / "names.toml").read_text(encoding="utf-8"))
    return _Names(
        frozenset(data["titles"]),
        frozenset(data["particles"]),
        frozenset(data["organization_words"]),
        frozenset(data["place_words"]),
        frozenset(data["place_cues"]),
        frozenset(data["places"]),
        frozenset(data["adjectives"]),
        frozenset(data["not_names"]),
        tuple(data["group_endings"]),
        frozenset(data["thing_words"]),
        frozenset(data["suffixes"]),
        frozenset(data["family_first"]),
        frozenset((*data["women"], *data["men"])),
    )


@dataclass(slots=True)
class _Candidate:
    """A run of capitalised words, with its titles cut off."""

    name: str
    span: Span
    titled: bool
    before: str
    after: str
    gender: str
    """"f" or "m" where a title says so, else ""."""
    headline: bool
    title: str
    """The last title before the name, in lower case; "" for none."""


@dataclass(slots=True)
class _Entry:
    name: str
    mentions: list[Span] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    evidence: Counter[ActorKind] = field(default_factory=Counter)


def find_actors(document: Document) -> tuple[Actor, ...]:
    """Return the actors of `document` in the order of their first mention, each with every mention of it."""
    candidates = _candidates(document)
    entries = _gather(document, candidates)
    entries = _nations(document, entries)
    actors = [
        Actor(
            e.name, _kind(e), tuple(dict.fromkeys(a for a in e.aliases if a != e.name)), tuple(sorted(set(e.mentions)))
        )
        for e in entries
    ]
    return tuple(sorted(actors, key=lambda a: a.mentions[0]))


def _nations(document: Document, entries: list[_Entry]) -> list[_Entry]:
    """Take a name for a place's where its people are called after it, which are no actor: "Tolmeria", "Tolmerian"."""
    adjectives: set[str] = set()
    capitals = {token.text for token in document.tokens if token.word and token.text[0].isupper()}
    for entry in entries:
        name = entry.name
        if " " in name or len(name) < 4 or entry.evidence[ActorKind.PERSON] >= _TITLED:
            continue
        peoples = (f"{name}n", f"{name}an", f"{name}ian", f"{name}ese", f"{name[:-1]}ian", f"{name[:-1]}an")
        if any(people in capitals for people in peoples):
            entry.evidence[ActorKind.PLACE] += 6
            adjectives.update(peoples)
    return [entry for entry in entries if entry.name not in adjectives]


# What one title before a name weighs in the evidence below.
_TITLED = 5


def _candidates(document: Document) -> list[_Candidate]:
    found: list[_Candidate] = []
    inside = _words_seen_inside(document)
    for sentence in document.sentences:
        tokens = document.tokens[slice(*sentence.tokens)]
        if sentence.section is SectionKind.DATELINE or _shouted(tokens) or _titled_line(tokens):
            continue
        i = 0
        while i < len(tokens):
            stop = _run(tokens, i)
            if stop == i:
                i += 1
                continue
            headline = sentence.section is SectionKind.HEADLINE
            candidate = _candidate(document.text, tokens, i, stop, inside, headline)
            if candidate is not None:
                found.append(candidate)
            i = stop
    return found


def _shouted(tokens: tuple[Token, ...]) -> bool:
    words = [t.text for t in tokens if t.text.isalpha() and len(t.text) > 2]
    return len(words) > 1 and all(w.isupper() for w in words)


def _titled_line(tokens: tuple[Token, ...]) -> bool:
    """Whether every weighty word of a line has a capital, as in some headlines: that tells nothing of names."""
    words = [t.text for t in tokens if t.text.isalpha() and len(t.text) > 3]
    # A full stop makes a sentence of all but the longest of them.
    enough = 6 if tokens[-1].text in ".!?" else 3
    return len(words) > enough and all(w[0].isupper() for w in words)


def _words_seen_inside(document: Document) -> set[str]:
    """Return words that stand capitalised within a sentence somewhere: these are names wherever they stand."""
    seen: set[str] = set()
    for sentence in document.sentences:
        tokens = document.tokens[slice(*sentence.tokens)]
        if _shouted(tokens) or _titled_line(tokens):
            continue
        for before, token in pairwise(tokens):
            if _capital(token.text) and before.word:
                seen.add(token.text)
    return seen


def _capital(word: str) -> bool:
    if word[0].isupper():
        return True
    prefix, _, rest = word.partition("-")
    return prefix in _names().particles and rest[:1].isupper()


def _run(tokens: tuple[Token, ...], start: int) -> int:
    """Return the end of the run of capitalised words at `start`; `start` where there is none."""
    names = _names()
    i = start
    while i < len(tokens):
        token = tokens[i]
        if token.word and _capital(token.text) and word_key(token.text) not in names.never:
            i += 1
        elif i > start and i + 1 < len(tokens) and _capital(tokens[i + 1].text):
            key = token.text
            following_ok = tokens[i + 1].word and word_key(tokens[i + 1].text) not in names.never
            if key in names.particles or key in ("of", "for", "&"):
                if not following_ok or (key in ("of", "for") and not _of_links(tokens, i)):
                    break
                i += 1
            elif following_ok and (
                (key == "and" and _and_links(tokens, start, i)) or (key == "." and len(tokens[i - 1].text) == 1)
            ):
                i += 1
            else:
                break
        elif (
            i > start
            and token.text in names.particles
            and i + 2 < len(tokens)
            and tokens[i + 1].text in names.particles
        ):
            i += 1
        else:
            break
    return i


def _of_links(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "of" stands within a name: after the word of a body ("Ministry of Health")."""
    before = word_key(tokens[at - 1].text)
    return before in _names().organization or before in ("state", "bank", "united", "secretary")


def _and_links(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    """Whether "and" stands within the name of a body: "Center for Tidal and Harbour Studies", "Ministry of A and B"."""
    names = _names()
    linked = any(tokens[i].text in ("of", "for") for i in range(start, at))
    following = tokens[at + 1].text
    person = following in names.first_names or word_key(following) in names.titles or following in names.places
    return linked and not person and tokens[at - 1].text not in names.places


def _candidate(
    text: str, tokens: tuple[Token, ...], start: int, stop: int, inside: set[str], headline: bool
) -> _Candidate | None:
    names = _names()
    closed = closed_class()
    first = start
    titled = False
    opens = _opens(tokens, start)
    while first < stop:
        token = tokens[first]
        key = word_key(token.text)
        if first == start and opens and _leads(token.text, key) and not _is_acronym(token.text):
            first += 1
        elif _heads_a_body(tokens, first, stop):
            break
        elif (key in names.titles or f"{key}." in names.titles or key.endswith("-general")) and first + 1 < stop:
            titled, first = True, first + 1
            if key == "secretary" and tokens[first].text == "of" and first + 2 < stop:
                first += 2
        elif (key in closed and not _is_acronym(token.text)) or (
            token.text in names.adjectives and first + 1 < stop and word_key(tokens[first + 1].text) in names.titles
        ):
            first += 1
        else:
            break
    later = _last_title(tokens, first, stop)
    if later is not None:
        titled, first = True, later + 1
    first_name = _after_office(tokens, first, stop)
    if first_name is not None:
        titled, first = True, first_name
    if first >= stop:
        return None
    rest = " ".join(t.text for t in tokens[first + 1 : stop])
    if first == start and opens and rest in names.places and tokens[first].text not in inside:
        first += 1  # "Leave Iran alone": the verb opens the sentence.
    alone = first == start and opens and stop - first == 1
    if alone and tokens[first].text not in inside and tokens[first].text not in names.places:
        return None
    span = Span(tokens[first].span.start, tokens[stop - 1].span.end)
    name = " ".join(span.of(text).split())
    if any(t.text.isupper() and word_key(t.text) in closed and len(t.text) > 2 for t in tokens[first:stop]):
        return None  # Capitals that shout, no name.
    last = name.split()[-1]
    if word_key(name) in names.titles or len(name) < 2 or last in names.adjectives or last in _PARTISANS:
        return None
    before = word_key(tokens[first - 1].text) if first else ""
    after = tokens[stop].text if stop < len(tokens) else ""
    gender = next((_GENDERED[k] for k in map(_title_key, tokens[start:first]) if k in _GENDERED), "")
    title = word_key(tokens[first - 1].text) if titled and first else ""
    return _Candidate(name, span, titled, before, after, gender, headline, title)


def _leads(word: str, key: str) -> bool:
    """Whether a word that opens a sentence is no part of the name behind it: "Notably", not "Emily"."""
    return key in closed_class() or key in _PRONOUNS or (word.endswith("ly") and word not in _names().first_names)


_PRONOUNS = frozenset("anything whatever everything nothing something somebody everybody whoever whichever".split())


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


_PARTISANS = frozenset(("Democrat", "Congressional"))


_GENDERED = {"mr": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "father": "m"} | dict.fromkeys(
    ("mrs", "ms", "miss", "lady", "queen", "princess", "sister", "gran", "grandma"), "f"
)


def _title_key(token: Token) -> str:
    return word_key(token.text).rstrip(".")


def _heads_a_body(tokens: tuple[Token, ...], first: int, stop: int) -> bool:
    """Whether what looks like a title belongs to the name of a body: "General Command"."""
    return (
        stop - first == 2 and word_key(tokens[stop - 1].text) in _names().organization and tokens[first].text.isalpha()
    )


def _last_title(tokens: tuple[Token, ...], first: int, stop: int) -> int | None:
    """Return the last title that a name still follows: "Finance Minister Lena Aho"; None where a body is named."""
    names = _names()
    keys = [word_key(t.text) for t in tokens[first:stop]]
    found = [i for i, key in enumerate(keys[:-1]) if key in names.titles or f"{key}." in names.titles]
    if not found or any(key in names.organization for key in keys[found[-1] + 1 :]):
        return None
    return first + found[-1]


def _after_office(tokens: tuple[Token, ...], first: int, stop: int) -> int | None:
    """Return where a name begins behind an office: "Director of National Harbours James Orr"."""
    if first < 2 or tokens[first - 1].text != "of" or word_key(tokens[first - 2].text) not in _names().titles:
        return None
    inner = range(first + 1, stop - 1)
    return next((i for i in inner if tokens[i].text in _names().first_names), None)


def _opens(tokens: tuple[Token, ...], at: int) -> bool:
    return at == 0 or (not tokens[at - 1].word and tokens[at - 1].text not in (",", "'s", "’s", ")", "-"))


def _gather(document: Document, candidates: list[_Candidate]) -> list[_Entry]:
    """Put mentions of one referent together: same name, acronym in brackets, last name of a fuller name."""
    entries: dict[str, _Entry] = {}
    order = sorted(range(len(candidates)), key=lambda i: (-candidates[i].name.count(" "), candidates[i].span))
    acronyms = _acronyms(document.text, candidates)
    full = _full_names(candidates)
    for i in order:
        one = candidates[i]
        key = _key(one.name)
        target = acronyms.get(key) or full.of(one) or key
        entry = entries.setdefault(target, _Entry(one.name))
        entry.mentions.append(one.span)
        entry.aliases.append(one.name)
        evidence = _evidence(one)
        if target != key and " " not in one.name:
            evidence.pop(ActorKind.PLACE, None)  # "to Orr" is no journey where Orr is short for Ann Orr.
        entry.evidence.update(evidence)
    return list(entries.values())


@dataclass(slots=True)
class _FullNames:
    """Which full names a single name can be short for, and where names first stand below the headline."""

    by_part: dict[str, list[_Candidate]]
    first: dict[str, int]
    genders: dict[str, set[str]]
    titles: dict[str, set[str]]
    """The titles that stand before each name."""

    def _sole(self, key: str, full: _Candidate) -> bool:
        """Whether only one full name bears a name that came first, and its titles are no other's."""
        others = {_key(one.name) for one in self.by_part[key]}
        return len(others) == 1 and self.titles.get(key, set()) <= self.titles.get(_key(full.name), set())

    def of(self, one: _Candidate) -> str | None:
        """Return the key of the full name that `one` is short for, or None.

        A full name comes first and the short one after it. Where the short one is first, as in "President Orr and
        Ann Orr", it is somebody else's unless a title makes sure of the gender; nobody is to be mistaken for another.
        """
        key = _key(one.name)
        if " " in key:
            return None
        seen = self.genders.get(key, set())
        gender = one.gender or (next(iter(seen)) if len(seen) == 1 else "")
        for candidate in self.by_part.get(key, ()):
            own = candidate.gender or first_name_gender(candidate.name)
            if own and gender and own != gender:
                continue
            before = self.first.get(_key(candidate.name), 0) <= self.first.get(key, 0)
            if before or (own and own == gender) or self._sole(key, candidate):
                return _key(candidate.name)
        return None


def _last_name(words: list[str]) -> str:
    """Return the name that a person is short for: "Orr" of "Ann Orr Jr", "Kim" of "Kim Jong-un"."""
    names = _names()
    korean = len(words) == 2 and words[1].count("-") == 1 and words[1].rpartition("-")[2].islower()
    if (words[0] in names.family_first and words[0] not in names.first_names) or korean:
        return words[0]
    kept = [word for word in words if word.rstrip(".") not in names.suffixes]
    return kept[-1] if kept else words[-1]


def _full_names(candidates: list[_Candidate]) -> _FullNames:
    found = _FullNames({}, {}, {}, {})
    for one in candidates:
        key = _key(one.name)
        if not one.headline:
            found.first.setdefault(key, one.span.start)
        if one.gender:
            found.genders.setdefault(key, set()).add(one.gender)
        if one.title and not one.gender:
            found.titles.setdefault(key, set()).add(one.title)
        words = one.name.split()
        if len(words) > 1 and _looks_like_person(one):
            found.by_part.setdefault(_key(_last_name(words)), []).append(one)
            if first_name_gender(one.name):
                found.by_part.setdefault(_key(words[0]), []).append(one)
    return found


def _key(name: str) -> str:
    return word_key(name).removeprefix("the ")


def _acronyms(text: str, candidates: list[_Candidate]) -> dict[str, str]:
    """Return acronyms printed in brackets behind a name: "Islamic State (IS)"."""
    found: dict[str, str] = {}
    for before, after in pairwise(candidates):
        between = text[before.span.end : after.span.start]
        if between.strip() == "(" and text[after.span.end : after.span.end + 1] == ")":
            letters = "".join(w[0] for w in before.name.replace("-", " ").split() if w[0].isupper())
            if after.name.isupper() and after.name.replace(".", "") in (letters, letters[-len(after.name) :]):
                found[_key(after.name)] = _key(before.name)
    return found


def _looks_like_person(one: _Candidate) -> bool:
    words = [word_key(w) for w in one.name.split()]
    names = _names()
    return (
        not any(w in names.organization or w in names.place_words for w in words)
        and not any(place in names.places for place in (one.name, *one.name.split()))
        and not any(w in names.adjectives for w in one.name.split())
        and not any(w in names.things for w in words)
        and one.before != "the"
        and len(words) <= 5
    )


_SUFFIX_KEYS = frozenset(("jr", "sr", "ii", "iii", "iv"))


def _evidence(one: _Candidate) -> dict[ActorKind, int]:
    """Return what speaks for which kind at one mention."""
    names = _names()
    words = [word_key(w) for w in one.name.split()]
    if one.name in names.places:
        return {ActorKind.PLACE: 6}
    if words[-1] in names.organization or (len(words) > 1 and any(w in names.organization for w in words)):
        return {ActorKind.ORGANIZATION: 6}
    if not one.titled and known_body(one.name) is not None:
        return {ActorKind.ORGANIZATION: 4}
    if words[-1] in names.place_words:
        return {ActorKind.PLACE: 6}
    if words[-1] in names.things and not one.titled:
        return {ActorKind.OTHER: 6}
    found: dict[ActorKind, int] = {}
    if one.titled:
        found[ActorKind.PERSON] = _TITLED
    elif len([w for w in words if w.rstrip(".") not in _SUFFIX_KEYS]) in (2, 3, 4) and _looks_like_person(one):
        found[ActorKind.PERSON] = 2
    if one.before in names.titles and found.get(ActorKind.PERSON):
        found[ActorKind.PERSON] += 2
    if one.name.replace(".", "").isupper() and len(words) == 1:
        found[ActorKind.ORGANIZATION] = 3
    if one.before in names.place_cues and not one.titled:
        found[ActorKind.PLACE] = 2
    if one.before in names.organization and not one.titled:
        found[ActorKind.ORGANIZATION] = found.get(ActorKind.ORGANIZATION, 0) + 4
    if one.before == "the" and len(words) > 1:
        found[ActorKind.ORGANIZATION] = found.get(ActorKind.ORGANIZATION, 0) + 2
    if len(words) == 1 and one.name[:-1] in names.adjectives and one.name.endswith("s"):
        found[ActorKind.GROUP] = 4
    if len(words) == 1 and words[0].endswith(names.group_endings) and words[0].endswith("s") and len(words[0]) > 5:
        found[ActorKind.GROUP] = 2
    if word_key(one.after) in ("said", "says", "told", "added", "who", "wrote", "asked"):
        found[ActorKind.PERSON] = found.get(ActorKind.PERSON, 0) + 1
    return found


def _kind(entry: _Entry) -> ActorKind:
    if not entry.evidence:
        return ActorKind.OTHER
    return max(sorted(entry.evidence), key=lambda kind: entry.evidence[kind])
