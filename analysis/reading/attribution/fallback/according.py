"""`According to X, …` and `…, according to X`."""

from __future__ import annotations

from ....messages import message
from ....model import CueStance, Document
from ...english.cues import cue_forms
from ...english.speaking import can_speak
from ..found import Found
from .content import Content, Direction, content_after, content_before
from .line import Line
from .phrases import noun_phrase_end, with_apposition

_OWN = frozenset("his her its their one's my our your".split())


def find_according(document: Document, line: Line, at: int) -> Found | None:
    last = noun_phrase_end(line, at + 2, len(line))
    if last is None:
        return None
    last = _whole(line, last)
    head = next((i - 1 for i in range(at + 3, last) if line.tags[i] == "P"), last)
    if line.words[at + 2] in _OWN and line.tags[head] == "N" and not can_speak(line.words[head]):
        return None  # "graded according to their size"
    last = with_apposition(line, last) if at else last
    if at == 0 or (at == 1 and line.tags[0] in "CB"):
        start = _behind_apposition(line, last) + 1
        while start < len(line) and line.tags[start] != ",":
            start += 1
        if line.tags[start + 1 : start + 3] == ["K", ","]:
            start += 2  # "the office in Orrford, Korva, …"
        if start + 1 >= len(line):
            return None
        after = content_after(document, line, start, frozenset(("clause", "quote", "np")))
        if after is None:
            return None
        spans, quotations = after.spans, after.quotations
    else:
        before = content_before(document, line, at, last, inverted=True) or _bare_before(line, at)
        if before is None:
            return None
        spans, quotations = before.spans, before.quotations
    why = message("attribution.why.according", cue=line.printed(at, at + 1))
    return Found(
        line.number, [line.range(at, at + 1)], spans, [line.range(at + 2, last)], CueStance.NEUTRAL, why, quotations
    )


def _behind_apposition(line: Line, last: int) -> int:
    """Return the last token of a source that opens its sentence: "According to the board, the town's regulator, …"."""
    opening = last + 1
    if line.tags[opening : opening + 1] != [","] or opening + 2 >= len(line) or line.tags[opening + 1] != "D":
        return last
    end = noun_phrase_end(line, opening + 1, len(line))
    closes = end is not None and end + 2 < len(line) and line.tags[end + 1] == "," and line.tags[end + 2] in "DKNR"
    return end if end is not None and closes else last


def _whole(line: Line, last: int) -> int:
    """Return the end of a source behind "to", over what only looks like a verb: "news [reports]", "aides [briefed]"."""
    after = last + 1
    if after + 1 >= len(line) or line.quoted[after] >= 0 or line.tags[after] != "V":
        return last
    if line.shapes[after] in ("s", "base"):
        form = cue_forms().get(line.words[after])
        return after if form is not None and form.cue.noun else last
    if line.shapes[after] in ("past", "participle") and line.tags[after + 1] == "P":
        return noun_phrase_end(line, after + 2, len(line)) or last
    return last


def _bare_before(line: Line, at: int) -> Content | None:
    """Return the clause before "according to" without a comma between."""
    first = 0
    while first < at and line.tags[first] in "C":
        first += 1
    if at - first < 3 or line.tags[at - 1] in ",-":
        return None
    return Content([line.range(first, at - 1)], Direction.BEFORE, {q for q in line.quoted[first:at] if q >= 0})
