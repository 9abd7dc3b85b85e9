"""Whom a role, a nation's noun or a body's short name goes back to: "the mayor", "the Frenchman", "the group"."""

from __future__ import annotations

import re
from collections.abc import Callable

from ....model import Span, SpeakerKind
from ..kinds import is_body, kind_of, role_words, trades
from ..speaking import can_speak
from .coreference import Answer, Coreference
from .peoples import nations_in, people_of
from .referents import Referent
from .tables import tables

_IN_VIEW = 3
_OFFICES = frozenset(
    "mayor minister president governor senator premier chancellor king queen judge spokesman spokeswoman spokesperson "
    "official officer source lawyer prosecutor general commander secretary ambassador chief chairman witness resident "
    "leader police statement report person man woman author expert analyst reporter".split()
)


def by_role(c: Coreference, source: Span, printed: str) -> Answer | None:
    """Return whom "the mayor", "the Frenchman", "the 34-year-old" or "the group" means."""
    printed = re.sub(r"(-year-old) (?:from|of) .*", r"\1", printed)
    found = re.fullmatch(r"(?:the|this|that)\s+((?:[\w’'-]+\s+){0,3}[\w’'-]+)", printed.strip(), re.IGNORECASE)
    if found is None:
        return None
    role = " ".join(found.group(1).casefold().split())
    head = role.split()[-1]
    of_people = _of_people(c, source, found.group(1))
    if of_people is not None:
        return of_people
    if found.group(1).isupper():
        return None  # "the FBI" is nobody who works there.
    named = any(word[0].isupper() for word in found.group(1).split()) and " " in role
    several = c.latest(source.start, lambda one: one.plural and one.name.casefold().endswith(f" {role}"))
    if several is not None and head.endswith("s"):
        return several
    in_state = _in_that_state(c, source, role, head)
    if in_state is not None:
        return in_state
    body = c.latest(source.start, lambda one: not one.person and _ends_with(one, role))
    if body is not None:
        return body
    if head in tables().bodies and not named:
        body = _body(c, source, role, head)
        if body is not None:
            return body
    nation = tables().nation.get(role)
    if nation is not None:
        of_nation = c.latest(source.start, lambda one: one.person and nation in one.nations and _agrees(one, head))
        return (
            of_nation
            or _beside(c, source, head, lambda words: nation in nations_in(words))
            or _by_elimination(c, source, role, head)
        )
    person = c.latest(source.start, lambda one: one.person and _agrees(one, head) and _called(one, role, source))
    pattern = re.compile(rf"\b{re.escape(role)}\b", re.IGNORECASE)
    return (
        person
        or _beside(c, source, head, lambda words: pattern.search(words) is not None)
        or _by_elimination(c, source, role, head)
    )


def _of_people(c: Coreference, source: Span, printed: str) -> Answer | None:
    """Return whom "the Ombrian" or "the Ombrian envoy" means, whose nation no table knows."""
    first, *rest = printed.split()
    nation = people_of(first) or (tables().nation.get(first.casefold(), "") if rest else "")
    several = tables().nation.get(first.casefold().removesuffix("s"), "") if first.endswith("s") else ""
    if not rest and several:  # "the Swedes": a body of theirs.
        return c.latest(source.start, lambda one: several in one.nations and (one.plural or not one.person))
    if not nation:
        return None
    head = rest[-1].casefold() if rest else ""
    if head in tables().bodies or is_body(head) or head.endswith("s"):
        of_nation = [one for one in c.referents if not one.person and nation in one.nations]
        called = [one for one in of_nation if _is_called(one, head)] or of_nation
        return c.latest(source.start, lambda one: one in called and one.name.casefold() != printed.casefold())
    of_nation = [one for one in c.referents if one.person and nation in one.nations and _agrees(one, head)]
    called = [one for one in of_nation if head and _called(one, head, source)] or of_nation
    return c.latest(source.start, lambda one: one in called)


def _in_that_state(c: Coreference, source: Span, role: str, head: str) -> Answer | None:
    """Return of whom was said what is now said with the role: "the jailed editor", "the defeated party"."""
    words = role.split()
    told = tables().told.get(words[0], frozenset()) | ({words[0]} if words[0].endswith("ed") else frozenset())
    if len(words) != 2 or not told:
        return None
    pattern = re.compile(rf"^[^,.;]{{0,40}}?\b(?:{'|'.join(map(re.escape, sorted(told)))})\b")
    found: dict[str, Answer] = {}
    for one in c.referents:
        for mention in one.mentions:
            number = c.document.sentence_at(mention.span.start)
            if number is None or mention.span.end > source.start or not _fits_noun(one, head):
                continue
            end = min(c.document.sentences[number].span.end, source.start)
            if pattern.search(c.document.text[mention.span.end : end]):
                found.setdefault(one.name, (one, mention.span))
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
    for one in c.referents:
        if not one.person or one.actor is None or not _agrees(one, head):
            continue
        for mention in one.mentions:
            number = c.document.sentence_at(mention.span.start)
            if number is None or mention.span.end > source.start:
                continue
            sentence = c.document.sentences[number].span
            if sentence.end <= source.start and tells(sentence.of(c.document.text)):
                found[one.name] = (one, mention.span)
    return next(iter(found.values())) if len(found) == 1 else None


def _by_elimination(c: Coreference, source: Span, role: str, head: str) -> Answer | None:
    """Return the one person in view for a role that is no office: "the striker", "the 34-year-old"."""
    if head in _OFFICES or is_body(head) or head.endswith("s") or not (_is_age(role) or can_speak(head)):
        return None
    people = [one for one in c.referents if one.person and one.actor is not None]
    near = [one for one in people if (m := one.last_before(source.start)) is not None and _near(c, m.span, source)]
    near = [one for one in near if _agrees(one, head) and not _is_another(one, role)]
    if len(near) != 1:
        return None
    mention = near[0].last_before(source.start)
    assert mention is not None
    return near[0], mention.span


def _near(c: Coreference, span: Span, source: Span) -> bool:
    return c.sentence(source.start) - c.sentence(span.start) <= _IN_VIEW


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
    if len(role.split()) > 1 and set(role.split()[:-1]) <= one.words | {"former", "young", "veteran", "new", "old"}:
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
