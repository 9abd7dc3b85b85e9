"""How much a mention draws a pronoun, by its place in its sentence."""

from __future__ import annotations

from bisect import bisect_right

from ...model import Document, Span
from ..syntax.phrase import Place
from .grammar import Grammar

SUBJECT, INNER_SUBJECT, OBJECT, OBLIQUE, OWNER, ASIDE = 3.0, 2.0, 1.6, 1.2, 0.8, 0.5
"""Weights in the order of Lappin and Leass (1994); their exact sizes change no case of the tests."""
_WEIGHTS = {
    Place.SUBJECT: SUBJECT,
    Place.INNER_SUBJECT: INNER_SUBJECT,
    Place.OBJECT: OBJECT,
    Place.OBLIQUE: OBLIQUE,
    Place.OWNER: OWNER,
    Place.MODIFIER: ASIDE,
}


def weigh(document: Document, grammar: Grammar, span: Span) -> float:
    """Return how much a mention draws a pronoun; what stands within longer quoted words hardly does."""
    at = bisect_right(document.quotations, span.start, key=lambda one: one.outer.start) - 1
    outer = document.quotations[at].outer if at >= 0 else span
    if outer.contains(span) and len(outer) > 2 * len(span):
        return ASIDE
    if document.text[span.end : span.end + 2] in ("'s", "’s"):
        return OWNER
    return _WEIGHTS[grammar.place(span)]
