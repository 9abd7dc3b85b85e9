"""The Reader's parse of a sentence as a tree that can be asked, made once for each sentence of a document."""

from __future__ import annotations

import threading
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...model import Document, Sentence, Span, Token
from ..reader.labels import DEPRELS, UPOS

if TYPE_CHECKING:
    from ...readings import Reading

DEEPEST = 60
"""Steps up or down a tree before it is taken for broken; no sentence of news nests that deep."""
KEPT = 8
"""Documents whose trees are kept, the last ones read: every layer and analyzer of a document asks for them in turn."""


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """The parse of one sentence. Words are counted as tokens of the document."""

    tokens: Sequence[Token]
    """All tokens of the document."""
    reading: Reading
    words: range
    _lows: Sequence[str]
    _tags: Sequence[str]
    _relations: Sequence[str]
    _heads: Sequence[int | None]
    _children: Mapping[int, Sequence[int]]

    def low(self, word: int) -> str:
        """Return the word in lower case, its apostrophe straight; "" outside the sentence."""
        return self._lows[word - self.words.start] if word in self.words else ""

    def printed(self, word: int) -> str:
        """Return the word as printed."""
        return self.tokens[word].text

    def tag(self, word: int) -> str:
        """Return the word's part of speech; "" where nothing was read."""
        return self._tags[word - self.words.start] if word in self.words else ""

    def relation(self, word: int) -> str:
        """Return how the word hangs on its head; "" where nothing was read."""
        return self._relations[word - self.words.start] if word in self.words else ""

    def head(self, word: int) -> int | None:
        """Return the word that `word` hangs on; None at the root."""
        return self._heads[word - self.words.start] if word in self.words else None

    def children(self, word: int, *relations: str) -> list[int]:
        """Return what hangs on `word`, in text order; only by these relations where some are named."""
        found = self._children.get(word, ())
        return [c for c in found if self.relation(c) in relations] if relations else list(found)

    def child(self, word: int, *relations: str) -> int | None:
        """Return the first child by one of these relations."""
        return next((c for c in self._children.get(word, ()) if self.relation(c) in relations), None)

    def ancestors(self, word: int) -> Iterator[int]:
        """Yield the heads of `word`, nearest first."""
        seen = 0
        at = self.head(word)
        while at is not None and seen < DEEPEST:
            yield at
            at, seen = self.head(at), seen + 1

    def mark(self, word: int) -> str:
        """Return the word that opens a clause, such as "that", "to" or "if"; "" where none does."""
        found = self.child(word, "mark")
        return self.low(found) if found is not None else ""

    def case(self, word: int) -> str:
        """Return the preposition of a noun, "" where it has none: "on behalf of" is "on"."""
        found = self.child(word, "case")
        return self.low(found) if found is not None else ""

    def with_case(self, word: int, cases: Iterable[str], *relations: str) -> int | None:
        """Return the first child by one of `relations` whose preposition is one of `cases`."""
        wanted = frozenset(cases)
        return next((c for c in self.children(word, *relations) if self.case(c) in wanted), None)

    def within(self, span: Span) -> Sequence[int]:
        """Return the words of the sentence that overlap a stretch of the text."""
        words = self.words
        first = bisect_right(self.tokens, span.start, words.start, words.stop, key=_end)
        return range(first, bisect_left(self.tokens, span.end, first, words.stop, key=_start))


class Parse:
    """The trees of one document, each made when it is first asked for."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self.tokens, self.reading = document.tokens, reading
        self._document = document
        self._trees: dict[int, Tree] = {}

    def of(self, sentence: Sentence) -> Tree:
        """Return the tree of `sentence`."""
        found = self._trees.get(sentence.tokens[0])
        if found is None:
            found = self._trees[sentence.tokens[0]] = _grown(self.tokens, self.reading, range(*sentence.tokens))
        return found

    def at(self, offset: int) -> Tree | None:
        """Return the tree of the sentence that holds `offset`; None between sentences."""
        number = self._document.sentence_at(offset)
        return self.of(self._document.sentences[number]) if number is not None else None


_kept: OrderedDict[tuple[int, int], Parse] = OrderedDict()
_lock = threading.Lock()


def parse_of(document: Document) -> Parse | None:
    """Return the trees of `document`, the same for all its layers; None where it was not read."""
    reading = document.reading
    if reading is None:
        return None
    name = id(document.tokens), id(reading)  # what is kept holds both, so that neither number is given away again
    with _lock:
        found = _kept.get(name)
        if found is None:
            found = _kept[name] = Parse(document, reading)
        _kept.move_to_end(name)
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return found


def tree_of(document: Document, reading: Reading, sentence: Sentence) -> Tree:
    """Return the parse of `sentence`."""
    parse = parse_of(document)
    return parse.of(sentence) if parse is not None else Parse(document, reading).of(sentence)


def _start(token: Token) -> int:
    return token.span.start


def _end(token: Token) -> int:
    return token.span.end


def _grown(tokens: Sequence[Token], reading: Reading, words: range) -> Tree:
    at = slice(words.start, words.stop)
    tags = [UPOS[number] if number >= 0 else "" for number in reading.upos[at].tolist()]
    relations = [DEPRELS[number] if number >= 0 else "" for number in reading.deprels[at].tolist()]
    heads = [
        head if head in words and head != word else None
        for word, head in zip(words, reading.heads[at].tolist(), strict=True)
    ]
    children: dict[int, list[int]] = {}
    for word, head in zip(words, heads, strict=True):
        if head is not None:
            children.setdefault(head, []).append(word)
    lows = [token.text.lower().replace("’", "'") for token in tokens[at]]
    return Tree(tokens, reading, words, lows, tags, relations, heads, children)
