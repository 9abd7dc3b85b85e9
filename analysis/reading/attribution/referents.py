"""Whom a short source can go back to: everybody in the article, with what they are called and where they stand."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from ...model import Actor, ActorKind, Document, SectionKind, Span
from ..language import word_key
from ..lexicons.groups import nations
from .cues import RESOURCES, inflect
from .kinds import COURTESY, first_name_gender, head_word, is_body, issued, plain_name, role_words, trades
from .line import Line
from .phrases import noun_phrase_end, noun_phrase_start
from .speaking import can_speak

_WORD = re.compile(r"[^\W_](?:[\w'’-]*\w)?")


@dataclass(frozen=True, slots=True)
class Tables:
    same: Mapping[str, frozenset[str]]
    """Role → the roles that mean the same."""
    women: frozenset[str]
    men: frozenset[str]
    doing: Mapping[str, tuple[str, ...]]
    """Verb form → what somebody who does this is called."""
    nation: Mapping[str, str]
    """Adjective, country or people's noun, in lower case → nation."""
    bodies: Mapping[str, frozenset[str]]
    documents: frozenset[str]
    writing: frozenset[str]
    """Forms of verbs of whoever issues a document."""
    before_names: frozenset[str]
    """Nouns that stand before the name of a body."""
    told: Mapping[str, frozenset[str]]
    """Adjective → the words in which the same was told before: "defeated", "lost"."""


@cache
def tables() -> Tables:
    """Return `resources/attribution/referents.toml`, read once."""
    data = tomllib.loads((RESOURCES / "referents.toml").read_text(encoding="utf-8"))
    roles = data["roles"]
    same: dict[str, frozenset[str]] = {}
    for row in roles["same"]:
        for word in row:
            same[word] = same.get(word, frozenset()) | frozenset(row)
    doing: dict[str, tuple[str, ...]] = {}
    for verb, called in roles["doing"].items():
        past = {"lead": ("led",), "run": ("ran", "run"), "teach": ("taught",), "sing": ("sang",)}.get(verb, ())
        past = {"write": ("wrote", "written"), "found": ("founded",)}.get(verb, past)
        doing |= {form: tuple(called) for form in inflect(verb, past)}
    nation = {form.casefold(): _nation(form) for form in nations().canonical}
    for row in data["nations"]["more"]:
        nation |= {form.casefold(): row[0] for form in row}
    nation |= {noun: _nation(adjective) for noun, adjective in data["nations"]["people"].items()}
    means = {noun: frozenset(words) for noun, words in data["bodies"]["means"].items()}
    documents = frozenset(data["documents"]["words"])
    writing = frozenset(data["documents"]["writing"])
    before = frozenset(data["bodies"]["before_names"])
    told = {word: frozenset(verbs) for word, verbs in data["told"].items()}
    return Tables(
        same, frozenset(roles["women"]), frozenset(roles["men"]), doing, nation, means, documents, writing, before, told
    )


@cache
def _by_row() -> dict[str, str]:
    from ..lexicons.places import SHARED

    data = tomllib.loads((SHARED / "nations.toml").read_text("utf-8"))
    return {form: row[0] for row in data["nations"] for form in row}


def _nation(form: str) -> str:
    """Return the first form of the row of nations that `form` stands in."""
    canonical = nations().find(form) or form
    return _by_row().get(canonical, canonical)


@dataclass(slots=True)
class Mention:
    """One place where a referent stands."""

    span: Span
    weight: float
    """How much it draws a pronoun: a subject more than an object."""


@dataclass(slots=True)
class Referent:
    """Somebody, or some body, of the article."""

    name: str
    person: bool
    plural: bool
    actor: Actor | None
    gender: str = ""
    mentions: list[Mention] = field(default_factory=list)
    called: list[tuple[int, str]] = field(default_factory=list)
    """Roles in lower case, with where each stands."""
    words: set[str] = field(default_factory=set)
    """Every word of titles and appositions, and of a body's name."""
    nations: set[str] = field(default_factory=set)
    described: list[str] = field(default_factory=list)
    """Titles and appositions as printed."""

    def last_before(self, offset: int) -> Mention | None:
        """Return the nearest mention that ends at or before `offset`."""
        return max((m for m in self.mentions if m.span.end <= offset), key=lambda m: m.span, default=None)


