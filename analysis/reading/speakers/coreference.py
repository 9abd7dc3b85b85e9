"""Everybody in one article as referents: what is learned of them, and whom a pronoun means by how they stand out.

The pronoun's way is that of Lappin and Leass (1994): each mention draws by its place in its sentence, and half as much
with every sentence since.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ...model import ActorKind, Document, Span
from ...progress import checkpoint
from ..english.role_words import head_word
from ..english.tables import words
from ..language import word_key
from .cast import Cast
from .grammar import Grammar, opens_quoted
from .peoples import nations_in
from .prominence import INNER_SUBJECT, SUBJECT
from .referents import Mention, Referent, find_referents

_FEMALE, _MALE = frozenset(("she", "her")), words("closed.he")
FADES = 0.5
"""What is left of a mention's weight a sentence later."""
OLDER = 0.2
"""What a referent's other sentences add to the one that draws most: the topic of an article is not always its "he"."""
KNOWN = 1.3
"""How much more somebody draws of whom the pronoun's gender is known than somebody of whom none is."""
AHEAD = 2
"""Sentences within which somebody is named after the pronoun that already means them."""
REACH = 12
"""Sentences after which nobody is meant any more by a pronoun."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Who is meant."""

    who: Referent
    place: Span
    """Where the text says so."""
    way: str = "salient"
    """How it was found, as its message ends: `speaker.why.pronoun.salient`, `speaker.why.role.called`."""

    def by(self, way: str) -> Answer:
        return replace(self, way=way)


