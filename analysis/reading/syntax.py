"""The Reader's parse of a document as a tree that can be asked: children, subjects, noun phrases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..model import Document, Sentence, Span
from .reader.labels import DEPRELS, UPOS
from .reader.reading import Reading

OUTSIDE_PHRASE = frozenset("acl acl:relcl appos parataxis advcl advcl:relcl discourse dislocated list orphan".split())
"""What hangs on a noun without being part of its phrase as a reader would name it."""
DEEPEST = 60
"""Steps up or down a tree before it is taken for broken; no sentence of news nests that deep."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The parse of one sentence. Words are counted as tokens of the document."""

    document: Document
    reading: Reading
    words: range
    _children: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list), repr=False)

    def low(self, word: int) -> str:
        """Return the word in lower case, its apostrophe straight."""
        return self.document.tokens[word].text.lower().replace("’", "'")

    def tag(self, word: int) -> str:
        """Return the word's part of speech; "" where nothing was read."""
        number = int(self.reading.upos[word])
        return UPOS[number] if number >= 0 else ""

    def relation(self, word: int) -> str:
        """Return how the word hangs on its head; "" where nothing was read."""
        number = int(self.reading.deprels[word])
        return DEPRELS[number] if number >= 0 else ""

    def head(self, word: int) -> int | None:
        """Return the word that `word` hangs on; None at the root."""
        number = int(self.reading.heads[word])
        return number if number in self.words and number != word else None

    def children(self, word: int, *relations: str) -> list[int]:
        """Return what hangs on `word`, in text order; only by these relations where some are named."""
        found = self._children.get(word, [])
        return [c for c in found if self.relation(c) in relations] if relations else list(found)

    def child(self, word: int, *relations: str) -> int | None:
        """Return the first child by one of these relations."""
        return next(iter(self.children(word, *relations)), None)

    def ancestors(self, word: int) -> Iterator[int]:
        """Yield the heads of `word`, nearest first."""
        seen = 0
        at = self.head(word)
        while at is not None and seen < DEEPEST:
            yield at
            at, seen = self.head(at), seen + 1

    def case(self, word: int) -> str:
        """Return the preposition of a noun, "" where it has none: "on behalf of" is "on"."""
        found = self.child(word, "case")
        return self.low(found) if found is not None else ""

    def with_case(self, word: int, cases: Iterable[str], *relations: str) -> int | None:
        """Return the first child by one of `relations` whose preposition is one of `cases`."""
        wanted = frozenset(cases)
        return next((c for c in self.children(word, *relations) if self.case(c) in wanted), None)

    def phrase(self, word: int) -> Span:
        """Return the noun phrase around `word`: determiners, modifiers and "of"-phrases, without clauses or places."""
        inside = sorted(self._inside(word, top=True, depth=0))
        first = last = inside.index(word)
        # What stands apart from the rest belongs to another phrase: the words on both sides as far as they touch.
        while first > 0 and self._touches(inside[first - 1], inside[first]):
            first -= 1
        while last + 1 < len(inside) and self._touches(inside[last], inside[last + 1]):
            last += 1
        tokens = self.document.tokens
        if tokens[inside[first]].text in ("least", "most") and self.low(inside[first] - 1) == "at":
            return Span(tokens[inside[first] - 1].span.start, tokens[inside[last]].span.end)
        while first < inside.index(word) and not tokens[inside[first]].word:
            first += 1
        while last > inside.index(word) and self.tag(inside[last]) == "PUNCT":
            last -= 1
        return Span(tokens[inside[first]].span.start, tokens[inside[last]].span.end)

    def _touches(self, left: int, right: int) -> bool:
        return all(not self.document.tokens[i].word for i in range(left + 1, right))

    def _inside(self, word: int, top: bool, depth: int) -> Iterator[int]:
        yield word
        if depth > DEEPEST:
            return
        for child in self._children.get(word, ()):
            relation = self.relation(child)
            if relation in OUTSIDE_PHRASE or (top and relation in ("case", "mark", "cc:preconj", "cc")):
                continue
            if self._clausal(word) and relation not in ("det", "amod", "nmod:poss", "compound", "nummod", "case"):
                continue
            if relation in ("nmod", "nmod:unmarked", "nmod:desc") and self.case(child) not in ("of", ""):
                continue
            if relation == "nmod" and any(self.low(c) == "," and c < child for c in self.children(child, "punct")):
                continue
            if (relation == "conj" and self._clausal(child)) or (relation == "advmod" and child > word):
                continue
            yield from self._inside(child, False, depth + 1)

    def _clausal(self, word: int) -> bool:
        """Whether the word is a verb or a predicate with a subject of its own, so that a clause hangs on it."""
        return self.tag(word) in ("VERB", "AUX") or bool(self.children(word, "nsubj", "nsubj:pass", "cop"))


def tree_of(document: Document, reading: Reading, sentence: Sentence) -> Tree:
    """Return the parse of `sentence`."""
    tree = Tree(document, reading, range(*sentence.tokens))
    for word in tree.words:
        head = tree.head(word)
        if head is not None:
            tree._children[head].append(word)
    return tree
