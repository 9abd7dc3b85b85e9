"""Scare quotes: words set off by quotation marks that nobody is named as saying.

Quotation marks around a word also quote: a sign, a comment, a finding ("was “deeply troubled”"). A scare quote is
marked only where the quoted words stand inside the outlet's own noun phrase and no word of saying is near: an unsure
one is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...messages import message
from ...model import Dimension, Document, Mark, MarkKind, Quotation, QuotationKind, Span, Voice
from ..lexicons.function_words import function_words
from ..lexicons.neighbourhood import Around, Word, around

SCARE = "rule/scare-quotes"
LONGEST = 3
"""Words; a longer quotation is somebody's phrase more often than a term held at a distance."""
BEFORE, AFTER = 7, 2
"""Words on each side in which a word of saying speaks against a scare quote; set by reading development articles."""


def scare_quotes(document: Document) -> Sequence[Mark]:
    """Return a mark for every term between quotation marks that the outlet holds at a distance."""
    return [
        _mark(document, quotation)
        for quotation in document.quotations
        if quotation.kind is QuotationKind.TERM
        and document.voice_at(quotation.inner.start).voice is Voice.SCARE
        and _distances(document.text, quotation)
    ]


def _distances(text: str, quotation: Quotation) -> bool:
    words = quotation.inner.of(text).split()
    if not words or len(words) > LONGEST or not any(c.isalpha() for c in words[0]):
        return False
    if all(word[:1].isupper() for word in words):
        return False  # the name of a work or a button, or a headline, where nothing can be told
    near = around(text, quotation.outer)
    return _inside_phrase(near) and not _said(near)


def _inside_phrase(near: Around) -> bool:
    """Whether the word before opens or continues a noun phrase that the quoted words belong to."""
    closed = function_words()
    if not near.before or _parted(near):
        return False
    last = near.before[-1]
    if any(word.low == "as" for word in near.before[-3:]):  # "known as a", "stars as the": a name, not a doubt
        return False
    return (
        last.low in closed.determiners
        or last.low in closed.adjectives
        or last.low in ("of", "with", "for", "against", "by", "into")
        or last.low.endswith(("'s", "s'"))
    )


def _parted(near: Around) -> bool:
    gap = near.text[near.before[-1].span.end : near.span.start]
    return any(mark in gap for mark in ",;:—(")


def _said(near: Around) -> bool:
    """Whether a word of saying, writing or holding an opinion stands near."""
    window: Sequence[Word] = [*near.before[-BEFORE:], *near.after[:AFTER]]
    return any(word.low in function_words().saying for word in window)


def _mark(document: Document, quotation: Quotation) -> Mark:
    term = quotation.inner.of(document.text).strip(" ,.;:")
    start = document.text.index(term, quotation.inner.start)
    span = Span(start, start + len(term))
    return Mark(
        id=f"{MarkKind.FRAMING}:{span.start}-{span.end}:{SCARE}",
        kind=MarkKind.FRAMING,
        span=span,
        voice=Voice.SCARE,
        attribution=None,
        why=message("framing.why.scare", term=term),
        entry=SCARE,
        concept="scare-quotes",
        variant=term.lower(),
        dimension=Dimension.DISTANCING,
        referent=term,
    )