SUBJECT, INNER_SUBJECT, OBJECT, OBLIQUE, OWNER, ASIDE = 3.0, 2.0, 1.6, 1.2, 0.8, 0.5
"""Weights in the order of Lappin and Leass (1994); their exact sizes change no case of the tests."""


def find_referents(document: Document, ready: list[Line]) -> list[Referent]:
    """Return everybody that a short source may mean, with what is said of them beside their names."""
    starts = [line.spans[0].start for line in ready]
    found: list[Referent] = []
    for actor in document.actors:
        if actor.kind is ActorKind.PLACE or actor.name.casefold() in tables().nation:
            continue
        person = actor.kind is ActorKind.PERSON
        gender = first_name_gender(actor.name) if person else ""
        one = Referent(actor.name, person, False, actor, gender)
        if not person:
            one.words |= {w.casefold().removesuffix("'s") for w in _WORD.findall(actor.name)}
            one.nations |= nations_in(actor.name)
        for span in actor.mentions:
            line = ready[max(0, bisect_right(starts, span.start) - 1)] if ready else None
            if line is not None:
                one.mentions.append(Mention(span, weigh(document, line, span)))
                describe(document, line, one, span)
        if actor.kind is ActorKind.OTHER and any(is_persons(role) for _, role in one.called):
            one.person = True  # A name that no list knows, introduced by what somebody does: "the goalkeeper, Jan Ost".
            roles = {role for _, role in one.called}
            one.gender = "f" if roles & tables().women else "m" if roles & tables().men else one.gender
        if one.mentions:
            found.append(one)
    _learn_genders(document, found)
    for one in found:
        one.person = one.person and not _with_its(document, one)
    found += _together(document, found)
    for one in _unnamed(document, ready, found):
        same = next((other for other in found if other.actor is None and other.name == one.name), None)
        if same is None:
            found.append(one)
        else:
            same.mentions += one.mentions
    return found


def is_persons(role: str) -> bool:
    """Whether a role is somebody's, not a body's."""
    return can_speak(role) and not is_body(role) and role not in _all_body_words() and role not in ("two", "one")


def _together(document: Document, found: list[Referent]) -> list[Referent]:
    """Return pairs of people that stand together as a subject: "Ilse Brandt and Karl Brandt"."""
    people = sorted(((m.span, m, one) for one in found if one.person for m in one.mentions), key=lambda item: item[0])
    pairs = []
    for (a, first, one), (b, _, other) in pairwise(people):
        if document.text[a.end : b.start].strip() == "and" and first.weight >= INNER_SUBJECT and one is not other:
            name = f"{one.name} and {other.name}"
            pairs.append(Referent(name, False, True, None, mentions=[Mention(Span(a.start, b.end), first.weight)]))
    return pairs


def _unnamed(document: Document, ready: list[Line], known: list[Referent]) -> Iterator[Referent]:
    """Yield people and bodies without a name that open a sentence as its subject: "A nurse at the clinic"."""
    taken = sorted(m.span for one in known for m in one.mentions)
    for line in ready:
        if document.sentences[line.number].section is SectionKind.DATELINE or not len(line) or line.quoted[0] >= 0:
            continue
        first = 1 if line.tags[0] in "CP" and len(line) > 1 else 0
        if line.tags[first] not in "DNKU":
            continue
        last = noun_phrase_end(line, first, len(line))
        if last is None or last + 1 >= len(line) or line.tags[last + 1] not in "VXMBW":
            continue
        span = line.range(first, last)
        printed = span.of(document.text)
        head = head_word(printed)
        at = bisect_left(taken, Span(span.start, span.start))
        inside = at < len(taken) and taken[at].start < span.end
        heads = inside and any(word_key(t.of(document.text)).endswith(head) for t in taken[at : at + 3])
        definite = printed.split()[0].casefold() in ("no", "any", "the", "this") and " of " not in printed
        body = is_body(head) and len(printed.split()) > 1 + definite
        if heads or is_document(head) or not (body or (can_speak(head) and not definite)):
            continue
        name = _bare(printed)
        plural = (head.endswith("s") and not head.endswith("ss")) or head in _COLLECTIVE
        person = not plural and not is_body(head)
        one = Referent(
            name, person, plural, None, "f" if head in tables().women else "m" if head in tables().men else ""
        )
        one.mentions.append(Mention(span, SUBJECT))
        one.called.append((span.start, head))
        one.words |= {w.casefold() for w in _WORD.findall(printed)}
        one.nations |= nations_in(printed)
        yield one


