"""Whom a role, a nation's noun or a body's short name goes back to: "the mayor", "the Frenchman", "the group"."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...model import Span, SpeakerKind
from ..english.kinds import is_body, kind_of, kind_of_name, places, role_words, trades
from ..english.referring import tables
from ..english.speaking import can_speak
from ..english.tables import words
from .coreference import Answer, Coreference
from .peoples import nations_in, people_of
from .referents import Referent

_IN_VIEW = 3
_OFFICES = words("speakers.offices")
_CROWDS = words("speakers.crowds")


def by_role(c: Coreference, source: Span, printed: str, guess: bool = True) -> Answer | None:
    """Return whom "the mayor", "the Frenchman", "the 34-year-old" or "the group" means.

    `guess`: also by what nobody was called before, where only one is left or stands out.
    """
    printed = re.sub(r"(-year-old) (?:from|of) .*", r"\1", printed)
    printed = re.sub(r", \d{1,3}$", "", printed.strip().removesuffix(","))  # "the midfielder, 26,"
    found = re.fullmatch(r"(?:the|this|that|both)\s+((?:[\w’'-]+\s+){0,3}[\w’'-]+)", printed, re.IGNORECASE)
    if found is None:
        return None
    role = " ".join(found.group(1).casefold().split())
    head = role.split()[-1]
    named = any(word[0].isupper() for word in found.group(1).split()) and " " in role
    if _is_name(c, found.group(1)):
        return None  # "the Taliban" are none that a longer description has in it.
    ways: list[tuple[str, Callable[[], Answer | None]]] = [
        ("pair", lambda: _pair(c, source, printed.casefold())),
        ("nation", lambda: _of_people(c, source, found.group(1))),
    ]
    if not found.group(1).isupper():  # "the FBI" is nobody who works there.
        ways += [
            ("name", lambda: _several(c, source, role, head)),
            ("told", lambda: _in_that_state(c, source, role, head)),
            ("name", lambda: c.latest(source.start, lambda one: not one.person and _ends_with(one, role))),
            ("name", lambda: _body(c, source, role, head) if head in tables().bodies and not named else None),
            ("nation", lambda: _of_nation(c, source, role, head) if role in tables().nation else None),
            ("called", lambda: _person(c, source, role, head) if role not in tables().nation else None),
            ("left", lambda: _by_elimination(c, source, role, head) if guess else None),
            ("salient", lambda: _salient(c, source, head) if guess and role in tables().nation else None),
            ("salient", lambda: body_of_kind(c, source, role, head) if _lower(found.group(1)) else None),
        ]
    return next((answer.by(way) for way, ask in ways if (answer := ask()) is not None), None)


def _is_name(c: Coreference, words: str) -> bool:
    """Whether the words are what somebody of the article is called, not a people's noun."""
    if words in c.cast.bodies:
        return True  # "the Kremlin" is no Russian.
    if words.casefold() in tables().nation or people_of(words):
        return False
    return words[:1].isupper() and words in c.cast.names


def _lower(role: str) -> bool:
    """Whether a role is printed without a name, or only with a place before it: "the New York bank"."""
    names, _, head = role.rpartition(" ")
    return head.islower() and (not names or names.islower() or names in places())


def _pair(c: Coreference, source: Span, printed: str) -> Answer | None:
    """Return the two who stand together before "the two ministers", "both women", "the couple"."""
    words = printed.split()
    two = words[0] == "both" or words[1] == "two" or (words[-1] in _PAIRS and len(words) == 2)
    return c.latest(source.start, lambda one: one.plural and " and " in one.name and one.actor is None) if two else None


_PAIRS = words("speakers.pairs")


def _several(c: Coreference, source: Span, role: str, head: str) -> Answer | None:
    """Return the people that a plural names more fully before: "the nurses" after "two nurses"."""
    several = c.latest(source.start, lambda one: one.plural and one.name.casefold().endswith(f" {role}"))
    return several if head.endswith("s") else None


def _of_nation(c: Coreference, source: Span, role: str, head: str) -> Answer | None:
    """Return whom "the Frenchman" means: of that nation, or told so in a sentence."""
    nation = tables().nation[role]
    answer = c.latest(source.start, lambda one: one.person and nation in one.nations and _agrees(one, head))
    return answer or _beside(c, source, head, lambda words: nation in nations_in(words))


