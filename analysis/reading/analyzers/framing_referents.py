"""Whom a noun phrase names: as printed, or the actor to whom a noun without a name ("the regime") goes back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from ...model import Actor, Document, Span
from ...progress import checked
from ..english.naming import COURTESY
from ..english.tables import words
from ..english.text import singular
from ..lexicons.function_words import function_words
from ..lexicons.neighbourhood import ABBREVIATIONS
from ..syntax import Parse, Tree, clause
from ..syntax.phrase import appositions, head_of, modifiers, phrase_span
from .framing_words import Filling

LEADING = 12
"""Words before the head of a phrase that are looked at."""
LONGEST = 80
"""Code points of a phrase that is named; a longer one is hardly one phrase."""
DEFINITE = words("analyzers.definite")
NAMING = ("amod", "compound", "flat", "nmod:desc", "nmod:poss", "nmod")
"""How a name hangs on the noun that it makes a name of: "the [Orr] regime", "the group [Free Halm]"."""


MAKING = ("amod", "compound", "flat", "nmod:desc")
"""The same where the two together are a name that the noun alone goes back to; not "Orr's speech"."""


class Referents:
    """The named actors of one document, asked by noun phrase."""

    def __init__(self, document: Document, parse: Parse) -> None:
        self._document, self._parse = document, parse
        self._mentions = sorted((m.end, i) for i, a in enumerate(document.actors) for m in a.mentions)
        """Ends of mentions, and whose they are."""
        self._by_noun: dict[str, list[tuple[int, str]]] | None = None

    def named(self, tree: Tree, head: int, after: int = 0) -> Filling | None:
        """Return the name of the phrase around `head`, or of what of it begins at offset `after`, and where it stands.

        None for a pronoun, which names nobody, and for what is hardly one phrase.
        """
        head = _last_of_compound(tree, head)
        if tree.tag(head) not in words("labels.phrase_ends") or not tree.tokens[head].word:
            return None
        span = self._span(tree, head, after)
        name = plain_name(span.of(self._document.text))
        cut_short = name.endswith(".") and name.split()[-1].rstrip(".") in ABBREVIATIONS  # "Rep.", of a name cut in two
        if not name or cut_short or len(name) > LONGEST or any(mark in name for mark in '“”"'):
            return None
        return self.of_term(tree, head, (name, span))

    def _span(self, tree: Tree, head: int, after: int) -> Span:
        """Return the stretch of a phrase, with the name that stands right behind it: "the dictator Ann Orr"."""
        whole = phrase_span(tree, head)
        start, end = whole.start, whole.end
        if start < after <= tree.tokens[head].span.start:
            before = tree.tokens[max(head - LEADING, 0) : head + 1]
            start = next(
                t.span.start for t in before if t.span.start >= after and t.word and t.text not in ("and", "or")
            )
        name = tree.child(head, "appos")
        if name is not None and tree.tag(name) == "PROPN":
            named = phrase_span(tree, name)
            if not self._document.text[end : named.start].strip():
                end = named.end
        return Span(start, end)

    def of_span(self, tree: Tree, found: Filling) -> Filling:
        """Return a phrase that words bounded as printed, or by its actor's name where it bears none."""
        head = head_of(tree, tree.within(found[1]))
        return self.of_term(tree, head, found) if head is not None else found

    def of_term(self, tree: Tree, head: int, own: Filling) -> Filling:
        """Return a phrase as printed, or by its actor's name where it bears none."""
        span = own[1]
        if tree.tag(head) != "NOUN" or self._bears_name(tree, head):
            return own
        actor = self._actor_of(tree, head)
        if actor is not None:
            return actor.name, span
        determiner = tree.child(head, "det")
        bare = determiner is not None and tree.low(determiner) in DEFINITE and not modifiers(tree, head)
        earlier = self._called(tree.low(head), tree.tokens[head].span.start) if bare else None
        return (earlier, span) if earlier is not None else own

    def _bears_name(self, tree: Tree, noun: int) -> bool:
        return any(tree.tag(word) == "PROPN" for word in tree.children(noun, *NAMING))

    def _actor_of(self, tree: Tree, noun: int) -> Actor | None:
        """Return the actor that a noun without a name is a mention of, or describes."""
        own = self._actor_at(tree.tokens[noun].span)
        return own if own is not None else self._beside(tree, noun)

    def _beside(self, tree: Tree, noun: int) -> Actor | None:
        """Return the actor that a noun describes: "Orr, [a liar]", "Orr is [a liar]"."""
        said_of = None
        if tree.child(noun, "cop") is not None and not tree.case(noun):
            said_of = clause.own_subject(tree, noun)
        beside = (*appositions(tree, noun), *(() if said_of is None else (said_of,)))
        if singular(tree.low(noun)) != tree.low(noun):
            return None  # "its allies, Orria and Halm"
        names = (tree.tokens[_name_end(tree, w)].span for w in beside if tree.tag(w) == "PROPN")
        return next((actor for name in names if (actor := self._actor_at(name)) is not None), None)

    def _actor_at(self, span: Span) -> Actor | None:
        """Return the actor of the mention that ends with a word."""
        at = bisect_left(self._mentions, (span.end,))
        if at < len(self._mentions) and self._mentions[at][0] == span.end:
            return self._document.actors[self._mentions[at][1]]
        return None

    def _called(self, noun: str, before: int) -> str | None:
        """Return the last name before a place that was made with this noun: "the Orr regime" for "the regime"."""
        if self._by_noun is None:
            self._by_noun = defaultdict(list)
            for word, start, name in self._made_names():
                self._by_noun[word].append((start, name))
        found = self._by_noun.get(noun, [])
        at = bisect_left(found, (before,))
        if at:
            return found[at - 1][1]
        return found[0][1] if len({name for _, name in found}) == 1 else None

    def _made_names(self) -> Iterator[tuple[str, int, str]]:
        """Yield the nouns that name somebody together with a name, where, and the whole name, in text order."""
        for sentence in checked(self._document.sentences):
            tree = self._parse.of(sentence)
            for word in tree.words:
                if tree.tag(word) != "NOUN":
                    continue
                start = tree.tokens[word].span.start
                actor = self._beside(tree, word)
                if actor is not None:
                    yield tree.low(word), start, actor.name
                elif any(tree.tag(c) == "PROPN" for c in tree.children(word, *MAKING)):
                    yield tree.low(word), start, plain_name(phrase_span(tree, word).of(self._document.text))


def _last_of_compound(tree: Tree, word: int) -> int:
    """Return the noun that a word in front of it belongs to: "members" for "service" of "service members"."""
    for head in tree.ancestors(word):
        if tree.relation(word) != "compound" or head < word:
            break
        word = head
    return word


def _name_end(tree: Tree, word: int) -> int:
    """Return the last word of the name that begins at `word` or ends with it."""
    return max((word, *tree.children(word, "flat")))


def plain_name(printed: str) -> str:
    """Return a phrase as a name: without articles, "more than", courtesy titles, quotation marks and possessive."""
    printed = re.sub(r",\s*\d{1,3}$", "", printed)  # "Orr, 46"
    words = re.sub(r"""^["“”]+|["“”]+$|["“”]?['’]s?["“”]?$""", "", printed).split()
    closed = function_words()
    while len(words) > 2 and " ".join(words[:2]).lower() in closed.approximations:
        words = words[2:]
    while len(words) > 1 and (words[0].lower() in closed.determiners or words[0] in COURTESY):
        words = words[1:]
    return " ".join(words)
