"""Who acts and who is affected: subjects, by-phrases and objects in the parse, also those that clauses share."""

from __future__ import annotations

from collections.abc import Iterable

from ..syntax import Tree
from .agency_words import matches, words

RELATIVE = frozenset(("who", "which", "that", "whom"))
OBJECTS = ("obj", "iobj")
SUBJECTS = ("nsubj", "csubj", "nsubj:outer")
BY = ("obl:agent", "obl", "nmod")


def passive(tree: Tree, verb: int) -> bool:
    """Return whether the verb is passive, also where it is reduced: "a man shot by police"."""
    if tree.child(verb, "nsubj:pass", "aux:pass", "csubj:pass", "obl:agent") is not None:
        return True
    relation = tree.relation(verb)
    low = tree.low(verb)
    if tree.child(verb, *SUBJECTS, *OBJECTS) is not None or low not in words().participles:
        return relation == "conj" and _joined_passive(tree, verb)
    if relation in ("acl", "amod", "advcl", "xcomp", "dep", "parataxis", "root", "ccomp"):
        # "He saw two men beaten", "Six shot in city": a participle with neither subject nor object.
        return tree.child(verb, "aux", "mark") is None
    return relation == "conj" and _joined_passive(tree, verb)


def _joined_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb shares a passive's auxiliary: "was beaten and robbed"."""
    first = tree.head(verb)
    if first is None or tree.low(verb) not in words().participles or tree.child(verb, "aux", *SUBJECTS) is not None:
        return False
    return tree.tag(first) == "VERB" and passive(tree, first) and tree.child(verb, *OBJECTS) is None


def subject(tree: Tree, verb: int, depth: int = 0) -> int | None:
    """Return who is the subject of a clause, its own or understood: the head of a noun phrase."""
    own = tree.child(verb, *SUBJECTS, "nsubj:pass")
    if own is not None:
        return _antecedent(tree, verb, own)
    head, relation = tree.head(verb), tree.relation(verb)
    if relation == "xcomp" and (before := _object_before(tree, verb)) is not None:
        return before
    if head is None or depth > 6:
        return None
    if relation == "conj":
        return subject(tree, head, depth + 1)
    if relation in ("acl", "acl:relcl"):
        return _of_noun(tree, verb, head, depth)
    if relation in ("xcomp", "advcl", "advcl:relcl", "ccomp"):
        if relation == "advcl" and (mark := tree.child(verb, "mark")) is not None and tree.low(mark) == "by":
            return subject(tree, head, depth + 1)  # "retaliated by shelling"
        target = tree.child(head, *OBJECTS)
        if relation == "xcomp" and target is not None:
            return target  # "ordered soldiers to fire"
        if relation == "advcl" and target is not None and _blamed(tree, verb, head):
            return target  # "accused the army of shelling"
        return subject(tree, head, depth + 1)
    return None


def object_of(tree: Tree, verb: int) -> int | None:
    """Return the object of a verb, not who is parsed as one and does it: "used [guards] to beat boys"."""
    before = _object_before(tree, verb)
    return next((c for c in tree.children(verb, *OBJECTS) if c != before), None)


def _object_before(tree: Tree, verb: int) -> int | None:
    """Return what stands as the object of an infinitive before it, and so is who does it: "wants [him] to stop"."""
    mark = tree.child(verb, "mark")
    before = next((c for c in tree.children(verb, *OBJECTS) if mark is not None and c < mark < verb), None)
    return before if before is not None and tree.low(before) not in RELATIVE else None


def _of_noun(tree: Tree, verb: int, noun: int, depth: int) -> int | None:
    """Return the subject of a clause that hangs on a noun: the noun, or whoever carries "an operation to seize"."""
    mark = tree.child(verb, "mark")
    infinitive = mark is not None and tree.low(mark) == "to"
    if mark is None and tree.tag(noun) in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"):
        return noun
    owner = tree.child(noun, "nmod:poss")
    if owner is not None:
        return owner
    if infinitive and words().in_set("people", tree.low(noun)):
        return noun
    above = tree.head(noun)
    return subject(tree, above, depth + 1) if mark is not None and above is not None else None


def _blamed(tree: Tree, verb: int, head: int) -> bool:
    """Whether "of", "for" or "from" links a deed to the object: "blamed the army for shelling"."""
    mark = tree.child(verb, "mark")
    return mark is not None and tree.low(mark) in ("of", "for", "from")


def _antecedent(tree: Tree, verb: int, found: int) -> int:
    """Return the noun that a relative pronoun stands for."""
    if tree.low(found) in RELATIVE and tree.relation(verb) in ("acl:relcl", "conj"):
        at = verb
        while tree.relation(at) == "conj" and (above := tree.head(at)) is not None:
            at = above
        noun = tree.head(at)
        if noun is not None and tree.relation(at) in ("acl:relcl", "acl"):
            return noun
    return found


def by_phrase(tree: Tree, verb: int) -> int | None:
    """Return the actor behind "by"; None where "by" tells a time, an amount or a means."""
    agent = next((c for c in tree.children(verb, "obl:agent") if tree.case(c) in ("by", "")), None)
    found = agent if agent is not None else tree.with_case(verb, ("by",), *BY)
    if found is None:
        found = next((c for c in tree.children(verb, "advcl") if event_by(tree, c)), None)
    if found is None or tree.low(found) in _NO_ACTOR or tree.tag(found) == "NUM":
        return None
    return found


def event_by(tree: Tree, word: int) -> bool:
    """Whether a gerund behind "by" is an event of force that does it: "killed by shelling", not "by shelling homes"."""
    mark = tree.child(word, "mark")
    by = mark is not None and tree.low(mark) == "by"
    return by and tree.low(word) in words().nouns and tree.child(word, *OBJECTS, "obl") is None


_NO_ACTOR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday noon midnight dawn dusk morning evening night then now"
    " mistake accident chance hand force name law percent half year month week day end".split()
)


def affected_by_verb(tree: Tree, verb: int, oblique: Iterable[str]) -> int | None:
    """Return to whom or what an active verb is done: its object, else behind one of its prepositions."""
    behind = tree.with_case(verb, oblique, "obl", "nmod")
    if behind is not None and not (tree.case(behind) == "with" and matches(tree, behind, ("@weapon",))):
        return behind  # "fired rubber bullets at the crowd"; "fought with grenades" tells of a means.
    found = object_of(tree, verb)
    if found is not None:
        return _antecedent(tree, verb, found) if tree.low(found) in RELATIVE else found
    if tree.relation(verb) == "acl:relcl" and (noun := tree.head(verb)) is not None:
        own = tree.child(verb, "nsubj")
        # "the boy they killed": a relative clause with a subject of its own and no object is about its noun.
        return noun if own is not None and _antecedent(tree, verb, own) != noun else None
    if tree.relation(verb) == "conj" and (first := tree.head(verb)) is not None and tree.tag(first) == "VERB":
        return _shared_object(tree, verb, first)
    later = next((c for c in tree.children(verb, "conj") if c > verb and tree.tag(c) == "VERB"), None)
    if later is not None and tree.child(later, *SUBJECTS) is None and later - verb <= _JOINED:
        return tree.child(later, *OBJECTS)  # "beat and robbed the driver"
    return None


_JOINED = 3
"""Words from a verb to one joined to it whose object both may share: "beat and then robbed"."""


def _shared_object(tree: Tree, verb: int, first: int) -> int | None:
    shared = tree.child(first, *OBJECTS)
    return shared if shared is not None and shared > verb else None
