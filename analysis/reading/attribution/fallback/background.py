"""What the outlet adds behind somebody's words in one sentence: ", which was built in 1911", "even after the flood"."""

from __future__ import annotations

from bisect import bisect_left

from ....model import Span
from ..found import Found
from .line import Line
from .phrases import noun_phrase_end


def background(line: Line, one: Found) -> list[Span]:
    """Return the parts of a content behind its cue that the outlet adds in its own voice.

    A clause with "which" or "who" set off by a comma is taken for the outlet's, and behind a mere noun phrase what
    tells when or why: "called for a crackdown even after the charges were dropped".
    """
    if not one.cue or not one.content or one.content[0].start < one.cue[-1].end:
        return []
    return _bracketed(line, one) + _added(line, one)


def _bracketed(line: Line, one: Found) -> list[Span]:
    """Return what stands in brackets within a content without quotation marks: "the raid (which killed two)"."""
    found: list[Span] = []
    opening: int | None = None
    for i, place in enumerate(line.spans):
        if not any(span.start <= place.start < span.end for span in one.content) or line.quoted[i] >= 0:
            opening = None
        elif line.tags[i] == "(":
            opening = i
        elif line.tags[i] == ")" and opening is not None:
            if i - opening > _FEWEST:
                found.append(line.range(opening, i))
            opening = None
    return found


def _added(line: Line, one: Found) -> list[Span]:
    """Return the outlet's addition to the first part of a content."""
    span = one.content[0]
    starts = [place.start for place in line.spans]
    first, end = bisect_left(starts, span.start), bisect_left(starts, span.end)
    if first >= end:
        return []
    phrase = line.tags[first] in "DNKU" and not any(tag in "XM" for tag in line.tags[first : min(first + 6, end)])
    marked = False
    for i in range(first + 1, end):
        if line.quoted[i] >= 0:
            marked = True
        if marked:
            if line.words[i] in _OF_A_NAME and line.quoted[i] < 0 and line.tags[i - 2 : i] == ["K", ","]:
                return [line.range(i - 1, _closes(line, i, end))]  # "felt “bad” for Ms. Orr, whom she had dismissed"
            continue
        if line.tags[i - 1] == "," and _adds(line, i, end):
            return [line.range(i - 1, _closes(line, i, end))]
        if line.tags[i - 1] == "," and line.words[i] == "as" and (stop := _known_as(line, i, end)) is not None:
            return [line.range(i - 1, stop)]
        if (
            line.tags[first] == "T"
            and line.tags[i - 1] == ","
            and line.words[i] == "as"
            and _is_clause(line, i + 1, end)
        ):
            return [line.range(i - 1, end - 1)]  # "threatened to use force, as floods hit the coast"
        if (dated := _dated(line, first, i, end)) is not None:
            return [line.range(dated, end - 1)]
        if _falls_short(line, i) or _hedged(line, first, i):
            return [line.range(i, end - 1)]
        if line.words[i] == "in" and line.words[i + 1 : i + 2] == ["the"] and line.words[i + 2 : i + 3] in _IN_THE:
            return [line.range(i, end - 1)]
        if phrase and line.words[i : i + 2] in _CONNECTED:
            return [line.range(i, end - 1)]
        if phrase and line.words[i] == "as" and _is_clause(line, i + 1, end):
            return [line.range(i, end - 1)]
        if phrase and line.words[i] in _WHEN and any(tag in "VXM" for tag in line.tags[i + 1 : end]):
            if "as" in line.words[i:end]:
                return []  # "portrayed those marching after the death [as thugs]": the words go on behind it.
            return [line.range(i, end - 1)]
    return []


def _dated(line: Line, first: int, at: int, end: int) -> int | None:
    """Return where what dates the words begins, if `at` heads it: "vowed to ban it [soon after a mob burnt the hall]".

    Behind a clause a comma must set it off: "said it was over, [days after the army took the town]".
    """
    if line.words[at] not in _SOON or line.words[at + 1 : at + 2] not in (["after"], ["before"]):
        return None
    while line.tags[at - 1] in "BUD" and at - 1 > first:
        at -= 1  # "just days after"
    told = any(line.shapes[i] == "past" for i in range(at + 2, end))
    comma = line.tags[at - 1] == ","
    return at - comma if told and (comma or line.tags[first] == "T") else None


def _falls_short(line: Line, at: int) -> bool:
    """Whether the outlet says behind somebody's words what was not said: "but [stopped short of backing it]"."""
    at += line.words[at] in ("but", "and")
    return line.words[at - 1] in ("but", "and") and line.words[at : at + 2] in (["stopped", "short"], ["fell", "short"])


def _hedged(line: Line, first: int, at: int) -> bool:
    """Whether the sentence's own verb comes behind a wish, with the outlet's doubt: "… to win [seemingly prefer]"."""
    return line.tags[first] == "T" and line.words[at] in _HEDGES and line.shapes[at + 1 : at + 2] in (["s"], ["base"])


_SOON = frozenset("soon shortly immediately minutes hours days weeks months years".split())
_HEDGES = frozenset("apparently evidently seemingly reportedly".split())


def _is_clause(line: Line, at: int, end: int) -> bool:
    """Whether a subject with a finite verb behind it begins at `at`: "as [floods hit] the coast", not "as thugs"."""
    last = at if line.tags[at : at + 1] == ["R"] else noun_phrase_end(line, at, end)
    after = end if last is None else last + 1
    while after < end and line.tags[after] == "B":
        after += 1
    return after < end and (line.tags[after] in "XM" or line.shapes[after] in ("s", "past", "base"))


def _known_as(line: Line, at: int, end: int) -> int | None:
    """Return the last token of another name told in passing: ", [as the act is widely known],"."""
    stop = next((i for i in range(at + 1, min(at + _PASSING, end)) if line.tags[i] == ","), None)
    return stop - 1 if stop is not None and line.words[stop - 1] in ("known", "called") else None


# "as it is formally and rather more widely known" has nine tokens.
_PASSING = 10
# A bracket of one or two words is a party, a place or an abbreviation.
_FEWEST = 3
_CONNECTED = [
    words.split() for words in ("stemming from", "arising from", "related to", "relating to", "tied to", "because of")
]
_OF_A_NAME = frozenset(("who", "whom", "whose"))
_RELATIVE = frozenset(("which", "who", "whose", "whom", "where"))
_IN_THE = (["wake"], ["face"], ["midst"])
_WHEN = frozenset("after before amid while although though".split())


def _adds(line: Line, at: int, end: int) -> bool:
    """Whether a clause of the outlet's begins behind a comma: "which …", "an accord that …"."""
    if line.words[at] in _RELATIVE:
        return True
    if line.words[at] == "amid":
        return True
    if line.words[at : at + 2] == ["one", "of"] and line.tags[at - 2] == "K":
        return True  # "the Tide March, one of the largest protests"
    if line.words[at] not in ("a", "an"):
        return False
    relative = next((i for i in range(at + 2, min(at + 6, end)) if line.words[i] in ("that", "which", "who")), None)
    return relative is not None and "," not in line.tags[at:relative] and "V" not in line.tags[at:relative]


def _closes(line: Line, at: int, end: int) -> int:
    """Return the last token of an insertion: before its closing comma where a verb goes on behind it."""
    for i in range(at + 1, end - 1):
        if line.tags[i] == "," and line.words[at] == "one":
            return i - 1  # "the parade, one of the largest of the coast, in person"
        if line.tags[i] == "," and line.tags[i + 1] in "VXMBCS" and any(tag in "VXM" for tag in line.tags[at:i]):
            return i - 1
    return end - 1
