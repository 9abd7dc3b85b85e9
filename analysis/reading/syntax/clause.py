"""Clauses in a parse: who does it, to whom, in which voice, whether it is denied or only possible.

Every function is asked of a verb, or of the noun or adjective that is said of a subject ("Orr is a [liar]"), and
answers with words as tokens of the document: the heads of noun phrases (`phrase` says how far they reach).
"""

from __future__ import annotations

from enum import Enum

from ..english.tables import words as word_list
from .phrase import NOMINAL, first_joined, is_clausal, owner
from .tree import Tree
from .words import can_be_participle, words

SUBJECTS = ("nsubj", "nsubj:outer", "csubj")
PASSIVE_SUBJECTS = ("csubj:pass", "nsubj:pass")
OBJECTS = ("iobj", "obj")
CHAIN = 7
"""Clauses that may share one subject before the parse is taken for broken."""
NEAR = 3
"""Words from a verb to one joined to it whose object both may share: "beat and then robbed"."""
_REDUCED = word_list("labels.reduced_clauses")
"""How a passive without its auxiliary can hang: "a man [shot] by police", "Six [shot] in city"."""
_BY = ("obl:agent", "obl", "nmod")


class Clause(Enum):
    """What a clause is within its sentence."""

    MAIN = "main"
    COMPLEMENT = "complement"
    """What is said, thought or seen: "said [she had left]"."""
    CONTROLLED = "controlled"
    """With the subject or object of the verb above for its own: "wants [to leave]"."""
    ADVERBIAL = "adverbial"
    """Tells when, why or how."""
    RELATIVE = "relative"
    """Describes a noun: "the man [who left]"."""
    PARTICIPIAL = "participial"
    """Describes a noun without a relative pronoun: "the town [seized by rebels]", "a plan [to leave]"."""


_KINDS = {
    "acl": Clause.PARTICIPIAL,
    "acl:relcl": Clause.RELATIVE,
    "advcl": Clause.ADVERBIAL,
    "advcl:relcl": Clause.RELATIVE,
    "amod": Clause.PARTICIPIAL,
    "ccomp": Clause.COMPLEMENT,
    "csubj": Clause.COMPLEMENT,
    "csubj:outer": Clause.COMPLEMENT,
    "csubj:pass": Clause.COMPLEMENT,
    "xcomp": Clause.CONTROLLED,
}


def kind(tree: Tree, verb: int) -> Clause:
    """Return what the clause of a verb is; joined clauses are what the first of them is."""
    return _KINDS.get(tree.relation(first_joined(tree, verb)), Clause.MAIN)


def clause_of(tree: Tree, word: int) -> int | None:
    """Return the verb or predicate in whose clause a word stands, itself where it is one; None in a bare phrase."""
    return next((at for at in (word, *tree.ancestors(word)) if is_clausal(tree, at)), None)


# ---------------------------------------------------------------------------- forms


def infinitive(tree: Tree, verb: int) -> bool:
    """Return whether "to" stands before a verb, or before the one that it helps."""
    helped = tree.head(verb) if tree.relation(verb) in ("aux", "aux:pass", "cop") else None
    return any(tree.low(mark) == "to" for at in (verb, helped) if at is not None for mark in tree.children(at, "mark"))


def finite(tree: Tree, verb: int) -> bool:
    """Return whether a clause is told in a tense: neither "to seize" nor "seizing" nor "seized by rebels"."""
    if infinitive(tree, verb):
        return False
    helpers = tree.children(verb, "aux", "aux:pass", "cop")
    if helpers:
        return not tree.low(helpers[0]).endswith("ing")
    if tree.tag(verb) not in ("VERB", "AUX") or tree.low(verb).endswith("ing"):
        return False
    if tree.relation(verb) in word_list("labels.within_phrases"):
        return False
    return not passive(tree, verb)


def passive(tree: Tree, verb: int) -> bool:
    """Return whether a verb is passive, also without its auxiliary: "a man shot by police", "was hit and [robbed]"."""
    if tree.child(verb, "aux:pass", "obl:agent", *PASSIVE_SUBJECTS) is not None:
        return True
    if not can_be_participle(tree.low(verb)) or tree.child(verb, *SUBJECTS, *OBJECTS) is not None:
        return False
    if tree.relation(verb) == "xcomp" and tree.tag(verb) == "ADJ":
        return False  # "could prove unprecedented"
    if tree.relation(verb) in _REDUCED:
        return tree.child(verb, "aux", "mark") is None
    if tree.child(verb, "aux") is not None:
        return False
    before = _verb_before(tree, verb)
    return (before is not None and passive(tree, before)) or tree.with_case(verb, ("by",), "obl") is not None


def _verb_before(tree: Tree, verb: int) -> int | None:
    """Return the verb that this one is joined to by "and" and stands behind: it may share what helps that one."""
    head = tree.head(verb)
    joined_to = head is not None and head < verb and tree.relation(verb) == "conj" and tree.tag(head) == "VERB"
    return head if joined_to else None


