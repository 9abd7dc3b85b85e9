"""Scare quotes: words set off by quotation marks that nobody is named as saying.

Quotation marks around a word also quote ("was “deeply troubled”"), introduce a term of art ("a “doc fix”") and gloss
("a “fresh” crater"). A scare quote is marked only where the words stand inside the outlet's own noun phrase, no word of
saying and no other quotation is in the sentence, and something speaks for distance: the words claim a standing, a
virtue or a wrong (`@contestable` of the shared word groups), or somebody is said to hold them ("their “help”").
An unsure one is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...messages import message
from ...model import Dimension, Document, Mark, MarkKind, Quotation, QuotationKind, SectionKind, Span, Voice
from ...progress import checked
from ..english.tables import words
from ..english.text import fold
from ..lexicons.function_words import function_words
from ..lexicons.groups import groups_with
from ..lexicons.neighbourhood import Around, Neighbourhoods

SCARE = "rule/scare-quotes"
LONGEST = 3
"""Words; a longer quotation is somebody's phrase more often than a term held at a distance."""


def scare_quotes(document: Document) -> Sequence[Mark]:
    """Return a mark for every term between quotation marks that the outlet holds at a distance."""
    beside = Neighbourhoods(document.text)
    return [
        _mark(document, quotation)
        for quotation in checked(document.quotations)
        if quotation.kind is QuotationKind.TERM
        and document.voice_at(quotation.inner.start).voice is Voice.SCARE
        and not _in_headline(document, quotation)
        and _distances(beside, quotation)
    ]


def _in_headline(document: Document, quotation: Quotation) -> bool:
    """Whether the words stand in a headline between single marks, which are short for "somebody says" there."""
    return document.text[quotation.outer.start] in "'‘" and any(
        section.kind is SectionKind.HEADLINE and section.span.contains(quotation.outer)
        for section in document.article.sections
    )


def _distances(beside: Neighbourhoods, quotation: Quotation) -> bool:
    inner = quotation.inner.of(beside.text)
    words = inner.split()
    if not words or len(words) > LONGEST or not any(c.isalpha() for c in words[0]):
        return False
    if all(word[:1].isupper() for word in words):
        return False  # the name of a work or a button, or a headline, where nothing can be told
    near = beside.around(quotation.outer)
    return _inside_phrase(near) and not _quotes_more(near) and not _said(near) and (_contestable(inner) or _held(near))


def _contestable(inner: str) -> bool:
    """Whether one of the quoted words claims what can be contested; a compound counts by its last part."""
    groups = groups_with({})
    words = [fold(word.strip(" ,.;:!?")) for word in inner.split()]
    parts = [*words, *(word.split()[-1] for word in words if word.split()), " ".join(words)]
    return any(groups.holds("@contestable", part) for part in parts)


def _held(near: Around) -> bool:
    """Whether the words are somebody's: "their “help”"; a name's own are a title or slogan more often."""
    return near.before[-1].low in words("closed.possessives")


def _quotes_more(near: Around) -> bool:
    """Whether the sentence has another quotation: somebody is quoted in pieces."""
    first = near.before[0].span.start if near.before else near.span.start
    last = near.after[-1].span.end if near.after else near.span.end
    first = max(0, first - 1)  # a quotation that opens the sentence has its mark before the first word
    rest = near.text[first : near.span.start] + near.text[near.span.end : last]
    return any(mark in rest for mark in '“”„‘"') or "''" in rest


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
        or last.low in words("analyzers.before_terms")
        or last.low.endswith(("'s", "s'"))
    )


def _parted(near: Around) -> bool:
    gap = near.text[near.before[-1].span.end : near.span.start]
    return any(mark in gap for mark in ",;:—(")


def _said(near: Around) -> bool:
    """Whether a word of saying, writing or holding an opinion stands in the sentence."""
    return any(word.low in function_words().saying for word in (*near.before, *near.after))


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
