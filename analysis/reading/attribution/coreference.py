"""To whom a short source goes back: pronouns by how prominent people are, roles and nations by what they were called.

The pronoun's way is that of Lappin and Leass (1994): each mention draws by its place in its sentence, and half as much
with every sentence since.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ...model import Document, Span, SpeakerKind
from .kinds import head_word, is_body, kind_of, role_words, trades
from .line import Line
from .referents import (
    INNER_SUBJECT,
    SUBJECT,
    Mention,
    Referent,
    find_referents,
    is_document,
    nations_in,
    people_of,
    tables,
)
from .speaking import can_speak

_FEMALE, _MALE = frozenset(("she", "her")), frozenset(("he", "him", "his"))
FADES = 0.5
"""What is left of a mention's weight a sentence later."""
OLDER = 0.2
"""What a referent's other sentences add to the one that draws most: the topic of an article is not always its "he"."""
KNOWN = 1.3
"""How much more somebody draws of whom the pronoun's gender is known than somebody of whom none is."""
REACH = 12
"""Sentences after which nobody is meant any more by a pronoun."""

Answer = tuple[Referent, Span]
"""Who is meant, and the place that says so."""


class Coreference:
    """Answers for the short sources of one document, asked in text order."""

    def __init__(self, document: Document, ready: list[Line]) -> None:
        self._document = document
        self._referents = find_referents(document, ready)
        self._lines = ready
        self._followed = 0
        """Lines whose opening pronoun has been followed back."""

    # ------------------------------------------------------------------ what has been learned

    def heard(self, name: str, source: Span, person: bool, plural: bool, gender: str) -> None:
        """Take note of a speaker: whoever speaks is a subject, whatever the sentence looks like."""
        one = next((r for r in self._referents if r.name == name), None)
        if one is None:
            one = Referent(name, person, plural, None, gender)
            self._referents.append(one)
            one.words |= {w.casefold() for w in re.findall(r"[\w-]+", source.of(self._document.text))}
            one.called.append((source.start, head_word(source.of(self._document.text))))
            one.nations |= nations_in(name)
        one.gender = one.gender or gender
        one.mentions.append(Mention(source, SUBJECT))

    def is_woman(self, name: str, pronoun: str) -> None:
        """Take note of what a pronoun tells of somebody: once "she", always "she"."""
        for one in self._referents:
            if one.name == name and one.person and not one.gender:
                one.gender = "f" if pronoun in _FEMALE else "m" if pronoun in _MALE else ""

    def roles(self, name: str) -> tuple[str, ...]:
        """Return what somebody is called in the article, in lower case."""
        return tuple(role for one in self._referents if one.name == name for _, role in one.called)

    def described(self, name: str) -> tuple[str, ...]:
        """Return the descriptions that stand beside somebody's name, then the single roles."""
        said = [words for one in self._referents if one.name == name for words in one.described]
        return (*said, *self.roles(name))

    # ------------------------------------------------------------------ questions

    def pronoun(self, source: Span, pronoun: str) -> Answer | None:
        """Return whom "he", "she", "they" or "it" means."""
        wanted = "f" if pronoun in _FEMALE else "m" if pronoun in _MALE else ""

        def fits(one: Referent) -> bool:
            if wanted:
                return one.person and not one.plural and one.gender in ("", wanted)
            if pronoun in ("they", "their", "them"):
                return one.plural or not one.person
            return not one.person and not one.plural

        self._follow_to(source.start)
        found = self._most_salient(source.start, fits, wanted)
        if found is None and pronoun == "it":  # A name that no list knows may be a firm's.
            found = self._most_salient(source.start, _may_be_body, "")
        return found

    def role(self, source: Span, printed: str) -> Answer | None:
        """Return whom "the mayor", "the Frenchman", "the 34-year-old" or "the group" means."""
        printed = re.sub(r"(-year-old) (?:from|of) .*", r"\1", printed)
        found = re.fullmatch(r"(?:the|this|that)\s+((?:[\w’'-]+\s+){0,3}[\w’'-]+)", printed.strip(), re.IGNORECASE)
        if found is None:
            return None
        role = " ".join(found.group(1).casefold().split())
        head = role.split()[-1]
        of_people = self._of_people(source, found.group(1))
        if of_people is not None:
            return of_people
        if found.group(1).isupper():
            return None  # "the FBI" is nobody who works there.
        named = any(word[0].isupper() for word in found.group(1).split()) and " " in role
        several = self._latest(source.start, lambda one: one.plural and one.name.casefold().endswith(f" {role}"))
        if several is not None and head.endswith("s"):
            return several
        in_state = self._in_that_state(source, role, head)
        if in_state is not None:
            return in_state
        body = self._latest(source.start, lambda one: not one.person and _ends_with(one, role))
        if body is not None:
            return body
        if head in tables().bodies and not named:
            body = self._body(source, role, head)
            if body is not None:
                return body
        nation = tables().nation.get(role)
        if nation is not None:
            of_nation = self._latest(
                source.start, lambda one: one.person and nation in one.nations and _agrees(one, head)
            )
            return (
                of_nation
                or self._beside(source, head, lambda words: nation in nations_in(words))
                or self._by_elimination(source, role, head)
            )
        person = self._latest(
            source.start, lambda one: one.person and _agrees(one, head) and _called(one, role, source)
        )
        pattern = re.compile(rf"\b{re.escape(role)}\b", re.IGNORECASE)
        return (
            person
            or self._beside(source, head, lambda words: pattern.search(words) is not None)
            or self._by_elimination(source, role, head)
        )

    def issuer(self, source: Span, noun: str) -> Answer | None:
        """Return who issued "the statement": who stands as its author where it was mentioned before."""
        text = self._document.text
        noun = re.escape(noun)
        for match in reversed(list(re.finditer(rf"\b{noun}s?\b", text[: source.start], re.IGNORECASE))):
            number = self._document.sentence_at(match.start())
            if number is None:
                continue
            sentence = self._document.sentences[number].span
            here = [
                (one, m)
                for one in self._referents
                for m in one.mentions
                if sentence.contains(m.span)
                and not is_document(head_word(one.name))
                and not one.name.casefold().endswith(match.group().casefold())
            ]
            behind = [
                (r, m)
                for r, m in here
                if re.fullmatch(r"\s(?:from|by|of|issued by|released by)\s(?:the )?", text[match.end() : m.span.start])
            ]
            owner = [
                (r, m) for r, m in here if re.fullmatch(r"(?:'s|’s)(?:\s\w+)?\s", text[m.span.end : match.start()])
            ]
            by_weight = sorted(here, key=lambda pair: -pair[1].weight)
            for one, mention in (*behind, *owner, *by_weight[:1]):
                return one, mention.span
        return self._writer(source)

    def _writer(self, source: Span) -> Answer | None:
        """Return who last wrote, where the document itself was not mentioned: "Orr wrote on Friday"."""
        text = self._document.text
        wrote = [
            (m.span, one)
            for one in self._referents
            for m in one.mentions
            if m.span.end < source.start
            and m.weight >= INNER_SUBJECT
            and (
                verb := re.match(
                    r"(?:,[^,.;]*,)? (?:has |had |later |then |also )*(\w+)", text[m.span.end : m.span.end + 120]
                )
            )
            and verb.group(1) in tables().writing
        ]
        span, one = max(wrote, key=lambda pair: pair[0], default=(None, None))
        return None if span is None or one is None else (one, span)

    # ------------------------------------------------------------------ ways

    def _follow_to(self, offset: int) -> None:
        """Follow the pronouns back that open sentences before `offset`: who stays "she" stays what it is about."""
        while self._followed < len(self._lines) and self._lines[self._followed].span.end <= offset:
            line = self._lines[self._followed]
            self._followed += 1
            gender = _OPENING.get(line.words[0] if len(line) else "")
            if gender is None or line.quoted[0] >= 0:
                continue
            fits = _of_gender(gender) if gender else _is_one_body
            found = self._most_salient(line.spans[0].start, fits, gender)
            if found is not None:
                found[0].mentions.append(Mention(line.spans[0], SUBJECT))

    def _of_people(self, source: Span, printed: str) -> Answer | None:
        """Return whom "the Ombrian" or "the Ombrian envoy" means, whose nation no table knows."""
        first, *rest = printed.split()
        nation = people_of(first) or (tables().nation.get(first.casefold(), "") if rest else "")
        several = tables().nation.get(first.casefold().removesuffix("s"), "") if first.endswith("s") else ""
        if not rest and several:  # "the Swedes": a body of theirs.
            return self._latest(source.start, lambda one: several in one.nations and (one.plural or not one.person))
        if not nation:
            return None
        head = rest[-1].casefold() if rest else ""
        if head in tables().bodies or is_body(head) or head.endswith("s"):
            of_nation = [one for one in self._referents if not one.person and nation in one.nations]
            called = [one for one in of_nation if _is_called(one, head)] or of_nation
            return self._latest(source.start, lambda one: one in called and one.name.casefold() != printed.casefold())
        of_nation = [one for one in self._referents if one.person and nation in one.nations and _agrees(one, head)]
        called = [one for one in of_nation if head and _called(one, head, source)] or of_nation
        return self._latest(source.start, lambda one: one in called)

    def _in_that_state(self, source: Span, role: str, head: str) -> Answer | None:
        """Return of whom was said what is now said with the role: "the jailed editor", "the defeated party"."""
        words = role.split()
        told = tables().told.get(words[0], frozenset()) | ({words[0]} if words[0].endswith("ed") else frozenset())
        if len(words) != 2 or not told:
            return None
        pattern = re.compile(rf"^[^,.;]{{0,40}}?\b(?:{'|'.join(map(re.escape, sorted(told)))})\b")
        found: dict[str, Answer] = {}
        for one in self._referents:
            for mention in one.mentions:
                number = self._document.sentence_at(mention.span.start)
                if number is None or mention.span.end > source.start or not _fits_noun(one, head):
                    continue
                end = min(self._document.sentences[number].span.end, source.start)
                if pattern.search(self._document.text[mention.span.end : end]):
                    found.setdefault(one.name, (one, mention.span))
        return next(iter(found.values())) if len(found) == 1 else None

    def _most_salient(self, offset: int, fits: Callable[[Referent], bool], gender: str) -> Answer | None:
        here = self._sentence(offset)
        best: tuple[float, Span, Referent] | None = None
        for one in self._referents:
            if not fits(one):
                continue
            weight, nearest = 0.0, None
            by_sentence: dict[int, float] = {}
            for mention in one.mentions:
                if mention.span.end > offset:
                    continue
                number = self._sentence(mention.span.start)
                if here - number > REACH:
                    continue
                by_sentence[number] = max(by_sentence.get(number, 0.0), mention.weight)
                nearest = mention.span if nearest is None else max(nearest, mention.span)
            drawn = sorted((value * FADES ** (here - number) for number, value in by_sentence.items()), reverse=True)
            weight = (sum(drawn[:1]) + OLDER * sum(drawn[1:])) * (KNOWN if gender and one.gender == gender else 1.0)
            if nearest is not None and (best is None or (weight, nearest) > best[:2]):
                best = weight, nearest, one
        return None if best is None else (best[2], best[1])

    def _latest(self, offset: int, fits: Callable[[Referent], bool]) -> Answer | None:
        """Return whoever was last mentioned of those that fit."""
        near = [(m.span, one) for one in self._referents if (m := one.last_before(offset)) is not None and fits(one)]
        if not near:
            return None
        span, one = max(near, key=lambda pair: pair[0])
        return one, span

    def _body(self, source: Span, role: str, head: str) -> Answer | None:
        means = tables().bodies[head]
        exact = self._latest(source.start, lambda one: not one.person and _longer(one, role) and head in one.words)
        if exact is not None:
            return exact
        return self._latest(
            source.start,
            lambda one: not one.person and bool(means & one.words) and _longer(one, role) and _one_body(one),
        )

    def _beside(self, source: Span, head: str, tells: Callable[[str], bool]) -> Answer | None:
        """Return the only person with a sentence of whose `tells` is true: "has worked as a nurse", "born in Oslo"."""
        if is_body(head) or head.endswith("s") or not (can_speak(head) or head in tables().nation or head in trades()):
            return None
        found: dict[str, Answer] = {}
        for one in self._referents:
            if not one.person or one.actor is None or not _agrees(one, head):
                continue
            for mention in one.mentions:
                number = self._document.sentence_at(mention.span.start)
                if number is None or mention.span.end > source.start:
                    continue
                sentence = self._document.sentences[number].span
                if sentence.end <= source.start and tells(sentence.of(self._document.text)):
                    found[one.name] = (one, mention.span)
        return next(iter(found.values())) if len(found) == 1 else None

    def _by_elimination(self, source: Span, role: str, head: str) -> Answer | None:
        """Return the one person in view for a role that is no office: "the striker", "the 34-year-old"."""
        if head in _OFFICES or is_body(head) or head.endswith("s") or not (_is_age(role) or can_speak(head)):
            return None
        people = [one for one in self._referents if one.person and one.actor is not None]
        near = [
            one for one in people if (m := one.last_before(source.start)) is not None and self._near(m.span, source)
        ]
        near = [one for one in near if _agrees(one, head) and not _is_another(one, role)]
        if len(near) != 1:
            return None
        mention = near[0].last_before(source.start)
        assert mention is not None
        return near[0], mention.span

    def _near(self, span: Span, source: Span) -> bool:
        return self._sentence(source.start) - self._sentence(span.start) <= _IN_VIEW

    def _sentence(self, offset: int) -> int:
        number = self._document.sentence_at(offset)
        return number if number is not None else 0


_IN_VIEW = 3
_OFFICES = frozenset(
    "mayor minister president governor senator premier chancellor king queen judge spokesman spokeswoman spokesperson "
    "official officer source lawyer prosecutor general commander secretary ambassador chief chairman witness resident "
    "leader police statement report person man woman author expert analyst reporter".split()
)


_OPENING = {"he": "m", "his": "m", "she": "f", "her": "f", "its": "", "it": ""}


def _of_gender(gender: str) -> Callable[[Referent], bool]:
    return lambda one: one.person and not one.plural and one.gender in ("", gender)


def _is_one_body(one: Referent) -> bool:
    return not one.person and not one.plural and one.actor is not None


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


def _may_be_body(one: Referent) -> bool:
    """Whether a name of one word, of whom nothing personal is said, may be a body's."""
    return one.actor is not None and one.person and not one.gender and " " not in one.name


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
