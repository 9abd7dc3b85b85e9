"""What speakers ask of a sentence's grammar, and the answers of the Reader's parse."""

from __future__ import annotations

from bisect import bisect_right
from typing import Protocol

from ...model import Document, Span
from ..english.speaking import can_speak
from ..syntax import Parse, Tree, parse_of
from ..syntax.clause import antecedent
from ..syntax.phrase import NOMINAL, Place, bearer, head_of, phrase_span, place

_SUBJECTS = ("nsubj", "nsubj:outer", "nsubj:pass")
_LEADS = frozenset(("CCONJ", "PUNCT"))
"""What may stand before the phrase that opens a sentence: "And the mayor left"."""


class Grammar(Protocol):
    """Where phrases stand in their sentences; asked by the place of a phrase in the text."""

    def place(self, phrase: Span) -> Place:
        """Return the place of a phrase in its sentence; oblique where nothing tells it."""

    def opening_subject(self, sentence: int) -> Span | None:
        """Return the noun phrase or pronoun that opens a sentence as a subject, with what its prepositions add."""

    def antecedent(self, pronoun: Span) -> Span | None:
        """Return the noun phrase that "who" or "which" goes back to, with the name that it is set off from."""


class Parsed:
    """Grammar by the parse of a document that was read."""

    def __init__(self, document: Document, parse: Parse) -> None:
        self._document, self._parse = document, parse

    def place(self, phrase: Span) -> Place:
        tree = self._parse.at(phrase.start)
        head = head_of(tree, tree.within(phrase)) if tree is not None else None
        found = place(tree, head) if tree is not None and head is not None else None
        return found or Place.OBLIQUE

    def opening_subject(self, sentence: int) -> Span | None:
        tree = self._parse.of(self._document.sentences[sentence])
        first = next((word for word in tree.words if tree.tag(word) not in _LEADS), None)
        if first is None:
            return None
        subject = next((w for w in (first, *tree.ancestors(first)) if tree.relation(w) in _SUBJECTS), None)
        if subject is None:
            return None
        start = tree.tokens[first].span.start
        span = phrase_span(tree, subject)
        return Span(start, _end(tree, subject, span.end)) if span.start == start else None

    def antecedent(self, pronoun: Span) -> Span | None:
        tree = self._parse.at(pronoun.start)
        word = next(iter(tree.within(pronoun)), None) if tree is not None else None
        if tree is None or word is None:
            return None
        beside = next((w for w in range(word - 1, tree.words.start - 1, -1) if tree.tag(w) != "PUNCT"), None)
        noun = next((w for w in (_described(tree, word), beside) if w is not None and _speaks(tree, w)), None)
        if noun is None or beside is None:
            return None
        return Span(phrase_span(tree, bearer(tree, noun)).start, tree.tokens[beside].span.end)


def _speaks(tree: Tree, noun: int) -> bool:
    return tree.tag(noun) == "PROPN" or (tree.tag(noun) in NOMINAL and can_speak(tree.low(noun)))


def _described(tree: Tree, pronoun: int) -> int | None:
    """Return the noun that the clause of "who" describes."""
    verb = tree.head(pronoun)
    noun = antecedent(tree, verb, pronoun) if verb is not None else pronoun
    return noun if noun < pronoun else None


def _end(tree: Tree, noun: int, end: int) -> int:
    """Return where a noun phrase ends with what its prepositions add: "a nurse [at the clinic]"."""
    for child in tree.children(noun, "nmod"):
        start = tree.tokens[child].span.start
        if start > end and not any(tree.low(mark) == "," for mark in tree.children(child, "punct")):
            end = _end(tree, child, max(end, phrase_span(tree, child).end))
    return end


def parsed(document: Document) -> Grammar | None:
    """Return the grammar by the parse of `document`; None where it was not read."""
    parse = parse_of(document)
    return Parsed(document, parse) if parse is not None else None


def opens_quoted(document: Document, sentence: int) -> bool:
    """Return whether a sentence begins within somebody's quoted words."""
    start = document.sentences[sentence].span.start
    at = bisect_right(document.quotations, start, key=lambda one: one.outer.start) - 1
    return at >= 0 and start < document.quotations[at].outer.end
