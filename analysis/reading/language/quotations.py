"""Quotation spans, paragraph by paragraph: one missing mark must never swallow an article.

Only outermost quotations are given; what is nested belongs to the one around it. A mark opens when something
stands before which it can open and a word follows; a closing mark with nothing open is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Quotation, QuotationKind, Span
from ...progress import checked
from ..english.tables import endings
from .quotation_kind import kind_of

_MARK = re.compile(r"'''(?!')|''|``|’’|‘‘|[\"“”„‟«»]")
_SINGLE = re.compile(r"['‘’‚‹›`]")
_OPENS_AFTER = frozenset("([{<—–-/\"“‘'«…:;,.`")
_ENDS = frozenset((".", "!", "?", ")"))
_VERBS = r"(?:said|says|added|told|asked|wrote|tweeted)"
_NAMED_TAG = re.compile(rf"[,?!] {_VERBS} (?:[a-z]+ ){{0,4}}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,3}}\.\s+(?=[A-Z])")
_TAG = re.compile(
    rf"{_NAMED_TAG.pattern}|[,?!] (?:he|she|they|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}) {_VERBS}(?:\.$|[.,](?=\s*$))"
)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])")
# Single marks further apart than this are apostrophes: the longest quotation in single marks seen in news.
_SINGLE_REACH = 1500
# Two plural-like marks within a phrase of this length: the first is the plural's, the second closes.
_PHRASE = 40


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool
    guillemet: bool
    after_sentence: bool
    """Whether a sentence has ended before it: it then opens anew, as at every paragraph of a longer quotation."""


def find_quotations(text: str, paragraphs: tuple[Span, ...], blocks: Sequence[Span] = ()) -> tuple[Quotation, ...]:
    """Return the outermost quotations of `text`, in order, disjoint, each inside its paragraph.

    A paragraph in one of `blocks`, which the source sets apart as somebody's words, is one quotation with or without
    marks; the next of the same block continues it.
    """
    found: list[Quotation] = []
    hanging = False
    last = -1
    for number, paragraph in enumerate(checked(paragraphs)):
        at = bisect_right(blocks, paragraph.start, key=lambda span: span.start) - 1
        if at >= 0 and len(paragraph) and blocks[at].contains(paragraph):
            found.append(_whole(text, paragraph, continues=at == last))
            last, hanging = at, False
            continue
        spans = _doubles(text, paragraph)
        spans += _singles(text, paragraph, spans)
        opened = _opened_single(text, paragraph, spans, paragraphs[number + 1 : number + 2])
        if opened is not None:
            spans = [one for one in spans if one[0].end <= opened[0].start] + [opened]
        spans.sort(key=lambda s: s[0].start)
        for i, (outer, inner, closed) in enumerate(spans):
            continues = hanging and i == 0 and outer.start == paragraph.start
            found.append(Quotation(outer, inner, closed, continues, kind_of(text, paragraph, outer, inner, continues)))
        hanging = bool(spans) and not spans[-1][2] and spans[-1][0].end == paragraph.end
    return tuple(found)


def _opened_single(text: str, paragraph: Span, spans: list[_Found], following: tuple[Span, ...]) -> _Found | None:
    """Return a speech in British marks that goes on in the next paragraph, which opens with a mark of its own.

    Only curly marks say for certain that they open.
    """
    if not following or text[following[0].start] != "‘":
        return None
    at = text.rfind("‘", paragraph.start, paragraph.end)
    before = text[paragraph.start : at].rstrip()
    opens = at >= 0 and (not before or before[-1] in ":,.") and text[at + 1 : at + 2].isalnum()
    if not opens or any(one[0].start <= at < one[0].end for one in spans):
        return None
    return _unclosed(text, _Mark(at, at + 1, True, False, False, False), paragraph.end)


def _whole(text: str, paragraph: Span, continues: bool) -> Quotation:
    """Return a paragraph as one quotation, its marks apart where it has a pair around it."""
    opens = text[paragraph.start] in _OPENING
    closes = len(paragraph) > 2 and text[paragraph.end - 1] in _CLOSING
    inner = Span(paragraph.start + opens, paragraph.end - closes)
    return Quotation(paragraph, inner, True, continues, QuotationKind.SPEECH)


_OPENING, _CLOSING = '"“„«', '"”“»'
_Found = tuple[Span, Span, bool]


def _doubles(text: str, paragraph: Span) -> list[_Found]:
    """Return the quotations in double marks and guillemets."""
    marks = _marks(text, paragraph)
    found: list[_Found] = []
    opened: _Mark | None = None
    depth = 0
    closers_left = sum(m.closes and not m.opens for m in marks)
    for mark in marks:
        closes_only = mark.closes and not mark.opens
        closers_left -= closes_only
        if opened is None:
            if mark.opens:
                opened, depth = mark, 0
            elif mark is marks[0] and (lost := _never_opened(text, paragraph, mark)) is not None:
                found.append(lost)
        elif mark.guillemet != opened.guillemet:
            continue
        elif mark.closes:
            if depth:
                depth -= 1
            else:
                found.append(_close(text, opened, mark))
                opened = None
        elif closers_left >= depth + 2 and not mark.after_sentence:
            depth += 1
        else:
            # The mark before was never closed: it ends where the next one opens.
            found.append(_unclosed(text, opened, mark.start))
            opened, depth = mark, 0
    if opened is not None:
        found.append(_unclosed(text, opened, paragraph.end))
    return [part for one in found if len(one[1]) for part in _without_tag(text, one)]


def _without_tag(text: str, found: _Found) -> list[_Found]:
    """Return a quotation, cut where the mark before its speaker was lost: `"We go, said Ann Orr. It is late."`.

    Where neither its own mark nor the next was lost, only a name behind the verb tells.
    """
    outer, inner, closed = found
    tag = (_NAMED_TAG if closed else _TAG).search(text, inner.start, inner.end)
    if tag is None or (closed and "“" in tag.group()):
        return [found]
    first = (Span(outer.start, tag.start() + 1), Span(inner.start, tag.start() + 1), False)
    rest = Span(tag.end(), inner.end)
    if not closed or not any(c.isalnum() for c in rest.of(text)):
        return [first]
    return [first, (Span(rest.start, outer.end), rest, True)]


def _close(text: str, opened: _Mark, mark: _Mark) -> _Found:
    return Span(opened.start, mark.end), Span(opened.end, mark.start), True


def _never_opened(text: str, paragraph: Span, mark: _Mark) -> _Found | None:
    """Return a quotation whose first mark was lost where its comma tells that it is speech: `We go,” she said`."""
    if text[mark.start - 1] != "," or not text[mark.end : mark.end + 2].strip()[:1].isalpha():
        return None
    ends = [m.end() for m in _SENTENCE_END.finditer(text, paragraph.start, mark.start)]
    start = ends[-1] if ends else paragraph.start
    return Span(start, mark.end), Span(start, mark.start), True


def _unclosed(text: str, opened: _Mark, end: int) -> _Found:
    while end > opened.end and text[end - 1].isspace():
        end -= 1
    return Span(opened.start, end), Span(opened.end, end), False


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    """Return the double marks of a paragraph, each with what it can do where it stands."""
    found: list[_Mark] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark, start, end = match.group(), match.start(), match.end()
        if mark == "'''":
            # Of three single marks in a row the outer two are the double mark.
            mark, start = "''", start + (not text[end : end + 1].isalnum())
            end = start + 2
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if mark in ('"', "''") and before.isdigit() and _is_measure(text, start, after, found):
            continue
        can_open = not after.isspace() and after not in ",.;:!?)]}" and (before.isspace() or before in _OPENS_AFTER)
        can_close = not before.isspace()
        if mark in ("’’", "‘‘"):
            opens, closes = mark == "‘‘", mark == "’’"
        elif end == paragraph.end and found and any(one.opens for one in found):
            opens, closes = False, True  # Nothing follows that it could open, whatever way it is turned.
        elif mark in ("“", "«") or mark in ("„", "‟", "``"):
            # In „…“ and »…« the mark that opens elsewhere closes.
            opens = not (mark in "“«" and can_close and not can_open)
            closes = not opens
        elif mark in ("”", "»"):
            closes = can_close or not can_open
            opens = not closes
        elif can_open and can_close:
            opens = closes = True  # —"word or ("word: by what is open.
            if before not in ".,…-—–" or after.isspace():
                closes = False
        elif not can_open and not can_close:
            # A mark between blanks: by what is open.
            opens = closes = True
        else:
            opens, closes = can_open, can_close
        after_sentence = text[max(0, start - 3) : start].rstrip()[-1:] in _ENDS
        found.append(_Mark(start, end, opens, closes, mark in "«»", after_sentence))
    _drop_last_lonely(text, found)
    return found


def _drop_last_lonely(text: str, marks: list[_Mark]) -> None:
    """Drop a last mark between blanks: it can open nothing that would be closed."""
    if marks and marks[-1].opens and marks[-1].closes and text[marks[-1].end : marks[-1].end + 1].isspace():
        marks[-1].opens = False


def _is_measure(text: str, start: int, after: str, marks: list[_Mark]) -> bool:
    """Whether a mark after a digit means inches or seconds: nothing is open that it would close."""
    if after.isalpha():
        return True
    balance = 0
    for mark in marks:
        balance += 1 if mark.opens else -1
    return balance <= 0 or text[max(0, start - 3) : start].count("'") > 0


def _singles(text: str, paragraph: Span, taken: list[_Found]) -> list[_Found]:
    """Return the quotations in single marks outside `taken`; a mark with no partner is an apostrophe."""
    openers: list[int] = []
    closers: list[int] = []
    for match in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        at = match.start()
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + 1] if at + 1 < paragraph.end else " "
        if "'" in (before, after) or match.group() in (before, after):
            continue  # Half of a pair that stands for a double mark.
        if (before.isspace() or before in "([—–-") and (after.isalnum() or after in "…$£€#@"):
            openers.append(at)
        elif not after.isalnum() and not before.isspace() and match.group() not in "‘‚‹`":
            closers.append(at)
    found: list[_Found] = []
    at = paragraph.start
    starts = [one[0].start for one in taken]
    for opener in openers:
        if opener < at or _within(opener, taken, starts):
            continue
        closer = _partner(text, opener, closers, openers)
        if closer is None or _within(closer, taken, starts) or closer - opener < 2:
            continue
        if any(
            opener < one[0].start < closer for one in taken[bisect_left(starts, opener) : bisect_left(starts, closer)]
        ):
            continue
        found.append((Span(opener, closer + 1), Span(opener + 1, closer), True))
        at = closer + 1
    return found


def _within(at: int, taken: list[_Found], starts: list[int]) -> bool:
    i = bisect_left(starts, at + 1) - 1
    return i >= 0 and taken[i][0].end > at


def _partner(text: str, opener: int, closers: list[int], openers: list[int]) -> int | None:
    """Return the mark that closes what `opener` opens, or None when that is an apostrophe."""
    if text[opener + 1 : opener + 3].isdigit() or text[opener + 1 : opener + 5].lower().startswith(_CLIPPED):
        return None
    following = openers[bisect_left(openers, opener + 1) :][:1]
    limit = min(opener + _SINGLE_REACH, following[0] if following else opener + _SINGLE_REACH)
    i = bisect_left(closers, opener + 1)
    chosen: int | None = None
    for closer in closers[i : i + 3]:
        if closer > limit:
            break
        after = text[closer + 1 : closer + 3]
        # The plural's apostrophe, "the rebels' base": a mark soon after closes, if there is one.
        plural = text[closer - 1] in "sS" and after[:1] == " " and after[1:].islower()
        if not plural:
            return closer
        if chosen is None or closer - chosen < _PHRASE:
            chosen = closer
    return chosen


_CLIPPED = endings("language.clipped")