def is_document(noun: str) -> bool:
    """Whether somebody speaks through what `noun` names."""
    return issued(noun) or noun in tables().documents


_COLLECTIVE = frozenset("staff family crowd crew couple police people public audience jury team children".split())


def _bare(printed: str) -> str:
    return plain_name(printed)


# ---------------------------------------------------------------------------- what stands beside a name


_PEOPLE = re.compile(r"(?:ians?|eans?|ans?|ese|ish)$")
_COUNTRY = re.compile(r"(?:ia|a|e|ium|land)$")


def people_of(word: str) -> str:
    """Return a key for a people that no table knows by its adjective: "Ombrian"; "" where it is none."""
    stem = _PEOPLE.sub("", word.casefold())
    known = word.casefold() in tables().nation or not word[:1].isupper() or first_name_gender(f"{word} Orr")
    return "" if known or stem == word.casefold() or len(stem) < _STEM else f"~{stem}"


_STEM = 3
"""Letters that a people and its country must share at least."""


def country_of(word: str) -> str:
    """Return the same key by the name of the country: "Ombria"."""
    stem = _COUNTRY.sub("", word.casefold())
    return f"~{stem}" if word[:1].isupper() and len(stem) >= _STEM else ""


def nations_in(words: str) -> set[str]:
    """Return the nations that `words` name; a people that no table knows by a key made of its adjective."""
    peoples = {people_of(word) for word in _WORD.findall(words)} - {""}
    return peoples | _known_nations(words)


def _known_nations(words: str) -> set[str]:
    low = " " + " ".join(w.casefold().removesuffix("'s").removesuffix("’s") for w in _WORD.findall(words)) + " "
    return {nation for form, nation in tables().nation.items() if f" {form} " in low}


def describe(document: Document, line: Line, one: Referent, span: Span) -> None:
    """Add what the sentence calls a named referent: titles, appositions, "is the mayor", "leads the company"."""
    text = document.text
    before, behind = text[line.span.start : span.start], text[span.end : line.span.end]
    role_since = re.split(r"\b(?:since|until)\b", behind, maxsplit=1)[0]
    for description in (_before(before), _set_off_before(before), _behind(role_since), _copula(behind)):
        if description:
            _call(one, span.start, description)
    if one.person:
        own = text[span.start : span.end]
        courtesy = (before.split() or [""])[-1].rstrip(".")
        if courtesy == "Dr" or own.startswith(("Dr. ", "Dr ")):
            one.called.append((span.start, "doctor"))
        if not one.gender:
            one.gender = (
                "f" if courtesy in ("Mrs", "Ms", "Miss", "Dame", "Lady") else "m" if courtesy in ("Mr", "Sir") else ""
            )
        if not one.gender and own.split()[0].rstrip(".") in ("Mrs", "Ms", "Miss", "Mr", "Sir", "Dame"):
            one.gender = "m" if own.split()[0].rstrip(".") in ("Mr", "Sir") else "f"
        verb = re.match(r"(?:,[^,]*,)?\s+(?:who\s+)?(?:has\s+|had\s+|now\s+|also\s+)*(\w+)", behind)
        for called in tables().doing.get(verb.group(1).casefold(), ()) if verb else ():
            one.called.append((span.start, called))
    owner = re.search(r"(\w+(?: \w+)?)['’]s (?:[a-z]+ )*(?:[a-z]+, )?$", before)
    behind_of = re.match(r"\s*(?:of|from)((?:\s+[A-Z]\w+){1,2})", behind)
    for found in (owner, behind_of):
        if found is not None:
            one.nations |= nations_in(found.group(1)) | {country_of(found.group(1).split()[-1])} - {""}


def _call(one: Referent, at: int, description: str) -> None:
    words = [w.casefold().removesuffix("'s").removesuffix("’s") for w in _WORD.findall(description)]
    one.words |= set(words)
    one.described.append(description)
    one.nations |= nations_in(description)
    head = head_word(re.sub(r"^\W+", "", description))
    one.called.append((at, head))
    for i, word in enumerate(words):
        if word in role_words() or word in tables().same or can_speak(word):
            one.called.append((at, word))
        if i and f"{words[i - 1]} {word}" in tables().same:
            one.called.append((at, f"{words[i - 1]} {word}"))
    if not one.gender and one.person:
        one.gender = "f" if head in tables().women else "m" if head in tables().men else ""


