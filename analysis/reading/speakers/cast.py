"""Everybody of one article by where they stand, so that a short source looks at what is near and never at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ...model import ActorKind, Document, Span
from .referents import Mention, Referent

FAR = 200
"""Sentences back in which a name or a role is looked for: what the longest articles of news have."""

Standing = tuple[Mention, Referent]


class Cast:
    """The referents of a document, by name and by sentence."""

    def __init__(self, document: Document, referents: Iterable[Referent]) -> None:
        self._document = document
        self._by_name: dict[str, list[Referent]] = defaultdict(list)
        self._by_sentence: dict[int, list[Standing]] = defaultdict(list)
        self.names: set[str] = set()
        """Names of actors, short ones too."""
        self.bodies: set[str] = set()
        for one in referents:
            self.add(one)

    def add(self, one: Referent) -> None:
        """Take in a referent with its mentions."""
        self._by_name[one.name].append(one)
        if one.actor is not None:
            self.names |= {one.name, *one.actor.aliases}
            self.bodies |= {one.name} if one.actor.kind is ActorKind.ORGANIZATION else set()
        for mention in one.mentions:
            self._stand(one, mention)

    def note(self, one: Referent, mention: Mention) -> None:
        """Add a mention of a referent that is known."""
        one.mentions.append(mention)
        self._stand(one, mention)

    def named(self, name: str) -> list[Referent]:
        """Return whoever bears a name, in full."""
        return self._by_name.get(name, [])

    def sentence(self, offset: int) -> int:
        """Return the number of the sentence at an offset; 0 between sentences."""
        return self._document.sentence_at(offset) or 0

    def standing(self, first: int, last: int) -> Iterator[Standing]:
        """Yield what stands in the sentences from `first` to `last`, both included, in text order by sentence."""
        for number in range(max(0, first), last + 1):
            yield from self._by_sentence.get(number, ())

    def within(self, span: Span) -> Iterator[Referent]:
        """Yield whoever stands within a stretch of text."""
        for mention, one in self.standing(self.sentence(span.start), self.sentence(span.end)):
            if span.contains(mention.span):
                yield one

    def back(self, offset: int, reach: int = FAR) -> Iterator[Standing]:
        """Yield what ends at or before `offset`, the nearest first, at most `reach` sentences back."""
        here = self.sentence(offset)
        for number in range(here, max(-1, here - reach - 1), -1):
            for mention, one in reversed(self._by_sentence.get(number, ())):
                if mention.span.end <= offset:
                    yield mention, one

    def _stand(self, one: Referent, mention: Mention) -> None:
        here = self._by_sentence[self.sentence(mention.span.start)]
        here.append((mention, one))
        here.sort(key=lambda standing: standing[0].span)
