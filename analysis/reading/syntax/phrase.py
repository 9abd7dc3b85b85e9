"""Noun phrases in a parse: head, extent, joined words, owner, apposition, and the place of a phrase in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from ...model import Span
from ..english.tables import words as word_list
from .tree import DEEPEST, Tree
from .words import words

OUTSIDE = frozenset(
    (
        "acl",
        "acl:relcl",
        "advcl",
        "advcl:relcl",
        "appos",
        "discourse",
        "dislocated",
        "list",
        "orphan",
        "parataxis",
    )
)
"""What hangs on a noun without being part of its phrase as a reader would name it."""
MODIFIERS = ("amod", "compound", "flat", "nmod:desc", "nmod:poss", "nummod")
"""Relations of words that belong to a noun phrase beside its head: "[tax] evasion", "[300] workers"."""
NOMINAL = word_list("labels.nominal")
_BEFORE_CLAUSE = frozenset(("amod", "case", "compound", "det", "nmod:poss", "nummod"))
_SAME = frozenset(("appos", "conj", "flat", "goeswith", "nmod:desc"))
"""Relations by which a noun has the place of its head: "the mayor, Ann Orr, said"."""
_NO_END = word_list("labels.no_phrase_ends")
"""What no noun phrase ends with."""
_OPENERS = ("case", "cc", "cc:preconj", "mark")


class Place(Enum):
    """Where a phrase stands in its sentence."""

    SUBJECT = "subject"
    """Of the main clause; also the whole of a headline without a verb."""
    INNER_SUBJECT = "inner subject"
    """Of a clause within the sentence."""
    OBJECT = "object"
    OBLIQUE = "oblique"
    """Behind a preposition, and whatever has no other place."""
    OWNER = "owner"
    """Before what belongs to it: "[Orr's] house"."""
    MODIFIER = "modifier"
    """Before a noun, as one name with it: "the [Orr] bill"."""


def head_of(tree: Tree, words_inside: Sequence[int]) -> int | None:
    """Return the first word whose head stands outside a stretch of words; None where the stretch is empty.

    Of "crack down on" it is "crack", of "elected leader" it is "leader". Words without meaning of their own, such as an
    article that a broken parse hangs elsewhere, come last.
    """
    inside = [w for w in words_inside if w in tree.words]
    outer = [w for w in inside if tree.head(w) not in inside] or inside
    return next((w for w in outer if tree.tag(w) not in _FUNCTION), outer[0] if outer else None)


_FUNCTION = frozenset(("", "ADP", "CCONJ", "DET", "PART", "PUNCT", "SCONJ"))


def first_joined(tree: Tree, word: int) -> int:
    """Return the first of the words that are joined to `word` by "and", "or" or a comma: it shows how all hang."""
    for _ in range(DEEPEST):
        head = tree.head(word)
        if tree.relation(word) != "conj" or head is None:
            break
        word = head
    return word


def joined(tree: Tree, word: int) -> list[int]:
    """Return `word` and what is joined to it, in text order."""
    return [word, *tree.children(word, "conj")]


def bearer(tree: Tree, word: int) -> int:
    """Return the noun in whose place `word` stands: what it is apposed or joined to, the last word of its name."""
    for head in tree.ancestors(word):
        if tree.relation(word) not in _SAME:
            break
        if tree.relation(word) == "conj" and tree.tag(head) not in NOMINAL:
            break
        word = head
    return word


def place(tree: Tree, word: int) -> Place | None:
    """Return where the phrase of `word` stands; None where nothing was read."""
    if not tree.relation(word):
        return None
    word = bearer(tree, word)
    relation, above = tree.relation(word), tree.head(word)
    if relation.startswith(("nsubj", "csubj")):
        return Place.SUBJECT if above is None or _main(tree, above) else Place.INNER_SUBJECT
    if relation in ("root", ""):
        return Place.SUBJECT
    plain = {"obj": Place.OBJECT, "iobj": Place.OBJECT, "nmod:poss": Place.OWNER, "compound": Place.MODIFIER}
    return plain.get(relation, Place.OBLIQUE)


def _main(tree: Tree, verb: int) -> bool:
    return tree.relation(verb) in ("", "conj", "parataxis", "root") and not tree.mark(verb)


def owner(tree: Tree, noun: int) -> int | None:
    """Return whose it is: "[her] house", "[Orr's] house"."""
    return tree.child(noun, "nmod:poss")


def appositions(tree: Tree, noun: int) -> list[int]:
    """Return what names the same beside a noun: "the mayor, [Ann Orr]", and the noun that it stands beside itself."""
    beside = tree.children(noun, "appos")
    head = tree.head(noun)
    return [*beside, head] if tree.relation(noun) == "appos" and head is not None else beside


def modifiers(tree: Tree, noun: int) -> list[int]:
    """Return what belongs to the phrase of a noun beside its articles and prepositions."""
    return tree.children(noun, *MODIFIERS)


def counted(tree: Tree, noun: int) -> int | None:
    """Return what a quantity is of: "dozens of [farmers]", "a number of [men]"; None where it tells no quantity."""
    return tree.with_case(noun, ("of",), "nmod") if tree.low(noun) in words().quantities else None


def phrase_span(tree: Tree, word: int) -> Span:
    """Return the noun phrase around `word`: determiners, modifiers and "of"-phrases, without clauses or places."""
    inside = sorted(_inside(tree, word, top=True, depth=0))
    first = last = inside.index(word)
    # What stands apart from the rest belongs to another phrase: the words on both sides as far as they touch.
    while first > 0 and _touches(tree, inside[first - 1], inside[first]):
        first -= 1
    while last + 1 < len(inside) and _touches(tree, inside[last], inside[last + 1]):
        last += 1
    tokens = tree.tokens
    if tokens[inside[first]].text in ("least", "most") and tree.low(inside[first] - 1) == "at":
        return Span(tokens[inside[first] - 1].span.start, tokens[inside[last]].span.end)
    while first < inside.index(word) and not tokens[inside[first]].word:
        first += 1
    while last > inside.index(word) and tree.tag(inside[last]) in _NO_END:
        last -= 1
    return Span(tokens[inside[first]].span.start, tokens[inside[last]].span.end)


def _touches(tree: Tree, left: int, right: int) -> bool:
    return all(not tree.tokens[i].word for i in range(left + 1, right))


def _inside(tree: Tree, word: int, top: bool, depth: int) -> Iterator[int]:
    yield word
    if depth > DEEPEST:
        return
    clausal = is_clausal(tree, word)
    for child in tree.children(word):
        if not _belongs(tree, word, child, clausal, top):
            continue
        yield from _inside(tree, child, False, depth + 1)


def _belongs(tree: Tree, word: int, child: int, clausal: bool, top: bool) -> bool:
    """Whether a child of a word is part of its noun phrase; `top`: whether the word is the head of the whole."""
    relation = tree.relation(child)
    if relation in OUTSIDE or (top and relation in _OPENERS) or (clausal and relation not in _BEFORE_CLAUSE):
        return False
    if relation in ("nmod", "nmod:desc", "nmod:unmarked") and tree.case(child) not in ("of", "'s", "'", ""):
        return False
    if relation == "nmod" and any(tree.low(c) == "," and c < child for c in tree.children(child, "punct")):
        return False
    return not ((relation == "conj" and is_clausal(tree, child)) or (relation == "advmod" and child > word))


def is_clausal(tree: Tree, word: int) -> bool:
    """Return whether a clause hangs on the word: a verb, or a predicate with a subject of its own."""
    return tree.tag(word) in ("VERB", "AUX") or tree.child(word, "cop", "nsubj", "nsubj:pass") is not None
