"""The Reader's relations as attributions in the making: ranges of tokens → spans of text, within their sections."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ...messages import message
from ...model import CueStance, Document, SectionKind, Span
from ...progress import checked
from ...readings import Relation
from ..english.cues import CueForm, NounCue, cue_forms, noun_cues
from ..language import word_key
from ..syntax import parse_of
from .found import Found
from .quoted import held, snapped
from .spans import has_words

_WHOLE = (SectionKind.HEADLINE, SectionKind.CAPTION, SectionKind.DATELINE)
"""Sections that are whole in themselves: nothing said in one of them is told in another."""
_FUNCTION = frozenset(("ADP", "AUX", "CCONJ", "DET", "PART", "SCONJ"))
"""Classes of words that say nothing alone."""

Ranges = Sequence[tuple[int, int]]


def read(document: Document) -> list[Found]:
    """Return the attributions of the document's reading, in text order."""
    reading = document.reading
    if reading is None:
        return []
    found = [one for relation in checked(reading.relations) if (one := _found(document, relation)) is not None]
    _join(document, found, snapped(document, spans_of(document, reading.loose)))
    return found


def spans_of(document: Document, ranges: Ranges) -> list[Span]:
    """Return ranges of tokens as spans of text."""
    return [Span(document.tokens[first].span.start, document.tokens[last - 1].span.end) for first, last in ranges]


def _found(document: Document, relation: Relation) -> Found | None:
    """Return a relation as an attribution; None where nothing that could have been said is left of it."""
    cue = spans_of(document, relation.cue)
    content = [
        part
        for part in snapped(document, spans_of(document, relation.content))
        if has_words(document, part) and _together(document, cue[0], part)
    ]
    quotations = held(document, content)
    if not content or (not quotations and _says_nothing(document, relation.content)):
        return None
    source = [
        part
        for part in spans_of(document, relation.source)
        if has_words(document, part) and _together(document, cue[0], part)
    ]
    printed = " … ".join(" ".join(span.of(document.text).split()) for span in cue)
    why = message("attribution.why.reader", cue=printed, percent=round(100 * relation.probability))
    number = document.sentence_at(cue[0].start)
    return Found(number or 0, cue, content, source, stance_of(document, relation.cue), why, quotations)


def _together(document: Document, cue: Span, part: Span) -> bool:
    """Whether cue and part stand in one section, where either stands in one that is whole in itself."""
    sections = [_section(document, span) for span in (cue, part)]
    return sections[0] is sections[1] or not any(section in _WHOLE for section in sections)


def _section(document: Document, span: Span) -> SectionKind | None:
    at = document.sentence_at(span.start)
    return document.sentences[at].section if at is not None else None


def _says_nothing(document: Document, content: Ranges) -> bool:
    """Whether a content is one word that has no meaning of its own, by the parse."""
    words = [i for first, last in content for i in range(first, last) if document.tokens[i].word]
    parse = parse_of(document)
    tree = parse.at(document.tokens[words[0]].span.start) if parse is not None and len(words) == 1 else None
    return tree is not None and tree.tag(words[0]) in _FUNCTION


# ---------------------------------------------------------------------------- contents without a cue in their window


def _join(document: Document, found: list[Found], loose: list[Span]) -> None:
    """Give contents whose cue the Reader saw in no window they stand in to the attribution they go on. Changes `found`.

    That is the one whose content or cue ends right before them, with nothing but white space and marks between.
    """
    ends = sorted((max(span.end for span in one.source + one.cue + one.content), i) for i, one in enumerate(found))
    taken = sorted(span for one in found for span in one.content)
    for span in loose:
        at = bisect_right(taken, span.end, key=lambda other: other.start) - 1
        if at >= 0 and taken[at].overlaps(span):
            continue
        last = bisect_right(ends, span.start, key=lambda end: end[0]) - 1
        if last >= 0 and not has_words(document, Span(ends[last][0], span.start)):
            one = found[ends[last][1]]
            one.content = sorted([*one.content, span])
            one.quotations |= held(document, [span])


# ---------------------------------------------------------------------------- cues


def stance_of(document: Document, cue: Ranges) -> CueStance:
    """Return what a cue adds to "say"; nothing, where the lexicon does not know it."""
    known = known_cue(document, cue)
    if known is None:
        return CueStance.NEUTRAL
    return known.stance if isinstance(known, NounCue) else known.cue.stance


def known_cue(document: Document, cue: Ranges) -> CueForm | NounCue | None:
    """Return the lexicon's entry for a cue: of its last verb that is one, else its last noun, else any word."""
    forms, nouns, parse = cue_forms(), noun_cues(), parse_of(document)
    words = [i for first, last in cue for i in range(first, last)]
    tree = parse.at(document.tokens[words[0]].span.start) if parse is not None else None
    keyed = [(word_key(document.tokens[i].text), tree.tag(i) if tree is not None else "") for i in reversed(words)]
    for word, tag in keyed:
        if tag == "VERB" and word in forms:
            return forms[word]
    for word, tag in keyed:
        if tag in ("NOUN", "PROPN") and word in nouns:
            return nouns[word]
    return next((forms[word] for word, _ in keyed if word in forms), None)