def _learn_genders(document: Document, found: list[Referent]) -> None:
    """Take a subject's gender from the pronoun that follows in its clause: "Orr sent his deputy"."""
    taken = sorted(m.span.start for one in found for m in one.mentions)
    for one in found:
        for mention in one.mentions if one.person and not one.gender else ():
            if mention.weight < INNER_SUBJECT or one.gender:
                continue
            number = document.sentence_at(mention.span.start)
            end = document.sentences[number].span.end if number is not None else mention.span.end
            after = bisect_right(taken, mention.span.start)
            end = min(end, taken[after]) if after < len(taken) else end
            own = re.search(r"\b(?:(his|he|himself)|(her|she|herself))\b", document.text[mention.span.end : end])
            if own is not None:
                one.gender = "m" if own.group(1) else "f"


def _with_its(document: Document, one: Referent) -> bool:
    """Whether what looks like a person's name is a body's: "Orr Lind raised its offer"."""
    if one.gender or one.called or one.actor is None or document.text[max(0, one.actor.mentions[0].start - 1)] == ".":
        return False
    text = document.text
    return any(re.match(r" (?:[a-z]+ ){1,4}its\b", text[m.span.end : m.span.end + 60]) for m in one.mentions)


def _before(text: str) -> str:
    """Return the words of a title right before a name: "Chess player", "the French cyclist", "said pilot"."""
    words = text.split(" ")
    if not words or words[-1] != "":
        return ""
    found: list[str] = []
    for word in reversed(words[:-1][-7:]):
        key = word.casefold()
        if not word or (word[-1] in ',.;:"”“)' and word.rstrip(".") not in _ABBREVIATED):
            break
        if key in _STOPS or word in COURTESY:
            break
        found.append(word)
        if key in ("the", "a", "an", "its", "his", "her", "their"):
            break
    description = " ".join(reversed(found))
    last = (found or [""])[0].casefold().rstrip(".")
    known = last in role_words() or f"{last}." in role_words() or can_speak(last) or last in tables().same
    known = known or last in trades()
    return description if known or (found and is_body(last)) or last in _all_body_words() else ""


@cache
def _all_body_words() -> frozenset[str]:
    return frozenset(word for words in tables().bodies.values() for word in words) | frozenset(tables().bodies)


_ABBREVIATED = frozenset("Gov Sen Rep Gen Col Lt Capt Sgt Maj Dr Prof Rev Adm".split())
_STOPS = frozenset(
    "said says told asked met and or but with by from to of for that when while after before as in on at than like "
    "is was were are be been has had have who whom which called named against near between because if".split()
)


def _set_off_before(text: str) -> str:
    """Return what a name is set off behind: "The treasurer, Lena Abt", "Kesten's mayor, Owen Tarr"."""
    found = re.search(
        r"(?:^|[,;“\"]\s*|\b(?:and|but|by|from|to|of|with|met|told|asked|said|after|as|while)\s+)([^,;“”\"]{3,60}), $",
        text,
    )
    if found is None:
        return _last_phrase(text)
    words = found.group(1).split()
    while words and words[0].casefold() in _STOPS:
        words.pop(0)
    owner = next((i for i, w in enumerate(words) if w.endswith(("'s", "’s"))), None)
    description = " ".join(words if owner is None else words[owner + 1 :])
    head = head_word(description)
    known = head in role_words() or can_speak(head) or head in _all_body_words()
    opens = bool(words) and (words[0].casefold() in _ARTICLES or owner is not None)
    return description if known and opens and len(words) < _LONG else _last_phrase(text)


def _last_phrase(text: str) -> str:
    """Return the noun phrase right before a comma: "the mayor of Kesten" of "met with the mayor of Kesten, "."""
    words = re.split(r"[,;“”\"]", text.removesuffix(", "))[-1].split() if text.endswith(", ") else []
    for at in range(len(words) - 1, max(-1, len(words) - _LONG), -1):
        opens = words[at].casefold() in _ARTICLES or words[at].endswith(("'s", "’s"))
        if not opens or (at and words[at - 1] in ("of", "for", "at", "in", "from")):
            continue
        description = " ".join(words[at + 1 :])
        head = head_word(description)
        return description if head in role_words() or can_speak(head) or head in trades() else ""
    return ""


_ARTICLES = frozenset("the a an his her its their one another".split())
_LONG = 9
_TITLE = r"(?:the |a |an |one of |his |her |its |their )?"


