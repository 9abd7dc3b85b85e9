"""Deaths and damage by accident and disaster: nobody uses force, however they are worded."""

from __future__ import annotations

from ..syntax import Tree, clause
from .agency_words import is_person, matches, words


def by_mishap(tree: Tree, verb: int) -> bool:
    """Return whether a passive without an actor is told of an accident: "killed in a crash"."""
    mishaps = words().mishaps
    for phrase in tree.children(verb, "obl", "obl:agent", "nmod"):
        if tree.case(phrase) in mishaps["cases"] and matches(tree, phrase, ("@mishap",)):
            return True
    return any(
        _opening(tree, behind) in mishaps["openings"] and _goes_wrong(tree, behind)
        for behind in tree.children(verb, "advcl")
    )


def _opening(tree: Tree, verb: int) -> str:
    """Return the word that opens an adverbial clause, also where it stands as its adverb: "when"."""
    first = tree.child(verb, "mark", "advmod")
    return tree.low(first) if first is not None and first < verb else ""


def _goes_wrong(tree: Tree, verb: int) -> bool:
    """Whether a clause tells that something crashed, sank or fell by itself: not "a man crashed a truck into them"."""
    if tree.low(verb) not in words().mishaps["verbs"] or clause.direct_object(tree, verb) is not None:
        return False
    subject = clause.own_subject(tree, verb)
    return subject is not None and not is_person(tree, subject)
