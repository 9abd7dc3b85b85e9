"""What the outlet adds behind somebody's words in one sentence: ", which was built in 1911", "even after the flood"."""

from __future__ import annotations

from bisect import bisect_left

from ...model import Span
from .found import Found
from .line import Line


def background(line: Line, one: Found) -> list[Span]:
    """Return the parts of a content behind its cue that the outlet adds in its own voice.

    A clause with "which" or "who" set off by a comma is taken for the outlet's, and behind a mere noun phrase what
    tells when or why: "called for a crackdown even after the charges were dropped".
    """
    if not one.cue or not one.content or one.content[0].start < one.cue[-1].end:
        return []
    span = one.content[0]
    starts = [place.start for place in line.spans]
    first, end = bisect_left(starts, span.start), bisect_left(starts, span.end)
    if first >= end:
        return []
    phrase = line.tags[first] in "DNKU" and not any(tag in "XM" for tag in line.tags[first : min(first + 6, end)])
    for i in range(first + 1, end):
        if line.quoted[i] >= 0:
            return []
        if line.tags[i - 1] == "," and _adds(line, i, end):
            return [line.range(i - 1, _closes(line, i, end))]
        if line.words[i] == "in" and line.words[i + 1 : i + 2] == ["the"] and line.words[i + 2 : i + 3] in _IN_THE:
            return [line.range(i, end - 1)]
        if phrase and line.words[i] in _WHEN and any(tag in "VXM" for tag in line.tags[i + 1 : end]):
            if "as" in line.words[i:end]:
                return []  # "portrayed those marching after the death [as thugs]": the words go on behind it.
            return [line.range(i, end - 1)]
    return []


_RELATIVE = frozenset(("which", "who", "whose", "whom", "where"))
_IN_THE = (["wake"], ["face"], ["midst"])
_WHEN = frozenset("after before amid while although though".split())


def _adds(line: Line, at: int, end: int) -> bool:
    """Whether a clause of the outlet's begins behind a comma: "which …", "an accord that …"."""
    if line.words[at] in _RELATIVE:
        return True
    if line.words[at] == "amid":
        return True
    if line.words[at] not in ("a", "an"):
        return False
    relative = next((i for i in range(at + 2, min(at + 6, end)) if line.words[i] in ("that", "which", "who")), None)
    return relative is not None and "," not in line.tags[at:relative] and "V" not in line.tags[at:relative]


def _closes(line: Line, at: int, end: int) -> int:
    """Return the last token of an insertion: before its closing comma where a verb goes on behind it."""
    for i in range(at + 1, end - 1):
        if line.tags[i] == "," and line.tags[i + 1] in "VXMBCS" and any(tag in "VXM" for tag in line.tags[at:i]):
            return i - 1
    return end - 1