def _behind(text: str) -> str:
    """Return what is set off behind a name: ", the mayor of Kesten,", ", 34, a striker,", " (the mayor)"."""
    aged = re.match(r",? \(?(?:aged )?(?P<age>\d{1,3})(?=[.)]|$|,? (?:and|was|were|is|said|who|has|had)\b)", text)
    if aged is not None:
        return f"{aged.group('age')}-year-old"
    found = re.match(
        r",(?: (?P<age>\d{1,3}),?)?(?: who (?:is|was|has been|became) )? ?(?P<role>[^,;.“”\"()]{2,90})", text
    )
    if found is None:
        return ""
    role = found.group("role").strip()
    age = f"{found.group('age')}-year-old " if found.group("age") else ""
    first = role.split(" ")[0].casefold() if role else ""
    head = head_word(role)
    if first in ("who", "which", "whose", "and", "but", "or") or not (
        head in role_words()
        or can_speak(head)
        or head in _all_body_words()
        or head in tables().same
        or head in tables().nation
    ):
        return age.strip()
    capital = role[:1].isupper() and first not in _ARTICLES and word_key(role.split(" ")[0]) not in role_words()
    return age.strip() if capital else age + role


def _copula(text: str) -> str:
    """Return what somebody is said to be: "is the mayor", "became mayor", "was elected president of"."""
    found = re.match(
        r" (?:is|was|became|remains|works as|worked as|serves as|served as|"
        r"(?:was|has been|is) (?:elected|appointed|named|sworn in as|chosen as|re-elected))"
        rf"(?: as)? (?P<role>{_TITLE}[^,;.“”\"()]{{3,60}})",
        text,
    )
    role = found.group("role") if found else ""
    head = head_word(role)
    return role if role and (head in role_words() or head in _all_body_words() or can_speak(head)) else ""


# ---------------------------------------------------------------------------- where a name stands


def weigh(document: Document, line: Line, span: Span) -> float:
    """Return how much a mention draws a pronoun, by the Reader's parse where there is one, else by its neighbours."""
    text = document.text
    last = document.quotations[: bisect_right(document.quotations, span.start, key=lambda q: q.outer.start)][-1:]
    if last and last[0].outer.contains(span) and len(last[0].outer) > 2 * len(span):
        return ASIDE
    if text[span.end : span.end + 2] in ("'s", "’s"):
        return OWNER
    at = [i for i, place in enumerate(line.spans) if span.start <= place.start < span.end]
    if not at:
        return OBLIQUE
    first = noun_phrase_start(line, at[-1])
    first = at[0] if first is None else min(first, at[0])
    behind = line.tags[at[-1] + 1 : at[-1] + 6]
    if behind[:1] == ["N"] and any(tag in "VXM" for tag in behind):
        return ASIDE  # "the Orr administration"
    if "P" in line.tags[first : at[0]]:
        return OBLIQUE  # "A source based in Halm": the source is the subject.
    set_off = first > 1 and line.tags[first - 1] == "," and line.tags[at[-1] + 1 : at[-1] + 2] in ([","], ["."])
    if set_off and (outer := noun_phrase_start(line, first - 2)) is not None:
        first = outer  # "A passer-by, Garth Penn, called": the name has the place of what it is set off from.
    relative = any(tag == "W" for tag in line.tags[:first]) and "," not in line.tags[first:][:1]
    before = line.tags[first - 1] if first else ""
    follows = line.tags[at[-1] + 1] if at[-1] + 1 < len(line) else "."
    clause = follows in "VXMB" or (follows in ",-" and before in ("", ",", "C", "S", '"'))
    if first == 0 or (before in "CSY" and clause) or (before == "," and follows in "VXM"):
        return ASIDE if relative and before not in ("", ",") else SUBJECT if _main(line, first) else INNER_SUBJECT
    if before == "P":
        return OBLIQUE
    if before in "VG":
        return OBJECT
    return ASIDE if relative else OBLIQUE


def _main(line: Line, first: int) -> bool:
    """Whether no subordinating word opens the clause in which token `first` stands."""
    at = first - 1
    while at >= 0 and line.tags[at] not in ",":
        if line.tags[at] == "S" or line.words[at] in _SUBORDINATES:
            return False
        at -= 1
    return True


_SUBORDINATES = frozenset("after before when while although though because since if as until whose".split())