# ---------------------------------------------------------------------------- who and whom


def own_subject(tree: Tree, verb: int) -> int | None:
    """Return the subject that stands with a verb itself: a noun before a clause."""
    noun = tree.child(verb, "nsubj", "nsubj:outer", "nsubj:pass")
    return noun if noun is not None else tree.child(verb, "csubj", "csubj:pass")


def subject(tree: Tree, verb: int) -> int | None:
    """Return the grammatical subject of a clause, its own or understood: of joined verbs, to-phrases and participles.

    "Orr ordered soldiers to [fire]": the soldiers. "accused the army of [shelling]": the army. "the troops who [fled]":
    the troops.
    """
    for _ in range(CHAIN):
        own = own_subject(tree, verb)
        if own is not None:
            return antecedent(tree, verb, own)
        head, relation = tree.head(verb), tree.relation(verb)
        if head is None:
            return None
        if relation in ("acl", "acl:relcl", "amod"):
            noun = _noun_described(tree, verb, head)
            above = tree.head(head) if noun is None and tree.mark(verb) else None
            if above is None:
                return noun
            verb = above
            continue
        if relation not in ("advcl", "advcl:relcl", "ccomp", "conj", "xcomp"):
            return None
        if relation == "advcl" and tree.mark(verb) not in ("", "to") and finite(tree, verb):
            return None  # "since Orr [leaked] it": a subject of its own was not parsed as one
        if tree.mark(verb) == "to" and tree.low(head) in words().of_objects:
            return None  # "they are easy to [deport]"
        if (lent := _lent_object(tree, verb, head)) is not None:
            return lent
        verb = head
    return None


def _noun_described(tree: Tree, verb: int, noun: int) -> int | None:
    """Return the noun that a participle or relative clause is about, or the owner of "her plan to leave"."""
    if not tree.mark(verb) and tree.tag(noun) in (*NOMINAL, "NUM", "ADJ", "DET"):
        return noun
    return owner(tree, noun)


def _lent_object(tree: Tree, verb: int, head: int) -> int | None:
    """Return the object above that is the subject here: "ordered [soldiers] to fire", "blamed [rebels] for killing"."""
    relation, mark = tree.relation(verb), tree.mark(verb)
    if relation == "xcomp" and (before := _before_to(tree, verb)) is not None:
        return before
    if relation == "xcomp" or (relation == "advcl" and mark in words().blaming):
        return tree.child(head, *OBJECTS)
    return None


def _before_to(tree: Tree, verb: int) -> int | None:
    """Return what a parse takes for the object of a to-phrase and stands before it, so is who does it."""
    mark = tree.child(verb, "mark")
    before = next((c for c in tree.children(verb, *OBJECTS) if mark is not None and c < mark < verb), None)
    return before if before is not None and tree.low(before) not in words().relative else None


def direct_object(tree: Tree, verb: int) -> int | None:
    """Return the object that stands with a verb itself."""
    before = _before_to(tree, verb)
    return next((c for c in tree.children(verb, *OBJECTS) if c != before), None)


def agent(tree: Tree, verb: int) -> int | None:
    """Return who does what a verb says: the subject, of a passive whoever stands behind "by"."""
    return by_phrase(tree, verb) if passive(tree, verb) else subject(tree, verb)


def patient(tree: Tree, verb: int) -> int | None:
    """Return to whom or what it is done: the object, of a passive the subject; also what joined verbs share."""
    return suffering(tree, verb) if passive(tree, verb) else acted_on(tree, verb)


def acted_on(tree: Tree, verb: int) -> int | None:
    """Return to whom or what an active verb is done, its own object or the one that it shares."""
    found = direct_object(tree, verb)
    if found is not None:
        return antecedent(tree, verb, found)
    relation, head = tree.relation(verb), tree.head(verb)
    if relation == "acl:relcl" and head is not None:
        own = tree.child(verb, *SUBJECTS)
        # "the boy they killed": a relative clause with a subject of its own and no object is about its noun.
        return head if own is not None and antecedent(tree, verb, own) != head else None
    if relation == "conj" and head is not None and tree.tag(head) == "VERB":
        shared = tree.child(head, *OBJECTS)
        return shared if shared is not None and shared > verb else None
    later = next((c for c in tree.children(verb, "conj") if c > verb and tree.tag(c) == "VERB"), None)
    if later is not None and later - verb <= NEAR and tree.child(later, *SUBJECTS) is None:
        return tree.child(later, *OBJECTS)  # "beat and robbed the driver"
    return None