class Coreference:
    """What short sources of one document can go back to, asked in text order."""

    def __init__(self, document: Document, grammar: Grammar) -> None:
        self.document = document
        self.cast = Cast(document, find_referents(document, grammar))
        self._grammar = grammar
        self._followed = 0
        """Sentences whose opening subject has been followed back."""

    def heard(self, name: str, source: Span, person: bool, plural: bool, gender: str) -> None:
        """Take note of a speaker: whoever speaks is a subject, whatever the sentence looks like."""
        one = next(iter(self.cast.named(name)), None)
        if one is None:
            one = Referent(name, person, plural, None, gender)
            self.cast.add(one)
            one.words |= {w.casefold() for w in re.findall(r"[\w-]+", source.of(self.document.text))}
            one.called.append((source.start, head_word(source.of(self.document.text))))
            one.nations |= nations_in(name)
        one.gender = one.gender or gender
        self.cast.note(one, Mention(source, SUBJECT))

    def is_woman(self, name: str, pronoun: str) -> None:
        """Take note of what a pronoun tells of somebody: once "she", always "she"."""
        for one in self.cast.named(name):
            if one.person and not one.gender:
                one.gender = "f" if pronoun in _FEMALE else "m" if pronoun in _MALE else ""

    def roles(self, name: str) -> tuple[str, ...]:
        """Return what somebody is called in the article, in lower case."""
        return tuple(role for one in self.cast.named(name) for _, role in one.called)

    def described(self, name: str) -> tuple[str, ...]:
        """Return the descriptions that stand beside somebody's name, then the single roles."""
        said = [words for one in self.cast.named(name) for words in one.described]
        return (*said, *self.roles(name))

    def pronoun(self, source: Span, pronoun: str, own: Sequence[Span] = ()) -> Answer | None:
        """Return whom "he", "she", "they" or "it" means; nobody whom the words that they say, `own`, are about."""
        wanted = "f" if pronoun in _FEMALE else "m" if pronoun in _MALE else ""

        def fits(one: Referent) -> bool:
            if wanted:
                return one.person and not one.plural and one.gender in ("", wanted)
            if pronoun in words("closed.plural_pronouns"):
                return one.plural or _is_body(one) or one.gender == "they"
            return not one.person and not one.plural

        self._follow_to(source.start)
        found = self.most_salient(source.start, fits, wanted, own)
        if found is None and own:
            found = self.most_salient(source.start, fits, wanted)
        if found is None and pronoun == "it":  # A name that no list knows may be a firm's.
            found = self.most_salient(source.start, _may_be_body, "")
        if found is None and wanted:
            found = self._named_after(source, wanted)
        return found

    def _named_after(self, source: Span, gender: str) -> Answer | None:
        """Return the first subject behind a pronoun with which nobody before it goes: "she said. … Ann Orr left"."""
        here = self.cast.sentence(source.start)
        for mention, one in self.cast.standing(here, here + AHEAD):
            fits = one.person and one.actor is not None and not one.plural and one.gender in ("", gender)
            if fits and mention.span.start > source.end and mention.weight >= INNER_SUBJECT:
                return Answer(one, mention.span, "after")
        return None

    def _follow_to(self, offset: int) -> None:
        """Follow back what opens sentences before `offset`: who stays "she" or "the bank" stays what it is about."""
        from .roles import by_role  # Roles ask this class.

        sentences = self.document.sentences
        while self._followed < len(sentences) and sentences[self._followed].span.end <= offset:
            number, self._followed = self._followed, self._followed + 1
            span = None if opens_quoted(self.document, number) else self._grammar.opening_subject(number)
            if span is None:
                continue
            printed = span.of(self.document.text)
            first, *more = word_key(printed).split()
            gender = None if more else _OPENING.get(first)
            if gender is not None:
                fits = _of_gender(gender) if gender else _is_one_body
                self._stands(self.most_salient(span.start, fits, gender), span)
            elif more and first in words("speakers.pointing_back"):
                self._stands(by_role(self, span, printed, guess=False), span)

    def _stands(self, found: Answer | None, span: Span) -> None:
        """Take note of a subject that goes back to somebody."""
        here = self.cast.sentence(span.start)
        known = found is None or any(m.span == span and one is found.who for m, one in self.cast.standing(here, here))
        if found is not None and not known:
            self.cast.note(found.who, Mention(span, SUBJECT))

    def most_salient(
        self, offset: int, fits: Callable[[Referent], bool], gender: str, own: Sequence[Span] = ()
    ) -> Answer | None:
        """Return whoever of those that fit stands out most before `offset`; mentions within `own` rule somebody out."""
        checkpoint()
        here = self.cast.sentence(offset)
        about = {id(one) for span in own for one in self.cast.within(span)}
        near: dict[int, _Drawn] = {}
        for mention, one in self.cast.back(offset, REACH):
            if id(one) in about or (id(one) not in near and not fits(one)):
                continue
            drawn = near.setdefault(id(one), _Drawn(one, mention.span))
            drawn.add(here - self.cast.sentence(mention.span.start), mention.weight)
        best = max(near.values(), key=lambda drawn: (drawn.weight(gender), drawn.nearest), default=None)
        return None if best is None else Answer(best.who, best.nearest)

    def latest(self, offset: int, fits: Callable[[Referent], bool]) -> Answer | None:
        """Return whoever was last mentioned of those that fit."""
        asked: set[int] = set()
        for mention, one in self.cast.back(offset):
            if id(one) not in asked and fits(one):
                return Answer(one, mention.span)
            asked.add(id(one))
        return None


@dataclass(slots=True)
class _Drawn:
    """How much somebody draws a pronoun."""

    who: Referent
    nearest: Span
    by_sentence: dict[int, float] = field(default_factory=dict)
    """The most that a mention weighs, by how many sentences back it stands."""

    def add(self, back: int, weight: float) -> None:
        self.by_sentence[back] = max(self.by_sentence.get(back, 0.0), weight)

    def weight(self, gender: str) -> float:
        drawn = sorted((weight * FADES**back for back, weight in self.by_sentence.items()), reverse=True)
        known = KNOWN if gender and self.who.gender == gender else 1.0
        return (sum(drawn[:1]) + OLDER * sum(drawn[1:])) * known


_OPENING = {"he": "m", "she": "f", "it": ""}


def _of_gender(gender: str) -> Callable[[Referent], bool]:
    return lambda one: one.person and not one.plural and one.gender in ("", gender)


def _is_one_body(one: Referent) -> bool:
    return not one.person and not one.plural and one.actor is not None


def _is_body(one: Referent) -> bool:
    """Whether several people may be meant by a body's name, not by an event's or a thing's."""
    return not one.person and (one.actor is None or one.actor.kind is not ActorKind.OTHER or bool(one.called))


def _may_be_body(one: Referent) -> bool:
    """Whether a name of one word, of whom nothing personal is said, may be a body's."""
    return one.actor is not None and one.person and not one.gender and " " not in one.name
