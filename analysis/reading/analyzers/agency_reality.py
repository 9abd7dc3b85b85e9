"""Whether an act is told as done: not denied, planned, threatened, feared, demanded or merely possible."""

from __future__ import annotations

from ..syntax import Tree
from .agency_words import matches, words

_CLAUSES = frozenset(("xcomp", "advcl", "acl", "ccomp", "csubj", "obl", "nmod", "obj", "nsubj", "nsubj:pass", "conj"))


def happened(tree: Tree, word: int) -> bool:
    """Return whether the clause or noun at `word` is told as done."""
    verbal = tree.tag(word) in ("VERB", "AUX", "ADJ")
    return not (
        _negated(tree, word) or (verbal and _modal(tree, word)) or _unreal_above(tree, word) or _cut_off(tree, word)
    )


def _cut_off(tree: Tree, word: int) -> bool:
    """Whether an infinitive that hangs on nothing stands behind a word that takes it back: "likely to be held"."""
    mark = tree.child(word, "mark")
    broken = tree.head(word) is None and mark is not None and tree.low(mark) == "to" and mark - 1 in tree.words
    return broken and mark is not None and tree.low(mark - 1) in words().unreal["verbs"]


def _negated(tree: Tree, word: int) -> bool:
    unreal = words().unreal
    for child in tree.children(word, "advmod", "det", "case", "mark", "cc"):
        if tree.low(child) in unreal["negations"] or tree.low(child).endswith("n't"):
            return True
    if any(tree.low(child) in unreal["instead"] for child in tree.children(_leading(tree, word), "case", "mark", "cc")):
        return True
    if any(tree.low(child) in unreal["modifiers"] for child in tree.children(word, "amod")):
        return True
    subjects = tree.children(word, "nsubj", "nsubj:pass", "obj")
    return any(
        tree.low(one) in ("nobody", "none", "nothing")
        or any(tree.low(d) in ("no", "neither") for d in tree.children(one, "det"))
        for one in subjects
    )


def _leading(tree: Tree, word: int) -> int:
    """Return the first of those that `word` is joined to, whose opening both share: "instead of beating or robbing"."""
    first = tree.head(word)
    own = tree.child(word, "mark", "case", "nsubj", "nsubj:pass")
    return first if first is not None and tree.relation(word) == "conj" and own is None and first < word else word


def _modal(tree: Tree, verb: int) -> bool:
    auxiliaries = tree.children(verb, "aux", "aux:pass")
    first = tree.head(verb)
    if not auxiliaries and tree.relation(verb) == "conj" and first is not None and tree.child(verb, "nsubj") is None:
        auxiliaries = [a for a in tree.children(first, "aux", "aux:pass") if a < verb]
    if any(tree.low(one) in words().unreal["auxiliaries"] for one in auxiliaries):
        return not any(tree.low(one) in ("have", "'ve") for one in auxiliaries)  # "may have killed" is an allegation.
    mark = tree.child(verb, "mark")
    return mark is not None and tree.low(mark) in words().unreal["conjunctions"]


def _unreal_above(tree: Tree, word: int) -> bool:
    """Whether what the act hangs on takes it back: "threatened to bomb", "plans for an attack", "denied killing"."""
    at, relation = word, tree.relation(word)
    infinitive = (mark := tree.child(word, "mark")) is not None and tree.low(mark) == "to"
    for above in tree.ancestors(word):
        low = tree.low(above)
        if relation in _CLAUSES and relation != "conj":
            if _takes_back(tree, at, above, relation, low, infinitive):
                return True
            if not _passes(tree, above, relation):
                return False
        elif relation != "conj":  # What is joined tells for itself; what both hang on tells of both.
            return False
        infinitive = (mark := tree.child(above, "mark")) is not None and tree.low(mark) == "to"
        at, relation = above, tree.relation(above)
    return False


def _takes_back(tree: Tree, at: int, above: int, relation: str, low: str, infinitive: bool) -> bool:
    listed, tag = words(), tree.tag(above)
    if tag in ("NOUN", "PROPN"):
        if relation == "acl" and infinitive:
            return low not in listed.real_nouns
        return relation in ("nmod", "acl") and matches(tree, above, tuple(listed.unreal["nouns"]))
    if relation == "advcl" and not infinitive:
        mark = tree.child(at, "mark")
        by = mark is not None and tree.low(mark) in ("by", "without")
        return by and (_modal(tree, above) or _negated(tree, above))  # Else told as done: "fled after shooting".
    nominal = tree.tag(at) in ("NOUN", "PROPN")
    event = nominal and relation == "obl" and tree.low(at) in listed.nouns
    if event and tree.case(at) in listed.unreal_behind.get(low, ()):
        return True
    if nominal and relation in ("nsubj", "obl"):
        charged = relation == "obl" and low in listed.charging and tree.case(at) in ("with", "of", "for", "to")
        return charged or (relation == "nsubj" and _modal(tree, above))
    if nominal and (low in listed.stopping or low in listed.carrying):
        return low in listed.carrying and (_modal(tree, above) or _negated(tree, above))
    if low in listed.unreal["verbs"]:
        return True
    if infinitive and relation in ("xcomp", "advcl", "ccomp"):
        return low not in listed.real or _modal(tree, above) or _negated(tree, above)
    if relation in ("ccomp", "obj", "xcomp", "nsubj:pass"):
        return _modal(tree, above) or (_negated(tree, above) and relation != "ccomp")
    return False


def _passes(tree: Tree, above: int, relation: str) -> bool:
    """Whether to look further up: through to-phrases, objects and nouns' phrases, not out of a told clause."""
    return relation in ("xcomp", "nmod", "acl", "conj") or (relation == "obj" and tree.tag(above) == "VERB")
