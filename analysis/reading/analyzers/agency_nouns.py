"""Event nouns of force ("raid", "killing", "clashes"): who does it and to whom, beside the noun and around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..english.nations import nations
from ..english.tables import words as word_list
from ..syntax import Tree
from ..syntax.clause import passive, subject
from .agency_roles import actor_behind_by
from .agency_words import Around, Word, allowed, is_name, matches, words

AGAINST = word_list("analyzers.against")
TOWARD = word_list("analyzers.toward")
"""Prepositions of a target that hangs on the verb that carries the event out."""
ACTORS = ("@armed", "@people", "@name")
MODIFIERS = ("amod", "compound", "nmod:poss", "nmod", "nmod:unmarked", "nmod:desc", "flat")

Parts = tuple[int | None, int | None]


def noun_act(tree: Tree, noun: int, word: Word) -> Parts | None:
    """Return actor and affected of an event noun, each None where nobody is named; None where it is no act."""
    if tree.relation(noun) in ("compound", "flat", "nmod:desc") or _in_name(tree, noun):
        return None  # "attack dog", "bomb squad", "murder charges"
    behind = {tree.case(c): c for c in reversed(tree.children(noun, "nmod", "obl"))}
    actor, affected = _beside(tree, noun, word, behind)
    modifiers = tuple(c for c in tree.children(noun, *MODIFIERS) if c < noun)
    objects = dict.fromkeys(_some(affected) + _some(behind.get("of")))
    cases = (*_cases(tree, [*tree.children(noun, "nmod", "obl")]), *_cases_of_carrier(tree, noun))
    around = Around(tree, noun, _some(actor), tuple(objects), modifiers, cases)
    if not allowed(word, around) or (actor is not None and matches(tree, actor, ("@nature",))):
        return None
    outer_actor, outer_affected = _around(tree, noun)
    return actor if actor is not None else outer_actor, affected if affected is not None else outer_affected


def _in_name(tree: Tree, noun: int) -> bool:
    """Whether the noun is part of a proper name: "Operation Storm", "the War Crimes Tribunal"."""
    return any(n.range[0] <= noun < n.range[1] for n in tree.reading.names)


def _beside(tree: Tree, noun: int, word: Word, behind: dict[str, int]) -> Parts:
    """Return what the noun's own phrase says: "the army's raid on the camp", "the killing of a farmer by soldiers"."""
    actor: int | None = actor_behind_by(tree, noun)
    affected: int | None = min((at for case, at in behind.items() if case in AGAINST), default=None)
    owned = word.lemma in words().affected_owner
    if "between" in behind:
        return behind["between"], affected
    if affected is None and "of" in behind:
        affected = behind["of"]
    owner = tree.child(noun, "nmod:poss")
    if owner is not None:
        if owned and affected is None:
            affected = owner
        elif actor is None:
            actor = owner
    for modifier in tree.children(noun, "amod", "compound"):
        if modifier > noun or not _who(tree, modifier):
            continue
        if owned and affected is None and not is_name(tree, modifier):
            affected = modifier
        elif actor is None:
            actor = modifier
    if actor is None and "with" in behind and word.kind == "combat" and not matches(tree, behind["with"], ("@weapon",)):
        actor = behind["with"]  # Whom it is fought with; "with grenades" tells of a means.
    if actor is None and "from" in behind and word.kind == "bombardment":
        actor = behind["from"]
    return actor, affected


def _who(tree: Tree, modifier: int) -> bool:
    """Whether a modifier names who acts: "police raid", "Russian strikes", "rebel shelling"."""
    if tree.tag(modifier) == "NUM" or matches(tree, modifier, ("@weapon",)):
        return False
    if tree.tag(modifier) not in ("NOUN", "PROPN") and not is_name(tree, modifier):
        return tree.relation(modifier) == "compound" and matches(tree, modifier, ("@armed",))
    return matches(tree, modifier, ACTORS) and not _town(tree, modifier)


def _town(tree: Tree, word: int) -> bool:
    """Whether a place stands there that is no state: "the Fallujah assault" says where."""
    placed = any(n.kind == "place" and n.range[0] <= word < n.range[1] for n in tree.reading.names)
    return placed and nations().find(tree.printed(word)) is None


def _around(tree: Tree, noun: int) -> Parts:
    """Return who carries the event out and who suffers it by the verb it hangs on."""
    verb, relation = tree.head(noun), tree.relation(noun)
    if verb is None or tree.tag(verb) != "VERB":
        return None, None
    low = tree.low(verb)
    done = passive(tree, verb)
    if low in words().carrying:
        if relation == "obj" and not done:
            return subject(tree, verb), _target(tree, verb)
        if relation == "nsubj:pass":
            return actor_behind_by(tree, verb), _target(tree, verb)
        if relation == "obl" and tree.case(noun) == "out":
            return subject(tree, verb), None
    within = relation == "obj" or (relation == "obl" and tree.case(noun) in word_list("analyzers.during"))
    if low in words().suffering and within:
        return None, subject(tree, verb)
    return None, None


def _target(tree: Tree, verb: int) -> int | None:
    return tree.with_case(verb, TOWARD, "obl")


def _cases_of_carrier(tree: Tree, noun: int) -> tuple[int, ...]:
    """Return the prepositions of a target that hangs on the verb: "launched strikes [into] the valley"."""
    verb = tree.head(noun)
    if verb is None or tree.relation(noun) not in ("obj", "nsubj:pass") or tree.low(verb) not in words().carrying:
        return ()
    return tuple(case for case in _cases(tree, tree.children(verb, "obl")) if tree.low(case) in TOWARD)


def _cases(tree: Tree, phrases: Iterable[int]) -> Iterator[int]:
    """Yield the preposition of each phrase that has one."""
    for phrase in phrases:
        case = tree.child(phrase, "case")
        if case is not None:
            yield case


def _some(at: int | None) -> tuple[int, ...]:
    return (at,) if at is not None else ()
