"""Stretches whose words are no choice of the story: teasers of other stories, notes on the article, titles of works."""

from __future__ import annotations

import re

from ...model import Document, QuotationKind, SectionKind, Span
from ..english.tables import words

_CALLS = (
    "related(?: (?:story|stories|article|articles|coverage|news|reading))?|read(?: more| also| next)?|also read"
    "|see also|more|watch(?: now| live)?|listen|video|photos|gallery|in pictures|don['’]t miss|must read|recommended"
)
_INSIDE = re.compile(rf"[(\[]\s*(?:{_CALLS})\s*[:|–—]\s*[^()\[\]\n]{{3,300}}[)\]]", re.I)
_LINE = re.compile(rf"(?:^|(?<=\n))\s*(?:{_CALLS})\s*[:|]\s*\S[^\n]{{2,200}}(?=\n|$)", re.I)


def apart(document: Document) -> tuple[Span, ...]:
    """Return the stretches, in the order of the text; they may overlap."""
    text = document.text
    found = [section.span for section in document.article.sections if section.kind is SectionKind.NOTE]
    found += [q.outer for q in document.quotations if q.kind is QuotationKind.TITLE]
    found += [Span(m.start(), m.end()) for pattern in (_INSIDE, _LINE) for m in pattern.finditer(text)]
    return tuple(sorted(found))


def names(document: Document) -> tuple[Span, ...]:
    """Return the mentions of actors that are names of several words: "the Liberation Front of Kasr"."""
    spans = (mention for actor in document.actors for mention in actor.mentions)
    return tuple(sorted(span for span in spans if _is_name(span.of(document.text))))


def _is_name(words: str) -> bool:
    weighty = [word for word in words.split() if word.lower() not in _SMALL]
    return len(weighty) > 1 and all(word[:1].isupper() or word[:1].isdigit() for word in weighty)


_SMALL = words("language.small_in_names")


def inside(span: Span, stretches: tuple[Span, ...]) -> bool:
    """Return whether `span` lies in one of the stretches and is not all of it."""
    return any(stretch.contains(span) and stretch != span for stretch in stretches)