def _salient(c: Coreference, source: Span, head: str) -> Answer | None:
    """Return the person who stands out most of those of no nation that is told."""
    return c.most_salient(
        source.start, lambda one: one.person and one.actor is not None and not one.nations and _agrees(one, head), ""
    )


def _person(c: Coreference, source: Span, role: str, head: str) -> Answer | None:
    """Return who was called so before, in a title, an apposition or a sentence; nobody is a body, "the army"."""
    if is_body(head):
        return None
    answer = c.latest(source.start, lambda one: one.person and _agrees(one, head) and _called(one, role, source))
    pattern = re.compile(rf"\b{re.escape(role)}\b", re.IGNORECASE)
    return answer or _beside(c, source, head, lambda words: pattern.search(words) is not None)


def body_of_kind(c: Coreference, source: Span, role: str, head: str) -> Answer | None:
    """Return the body that stands out most of those that may be what `head` says: "the bank", "the group"."""
    kind = kind_of(head)
    if kind not in _KINDS_OF_BODIES and head not in _ANY_BODY:
        return None

    def fits(one: Referent) -> bool:
        if one.actor is None or not (not one.person or _may_be_firm(one)) or not _longer(one, role):
            return False
        own = next((k for k in (kind_of_name(one.name), *map(kind_of, one.described)) if k is not None), None)
        return own is None or own is kind or (head in _ANY_BODY and own in _KINDS_OF_BODIES)

    return c.most_salient(source.start, fits, "")


_ANY_BODY = words("speakers.any_body")
_KINDS_OF_BODIES = frozenset(
    (SpeakerKind.COMPANY, SpeakerKind.NGO, SpeakerKind.MEDIA, SpeakerKind.PARTY, SpeakerKind.ARMED_GROUP)
)


def _may_be_firm(one: Referent) -> bool:
    """Whether what is held for a person may be a body: nothing personal is said, and no first name begins it."""
    return not one.gender and not one.called


def _of_people(c: Coreference, source: Span, printed: str) -> Answer | None:
    """Return whom "the Ombrian" or "the Ombrian envoy" means, whose nation no table knows."""
    first, *rest = printed.split()
    nation = people_of(first) or (tables().nation.get(first.casefold(), "") if rest else "")
    several = tables().nation.get(first.casefold().removesuffix("s"), "") if first.endswith("s") else ""
    if rest and rest[-1].casefold() in _SIDES and nation:
        return c.latest(source.start, lambda one: not one.person and nation in one.nations and _of_state(one))
    if not rest and several:  # "the Swedes": a body of theirs.
        return c.latest(source.start, lambda one: several in one.nations and (one.plural or not one.person))
    if not nation:
        return None
    head = rest[-1].casefold() if rest else ""
    if head in tables().bodies or is_body(head) or head.endswith("s"):

        def fits(one: Referent) -> bool:
            return not one.person and nation in one.nations and one.name.casefold() != printed.casefold()

        called = c.latest(source.start, lambda one: fits(one) and _is_called(one, head))
        return called or c.latest(source.start, fits)
    more = {word.casefold() for word in rest[:-1]}

    def goes(one: Referent) -> bool:
        return one.person and nation in one.nations and _agrees(one, head) and more <= one.words

    called = c.latest(source.start, lambda one: goes(one) and _called(one, head, source)) if head else None
    return called or c.latest(source.start, goes)


def _of_state(one: Referent) -> bool:
    """Whether a body may speak for its state: a ministry, an army, a body of unknown kind."""
    return kind_of_name(one.name) in (None, SpeakerKind.GOVERNMENT, SpeakerKind.MILITARY)


_SIDES = words("speakers.sides")


def _in_that_state(c: Coreference, source: Span, role: str, head: str) -> Answer | None:
    """Return of whom was said what is now said with the role: "the jailed editor", "the defeated party"."""
    words = role.split()
    told = tables().told.get(words[0], frozenset()) | ({words[0]} if words[0].endswith("ed") else frozenset())
    if len(words) != 2 or not told:
        return None
    pattern = re.compile(rf"^[^,.;]{{0,40}}?\b(?:{'|'.join(map(re.escape, sorted(told)))})\b")
    found: dict[str, Answer] = {}
    for mention, one in c.cast.back(source.start):
        end = min(c.document.sentences[c.cast.sentence(mention.span.start)].span.end, source.start)
        if _fits_noun(one, head) and pattern.search(c.document.text[mention.span.end : end]):
            found[one.name] = Answer(one, mention.span)
    return next(iter(found.values())) if len(found) == 1 else None


