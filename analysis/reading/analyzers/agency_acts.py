"""Acts of force or harm in one sentence, from its parse: the word, its form, who acts, who is affected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Act, ActForm, Span
from ..english.tables import words as word_list
from ..syntax import Tree, clause
from ..syntax.phrase import first_joined, phrase_span
from .agency_mishaps import by_mishap
from .agency_nouns import noun_act
from .agency_reality import happened
from .agency_roles import actor_of, affected_of, event_by
from .agency_words import Around, Word, allowed, matches, stopped, words

ARMING = ("bombardment", "wounding")
"""Kinds whose verbs can have a weapon for their object."""
FAR = 5
"""Words behind a verb within which "on trade" tells what it is about: "hit us very hard on trade"."""
TO_ONESELF = ("violence", "repression")
"""Kinds of which one does nothing to oneself but in a manner of speaking: "whipped himself into a fury"."""


@dataclass(frozen=True, slots=True)
class Found:
    """An act and where the word for it stands."""

    span: Span
    word: Word
    act: Act


def acts(tree: Tree) -> Iterator[Found]:
    """Yield the acts of one sentence, in text order."""
    for at in tree.words:
        tag, low = tree.tag(at), tree.low(at)
        if tag == "VERB" and low in words().nouns and event_by(tree, at):
            found = _noun_act(tree, at, words().nouns[low])
        elif tag in ("VERB", "ADJ") and low in words().verbs:
            found = _verb_act(tree, at, words().verbs[low])
        elif tag in ("NOUN", "PROPN") and low in words().nouns:
            found = _noun_act(tree, at, words().nouns[low])
        else:
            continue
        if found is not None and not stopped(tree, at):
            yield found


def _verb_act(tree: Tree, verb: int, word: Word) -> Found | None:
    if tree.relation(first_joined(tree, verb)) in word_list("labels.attributes"):
        return None  # "the wounded man": a state, told in passing.
    last = _particle(tree, verb, word)
    if last is None:
        return None
    suffered = clause.passive(tree, verb) or (word.transitive and _clipped(tree, verb))
    if tree.tag(verb) == "ADJ" and not suffered:
        return None
    actor, affected = actor_of(tree, verb, suffered), affected_of(tree, verb, suffered, word.oblique)
    if word.oblique and not suffered and actor is None and affected is None:
        return None
    direct = clause.direct_object(tree, verb)
    if direct is not None and direct == affected and tree.low(direct) in word.particles:
        affected = None  # "set fire"
    around = Around(
        tree, verb, _heads(tree, actor), _heads(tree, affected) + (_heads(tree, direct) if direct != affected else ())
    )
    if (
        _manner_of_speaking(tree, verb, word, direct)
        or _by_nature(tree, actor)
        or not allowed(word, around)
        or not happened(tree, verb)
    ):
        return None
    if suffered and actor is None and by_mishap(tree, verb):
        return None
    if not suffered and actor is None:
        return None  # A heading or a fragment: neither who nor whether.
    if affected is not None and matches(tree, affected, ("@weapon",)) and word.kind in ARMING:
        affected = None  # "detonated a bomb": what it is done with.
    form = ActForm.ACTIVE if not suffered else ActForm.PASSIVE if actor is not None else ActForm.AGENTLESS
    tokens = tree.tokens
    span = Span(tokens[verb].span.start, tokens[last].span.end)
    return Found(span, word, Act(form, _spans(tree, actor), _spans(tree, affected), word.lemma))


def _manner_of_speaking(tree: Tree, verb: int, word: Word, direct: int | None) -> bool:
    """Whether a blow is one of words or moods: "whipped himself into a fury", "hit them hard on trade"."""
    if word.kind in TO_ONESELF and word.lemma not in ("hurt", "harm"):
        if direct is not None and matches(tree, direct, ("@reflexive",)):
            return True
        near = (at for at in range(verb + 1, verb + FAR) if at + 1 in tree.words and tree.low(at) in ("on", "over"))
        return any(matches(tree, at + 1, ("@verbal",)) for at in near)
    return False


def _clipped(tree: Tree, verb: int) -> bool:
    """Whether a passive's auxiliary is left out before what it is said of: "Six killed in raid"."""
    if tree.low(verb) not in words().participles or tree.child(verb, "nsubj") is None:
        return False
    return tree.child(verb, "aux", *clause.OBJECTS, "ccomp", "xcomp") is None and tree.relation(verb) != "acl:relcl"


def _particle(tree: Tree, verb: int, word: Word) -> int | None:
    """Return the last token of the verb with its particle; None where a particle it needs is missing."""
    if any(tree.low(child) in word.not_particles for child in tree.children(verb, "compound:prt", "advmod")):
        return None
    if not word.particles:
        return verb
    for child in sorted(tree.children(verb)):
        if tree.low(child) in word.particles and child > verb:
            return child if child == verb + 1 and tree.relation(child) != "obl" else verb
    if any(tree.case(child) in word.particles for child in tree.children(verb, "obl", "nmod", "obl:unmarked")):
        return verb
    return None


def _by_nature(tree: Tree, actor: int | None) -> bool:
    """Whether what acts is a storm, an illness or a mishap."""
    return actor is not None and matches(tree, actor, ("@nature",)) and tree.tag(actor) != "PROPN"


def _noun_act(tree: Tree, noun: int, word: Word) -> Found | None:
    parts = noun_act(tree, noun, word)
    if parts is None or not happened(tree, noun):
        return None
    actor, affected = parts
    act = Act(ActForm.NOMINAL, _spans(tree, actor), _spans(tree, affected), word.lemma)
    return Found(tree.tokens[noun].span, word, act)


def _heads(tree: Tree, at: int | None) -> tuple[int, ...]:
    """Return the head of a phrase with what is joined to it, and what "dozens of protesters" counts."""
    if at is None:
        return ()
    counted = tree.with_case(at, ("of",), "nmod")
    return (at, *tree.children(at, "conj"), *((counted,) if counted is not None else ()))


def _spans(tree: Tree, at: int | None) -> tuple[Span, ...]:
    return (phrase_span(tree, at),) if at is not None else ()
