"""Who acts and who is affected by a word of force: what `syntax.clause` says, and what words of force alone ask for."""

from __future__ import annotations

from collections.abc import Iterable

from ..syntax import Tree, clause
from ..syntax.phrase import first_joined
from .agency_words import matches, words


def actor_of(tree: Tree, verb: int, suffered: bool) -> int | None:
    """Return who does it: the subject, of a passive (`suffered`) who or what stands behind "by"."""
    if not suffered:
        first = first_joined(tree, verb)
        noun = tree.head(first)
        if noun is not None and tree.relation(first) == "acl" and tree.mark(first) == "to" and _somebody(tree, noun):
            return noun  # "men to storm the port"; in "a plan to storm the port" it is the plan's owner
        return clause.subject(tree, verb)
    return actor_behind_by(tree, verb)


def actor_behind_by(tree: Tree, word: int) -> int | None:
    """Return who or what stands behind "by", also an event of force: "killed by shelling"."""
    found = clause.by_phrase(tree, word)
    return found if found is not None else next((c for c in tree.children(word, "advcl") if event_by(tree, c)), None)


def _somebody(tree: Tree, noun: int) -> bool:
    return words().in_set("people", tree.low(noun))


def event_by(tree: Tree, word: int) -> bool:
    """Return whether a gerund behind "by" is an event of force: "killed by shelling", not "by shelling homes"."""
    if tree.mark(word) != "by" or tree.low(word) not in words().nouns:
        return False
    return tree.child(word, *clause.OBJECTS, "obl") is None


def affected_of(tree: Tree, verb: int, suffered: bool, oblique: Iterable[str]) -> int | None:
    """Return to whom or what it is done: behind one of the verb's prepositions, else its object or passive subject."""
    behind = tree.with_case(verb, oblique, "obl") if suffered else tree.with_case(verb, oblique, "obl", "nmod")
    if behind is not None and not (tree.case(behind) == "with" and matches(tree, behind, ("@weapon",))):
        return behind  # "fired rubber bullets at the crowd"; "fought with grenades" tells of a means.
    if not suffered:
        return clause.acted_on(tree, verb)
    noun = tree.head(verb)
    if tree.relation(verb) == "acl" and noun is not None and tree.low(noun) in words().nouns:
        of = clause.of_phrase(tree, noun)
        if of is not None and of < verb:
            return of  # "the killing of a brother poisoned in May": the brother, not the killing
    return clause.suffering(tree, verb)
