"""Quotations without a source of their own: carried over from the paragraph before, or printed again elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left

from ...messages import Message, message
from ...model import CueStance, Document, Quotation, QuotationKind, SectionKind, Span
from ...progress import checked
from .found import Found
from .quoted import fills, paragraph_at

_WORD = re.compile(r"[^\W_]+")
# What stands between two paragraphs of one speech is at most a caption or crosshead this long.
_CROSSHEAD_WORDS = 14
# How far from a quotation what holds or precedes it stands at most, in code points, and how many are compared.
_WINDOW = 5000
_QUOTED = 300
_STOPS = '.!?”"…:;,'


def follow(document: Document, found: list[Found]) -> list[Found]:
    """Return attributions for quotations that nobody has claimed but whose speaker the article tells elsewhere.

    A term or sentence that is printed in somebody's quoted words elsewhere is theirs in the headline too; a paragraph
    that is one quotation goes on with whoever was quoted or reported in the paragraph before.
    """
    claimed = {number: one for one in found for number in sorted(one.quotations)}
    added: list[Found] = []
    quoted = [
        (_words(document, document.quotations[number]), one)
        for number, one in claimed.items()
        if one.source and document.quotations[number].kind is not QuotationKind.TITLE
    ]
    for number, quotation in enumerate(checked(document.quotations)):
        first, last = (
            bisect_left(found, quotation.outer.start + d, key=lambda one: one.start) for d in (-_WINDOW, _WINDOW)
        )
        near = found[first:last]
        if number in claimed or _covered(quotation, near):
            continue
        one = _echo(document, number, quoted[:_QUOTED]) or _carried(document, number, near + added[-_REACH:])
        if one is not None:
            added.append(one)
    return added


def _words(document: Document, quotation: Quotation) -> str:
    return " " + " ".join(w.casefold() for w in _WORD.findall(quotation.inner.of(document.text))) + " "


def _covered(quotation: Quotation, found: list[Found]) -> bool:
    return any(span.contains(quotation.inner) for one in found for span in one.content)


def _echo(document: Document, number: int, quoted: list[tuple[str, Found]]) -> Found | None:
    """Return the attribution that a quotation repeats the words of."""
    quotation = document.quotations[number]
    words = _words(document, quotation)
    if not words.strip():
        return None
    sentence = document.sentence_at(quotation.inner.start)
    headline = sentence is not None and document.sentences[sentence].section is SectionKind.HEADLINE
    if quotation.kind is QuotationKind.TITLE and not headline:
        return None
    for other, one in quoted:
        tail = words[-_TAIL:] if len(words) > 2 * _TAIL else words
        if words == other or (tail in other and (headline or words.count(" ") > 3)):
            why = message("attribution.why.echo", words=quotation.inner.of(document.text))
            return _following(document, number, one, why)
    return None


def _carried(document: Document, number: int, found: list[Found]) -> Found | None:
    """Return a paragraph of quotation as its predecessor's speaker's."""
    quotation = document.quotations[number]
    at = paragraph_at(document, quotation.outer.start)
    if not fills(document, quotation, at):
        return None
    before = at - 1
    while before >= 0 and _is_crosshead(document, document.paragraphs[before]):
        before -= 1
    if before < 0 or at - before > _REACH:
        return None
    span = document.paragraphs[before]
    announced = document.text[span.end - 1] == ":"
    last = [
        one
        for one in found
        if span.start <= one.start < span.end
        and (announced or not one.loose)
        and not one.silent
        and (one.source or one.follows)
        and not _nested(one, found)
    ]
    if not last:
        return None
    return _following(document, number, last[-1], message("attribution.why.carried"))


# Letters: the end of a sentence printed twice, whose beginning was cut or had a name put in.
_TAIL = 40
# The paragraph before, with at most two captions or crossheads between.
_REACH = 3


def _nested(one: Found, found: list[Found]) -> bool:
    return any(other is not one and span.contains(one.cue[0]) for other in found for span in other.content if one.cue)


def _is_crosshead(document: Document, paragraph: Span) -> bool:
    """Whether a paragraph is a caption, a crosshead or the like, which a speech goes on behind."""
    sentence = document.sentence_at(paragraph.start)
    if sentence is not None and document.sentences[sentence].section is SectionKind.CAPTION:
        return True
    text = paragraph.of(document.text)
    return text[-1:] not in _STOPS and len(text.split()) <= _CROSSHEAD_WORDS


def _following(document: Document, number: int, one: Found, why_message: Message) -> Found:
    first = one.follows or one
    content = [document.quotations[number].outer]
    return Found(one.line, [], content, [], CueStance.NEUTRAL, why_message, {number}, follows=first)
