"""Whom a short source can go back to: everybody in the article, with what they are called and where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ...model import Actor, ActorKind, Document, SectionKind, Span
from ...progress import checked
from ..english.kinds import first_name_gender, is_body, issued, role_words
from ..english.naming import plain_name
from ..english.referring import tables
from ..english.role_words import head_word
from ..english.speaking import can_speak, speaking_words
from ..english.tables import words
from ..english.titles import gender_of_title
from ..language import word_key
from .beside import before_name, behind_name, body_words, copula, set_off_before
from .grammar import Grammar, opens_quoted
from .peoples import WORD, country_of, nations_in
from .prominence import INNER_SUBJECT, SUBJECT, weigh


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


def find_referents(document: Document, grammar: Grammar) -> list[Referent]:
    """Return everybody that a short source may mean, with what is said of them beside their names."""
    found: list[Referent] = []
    for actor in checked(document.actors):
        if actor.kind is ActorKind.PLACE or actor.name.casefold() in tables().nation:
            continue
        person = actor.kind is ActorKind.PERSON
        gender = first_name_gender(actor.name) if person else ""
        one = Referent(actor.name, person, False, actor, gender)
        if not person:
            one.words |= {w.casefold().removesuffix("'s") for w in WORD.findall(actor.name)}
            one.nations |= nations_in(actor.name)
        for span in checked(actor.mentions):
            if document.text[span.end : span.end + 3] in _FILED:
                continue  # "LISK (Harbour Wire) –" tells who filed the story, and nobody means them.
            number = document.sentence_at(span.start)
            if number is not None:
                one.mentions.append(Mention(span, weigh(document, grammar, span)))
                describe(document, document.sentences[number].span, one, span)
        if actor.kind is ActorKind.OTHER and any(is_persons(role) for _, role in one.called):
            one.person = True  # A name that no list knows, introduced by what somebody does: "the goalkeeper, Jan Ost".
            roles = {role for _, role in one.called}
            one.gender = "f" if roles & tables().women else "m" if roles & tables().men else one.gender
        if one.mentions:
            found.append(one)
    _learn_genders(document, found)
    for one in found:
        one.person = one.person and not _with_its(document, one)
        if one.person and _calls_themselves_they(document, one):
            one.gender = "they"
    found += _together(document, found)
    nameless = {one.name: one for one in reversed(found) if one.actor is None}
    for one in _unnamed(document, grammar, found):
        same = nameless.setdefault(one.name, one)
        if same is not one:
            same.mentions += one.mentions
    return [*(one for one in found if one.actor is not None), *nameless.values()]


NEXT = 2
"""Code points between a title and the name behind it."""
_OWNED = re.compile(r" of |['’]s ")
_PRONOUNS = words("closed.subject_pronouns")
_FILED = (") -", ") –", ") —", ")--", ") —")


def _calls_themselves_they(document: Document, one: Referent) -> bool:
    """Whether a sentence says that somebody's pronoun is "they"."""
    return any(
        re.match(
            r"[^.]{0,80}\b(?:pronouns? (?:are |is )?they|they (?:and|/) them|they/them)\b",
            document.text[m.span.end :][:140],
        )
        for m in one.mentions[:2]
    )


def is_persons(role: str) -> bool:
    """Whether a role is somebody's, not a body's."""
    return can_speak(role) and not is_body(role) and role not in body_words() and role not in ("two", "one")


def _together(document: Document, found: list[Referent]) -> list[Referent]:
    """Return pairs of people that stand together as a subject: "Ilse Brandt and Karl Brandt"."""
    people = sorted(((m.span, m, one) for one in found if one.person for m in one.mentions), key=lambda item: item[0])
    pairs = []
    for (a, first, one), (b, _, other) in pairwise(people):
        if document.text[a.end : b.start].strip() == "and" and first.weight >= INNER_SUBJECT and one is not other:
            name = f"{one.name} and {other.name}"
            pairs.append(Referent(name, False, True, None, mentions=[Mention(Span(a.start, b.end), first.weight)]))
    return pairs


def _unnamed(document: Document, grammar: Grammar, known: list[Referent]) -> Iterator[Referent]:
    """Yield people and bodies without a name that open a sentence as its subject: "A nurse at the clinic"."""
    taken = sorted(m.span for one in known for m in one.mentions)
    for number, sentence in enumerate(checked(document.sentences)):
        if sentence.section is SectionKind.DATELINE or opens_quoted(document, number):
            continue
        span = grammar.opening_subject(number)
        printed = span.of(document.text) if span is not None else ""
        if span is None or word_key(printed) in _PRONOUNS:
            continue
        head = head_word(printed)
        at = bisect_left(taken, Span(span.start, span.start))
        inside = at < len(taken) and taken[at].start < span.end
        beside = at < len(taken) and 0 <= taken[at].start - span.end < NEXT
        heads = inside and any(word_key(t.of(document.text)).endswith(head) for t in taken[at : at + 3])
        definite = printed.split()[0].casefold() in words("speakers.no_names") and not _OWNED.search(printed)
        body = is_body(head) and len(printed.split()) > 1 + definite
        written = is_document(head) or head in speaking_words().documents
        if heads or beside or written or not (body or (can_speak(head) and not definite)):
            continue
        name = plain_name(printed)
        plural = (head.endswith("s") and not head.endswith("ss")) or head in _COLLECTIVE
        person = not plural and not is_body(head)
        one = Referent(
            name, person, plural, None, "f" if head in tables().women else "m" if head in tables().men else ""
        )
        one.mentions.append(Mention(span, SUBJECT))
        one.called.append((span.start, head))
        one.words |= {w.casefold() for w in WORD.findall(printed)}
        one.nations |= nations_in(printed)
        yield one


def is_document(noun: str) -> bool:
    """Whether somebody speaks through what `noun` names."""
    return issued(noun) or noun in tables().documents


_COLLECTIVE = words("speakers.collective")


def describe(document: Document, sentence: Span, one: Referent, span: Span) -> None:
    """Add what the sentence calls a named referent: titles, appositions, "is the mayor", "leads the company"."""
    text = document.text
    before, behind = text[sentence.start : span.start], text[span.end : sentence.end]
    role_since = re.split(r"\b(?:since|until)\b", behind, maxsplit=1)[0]
    for description in (before_name(before), set_off_before(before), behind_name(role_since), copula(behind)):
        if description:
            _call(one, span.start, description)
    if one.person:
        own = text[span.start : span.end]
        courtesy = (before.split() or [""])[-1].rstrip(".")
        if courtesy == "Dr" or own.startswith(("Dr. ", "Dr ")):
            one.called.append((span.start, "doctor"))
        if not one.gender:
            one.gender = gender_of_title(courtesy) or gender_of_title(own.split()[0])
        verb = re.match(r"(?:,[^,]*,)?\s+(?:who\s+)?(?:has\s+|had\s+|now\s+|also\s+)*(\w+)", behind)
        for called in tables().doing.get(verb.group(1).casefold(), ()) if verb else ():
            one.called.append((span.start, called))
    owner = re.search(r"(\w+(?: \w+)?)['’]s (?:[a-z]+ )*(?:[a-z]+, )?$", before)
    behind_of = re.match(r"\s*(?:of|from)((?:\s+[A-Z]\w+){1,2})", behind)
    for found in (owner, behind_of):
        if found is not None:
            one.nations |= nations_in(found.group(1)) | {country_of(found.group(1).split()[-1])} - {""}


def _call(one: Referent, at: int, description: str) -> None:
    words = [w.casefold().removesuffix("'s").removesuffix("’s") for w in WORD.findall(description)]
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