def suffering(tree: Tree, verb: int) -> int | None:
    """Return to whom or what a passive is done: its subject, the noun that it describes, what is seen or left so."""
    relation, head = tree.relation(verb), tree.head(verb)
    if relation == "xcomp" and head is not None and tree.child(verb, *PASSIVE_SUBJECTS) is None:
        seen = tree.child(head, "obj")
        return seen if seen is not None else subject(tree, verb)  # "saw two men beaten", "was left dead"
    if relation == "ccomp" and head is not None and tree.child(verb, *SUBJECTS, *PASSIVE_SUBJECTS) is None:
        # "Doctors say 14 civilians killed", "14 civilians killed, doctors say": the noun before, never who says so.
        before = [
            c for c in tree.children(head, "obj", "nsubj", "nsubj:pass") if c < verb and (head > verb or c > head)
        ]
        return before[-1] if before else None
    return subject(tree, verb)


def by_phrase(tree: Tree, word: int) -> int | None:
    """Return the actor behind "by" of a passive or a noun of action; None where it tells a time, an amount, a means."""
    agents = (c for c in tree.children(word, "obl:agent") if tree.case(c) in ("by", ""))
    found = next(agents, None)
    if found is None:
        found = tree.with_case(word, ("by",), *_BY)
    if found is None or tree.low(found) in words().no_actors or tree.tag(found) == "NUM":
        return None
    return found


def of_phrase(tree: Tree, noun: int) -> int | None:
    """Return what stands behind the "of" of a noun: "the seizure of the [town]"."""
    return tree.with_case(noun, ("of",), "nmod")


def antecedent(tree: Tree, verb: int, pronoun: int) -> int:
    """Return the noun that "who", "which" or "that" stands for in the clause of `verb`; any other word itself."""
    if tree.low(pronoun) not in words().relative:
        return pronoun
    first = first_joined(tree, verb)
    noun = tree.head(first)
    # A clause that describes a noun stands behind it; one before it was parsed to the wrong noun.
    described = noun is not None and noun < first and tree.relation(first) in ("acl", "acl:relcl")
    return noun if noun is not None and described else pronoun


# ---------------------------------------------------------------------------- denied, possible


def negated(tree: Tree, word: int) -> bool:
    """Return whether a clause or a noun is denied by its grammar: "did not [seize]", "no [rebels]", "nobody [fled]"."""
    if any(
        denies(tree, c)
        for c in tree.children(word, "advmod", "aux", "aux:pass", "case", "cc", "cc:preconj", "cop", "det", "mark")
    ):
        return True
    if denied_by_noun(tree, word):
        return True
    head = tree.head(word)
    either = (
        head is not None and tree.relation(word) == "conj" and tree.child(word, *SUBJECTS, *PASSIVE_SUBJECTS) is None
    )
    if head is None or not either or all(tree.low(c) not in ("nor", "or") for c in tree.children(word, "cc")):
        return False
    return head < word and negated(tree, head)  # "was not held or hit"


def denies(tree: Tree, word: int) -> bool:
    """Whether a word denies: not "not only", "No. 1"; "no longer" does."""
    low, following = tree.low(word), tree.low(word + 1)
    if low == "not" and following in words().besides:
        return False
    if low == "no" and (following == "." or following[:1].isdigit()):
        return False
    return low in words().negations or low.endswith("n't") or (low == "longer" and tree.low(word - 1) == "no")


def denied_by_noun(tree: Tree, word: int) -> bool:
    """Return whether a clause is denied by its subject or object: "nobody [said]", "neither Orr nor Holm [said]"."""
    nouns = tree.children(word, *SUBJECTS, *PASSIVE_SUBJECTS, "obj")
    return any(_is_nobody(tree, c) for c in nouns) or any(denies(tree, c) for c in tree.children(word, "cc:preconj"))


def _is_nobody(tree: Tree, noun: int) -> bool:
    denied = (tree.low(d) in ("neither", "no") for d in tree.children(noun, "cc:preconj", "det"))
    return tree.low(noun) in words().nobody or any(denied)


def auxiliaries(tree: Tree, verb: int) -> list[int]:
    """Return what helps a verb: its own "may", "has", "was", or those before the first verb that it is joined to."""
    own = tree.children(verb, "aux", "aux:pass")
    before = _verb_before(tree, verb)
    if own or before is None or tree.child(verb, *SUBJECTS, *PASSIVE_SUBJECTS) is not None:
        return own
    return auxiliaries(tree, before)


def modal(tree: Tree, verb: int) -> bool:
    """Return whether a clause tells what may, will or ought to be.

    "May have seized" alleges something done, and is none.
    """
    helping = {tree.low(c).removesuffix("n't") for c in auxiliaries(tree, verb)}
    return not helping.isdisjoint(words().modals) and helping.isdisjoint(("have", "'ve"))


def conditional(tree: Tree, verb: int) -> bool:
    """Return whether a clause is a condition or a question: "if rebels [seized] the town"."""
    return any(tree.low(c) in words().conditions for c in tree.children(verb, "mark"))
