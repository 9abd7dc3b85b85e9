"""A term in the Reader's parse: its part of speech, its relation, what it is said of, its subject and its object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Document, Span
from ..syntax import Tree, parse_of
from ..syntax.phrase import head_of
from .entries import Pos, Relation

CHAIN = 6
"""Clauses that may share a subject, and words that may be joined by "and", before the parse is taken for broken."""
RELATIVE = frozenset(("who", "which", "that", "whom"))
SUBJECTS = ("nsubj", "csubj", "nsubj:outer")
PASSIVE_SUBJECTS = ("nsubj:pass", "csubj:pass")
MODIFIERS = ("amod", "compound")
_POS = {
    "NOUN": Pos.NOUN,
    "PROPN": Pos.NAME,
    "VERB": Pos.VERB,
    "AUX": Pos.VERB,
    "ADJ": Pos.ADJECTIVE,
    "ADV": Pos.ADVERB,
}


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
        return _POS.get(self.tree.tag(self.word))

    @property
    def relation(self) -> Relation | None:
        """How it stands, also as one of several joined words; None for what no guard names."""
        tree, word = self.tree, self._first(self.word)
        found, head = tree.relation(word), tree.head(word)
        if found.startswith(("nsubj", "csubj")):
            return Relation.SUBJECT
        if found in ("obj", "iobj"):
            return Relation.OBJECT
        if found in MODIFIERS and head is not None and head > word:
            return Relation.MODIFIER
        if self._predicate(word):
            return Relation.PREDICATE
        return None

    @property
    def head(self) -> int | None:
        """The noun that it modifies or is said of; of an adverb, the word that it belongs to."""
        tree, word = self.tree, self._first(self.word)
        if self._predicate(word):
            return self.subject
        return tree.head(word)

    @property
    def subject(self) -> int | None:
        """Who does it, or of whom it is said; its own subject or the one that its clause shares."""
        tree = self.tree
        if _passive(tree, self.word):
            agent = tree.child(self.word, "obl:agent")
            return agent if agent is not None else tree.with_case(self.word, ("by",), "obl", "nmod")
        return _subject(tree, self.word)

    @property
    def object(self) -> int | None:
        """Whom or what it is done to: a verb's object, the subject of a passive, what a participle modifies."""
        tree, verb = self.tree, self.word
        if tree.tag(verb) in ("NOUN", "PROPN"):
            return tree.with_case(verb, ("of",), "nmod")
        found = tree.child(verb, "obj")
        if found is not None:
            return _antecedent(tree, verb, found)
        if _passive(tree, verb):
            return _subject(tree, verb)
        relation, head = tree.relation(verb), tree.head(verb)
        if relation == "acl:relcl" and head is not None:
            own = tree.child(verb, *SUBJECTS)
            return head if own is not None and _antecedent(tree, verb, own) != head else None
        joined = head if relation == "conj" else next(iter(tree.children(verb, "conj")), None)
        if joined is not None and tree.tag(joined) == "VERB" and not tree.children(max(verb, joined), *SUBJECTS):
            return tree.child(joined, "obj")  # "beat and robbed the driver"
        return None

    def _first(self, word: int) -> int:
        """Return the first of joined words: it shows how all of them hang."""
        for _ in range(CHAIN):
            head = self.tree.head(word)
            if self.tree.relation(word) != "conj" or head is None:
                break
            word = head
        return word

    def _predicate(self, word: int) -> bool:
        """Whether something other than an act is said of a subject here: "the step is [welcome]"."""
        tree = self.tree
        if tree.tag(word) in ("VERB", "AUX"):
            return False
        return tree.child(word, "cop", *SUBJECTS) is not None or tree.relation(word) in ("xcomp", "root")


def heads_of(tree: Tree, word: int, partitive: frozenset[str]) -> Iterator[int]:
    """Yield the heads of a noun phrase: of joined ones each; of "the rest of it" both, of "a number of men" the men."""
    for each in (word, *tree.children(word, "conj")):
        whole = tree.with_case(each, ("of",), "nmod") if tree.low(each) in partitive else None
        if whole is not None:
            yield whole
        if whole is None or not any(tree.low(d) in ("a", "an") for d in tree.children(each, "det")):
            yield each


def _subject(tree: Tree, verb: int) -> int | None:
    """Return the subject of a clause, its own or understood."""
    for _ in range(CHAIN):
        own = tree.child(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        if own is not None:
            return _antecedent(tree, verb, own)
        head, relation = tree.head(verb), tree.relation(verb)
        if head is None:
            return None
        if relation in ("acl", "acl:relcl", "amod"):
            mark = tree.child(verb, "mark")
            return head if mark is None else None  # "a plan to show it": whose plan it is, nobody says
        if relation == "xcomp" and (target := tree.child(head, "obj", "iobj")) is not None:
            return target
        if relation not in ("conj", "xcomp", "advcl"):
            return None
        verb = head
    return None


def _passive(tree: Tree, verb: int) -> bool:
    """Whether the verb is passive, also where it is only a participle: "the town captured by rebels"."""
    if tree.child(verb, "aux:pass", "obl:agent", *PASSIVE_SUBJECTS) is not None:
        return True
    relation, head = tree.relation(verb), tree.head(verb)
    bare = tree.child(verb, "obj", "mark", "aux", *SUBJECTS) is None and not tree.low(verb).endswith("ing")
    if relation in ("acl", "amod"):
        return bare
    joined = relation == "conj" and head is not None and tree.tag(head) == "VERB"
    return joined and bare and head is not None and tree.child(head, "aux:pass") is not None


def _antecedent(tree: Tree, verb: int, found: int) -> int:
    """Return the noun that a relative pronoun stands for; any other word itself."""
    if tree.low(found) not in RELATIVE:
        return found
    for _ in range(CHAIN):
        head = tree.head(verb)
        if head is None or tree.relation(verb) not in ("acl:relcl", "acl", "conj"):
            return found
        if tree.relation(verb) != "conj":
            return head
        verb = head
    return found
