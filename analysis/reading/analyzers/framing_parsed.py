"""Who fills the roles of a framing term by the parse: the subject, the object, the noun that it modifies."""

from __future__ import annotations

from ...model import Span
from ..english.inflection import FormName
from ..english.text import singular
from ..lexicons import Inflect, Match, Role
from ..lexicons.clauses import Hung
from ..syntax import clause
from ..syntax.clause import negated
from ..syntax.phrase import first_joined
from ..syntax.words import words as closed
from . import framing_words
from .framing_referents import Referents
from .framing_words import Filling, own_phrase, passes_over

MODIFIERS = ("amod", "compound", "nmod:desc")


def denied(hung: Hung) -> bool:
    """Return whether a term is denied by its grammar: "was not [liberated]", "no [terrorists]", "no [racist] jokes"."""
    tree, word = hung.tree, first_joined(hung.tree, hung.word)
    head = tree.head(word)
    modifies = tree.relation(word) in MODIFIERS and head is not None
    return negated(tree, hung.word) or (modifies and head is not None and negated(tree, head))


def is_adjective(match: Match, hung: Hung) -> bool:
    """Return whether a word that is adjective and noun is an adjective here, or stands before its noun as one."""
    if match.form is FormName.PLURAL:
        return False
    tree, word = hung.tree, first_joined(hung.tree, hung.word)
    return tree.tag(hung.word) == "ADJ" or tree.relation(word) in MODIFIERS


def fill(match: Match, role: Role, hung: Hung, referents: Referents) -> Filling | None:
    """Return who fills a role, and where; None where nobody does or the text has a pronoun only."""
    if role is Role.PATRON and match.filled is not None:
        return match.filled.counted, Span(match.filled.start, match.filled.end)
    if role is Role.REFERENT:
        own = own_phrase(match)
        return referents.of_term(hung.tree, hung.word, own) if own is not None else None
    beside, named = framing_words.fill(match, role), _named(match, role, hung, referents)
    if beside is None or _tells_when(beside):
        return named
    # Words answer only where they are sure of a phrase, if not of all of it: of two answers to one, the longer one.
    if named is not None and role is not Role.MODIFIED and named[1].overlaps(beside[1]):
        return named if len(named[1]) > len(beside[1]) else referents.of_span(hung.tree, beside)
    return referents.of_span(hung.tree, beside)


def _named(match: Match, role: Role, hung: Hung, referents: Referents) -> Filling | None:
    head = _head(match, role, hung)
    return referents.named(hung.tree, head, match.span.end) if head is not None and head != hung.word else None


def _tells_when(found: Filling) -> bool:
    return found[0].split()[-1].lower() in closed().no_actors


def _head(match: Match, role: Role, hung: Hung) -> int | None:
    """Return the head of the phrase that fills a role."""
    tree, word = hung.tree, hung.word
    noun = tree.tag(word) in ("NOUN", "PROPN") or tree.child(word, "nmod:poss", "det") is not None
    verbal = match.entry.variant.inflect is Inflect.VERB and not noun
    if role is Role.MODIFIED:
        return hung.head if is_adjective(match, hung) or tree.tag(word) in ("VERB", "ADV") else None
    if role is Role.HOLDER:
        return tree.with_case(word, ("from",), "obl", "nmod")
    behind = _behind_preposition(match, hung)
    if passes_over(match):  # "the town fell to the rebels": what is grammatically the subject changes hands
        return behind if role is Role.AGENT else clause.subject(tree, word) if role is Role.OBJECT else None
    if role is Role.OBJECT:
        return behind if behind is not None else clause.patient(tree, word) if verbal else clause.of_phrase(tree, word)
    if role is Role.AGENT:
        return clause.agent(tree, word) if verbal else clause.by_phrase(tree, word)
    return None


def _behind_preposition(match: Match, hung: Hung) -> int | None:
    """Return what stands behind the preposition with which a term ends: "crack down on [protesters]"."""
    words = match.term.base.lower().split()
    ending = singular(words[-1])
    if len(words) < 2 or ending == "by":
        return None
    return hung.tree.with_case(hung.word, (ending,), "obl", "nmod")