def _body(c: Coreference, source: Span, role: str, head: str) -> Answer | None:
    means = tables().bodies[head]
    exact = c.latest(source.start, lambda one: not one.person and _longer(one, role) and head in one.words)
    if exact is not None:
        return exact
    return c.latest(
        source.start,
        lambda one: not one.person and bool(means & one.words) and _longer(one, role) and _one_body(one),
    )


def _beside(c: Coreference, source: Span, head: str, tells: Callable[[str], bool]) -> Answer | None:
    """Return the only person with a sentence of whose `tells` is true: "has worked as a nurse", "born in Oslo"."""
    if is_body(head) or head.endswith("s") or not (can_speak(head) or head in tables().nation or head in trades()):
        return None
    found: dict[str, Answer] = {}
    told: dict[int, bool] = {}
    for mention, one in c.cast.back(source.start):
        number = c.cast.sentence(mention.span.start)
        sentence = c.document.sentences[number].span
        if not one.person or one.actor is None or not _agrees(one, head) or sentence.end > source.start:
            continue
        if number not in told:
            told[number] = tells(sentence.of(c.document.text))
        if told[number]:
            found.setdefault(one.name, Answer(one, mention.span))
    return next(iter(found.values())) if len(found) == 1 else None


def _by_elimination(c: Coreference, source: Span, role: str, head: str) -> Answer | None:
    """Return the one person in view for a role that is no office: "the striker", "the 34-year-old"."""
    if (
        head in _OFFICES
        or head in _CROWDS
        or is_body(head)
        or head.endswith("s")
        or not (_is_age(role) or can_speak(head))
    ):
        return None
    near: dict[str, Answer] = {}
    for mention, one in c.cast.back(source.start, _IN_VIEW):
        if one.person and one.actor is not None and _agrees(one, head) and not _is_another(one, role):
            near.setdefault(one.name, Answer(one, mention.span))
    return next(iter(near.values())) if len(near) == 1 else None


def _is_called(one: Referent, head: str) -> bool:
    """Whether a body can be called so: by a word of its name or of what is said beside it."""
    firm = kind_of(head) is SpeakerKind.COMPANY
    return (
        head in one.words
        or bool(tables().bodies.get(head, frozenset()) & one.words)
        or (firm and any(kind_of(word) is SpeakerKind.COMPANY for word in one.words))
    )


def _ends_with(one: Referent, role: str) -> bool:
    """Whether a body's name ends with these words or has them before "of": "the coast guard", "the union"."""
    name = one.name.casefold().removeprefix("the ")
    own = bool(one.actor) and (name.endswith(f" {role}") or name.startswith((f"{role} of ", f"{role} for ")))
    called = bool(one.actor) and any(word == role for _, word in one.called)
    return own or (called and role not in tables().bodies)


def _fits_noun(one: Referent, head: str) -> bool:
    """Whether a noun can mean somebody: a body by its word, a person by what they are called or not at all."""
    if head in tables().bodies or is_body(head):
        return not one.person and _is_called(one, head)
    return one.person and _agrees(one, head)


def _is_age(role: str) -> bool:
    return role.endswith("-year-old")


def _agrees(one: Referent, head: str) -> bool:
    """Whether a role's noun and somebody's gender go together."""
    gender = "f" if head in tables().women else "m" if head in tables().men else ""
    return not gender or one.gender in ("", gender)


def _called(one: Referent, role: str, source: Span) -> bool:
    head = role.split()[-1]
    before = {word for at, word in one.called if at < source.start}
    if role in before or role in {word for word in one.words if _is_age(word)}:
        return True
    if len(role.split()) > 1 and set(role.split()[:-1]) <= one.words | words("speakers.passing"):
        return head in before
    same = tables().same.get(role, frozenset())
    return (" " not in role and head in before) or bool(before & same)


def _is_another(one: Referent, role: str) -> bool:
    """Whether somebody was introduced with a role of their own that this is not."""
    roles = {word for _, word in one.called if word in role_words() or word in tables().same}
    return bool(roles) and not _is_age(role)


def _longer(one: Referent, role: str) -> bool:
    """Whether a body's name says more than the words that go back to it."""
    return one.name.casefold().removeprefix("the ") != role


def _one_body(one: Referent) -> bool:
    return one.actor is not None or len(one.name.split()) > 1
