"""The Reader's relations as attributions in the making: ranges of tokens → spans of text, quotation marks respected."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ...messages import message
from ...model import CueStance, Document, Quotation, QuotationKind, Span
from ...progress import checked
from ..english.cues import CueForm, NounCue, cue_forms, feelings, noun_cues
from .fallback.line import Line
from .found import Found
from .mended import is_clause, mend

Ranges = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Learned:
    """One attribution of the Reader's with what the cue lexicon knows of its cue."""

    found: Found
    probability: float
    cue: CueForm | NounCue | None
    line: Line
    bare: bool = False
    """Whether its content is neither a quotation nor a clause, and its cue no adjective or preposition of telling."""


def learned(document: Document, ready: list[Line]) -> list[Learned]:
    """Return the attributions of the document's reading, in text order."""
    reading = document.reading
    if reading is None or not ready:
        return []
    starts = [line.spans[0].start for line in ready]
    result = []
    for relation in checked(reading.relations):
        cue = spans_of(document, relation.cue)
        line = ready[max(0, bisect_right(starts, cue[0].start) - 1)]
        content = snapped(document, spans_of(document, relation.content))
        if not any(_has_words(document, span) for span in content):
            continue
        known = known_cue(line, cue)
        found = Found(
            line.number,
            cue,
            content,
            [span for span in spans_of(document, relation.source) if _has_words(document, span)],
            known_stance(known),
            message("attribution.why.reader", cue=_printed(document, cue), percent=round(100 * relation.probability)),
            held(document, content),
        )
        if not mend(document, found):
            continue
        found.quotations = held(document, found.content)
        bare = not found.quotations and not _tells(line, found.cue) and not is_clause(document, found.content)
        result.append(Learned(found, relation.probability, known_cue(line, found.cue), line, bare))
    _join(document, [one.found for one in result], snapped(document, spans_of(document, reading.loose)))
    return result


def spans_of(document: Document, ranges: Ranges) -> list[Span]:
    """Return ranges of tokens as spans of text."""
    return [Span(document.tokens[first].span.start, document.tokens[last - 1].span.end) for first, last in ranges]


def _has_words(document: Document, span: Span) -> bool:
    return any(c.isalnum() for c in span.of(document.text))


def _printed(document: Document, cue: list[Span]) -> str:
    return " … ".join(" ".join(span.of(document.text).split()) for span in cue)


# ---------------------------------------------------------------------------- quotation marks


def snapped(document: Document, content: list[Span]) -> list[Span]:
    """Return spans of content that hold a quotation whole or not at all, joined where they then meet.

    A quotation of which a span holds most is taken in with its marks; of one that is touched otherwise, the span keeps
    what it has where it lies inside, and lets go of it where it only runs into it.
    """
    result: list[Span] = []
    for span in sorted(_snapped(document, span) for span in content):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        elif len(span):
            result.append(span)
    return result


def _snapped(document: Document, span: Span) -> Span:
    start, end = span.start, span.end
    at_start, at_end = _around(document, start), _around(document, max(start, end - 1))
    if at_start is not None and at_start.outer.start < start:
        start = _edge(at_start, span, at_start.outer.start, at_start.outer.end)
    if at_end is not None and end < at_end.outer.end:
        end = _edge(at_end, span, at_end.outer.end, at_end.outer.start)
    return Span(start, end) if start < end else span


def _edge(quotation: Quotation, span: Span, whole: int, none: int) -> int:
    """Return where a span that cuts `quotation` goes: with all of it, without it, or as it is, within it."""
    outer = quotation.outer
    shared = min(span.end, outer.end) - max(span.start, outer.start)
    if 2 * shared >= len(quotation.inner):
        return whole
    within = outer.contains(span)
    return (span.start if whole == outer.start else span.end) if within else none


def _around(document: Document, offset: int) -> Quotation | None:
    """Return the quotation around an offset."""
    quotations = document.quotations
    at = bisect_right(quotations, offset, key=lambda q: q.outer.start) - 1
    return quotations[at] if at >= 0 and offset < quotations[at].outer.end else None


def held(document: Document, content: list[Span]) -> set[int]:
    """Return the numbers of the quotations that a content has words of."""
    found: set[int] = set()
    for span in content:
        first = bisect_right(document.quotations, span.start, key=lambda q: q.inner.end)
        for number in range(first, len(document.quotations)):
            if document.quotations[number].inner.start >= span.end:
                break
            if document.quotations[number].kind is not QuotationKind.TITLE:
                found.add(number)
    return found


# ---------------------------------------------------------------------------- contents without a cue in their window


def _join(document: Document, found: list[Found], loose: list[Span]) -> None:
    """Give contents whose cue the Reader saw in no window they stand in to the attribution they go on. Changes `found`.

    That is the one whose content or cue ends right before them, with nothing but white space and marks between.
    """
    for span in loose:
        if any(part.overlaps(span) for one in found for part in one.content):
            continue
        before = [one for one in found if _ends(one) <= span.start and _blank(document, _ends(one), span.start)]
        if before:
            one = max(before, key=_ends)
            one.content.append(span)
            one.content.sort()
            one.quotations |= held(document, [span])


def _ends(one: Found) -> int:
    return max(span.end for span in one.source + one.cue + one.content)


def _blank(document: Document, start: int, end: int) -> bool:
    """Whether nothing of the narrator's stands between, and no more than one paragraph ends."""
    between = document.text[start:end]
    return not any(c.isalnum() for c in between)


# ---------------------------------------------------------------------------- cues


def known_cue(line: Line, cue: list[Span]) -> CueForm | NounCue | None:
    """Return the lexicon's entry for a cue: of its last verb that is one, else its last noun, else any word."""
    forms, nouns = cue_forms(), noun_cues()
    at = [i for i, span in enumerate(line.spans) if any(part.contains(span) for part in cue)]
    for i in reversed(at):
        if line.tags[i] in "VG" and line.words[i] in forms:
            return forms[line.words[i]]
    for i in reversed(at):
        if line.words[i] in nouns and line.tags[i] == "N":
            return nouns[line.words[i]]
    return next((forms[line.words[i]] for i in reversed(at) if line.words[i] in forms), None)


def _tells(line: Line, cue: list[Span]) -> bool:
    """Whether a cue holds an adjective of thought and feeling, or "according"."""
    words = {line.words[i] for i, span in enumerate(line.spans) if any(part.contains(span) for part in cue)}
    return "according" in words or not words.isdisjoint(feelings())


def known_stance(cue: CueForm | NounCue | None) -> CueStance:
    """Return what a cue adds to "say"; nothing, where the lexicon does not know it."""
    if cue is None:
        return CueStance.NEUTRAL
    return cue.stance if isinstance(cue, NounCue) else cue.cue.stance
