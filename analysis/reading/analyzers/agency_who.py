"""Whom the phrase for an actor or an affected names: an actor of the article, the speaker whom a pronoun means, or what
the phrase itself says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from ...model import ActorKind, Attribution, Document, Referent, Span
from ..english.tables import choice, lists, words

LONGEST = 32
"""Characters of a phrase that names nobody known; the passage has the whole."""


class Who:
    """Answers for one document, in time that does not grow with the number of its actors and attributions."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._mentions = sorted(
            (mention.start, mention.end, index)
            for index, actor in enumerate(document.actors)
            for mention in actor.mentions
        )
        self._actors = {actor.name: index for index, actor in reversed(list(enumerate(document.actors)))}
        self._said: dict[int | None, list[Attribution]] = defaultdict(list)
        for attribution in document.attributions:
            for sentence in dict.fromkeys(i for part in attribution.content for i in _sentences(document, part)):
                self._said[sentence].append(attribution)

    def named(self, spans: Iterable[Span]) -> tuple[Referent, ...]:
        """Return whom each span names; without those that are pronouns of which nothing says whom they mean."""
        found = (self._referent(span) for span in spans)
        return tuple(dict.fromkeys(referent for referent in found if referent.name))

    def _referent(self, span: Span) -> Referent:
        """Return the actor whose mention is all of the phrase, article and title apart; else the phrase's core."""
        text, actors = self._document.text, self._document.actors
        core = _core(span.of(text))
        person = _person(core)
        if person or core.lower() in words("phrases.nameless"):
            known = self._meant(span, person)
            return Referent(known, self._actors.get(known))
        first = bisect_left(self._mentions, (span.start,))
        inside = []
        for start, end, index in self._mentions[first:]:
            if start >= span.end:
                break
            if end <= span.end:
                inside.append((index, start, end))
        for index, start, end in sorted(inside):
            if _is_whole(core, _core(text[start:end]), actors[index].kind):
                return Referent(actors[index].name, index)
        return Referent(core, None)

    def _meant(self, span: Span, person: str) -> str:
        """Return whom a pronoun means as far as the attributions say: who speaks as "I", or is the "he" who says so."""
        document = self._document
        if person == "i":
            number = document.voice_at(span.start).attribution
            around = [document.attributions[number]] if number is not None else []
        else:
            around = [
                one
                for one in self._said.get(document.sentence_at(span.start), ())
                if any(part.contains(span) for part in one.content)
                and any(_person(source.of(document.text)) == person for source in one.source)
            ]
        return next((one.speaker.name for one in around if one.speaker is not None and one.speaker.named), "")


def _sentences(document: Document, span: Span) -> range:
    """Return the sentences that a span touches."""
    first = bisect_left(document.sentences, span.start, key=lambda s: s.span.end - 1)
    last = bisect_left(document.sentences, span.end, key=lambda s: s.span.start)
    return range(first, last)


def _person(word: str) -> str:
    """Return the pronoun that a form belongs to: "he" for "him"; "" where it is none."""
    return _persons().get(word.lower(), "")


@cache
def _persons() -> Mapping[str, str]:
    return {form: person for person, forms in lists("phrases.persons").items() for form in forms}


def _is_whole(phrase: str, name: str, kind: ActorKind) -> bool:
    """Return whether a phrase is the name, or the name of a person behind a title: "President Ada Marlow"."""
    title = phrase.removesuffix(name)
    return phrase == name or (
        kind is ActorKind.PERSON and title != phrase and all(word[:1].isupper() for word in title.split())
    )


def _core(phrase: str) -> str:
    """Return the phrase without articles and the like before it and clauses behind."""
    core = _break().split(" ".join(phrase.split()), maxsplit=1)[0].strip()
    while (shorter := _determiners().sub("", core)) != core:
        core = shorter
    if len(core) > LONGEST:
        core = core[:LONGEST].rsplit(" ", 1)[0] + "…"
    return core or phrase.strip()


@cache
def _determiners() -> re.Pattern[str]:
    return re.compile(rf"^(?:{choice('phrases.determiners')}|\d[\d,.]*)\s+", re.IGNORECASE)


@cache
def _break() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{choice('phrases.clause_openers')})\b|,(?!\d)|[;:(–—]")
