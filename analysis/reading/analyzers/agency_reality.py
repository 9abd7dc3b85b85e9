"""Whether an act is told as done: not denied, planned, threatened, feared, demanded or merely possible."""

from __future__ import annotations

from ..english.tables import words as word_list
from ..syntax import Tree
from ..syntax.clause import conditional, modal, negated
from .agency_words import matches, words

_CLAUSES = frozenset(("xcomp", "advcl", "acl", "ccomp", "csubj", "obl", "nmod", "obj", "nsubj", "nsubj:pass", "conj"))


def happened(tree: Tree, word: int) -> bool:
    """Return whether the clause or noun at `word` is told as done."""
    verbal = tree.tag(word) in word_list("labels.predicates")
    return not (
        _denied(tree, word) or (verbal and _possible(tree, word)) or _unreal_above(tree, word) or _cut_off(tree, word)
    )


def _cut_off(tree: Tree, word: int) -> bool:
    """Whether an infinitive that hangs on nothing stands behind a word that takes it back: "likely to be held"."""
    mark = tree.child(word, "mark")
    broken = tree.head(word) is None and mark is not None and tree.low(mark) == "to" and mark - 1 in tree.words
    return broken and mark is not None and tree.low(mark - 1) in words().unreal["verbs"]


def _denied(tree: Tree, word: int) -> bool:
    """Whether the word is denied, came close to being done, or something else was done instead."""
    unreal = words().unreal
    if negated(tree, word) or any(tree.low(c) in unreal["nearly"] for c in tree.children(word, "advmod", "case", "cc")):
        return True
    if any(tree.low(child) in unreal["instead"] for child in tree.children(_leading(tree, word), "case", "mark", "cc")):
        return True
    return any(tree.low(child) in unreal["modifiers"] for child in tree.children(word, "amod"))


def _leading(tree: Tree, word: int) -> int:
    """Return the first of those that `word` is joined to, whose opening both share: "instead of beating or robbing"."""
    first = tree.head(word)
    own = tree.child(word, "mark", "case", "nsubj", "nsubj:pass")
    return first if first is not None and tree.relation(word) == "conj" and own is None and first < word else word


def _possible(tree: Tree, verb: int) -> bool:
    return modal(tree, verb) or conditional(tree, verb)


def _unreal_above(tree: Tree, word: int) -> bool:
    """Whether what the act hangs on takes it back: "threatened to bomb", "plans for an attack", "denied killing"."""
    at, relation = word, tree.relation(word)
    infinitive = tree.mark(word) == "to"
    for above in tree.ancestors(word):
        if relation in _CLAUSES and relation != "conj":
            if _takes_back(tree, at, above, relation, infinitive):
                return True
            if not _passes(tree, above, relation):
                return False
        elif relation != "conj":  # What is joined tells for itself; what both hang on tells of both.
            return False
        infinitive = tree.mark(above) == "to"
        at, relation = above, tree.relation(above)
    return False


def _takes_back(tree: Tree, at: int, above: int, relation: str, infinitive: bool) -> bool:
    """Whether the word that `at` hangs on by `relation` says that it was not done."""
    if tree.tag(above) in ("NOUN", "PROPN"):
        return _noun_takes_back(tree, above, relation, infinitive)
    if relation == "advcl" and not infinitive:  # else told as done: "fled after shooting"
        return tree.mark(at) in ("by", "without") and _unreal(tree, above)
    if tree.tag(at) in ("NOUN", "PROPN"):
        return _verb_takes_back_event(tree, at, above, relation, infinitive)
    return _verb_takes_back(tree, above, relation, infinitive)


def _noun_takes_back(tree: Tree, noun: int, relation: str, infinitive: bool) -> bool:
    """Whether a noun does: "a plan to attack", "fears of an attack"."""
    if relation == "acl" and infinitive:
        return tree.low(noun) not in words().real_nouns
    return relation in ("nmod", "acl") and matches(tree, noun, tuple(words().unreal["nouns"]))


def _verb_takes_back_event(tree: Tree, event: int, verb: int, relation: str, infinitive: bool) -> bool:
    """Whether a verb does so of an event noun: "warned of an attack", "charged with murder", "would launch a raid"."""
    listed, low, case = words(), tree.low(verb), tree.case(event)
    if relation == "obl":
        warned = tree.low(event) in listed.nouns and case in listed.unreal_behind.get(low, ())
        return warned or (low in listed.charging and case in word_list("analyzers.charged"))
    if relation == "nsubj":
        return _possible(tree, verb)
    if low in listed.carrying:
        return _unreal(tree, verb)
    return low not in listed.stopping and _verb_takes_back(tree, verb, relation, infinitive)


def _verb_takes_back(tree: Tree, verb: int, relation: str, infinitive: bool) -> bool:
    """Whether a verb does so of a clause or an object: "threatened to bomb", "denied killing", "may have to fire"."""
    low = tree.low(verb)
    if low in words().unreal["verbs"]:
        return True
    if infinitive and relation in word_list("labels.infinitive_clauses"):
        return low not in words().real or _unreal(tree, verb)
    if relation == "ccomp":
        return _possible(tree, verb)
    return relation in ("nsubj:pass", "obj", "xcomp") and _unreal(tree, verb)


def _unreal(tree: Tree, verb: int) -> bool:
    return _possible(tree, verb) or _denied(tree, verb)


def _passes(tree: Tree, above: int, relation: str) -> bool:
    """Whether to look further up: through to-phrases, objects and nouns' phrases, not out of a told clause."""
    return relation in word_list("labels.passed_on") or (relation == "obj" and tree.tag(above) == "VERB")
