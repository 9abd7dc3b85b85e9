"""A term in the Reader's parse: its part of speech, its relation, what it is said of, its subject and its object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Document, Span
from ..syntax import Tree, clause, parse_of
from ..syntax.match import Pos, Relation, is_predicate, pos_of, relation_of
from ..syntax.phrase import first_joined, head_of


class Parsed:
    """The parse of one document, asked by place."""

    def __init__(self, document: Document) -> None:
        self._parse = parse_of(document)

    def at(self, span: Span) -> Hung | None:
        """Return the main word of what stands at `span`; None where nothing was read."""
        tree = self._parse.at(span.start) if self._parse is not None else None
        main = head_of(tree, tree.within(span)) if tree is not None else None
        return Hung(tree, main) if tree is not None and main is not None and tree.tag(main) else None


@dataclass(frozen=True, slots=True)
class Hung:
    """A word as it hangs in the tree of its sentence."""

    tree: Tree
    word: int

    @property
    def pos(self) -> Pos | None:
        """Its part of speech; None for one that no guard names."""
        return pos_of(self.tree, self.word)

    @property
    def relation(self) -> Relation | None:
        """How it stands, also as one of several joined words; None for what no guard names."""
        return relation_of(self.tree, self.word)

    @property
    def head(self) -> int | None:
        """The noun that it modifies or is said of; of an adverb, the word that it belongs to."""
        first = first_joined(self.tree, self.word)
        return self.subject if is_predicate(self.tree, first) else self.tree.head(first)

    @property
    def subject(self) -> int | None:
        """Who does it, or of whom it is said; its own subject or the one that its clause shares."""
        return clause.agent(self.tree, self.word)

    @property
    def object(self) -> int | None:
        """Whom or what it is done to: a verb's object, the subject of a passive, what stands behind a noun's "of"."""
        if self.tree.tag(self.word) in ("NOUN", "PROPN"):
            return clause.of_phrase(self.tree, self.word)
        return clause.patient(self.tree, self.word)


def heads_of(tree: Tree, word: int, partitive: frozenset[str]) -> Iterator[int]:
    """Yield the heads of a noun phrase: of joined ones each; of "the rest of it" both, of "a number of men" the men."""
    for each in (word, *tree.children(word, "conj")):
        whole = tree.with_case(each, ("of",), "nmod") if tree.low(each) in partitive else None
        if whole is not None:
            yield whole
        if whole is None or not any(tree.low(d) in ("a", "an") for d in tree.children(each, "det")):
            yield each
