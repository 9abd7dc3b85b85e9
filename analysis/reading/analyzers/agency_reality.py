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
        low = tree.low(above)
        if relation in _CLAUSES and relation != "conj":
            if _takes_back(tree, at, above, relation, low, infinitive):
                return True
            if not _passes(tree, above, relation):
                return False
        elif relation != "conj":  # What is joined tells for itself; what both hang on tells of both.
            return False
        infinitive = tree.mark(above) == "to"
        at, relation = above, tree.relation(above)
    return False


def _takes_back(tree: Tree, at: int, above: int, relation: str, low: str, infinitive: bool) -> bool:
    listed, tag = words(), tree.tag(above)
    if tag in ("NOUN", "PROPN"):
        if relation == "acl" and infinitive:
            return low not in listed.real_nouns
        return relation in ("nmod", "acl") and matches(tree, above, tuple(listed.unreal["nouns"]))
    if relation == "advcl" and not infinitive:
        return tree.mark(at) in ("by", "without") and (
            _possible(tree, above) or _denied(tree, above)
        )  # Else told as done: "fled after shooting".
    nominal = tree.tag(at) in ("NOUN", "PROPN")
    event = nominal and relation == "obl" and tree.low(at) in listed.nouns
    if event and tree.case(at) in listed.unreal_behind.get(low, ()):
        return True
    if nominal and relation in ("nsubj", "obl"):
        charged = relation == "obl" and low in listed.charging and tree.case(at) in word_list("analyzers.charged")
        return charged or (relation == "nsubj" and _possible(tree, above))
    if nominal and (low in listed.stopping or low in listed.carrying):
        return low in listed.carrying and (_possible(tree, above) or _denied(tree, above))
    if low in listed.unreal["verbs"]:
        return True
    if infinitive and relation in word_list("labels.infinitive_clauses"):
        return low not in listed.real or _possible(tree, above) or _denied(tree, above)
    if relation in ("ccomp", "obj", "xcomp", "nsubj:pass"):
        return _possible(tree, above) or (_denied(tree, above) and relation != "ccomp")
    return False


def _passes(tree: Tree, above: int, relation: str) -> bool:
    """Whether to look further up: through to-phrases, objects and nouns' phrases, not out of a told clause."""
    return relation in word_list("labels.passed_on") or (relation == "obj" and tree.tag(above) == "VERB")
